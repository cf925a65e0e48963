/** What the steps of an errand answer, beside errors of the store and of the kernel: those are passed on as they are. */

/** There is more to do. */
export const STEP_ON: i32 = 0;
export const STEP_DONE: i32 = 1000;
/** A file is not what it should be. */
export const STEP_BROKEN: i32 = 1001;

/** What is read or written in one call of the store, and room behind it for the longest row. */
export const PIECE_BYTES: u32 = 16384;
export const PIECE: u32 = memory.data(16384 + 4096, 8) as u32;
/** Rows that one step encodes or decodes: about a third of a millisecond. */
export const STEP_ROWS: u32 = 16;
