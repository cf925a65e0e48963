/** The pictures that there are, in the order in which they were taken. */

import { NUMBER_MOST } from './names.ts';

const PICTURES_MOST: u32 = 512;
const NUMBERS: u32 = memory.data(2 * 512, 8) as u32;
let count: u32 = 0;
/** Whether the volume has been looked through. */
export let isListed: bool = false;
/** Bytes of the volume that are used, and may be. */
export let spaceUsed: u64 = 0;
export let spaceQuota: u64 = 0;

export function pictureCount(): u32 {
	return count;
}

/** Number of the picture at `index`, the newest first. */
export function pictureAt(index: u32): u32 {
	return load<u16>(NUMBERS + 2 * (count - 1 - index));
}

/** Index of a picture, the newest first; -1: it is not there. */
export function indexOf(number: u32): i32 {
	for (let index: u32 = 0; index < count; index++) if (pictureAt(index) === number) return <i32>index;
	return -1;
}

/** Adds a picture, whose number is larger than all that are there; false when there is no room. */
export function addPicture(number: u32): bool {
	if (count === PICTURES_MOST) return false;
	store<u16>(NUMBERS + 2 * count++, <u16>number);
	return true;
}

export function forgetPicture(number: u32): void {
	const index = indexOf(number);
	if (index < 0) return;
	const place = NUMBERS + 2 * (count - 1 - <u32>index);
	memory.copy(place, place + 2, 2 * <u32>index);
	count--;
}

/** The number of the next picture; 0: there is none left. */
export function nextNumber(): u32 {
	const next: u32 = count === 0 ? 1 : pictureAt(0) + 1;
	return next > NUMBER_MOST || count === PICTURES_MOST ? 0 : next;
}

/** The volume is being looked through anew, or has been. */
export function beginList(): void {
	count = 0;
	isListed = false;
}

export function endList(): void {
	isListed = true;
}

export function setSpace(used: u64, quota: u64): void {
	spaceUsed = used;
	spaceQuota = quota;
}
