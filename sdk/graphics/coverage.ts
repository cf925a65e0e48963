/**
 * Which part of each pixel of a row a shape covers. A row is cut into 16 lines; on each the shape is one or two stretches, whose ends are exact to 1/256
 * pixel. Sums of whole numbers: the same everywhere.
 *
 * Lengths with eight bits below the point are called fixed (1 pixel = 256).
 */

import { COVERAGE, WIDEST } from './rows.ts';

/** Lines that a row of pixels is cut into. */
export const LINES: i32 = 16;
/** Distance of two lines, fixed. */
export const LINE: i32 = 16;

/** For each pixel, by how much what is covered changes from the pixel before; two more for the ends. */
const CHANGES: u32 = memory.data(4 * (1024 + 2), 16) as u32;

/** A whole number of pixels as fixed. */
export function fixed(pixels: i32): i32 {
	return pixels << 8;
}

/** Begins a row of `count` pixels. */
export function beginCoverage(count: u32): void {
	memory.fill(CHANGES, 0, 4 * (min(count, WIDEST) + 2));
}

/** Covers one line of the row from `from` to `to` (fixed, from the row's first pixel), or with `sign` -1 uncovers it. */
export function cover(from: i32, to: i32, count: u32, sign: i32): void {
	const end = fixed(<i32>count);
	const first = max(0, min(end, from));
	const last = max(0, min(end, to));
	if (first >= last) return;
	change(first, sign);
	change(last, -sign);
}

/** From `place` (fixed) on the line is inside. */
function change(place: i32, sign: i32): void {
	const entry = CHANGES + 4 * <u32>(place >> 8);
	const part = place & 255;
	store<i32>(entry, load<i32>(entry) + sign * (256 - part));
	store<i32>(entry + 4, load<i32>(entry + 4) + sign * part);
}

/** Ends the row: sums up into COVERAGE. */
export function endCoverage(count: u32): void {
	let sum: i32 = 0;
	for (let index: u32 = 0; index < count; index++) {
		sum += load<i32>(CHANGES + 4 * index);
		store<u8>(COVERAGE + index, (max(0, min(4096, sum)) * 255 + 2048) >> 12);
	}
	store<u64>(COVERAGE + count, 0);
}

/** The whole part of a square root. */
export function squareRoot(value: u64): u32 {
	if (value === 0) return 0;
	// Newton's method from above falls until it is there.
	let root: u64 = (<u64>1) << ((65 - clz(value)) >> 1);
	while (true) {
		const next = (root + value / root) >> 1;
		if (next >= root) return <u32>root;
		root = next;
	}
}
