/**
 * Masks of round corners, kept for the radii that were used last: a screen has a handful of them, and drawing one from its circle takes ten times as long.
 */

import { beginCoverage, endCoverage, fixed } from './coverage.ts';
import { coverRounded } from './rounded.ts';
import { COVERAGE } from './rows.ts';

/** Largest radius, pixels, that is kept, and how many. */
const LARGEST: i32 = 48;
const KEPT: u32 = 6;
const MASK_BYTES: u32 = 2304;
const MASKS: u32 = memory.data(13824, 8) as u32;
/** Radius (pixels) and stroke (fixed) of each mask; radius 0: none yet. */
const KEYS: u32 = memory.data(48, 4) as u32;
let next: u32 = 0;

/**
 * Address of the coverage of an upper left corner, `radius` rows of `radius` bytes: of a filled shape with stroke 0, else of an outline `stroke` wide (fixed) inside its edge. 0 when
 * such a mask is not kept.
 */
export function cornerMask(radius: i32, stroke: i32): u32 {
	if (radius <= 0 || radius > LARGEST || stroke > fixed(radius)) return 0;
	for (let index: u32 = 0; index < KEPT; index++) {
		const key = KEYS + 8 * index;
		if (load<i32>(key) === radius && load<i32>(key, 4) === stroke) return MASKS + MASK_BYTES * index;
	}
	const mask = MASKS + MASK_BYTES * next;
	store<i32>(KEYS + 8 * next, radius);
	store<i32>(KEYS + 8 * next, stroke, 4);
	next = (next + 1) % KEPT;
	for (let row: i32 = 0; row < radius; row++) {
		coverCorner(row, radius, stroke);
		memory.copy(mask + <u32>(row * radius), COVERAGE, radius);
	}
	return mask;
}

/** Covers a row of the corner of a shape that is large enough for all four. */
function coverCorner(row: i32, radius: i32, stroke: i32): void {
	const size = fixed(4 * radius);
	const corner = fixed(radius);
	beginCoverage(radius);
	coverRounded(row, radius, 0, 0, size, size, corner, 1);
	if (stroke > 0) coverRounded(row, radius, stroke, stroke, size - 2 * stroke, size - 2 * stroke, corner - stroke, -1);
	endCoverage(radius);
}
