/** The platform Node: clock, sleep, and a wall-clock watchdog. */
import { createContext, Script } from 'node:vm';
import type { Host } from '../core/inputs.ts';
import { MachineError } from '../core/kernel.ts';

/** A slice that takes longer than this has escaped its fuel. */
export const WATCHDOG_MILLISECONDS = 10_000;
const NANOSECONDS_IN_MILLISECOND = 1e6;
const SLICE_NANOSECONDS = 20e6;

export interface NodeHostOptions {
	/** Milliseconds of wall-clock time that one slice of the machine may take; 0 = no watchdog. */
	readonly watchdog?: number;
}

/** The host's functions for a machine in this thread. */
export function nodeHost(options: NodeHostOptions = {}): Host {
	return {
		slice: SLICE_NANOSECONDS,
		monotonic: () => performance.now() * NANOSECONDS_IN_MILLISECOND,
		sleep,
		breathe: () => new Promise((resolve) => setImmediate(resolve)),
		guard: watchdog(options.watchdog ?? WATCHDOG_MILLISECONDS),
	};
}

const TIMER_LONGEST = 2 ** 31 - 1;

function sleep(nanoseconds: number, cancel: (wake: () => void) => void): Promise<void> {
	return new Promise((resolve) => {
		const milliseconds = Math.min(TIMER_LONGEST, Math.max(0, Math.ceil(nanoseconds / NANOSECONDS_IN_MILLISECOND)));
		const timer = setTimeout(resolve, milliseconds);
		cancel(() => {
			clearTimeout(timer);
			resolve();
		});
	});
}

/** V8 can stop running code only within `vm`: so a slice is called from a one-line script. */
function watchdog(milliseconds: number): Host['guard'] {
	if (milliseconds === 0) return (slice) => slice();
	const sandbox: { slice: () => void } = { slice: () => {} };
	const context = createContext(sandbox);
	const script = new Script('slice()');
	return <Result>(slice: () => Result): Result => {
		let result: Result | undefined;
		sandbox.slice = () => {
			result = slice();
		};
		try {
			script.runInContext(context, { timeout: milliseconds });
		} catch (error) {
			if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
			throw new MachineError(`the machine did not come back within ${milliseconds} ms: stopped by its watchdog`);
		}
		return result as Result;
	};
}
