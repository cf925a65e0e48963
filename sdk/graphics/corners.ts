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
/** The radius of each mask; 0: none yet. */
const RADII: u32 = memory.data(24, 4) as u32;
let next: u32 = 0;

/** Address of the coverage of an upper left corner, `radius` rows of `radius` bytes; 0 when that radius is not kept. */
export function cornerMask(radius: i32): u32 {
	if (radius <= 0 || radius > LARGEST) return 0;
	for (let index: u32 = 0; index < KEPT; index++) {
		if (load<i32>(RADII + 4 * index) === radius) return MASKS + MASK_BYTES * index;
	}
	const mask = MASKS + MASK_BYTES * next;
	store<i32>(RADII + 4 * next, radius);
	next = (next + 1) % KEPT;
	for (let row: i32 = 0; row < radius; row++) {
		beginCoverage(radius);
		coverRounded(row, radius, 0, 0, fixed(2 * radius), fixed(2 * radius), fixed(radius), 1);
		endCoverage(radius);
		memory.copy(mask + <u32>(row * radius), COVERAGE, radius);
	}
	return mask;
}
