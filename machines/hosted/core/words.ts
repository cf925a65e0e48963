/** Indices into the two word arrays of the hot path: `Core.globals` (the kernel's GLOBAL row) and the meter. */
import {
	GLOBAL_CURRENT,
	GLOBAL_OUT_ALARM_64,
	GLOBAL_OUT_ARGUMENT,
	GLOBAL_OUT_KIND,
	GLOBAL_OUT_LIMIT,
	GLOBAL_OUT_PREEMPT,
	GLOBAL_OUT_WORD0,
	GLOBAL_OUT_WORDS,
	PROCESS_COUNT,
} from '../../../kernel/layout.ts';

/** Index of a field of the GLOBAL row. */
function word(field: number): number {
	return field >> 2;
}

export const CURRENT = word(GLOBAL_CURRENT);
export const OUT_KIND = word(GLOBAL_OUT_KIND);
export const OUT_ARGUMENT = word(GLOBAL_OUT_ARGUMENT);
export const OUT_LIMIT = word(GLOBAL_OUT_LIMIT);
export const OUT_PREEMPT = word(GLOBAL_OUT_PREEMPT);
export const OUT_ALARM_LOW = word(GLOBAL_OUT_ALARM_64);
export const OUT_ALARM_HIGH = OUT_ALARM_LOW + 1;
export const OUT_WORDS = word(GLOBAL_OUT_WORDS);
export const OUT_WORD0 = word(GLOBAL_OUT_WORD0);

/**
 * Words of the meter memory. Metered code uses the first two; DEADLINE is the machine's: the fuel that the executing
 * process had, or would have had, when `VirtualClock.base` was taken, so that `base + DEADLINE - FUEL` is the time now.
 */
export const FUEL = 0;
export const DEPTH = 1;
export const DEADLINE = 2;
/** What JavaScript has to do after the passage, EVENT_*; the passage sets it, JavaScript sets it back to 0. */
export const EVENT = 3;
/** With EVENT_RETURNED: row of the server that has answered. */
export const SERVER = 4;
/** One word a process row: CURRENT_MAPPINGS or STALE. */
export const ATTENTION = 16;

/** One word a process row: protected calls that have been answered, modulo 2^32. */
export const CALLS = ATTENTION + PROCESS_COUNT;

/** The server has answered; there are result words, mappings that changed, or somebody of higher priority. */
export const EVENT_RETURNED = 1;
/** The server first has to finish something else. */
export const EVENT_DEFERRED = 2;
/** The kernel has ended the client's activation, or runs somebody else first. */
export const EVENT_NO_CLIENT = 3;
/** Too deep in the stack to start another activation. */
export const EVENT_NO_STACK = 4;
