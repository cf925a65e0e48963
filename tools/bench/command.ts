import type { Command } from 'commander';
import { CommandError, printJson, progress } from '../command.ts';
import { concerns, type Machine, OTHERS, SOURCES } from './figures.ts';
import { benchArm64 } from './kernel-arm64.ts';
import { benchNode } from './kernel-node.ts';
import { benchPhone, PHONE_FIGURES, renderPhone } from './phone.ts';
import { commitOf, keepResult, renderTable } from './results.ts';

const KERNEL = 'kernel';
const PHONE = 'phone';

/** What each machine counts, and how. */
const MACHINES = {
	node: { unit: 'nanoseconds', measure: benchNode },
	arm64: { unit: 'instructions', measure: benchArm64 },
} as const;

function keysOf(machine: Machine): string {
	const items = [...SOURCES, ...OTHERS].filter(concerns(machine));
	return items.map(({ key, text }) => `  ${key.padEnd(20)} ${text}`).join('\n');
}

const PHONE_KEYS = PHONE_FIGURES.map(({ key, text }) => `  ${key.padEnd(24)} ${text}`).join('\n');

const HELP = `
Suites: ${KERNEL} (calls, signals, revocation; on node or arm64), ${PHONE} (the whole phone; in Chromium and on arm64, or one of them with --machine browser|arm64).

--json prints one flat object: the figures below, and machine, unit, kernelSha256, date, commit, calibration.

On arm64 the unit is the instruction: QEMU runs with -icount shift=0 and writes down each instruction that it executes; boot is counted
in instructions, memory in bytes. On node it is the nanosecond, a median over warm rounds; ratios have no unit.

Keys on node:
${keysOf('node')}

Keys on arm64:
${keysOf('arm64')}

Keys of ${PHONE}:
${PHONE_KEYS}

frameP99Ms and frameMaxMs are between vertical syncs of consecutive frames while a finger moves, as the page's worker sees them; touches are those of the browser. startMs is
the median of three visits. appFirstFrameMs begins when the finger leaves the app's icon and ends with the first frame that was drawn after the app's first pixels had been
accepted. The instructions of arm64 are those that QEMU has executed, idle time left out.

Every run is appended to bench/results/<suite>-<machine>.jsonl, unless --no-keep is given. docs/guide/benchmarks.md says how each is measured.

Examples:
  npx tessera bench kernel --machine arm64
  npx tessera bench kernel --machine node --json
  npx tessera bench phone --json`;

interface Options {
	readonly machine?: string;
	readonly json: boolean;
	readonly keep: boolean;
}

/** `tessera bench`. */
export function registerBench(program: Command): void {
	program
		.command('bench')
		.argument('<suite>', `what to measure: ${KERNEL} or ${PHONE}`)
		.option('--machine <machine>', `${KERNEL}: node (default) or arm64; ${PHONE}: browser, arm64, or both without it`)
		.option('--json', 'print the figures as JSON', false)
		.option('--no-keep', 'do not append the result to bench/results/')
		.description('measure what the kernel costs, or how quick the phone is')
		.addHelpText('after', HELP)
		.action(bench);
}

function isMachine(name: string): name is Machine {
	return Object.hasOwn(MACHINES, name);
}

async function bench(suite: string, options: Options): Promise<void> {
	if (suite === PHONE) await benchWholePhone(options);
	else if (suite === KERNEL) await benchKernel(options);
	else throw new CommandError(`there is no suite '${suite}': write ${KERNEL} or ${PHONE}`);
}

async function benchKernel({ machine = 'node', json, keep }: Options): Promise<void> {
	if (!isMachine(machine)) {
		throw new CommandError(`there is no machine '${machine}': write ${Object.keys(MACHINES).join(' or ')}`);
	}
	const { unit, measure } = MACHINES[machine];
	const { figures, calibration, kernelSha256 } = await measure();
	const about = { machine, unit, kernelSha256, date: new Date().toISOString(), commit: commitOf(), calibration };
	const result = { ...about, ...figures };
	if (keep) progress(`kept in ${keepResult(KERNEL, machine, result)}`);
	if (json) printJson(result);
	else console.log(`kernel ${kernelSha256}\ncalibration: ${calibration}\n\n${renderTable(machine, unit, figures)}`);
}

async function benchWholePhone({ machine, json, keep }: Options): Promise<void> {
	if (machine !== undefined && machine !== 'browser' && machine !== 'arm64') {
		throw new CommandError(`the phone is not measured on '${machine}': write browser or arm64, or leave --machine out`);
	}
	const figures = await benchPhone(machine !== 'arm64', machine !== 'browser');
	const result = { date: new Date().toISOString(), commit: commitOf(), ...figures };
	if (keep) progress(`kept in ${keepResult(PHONE, machine ?? 'all', result)}`);
	if (json) printJson(result);
	else console.log(renderPhone(figures));
}
