/** Coverage of rectangles with round corners. Lengths are fixed (1/256 pixel, coverage.ts). */

import { cover, fixed, LINE, LINES, squareRoot } from './coverage.ts';

/** How far a rounded rectangle's edge stands back at `depth` below its top or above its bottom, all fixed. */
function inset(radius: i32, depth: i32): i32 {
	if (depth >= radius) return 0;
	const up: i64 = radius - depth;
	return radius - <i32>squareRoot(<u64>radius * radius - up * up);
}

/**
 * Covers a row of a rounded rectangle, `row` pixels below its top, or uncovers it with `sign` -1. Fixed; `left` is from the row's first pixel on, `top` below the
 * top of the shape that `row` counts from.
 */
export function coverRounded(
	row: i32,
	count: u32,
	left: i32,
	top: i32,
	width: i32,
	height: i32,
	radius: i32,
	sign: i32,
): void {
	for (let line: i32 = 0; line < LINES; line++) {
		const depth = fixed(row) + line * LINE + LINE / 2 - top;
		if (depth < 0 || depth >= height) continue;
		const back = inset(radius, min(depth, height - depth));
		cover(left + back, left + width - back, count, sign);
	}
}
