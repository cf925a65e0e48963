/**
 * What the bench systems measure, by number: the components write these numbers into their records, tools/bench reads them. A phase of
 * `iterations` is measured as a whole; of the others one at a time.
 */

/** Nothing at all between begin and end: what a record itself costs. */
export const PHASE_MARK: u32 = 1;
export const PHASE_CLOCK: u32 = 2;
/** A loop around one load: the calibration. */
export const PHASE_EMPTY: u32 = 3;
export const PHASE_NULL_CALL: u32 = 4;
export const PHASE_CALL0: u32 = 5;
export const PHASE_CALL4: u32 = 6;
export const PHASE_CALL6: u32 = 7;
export const PHASE_CALL_CAPABILITY: u32 = 8;
export const PHASE_NOTIFY_HIGH: u32 = 9;
export const PHASE_NOTIFY_HIGH_ROUND: u32 = 10;
export const PHASE_NOTIFY_LOW: u32 = 11;
export const PHASE_LOAN: u32 = 12; // .. 17: 64 B, 256 B, 1, 4, 16, 64 KiB
export const LOAN_SIZES: u32 = 6;
export const LOAN_SMALLEST: u32 = 64;
export const PHASE_QUEUE: u32 = 18;
export const PHASE_MAP: u32 = 19;
export const PHASE_UNMAP: u32 = 20;
export const PHASE_PROCESS_CREATE: u32 = 21;
export const PHASE_PROCESS_DESTROY: u32 = 22;
export const PHASE_PROCESS_START: u32 = 23;
export const PHASE_PROCESS_STOP: u32 = 24;
export const PHASE_REVOKE1: u32 = 25;
export const PHASE_REVOKE1000: u32 = 26;
/** An interrupt that the machine raises by itself, because a component asked for it. */
export const PHASE_IRQ_RAISED: u32 = 27;
/** An interrupt of a device, while a component executes. */
export const PHASE_IRQ_DEVICE: u32 = 28;
export const PHASE_FAULT: u32 = 29;
export const PHASE_BATCH: u32 = 30;
/** The longest things that components can make the kernel do. */
export const PHASE_HOSTILE: u32 = 31;

/** Records: one byte of kind, two hexadecimal digits of phase, twelve of value, a line feed. */
export const RECORD_BYTES: u32 = 16;
/** A phase begins; value: how many iterations. */
export const RECORD_BEGIN: u32 = 0x42;
/** A phase has ended; value: time at its end. */
export const RECORD_END: u32 = 0x45;
/** Value: time at its beginning. Follows the end. */
export const RECORD_START: u32 = 0x53;
/** A kernel call of the bench itself failed; value: 0 minus its error. */
export const RECORD_FAILED: u32 = 0x46;
