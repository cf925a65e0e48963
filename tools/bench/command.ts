import type { Command } from 'commander';
import { CommandError, printJson, progress } from '../command.ts';
import { concerns, type Machine, OTHERS, SOURCES } from './figures.ts';
import { benchArm64 } from './kernel-arm64.ts';
import { benchNode } from './kernel-node.ts';
import { commitOf, keepResult, renderTable } from './results.ts';

const SUITE = 'kernel';

/** What each machine counts, and how. */
const MACHINES = {
	node: { unit: 'nanoseconds', measure: benchNode },
	arm64: { unit: 'instructions', measure: benchArm64 },
} as const;

function keysOf(machine: Machine): string {
	const items = [...SOURCES, ...OTHERS].filter(concerns(machine));
	return items.map(({ key, text }) => `  ${key.padEnd(20)} ${text}`).join('\n');
}

const HELP = `
--json prints one flat object: the figures below, and machine, unit, kernelSha256, date, commit, calibration.

On arm64 the unit is the instruction: QEMU runs with -icount shift=0 and writes down each instruction that it executes; boot is counted
in instructions, memory in bytes. On node it is the nanosecond, a median over warm rounds; ratios have no unit.

Keys on node:
${keysOf('node')}

Keys on arm64:
${keysOf('arm64')}

Every run is appended to bench/results/${SUITE}-<machine>.jsonl, unless --no-keep is given. docs/guide/benchmarks.md says how each is measured.

Examples:
  npx tessera bench kernel --machine arm64
  npx tessera bench kernel --machine node --json`;

interface Options {
	readonly machine: string;
	readonly json: boolean;
	readonly keep: boolean;
}

/** `tessera bench`. */
export function registerBench(program: Command): void {
	program
		.command('bench')
		.argument('<suite>', `what to measure: ${SUITE}`)
		.option('--machine <machine>', Object.keys(MACHINES).join(' or '), 'node')
		.option('--json', 'print the figures as JSON', false)
		.option('--no-keep', 'do not append the result to bench/results/')
		.description('measure what the kernel costs')
		.addHelpText('after', HELP)
		.action(bench);
}

function isMachine(name: string): name is Machine {
	return Object.hasOwn(MACHINES, name);
}

async function bench(suite: string, { machine, json, keep }: Options): Promise<void> {
	if (suite !== SUITE) throw new CommandError(`there is no suite '${suite}': write ${SUITE}`);
	if (!isMachine(machine)) {
		throw new CommandError(`there is no machine '${machine}': write ${Object.keys(MACHINES).join(' or ')}`);
	}
	const { unit, measure } = MACHINES[machine];
	const { figures, calibration, kernelSha256 } = await measure();
	const about = { machine, unit, kernelSha256, date: new Date().toISOString(), commit: commitOf(), calibration };
	const result = { ...about, ...figures };
	if (keep) progress(`kept in ${keepResult(suite, machine, result)}`);
	if (json) printJson(result);
	else console.log(`kernel ${kernelSha256}\ncalibration: ${calibration}\n\n${renderTable(machine, unit, figures)}`);
}
