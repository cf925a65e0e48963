/** Plays a trace of the kernel alone, as the model checker of verify/model writes it. */
import { readFileSync } from 'node:fs';
import { CONFIGURATIONS } from '../../verify/model/configurations/all.ts';
import { printTrace } from '../../verify/model/print.ts';
import { configurationOf, readTrace, type Trace } from '../../verify/model/trace.ts';
import { buildWorld, loadBinaries } from '../../verify/model/world.ts';
import { CommandError } from '../command.ts';

/** Does the file hold such a trace? Recordings of a machine do not begin so. */
export function isKernelTrace(file: string): boolean {
	return contents(file).startsWith('{');
}

function contents(file: string): string {
	try {
		return readFileSync(file, 'latin1');
	} catch (error) {
		throw new CommandError(`--replay ${file}: ${(error as Error).message}`);
	}
}

/** Prints each step and the state after it; 1 when a statement is violated, else 0. */
export async function replayKernelTrace(file: string, print: (line: string) => void): Promise<number> {
	const { trace, configuration } = readFrom(file);
	const binaries = await loadBinaries();
	const world = buildWorld(configuration, binaries);
	if (binaries.sha256 !== trace.kernel) print(`this kernel is ${binaries.sha256}; the trace is ${trace.kernel}`);
	print(`found there: ${trace.violated}`);
	return printTrace(trace, world, print) === undefined ? 0 : 1;
}

function readFrom(file: string): { trace: Trace; configuration: ReturnType<typeof configurationOf> } {
	try {
		const trace = readTrace(contents(file));
		return { trace, configuration: configurationOf(trace, CONFIGURATIONS) };
	} catch (error) {
		throw new CommandError(`--replay ${file}: ${(error as Error).message}`);
	}
}
