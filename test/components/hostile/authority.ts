/**
 * What the hostile component is given, and what the others agree on. It is a lot: an account of its own with memory and rows, its own
 * process and image, a server, a signal of somebody more important. None of it may be enough to harm anybody else.
 */

// ---- slots of its table ------------------------------------------------------------------------------------------------
/** A gate to the warden. */
export const WARDEN: i32 = 1;
/** A gate to a server that everybody uses. */
export const ANSWERER: i32 = 2;
/** A signal of a bystander of higher priority. */
export const BYSTANDER: i32 = 3;
/** Its own account, with all rights. */
export const ACCOUNT: i32 = 4;
/** Its own process, with all rights. */
export const SELF: i32 = 5;
/** Its own image. */
export const IMAGE: i32 = 6;
/** A region that it sees as memory 1: mapped read-only, or, for a queue, to write. */
export const REGION: i32 = 7;
/** A signal of its own, bit 0. */
export const AGAIN: i32 = 8;
/** The first slot that is free. */
export const FREE_SLOT: i32 = 9;
/** Slots of its table. */
export const SLOTS: i32 = 32;

// ---- rows that its account owns --------------------------------------------------------------------------------------
export const ROW_ACCOUNT: i32 = 60;
export const ROW_CHILD_ACCOUNTS: i32 = 61;
export const CHILD_ACCOUNTS: i32 = 2;
/** Its own process, and others that it may make. */
export const ROW_PROCESS: i32 = 100;
export const ROW_SPARE_PROCESSES: i32 = 101;
export const SPARE_PROCESSES: i32 = 3;
/** The free extent with the rest of its memory; the rows behind it are unused. */
export const ROW_EXTENT: i32 = 600;
export const REGION_ROWS: i32 = 32;
/** The last three of these rows are its process block, its own memory and its native memory. */
export const ROW_BLOCK: i32 = ROW_EXTENT + REGION_ROWS - 3;
export const ROW_GRANTS: i32 = 200;
export const GRANTS: i32 = 8;

// ---- what everybody says to the warden and to the server ------------------------------------------------------------------
/** To the warden: (good): another round is done, and the server's answer was right or not. */
export const TICK: i32 = 1;
/** To the server: (n): answers with `answerTo(n)` as its only word. */
export const ASK: i32 = 1;
export function answerTo(question: i32): i32 {
	return question * 3 + 1;
}

/** Entries of the queue in the region of `lies`. */
export const QUEUE_CAPACITY: u32 = 16;
