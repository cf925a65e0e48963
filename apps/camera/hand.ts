/** The picture in hand: the newest of the viewfinder, the one that was just taken, or the one that is looked at. There is memory for one. */

import { OwnMemory } from '../../sdk/graphics/own.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';

/** Pixels of a picture, at most. */
export const WIDTH_MOST: u32 = 512;
const PIXELS_MOST: u32 = 384 * 512;
export const HAND: u32 = memory.data(4 * 384 * 512, 16) as u32;
/** Its pixels. */
export const hand = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
/** Rows that are there; the others still show what was in hand before. */
export let rowsThere: u32 = 0;
/** Goes up with everything that changes what it shows. */
export let handRevision: u32 = 0;

/** Makes room for a picture of that size; false when it is too large, or none. */
export function takeInHand(width: u32, height: u32): bool {
	if (width === 0 || height === 0 || width > WIDTH_MOST || height > PIXELS_MOST / width) return false;
	const same = hand.width === <i32>width && hand.height === <i32>height;
	if (!same) memory.fill(HAND, 0, 4 * width * height);
	hand.open(HAND, <i32>width, <i32>height);
	rowsThere = 0;
	return true;
}

/** Address of a row. */
export function rowAt(row: u32): u32 {
	return HAND + 4 * <u32>hand.width * row;
}

/** So many more rows are there. */
export function addRows(count: u32): void {
	rowsThere += count;
	if (isWhole()) handRevision++;
}

/** All rows are there. */
export function isWhole(): bool {
	return hand.height > 0 && rowsThere >= <u32>hand.height;
}

/** Nothing is in hand any more. */
export function emptyHand(): void {
	rowsThere = 0;
	handRevision++;
}
