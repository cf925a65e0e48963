import type { Command } from 'commander';
import { CommandError, printJson, progress } from '../command.ts';
import { buildSystem } from '../image/build.ts';
import { runOnArm64 } from './arm64.ts';
import { runInBrowser } from './browser.ts';
import { isKernelTrace, replayKernelTrace } from './kernel-trace.ts';
import { runOnNode } from './node.ts';
import type { Runner } from './runner.ts';

/** The machines, by the name that `--machine` takes. */
const RUNNERS: ReadonlyMap<string, Runner> = new Map([
	['node', runOnNode],
	['arm64', runOnArm64],
	['browser', runInBrowser],
]);

const HELP = `
Exit code: what the system passes to HALT (init: 0 when all went as described); 75 when the system is idle for ever;
70 when the machine itself cannot go on; 124 when QEMU had to be killed.

A trace that the model checker wrote (verify/model) is played on the kernel alone, step by step; exit code 1 when it violates a statement.

--json prints { machine, system, kernel, exitCode, reason, output, milliseconds, figures }; figures on node and browser:
{ nanoseconds, kernelMemory, processes, faults }, with the SHA-256 of the kernel's memory at the end.

--check runs the specification (verify/specification) beside the kernel: after every entry result, machine functions and all memory of the
two must be equal. The first difference stops the machine (exit code 70) with the entry, its arguments, and the fields that differ.

Examples:
  npx tessera run hello --machine node
  npx tessera run hello --machine node --record hello.record && npx tessera run hello --replay hello.record
  npx tessera run hello --check
  npx tessera run --replay build/model/stop.json
  npx tessera run systems/faulty/system.ts --machine arm64 --json
  npx tessera run pingpong --machine browser`;

interface Options {
	readonly machine: string;
	readonly deterministic: boolean;
	readonly seed: string;
	readonly record?: string;
	readonly replay?: string;
	readonly check: boolean;
	readonly json: boolean;
}

/** `tessera run`. */
export function registerRun(program: Command): void {
	program
		.command('run')
		.argument('[system]', 'name of a folder in systems/, or a path to a system.ts')
		.option('--machine <machine>', [...RUNNERS.keys()].join(', '), 'node')
		.option(
			'--deterministic',
			'time advances only by what the system executes (arm64: always, QEMU counts instructions)',
			false,
		)
		.option('--seed <number>', 'of everything random (node, browser)', '0')
		.option('--record <file>', 'write all external inputs to a file (node)')
		.option(
			'--replay <file>',
			'take all external inputs from such a file (node); or play a trace of the kernel alone, without a system',
		)
		.option('--check', 'hold every kernel entry against the specification (node); slower', false)
		.option('--json', 'print a report instead of the output', false)
		.description('run a system to its end')
		.addHelpText('after', HELP)
		.action(run);
}

async function run(system: string | undefined, options: Options): Promise<void> {
	if (options.replay !== undefined && isKernelTrace(options.replay)) {
		process.exitCode = await replayKernelTrace(options.replay, (line) => console.log(line));
		return;
	}
	if (system === undefined) throw new CommandError('which system? Only a trace of the kernel is replayed without one');
	const runner = RUNNERS.get(options.machine);
	if (runner === undefined) {
		throw new CommandError(`there is no machine '${options.machine}': write one of ${[...RUNNERS.keys()].join(', ')}`);
	}
	progress(`building ${system}`);
	const image = await buildSystem(system);
	progress(`running ${image.name} on ${options.machine}`);
	const report = await runner(image, {
		deterministic: options.deterministic,
		seed: seedOf(options.seed),
		record: options.record,
		replay: options.replay,
		check: options.check,
		onOutput: options.json ? () => {} : (text) => process.stdout.write(text),
	});
	if (options.json) printJson(report);
	else if (report.reason !== undefined) progress(report.reason);
	process.exitCode = report.exitCode;
}

function seedOf(text: string): number {
	const seed = Number(text);
	if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed;
	throw new CommandError(`--seed takes a whole number from 0 to ${2 ** 32 - 1}, not ${text}`);
}
