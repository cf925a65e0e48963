/**
 * Every result a kernel call can have besides success. The enumeration is closed: a call lists in its specification
 * (docs/reference/01-kernel.md) which of these it can return, and returns nothing else.
 * Results are i32: zero or positive is success (and may carry a value), negative is one of these.
 */

/** Success without a value. */
export const OK: i32 = 0;
/** The slot is empty, out of range, stale, revoked, or of another kind. "Not yours" and "not there" look the same. */
export const INVALID_CAPABILITY: i32 = -1;
/** The capability is valid but lacks a right that this call needs. */
export const MISSING_RIGHT: i32 = -2;
/** An argument is outside its documented range. */
export const INVALID_ARGUMENT: i32 = -3;
/** The slot that was to receive a capability is not empty. */
export const SLOT_OCCUPIED: i32 = -4;
/** The named row is not free, not in the needed state, or not owned by the account that was to pay. */
export const NOT_AVAILABLE: i32 = -5;
/** The account does not hold enough of the resource. */
export const QUOTA_EXCEEDED: i32 = -6;
/** The callee's priority is not strictly higher than the caller's, or a priority is above the account's ceiling. */
export const PRIORITY: i32 = -7;
/** The caller's remaining budget does not cover the server's declared worst case. */
export const BUDGET: i32 = -8;
/** The mandatory flow matrix forbids it. */
export const FORBIDDEN_FLOW: i32 = -9;
/** The server faulted while it was serving this call. */
export const SERVER_FAULT: i32 = -10;
/** The server is not running (stopped, faulted, or stopped during the call). */
export const SERVER_GONE: i32 = -11;
/** The object is in a state in which this cannot be done. */
export const WRONG_STATE: i32 = -12;
/** The row's generation is used up; the row is retired for good. */
export const RETIRED: i32 = -13;
/** A memory range lies outside the memory, region or loan. */
export const OUT_OF_BOUNDS: i32 = -14;
/** The server is busy with an activation that cannot be finished on the caller's budget. */
export const SERVER_BUSY: i32 = -15;
/** There is no kernel call of that number. */
export const NO_SUCH_CALL: i32 = -16;
