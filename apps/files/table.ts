/** The files that are kept, in the order of their names. */

import { NAME_BYTES } from '../../interfaces/files/how.ts';

/** Files that are listed. */
export const FILES_MOST: u32 = 128;
const ROW_BYTES: u32 = 56;
const LENGTH: u32 = 48;
const SIZE: u32 = 52;
const ROWS: u32 = memory.data(56 * 128, 8) as u32;
let count: u32 = 0;
/** Whether the volume has been looked through, and whether there are more files than are listed. */
export let isListed: bool = false;
export let hasMore: bool = false;
/** Bytes of the volume that are used, and may be. */
export let spaceUsed: u64 = 0;
export let spaceQuota: u64 = 0;

export function fileCount(): u32 {
	return count;
}

function row(index: u32): u32 {
	return ROWS + ROW_BYTES * index;
}

/** Address and bytes of a file's name, and its size in bytes. */
export function nameAt(index: u32): u32 {
	return row(index);
}

export function nameLengthAt(index: u32): u32 {
	return load<u32>(row(index), LENGTH);
}

export function sizeAt(index: u32): u32 {
	return load<u32>(row(index), SIZE);
}

/** Index of the file of that name; -1: there is none. */
export function findFile(name: u32, length: u32): i32 {
	for (let index: u32 = 0; index < count; index++) {
		if (nameLengthAt(index) === length && memory.compare(nameAt(index), name, length) === 0) return <i32>index;
	}
	return -1;
}

/** The volume is being looked through anew. */
export function beginTable(): void {
	count = 0;
	hasMore = false;
}

/** Adds the next file. */
export function addFile(name: u32, length: u32, size: u32): void {
	if (count === FILES_MOST) {
		hasMore = true;
		return;
	}
	const place = row(count++);
	memory.copy(place, name, min(length, NAME_BYTES));
	store<u32>(place, min(length, NAME_BYTES), LENGTH);
	store<u32>(place, size, SIZE);
}

export function endTable(): void {
	isListed = true;
}

export function setSpace(used: u64, quota: u64): void {
	spaceUsed = used;
	spaceQuota = quota;
}
