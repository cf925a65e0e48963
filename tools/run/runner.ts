/** What `tessera run` asks of a machine, and what it reports. */
import type { SystemImage } from '../image/types.ts';

/** Reason of a run that ended because nothing can happen any more. */
export const IDLE = 'the system is idle for ever: nothing is left that could wake a component';

export interface RunOptions {
	/** Time advances only by what the system executes. */
	readonly deterministic: boolean;
	/** Of everything random. */
	readonly seed: number;
	/** File to write the external inputs to. */
	readonly record: string | undefined;
	/** File to take the external inputs from. */
	readonly replay: string | undefined;
	/** Hold every kernel entry against the specification, and stop at the first that is not what it says. */
	readonly check: boolean;
	/** Called with each piece of the machine's output as it comes. */
	readonly onOutput: (text: string) => void;
}

export interface RunReport {
	readonly machine: string;
	readonly system: string;
	/** SHA-256 of the kernel binary that ran. */
	readonly kernel: string;
	/** What the system passed to HALT, or the machine's own exit code. */
	readonly exitCode: number;
	/** Why the run ended, in words, when the system did not halt by itself. */
	readonly reason: string | undefined;
	/** Everything that the machine printed. */
	readonly output: string;
	/** Wall-clock milliseconds from boot to end. */
	readonly milliseconds: number;
	/** What the machine counted, as far as it counts. */
	readonly figures?: unknown;
}

/** Runs a built system to its end. Throws CommandError for options that the machine does not have. */
export type Runner = (image: SystemImage, options: RunOptions) => Promise<RunReport>;
