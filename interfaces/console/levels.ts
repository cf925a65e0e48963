/**
 * How grave a line is. A client that has more than news puts the level before the first character of its line, as one byte (`addByte(LEVEL_WARNING)`); the console takes it off and keeps it beside the line, so
 * that the machine's log is text alone. What the byte means is the client's word, like its text: it tells a reader what to look at first, and nobody acts on it. Closed.
 */

export const LEVEL_NEWS: u32 = 0;
/** Something went wrong and was put right: a part was started again, an older copy is used. */
export const LEVEL_WARNING: u32 = 1;
/** Something is lost, or stays away. */
export const LEVEL_ERROR: u32 = 2;
