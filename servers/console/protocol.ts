/** What the console understands. A client is known by its badge, 0..31; its name stands before each of its lines. */

/**
 * (length): prints the bytes that the caller lends for reading, at most PRINT_BYTES. Lines appear when they are complete: lines of
 * different clients never mix. Result: 0, or an error of abi/errors.ts as a positive number.
 */
export const PRINT: i32 = 1;
/** (): prints what the client has left of a line, and a line feed. */
export const FLUSH: i32 = 2;
/** Longest text of one PRINT. */
export const PRINT_BYTES: u32 = 128;
