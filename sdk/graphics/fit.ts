/** Pictures at another size than their own: as a whole number of pixels for each of theirs they stay sharp, in between some are doubled. */

import { RegionMemory } from '../region/memory.ts';
import { beginCoverage, endCoverage, fixed } from './coverage.ts';
import { coverRounded } from './rounded.ts';
import { SOURCE, WIDEST } from './rows.ts';
import { Surface } from './surface.ts';

/** The row of the image that was read last: several rows of the surface show the same one. */
const ROW: u32 = memory.data(4 * 1024, 16) as u32;
/** The rectangle that is filled. */
let boxX: i32 = 0;
let boxY: i32 = 0;
let boxWidth: i32 = 0;
let boxHeight: i32 = 0;

/**
 * Fills the rectangle with all of `image` (opaque, at most WIDEST wide; its clip does not matter), through round corners. Each pixel is the nearest one: shrink (resize.ts) first
 * what is much larger.
 */
export function drawFitted<M extends RegionMemory, N extends RegionMemory>(
	surface: Surface<M>,
	image: Surface<N>,
	x: i32,
	y: i32,
	width: i32,
	height: i32,
	radius: i32,
): void {
	boxX = x;
	boxY = y;
	boxWidth = width;
	boxHeight = height;
	const left = max(x, surface.left);
	const right = min(x + width, surface.right);
	if (left >= right || image.width > <i32>WIDEST) return;
	const bottom = min(y + height, surface.bottom);
	let read: i32 = -1;
	for (let row = max(y, surface.top); row < bottom; row++) {
		const wanted = ((row - y) * image.height) / height;
		if (wanted !== read) image.readRow(ROW, 0, wanted, image.width);
		read = wanted;
		spreadRow(image.width, left - x, right - left);
		paintRow(surface, left, row, <u32>(right - left), radius);
	}
}

/** `count` pixels of the row that was read, from column `first` of the rectangle on, to SOURCE. */
function spreadRow(from: i32, first: i32, count: i32): void {
	if (from === boxWidth) {
		memory.copy(SOURCE, ROW + 4 * <u32>first, 4 * <u32>count);
		return;
	}
	const step = ((<u32>from) << 16) / <u32>boxWidth;
	let column = step * <u32>first + step / 2;
	for (let to = SOURCE; to < SOURCE + 4 * <u32>count; to += 4) {
		store<u32>(to, load<u32>(ROW + 4 * (column >> 16)));
		column += step;
	}
}

function paintRow<M extends RegionMemory>(surface: Surface<M>, x: i32, row: i32, count: u32, radius: i32): void {
	const below = row - boxY;
	if (below >= radius && below < boxHeight - radius) {
		surface.paintSource(x, row, count, true);
		return;
	}
	beginCoverage(count);
	coverRounded(below, count, fixed(boxX - x), 0, fixed(boxWidth), fixed(boxHeight), fixed(radius), 1);
	endCoverage(count);
	surface.paintSourceCovered(x, row, count);
}
