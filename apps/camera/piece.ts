/** Memory through which files go. */

/** What is read or written in one call of the store, and room behind it for the longest row. */
export const PIECE_BYTES: u32 = 16384;
export const PIECE: u32 = memory.data(16384 + 4096, 8) as u32;
/** Rows that one step encodes or decodes: about half a millisecond. */
export const STEP_ROWS: u32 = 4;
