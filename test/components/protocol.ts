/**
 * What the director and its subjects agree on. A subject does what it is told: by a call (a subject of higher priority than the
 * director), or by a script that it fetches from the director order by order (one of lower priority).
 */

// ---- what a subject can do: the low byte of a method or an order; some take a number in the upper bits ----------------
/** The script is at its end. */
export const DO_NOTHING: i32 = 0;
/** (a0..a5), upper bits = number of the kernel call: its status, and its words. */
export const DO_SYSTEM: i32 = 1;
/** (gate, method): the status of the call, and its result words. */
export const DO_CALL0: i32 = 2;
/** (gate, method, w0..w3) */
export const DO_CALL4: i32 = 3;
/** (gate, method, capabilities, loan, offset, length): all words zero. */
export const DO_CALL_WITH: i32 = 4;
/** (signal) */
export const DO_NOTIFY: i32 = 5;
/** (): blocks until a signal comes; the bits. */
export const DO_WAIT: i32 = 6;
/** (offset, count) */
export const DO_BATCH: i32 = 7;
/** (): executes `unreachable`. */
export const DO_TRAP: i32 = 8;
/** (dividend, divisor): the quotient. */
export const DO_DIVIDE: i32 = 9;
/** (): never returns. */
export const DO_LOOP: i32 = 10;
/** (): calls itself without end. */
export const DO_RECURSE: i32 = 11;
/** (address, value): into its own memory. */
export const DO_STORE: i32 = 12;
/** (address): the word there. */
export const DO_LOAD: i32 = 13;
/** (offset, value): into memory 1. */
export const DO_REGION_STORE: i32 = 14;
/** (offset): the word there. */
export const DO_REGION_LOAD: i32 = 15;
/** (nanoseconds): executes until so much time has gone by. */
export const DO_BURN: i32 = 16;
/** (a0..a5), upper bits = an order: kept for DO_PREPARED. */
export const DO_PREPARE: i32 = 17;
/** (): what was prepared; also what a subject of higher priority does when it is notified. */
export const DO_PREPARED: i32 = 18;
/** (what): INSPECT_*. */
export const DO_INSPECT: i32 = 19;
/** (w0..w5): w5, with w0..w4 as words. */
export const DO_ECHO: i32 = 20;
/** (status): returned as it is, without words. */
export const DO_STATUS: i32 = 21;
/** (offset): the word in memory 2, which a subject can only read. */
export const DO_READ_ONLY_LOAD: i32 = 22;
/** (rounds): executes so many rounds of a loop, however long that takes. */
export const DO_WORK: i32 = 23;

/** Number of the kernel call, or of the prepared order, in the upper bits. */
export const DO_SHIFT: i32 = 8;

// ---- what a subject remembers; all zero again after a restart ----------------------------------------------------------
/** Activations by `init`, `notified`, `faulted` so far. */
export const INSPECT_INITS: i32 = 0;
export const INSPECT_NOTIFICATIONS: i32 = 1;
export const INSPECT_FAULTS: i32 = 2;
/** Bits of the last notification; child of the last `faulted`. */
export const INSPECT_BITS: i32 = 3;
export const INSPECT_CHILD: i32 = 4;
/** Result of what was prepared, when it was done on a notification. */
export const INSPECT_PREPARED: i32 = 5;
/** Protected calls so far. */
export const INSPECT_CALLS: i32 = 6;
/** Badge of the call in which it is asked, or of the one before. */
export const INSPECT_BADGE: i32 = 7;

// ---- methods of the director, and the slots of every subject -----------------------------------------------------------
/** (): the next order. Returns `order << 3 | 6` and its six words. */
export const FETCH: i32 = 1;
/** (result, five words): what came of it. */
export const DONE: i32 = 2;
/** The gate to the director; its badge is the subject's number. */
export const SLOT_DIRECTOR: i32 = 1;
/** Slots of its table that a subject starts with. */
export const SUBJECT_SLOTS: u32 = 32;
