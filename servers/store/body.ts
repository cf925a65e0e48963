/** The body of the superblock, as it is to be at the next commit: the root of everything. */

import { BODY_BYTES, BODY_TABLE } from './layout.ts';

const BODY: u32 = memory.data(3904, 8) as u32;
/** The disk's size in blocks. */
export let diskBlocks: u32 = 0;
/** Something in the body has changed since the last commit. */
export let bodyChanged: bool = false;

/** A word of the body. */
export function bodyWord(offset: u32): u32 {
	return load<u32>(BODY + offset);
}

export function setBodyWord(offset: u32, value: u32): void {
	store<u32>(BODY + offset, value);
	bodyChanged = true;
}

/** Address of something in the body; who changes it says so with `touchBody`. */
export function bodyAddress(offset: u32): u32 {
	return BODY + offset;
}

export function touchBody(): void {
	bodyChanged = true;
}

/** Address of the node of the table of nodes. */
export function tableNode(): u32 {
	return BODY + BODY_TABLE;
}

/** The body as it was read, or an empty one. */
export function openBody(blocks: u32, from: u32): void {
	diskBlocks = blocks;
	bodyChanged = false;
	if (from === 0) memory.fill(BODY, 0, BODY_BYTES);
	else memory.copy(BODY, from, BODY_BYTES);
}

/** Copies the body to where it is sealed. */
export function giveBody(to: u32): void {
	memory.copy(to, BODY, BODY_BYTES);
}

/** The body is on the disk as it is. */
export function bodyCommitted(): void {
	bodyChanged = false;
}
