/** Memory through which files go. */

/** What is read or written in one call of the store. */
export const PIECE_BYTES: u32 = 16384;
export const PIECE: u32 = memory.data(16384, 8) as u32;
