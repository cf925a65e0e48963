/** Runs a test system on either machine, deterministically: one instruction is one nanosecond, and idle time is skipped. */
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildImage } from '../../tools/arm64/image.ts';
import { runQemu } from '../../tools/arm64/run.ts';
import type { SystemImage } from '../../tools/image/types.ts';

export type Machine = 'node' | 'arm64';
export const MACHINES: readonly Machine[] = ['node', 'arm64'];

/** What a run left behind. */
export interface Outcome {
	readonly exitCode: number | undefined;
	/** What components wrote, line by line, without what the machine says itself. */
	readonly lines: readonly string[];
}

/** Lines that a machine writes itself begin so. */
const OWN = 'tessera:';

function linesOf(log: string): string[] {
	return log.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith(OWN));
}

/** Runs the system until it halts. */
export async function runOn(machine: Machine, image: SystemImage): Promise<Outcome> {
	if (machine === 'node') {
		const { exitCode, log } = await createMachine(image, { host: nodeHost(), deterministic: true }).run();
		return { exitCode, lines: linesOf(log) };
	}
	const { exitCode, output } = await runQemu(await buildImage(image), { instructionCount: true });
	return { exitCode, lines: linesOf(output) };
}
