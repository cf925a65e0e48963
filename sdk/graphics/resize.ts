/** Makes a smaller copy of a picture, once, so that it can be drawn often: a cover at the size at which it is shown. */

import { RegionMemory } from '../region/memory.ts';
import { spread } from './pixel.ts';
import { SOURCE, UNDER, WIDEST } from './rows.ts';
import { Surface } from './surface.ts';

/** Sums of the four channels for each pixel of the copy's row, 32 bits each. */
const SUMS: u32 = memory.data(16 * 1024, 16) as u32;
/** Pixels whose channels fit into lanes of 16 bits when they are added up. */
const LANES_MOST: i32 = 257;
const EVEN_LANES: u64 = ((<u64>0xffff) << 32) | 0xffff;

/**
 * Fills `copy` with `image` scaled to its size, at most as large in each direction: every pixel of the copy is the mean of all pixels
 * that lie under it, whole ones; so nothing flickers when it moves. Both clips do not matter.
 */
export function shrink<M extends RegionMemory, N extends RegionMemory>(copy: Surface<M>, image: Surface<N>): void {
	for (let row: i32 = 0; row < copy.height; row++) shrinkRow(copy, image, row);
}

/** Row `row` of the copy alone, for those who cannot take the time for all of it at once. */
export function shrinkRow<M extends RegionMemory, N extends RegionMemory>(
	copy: Surface<M>,
	image: Surface<N>,
	row: i32,
): void {
	const first = (row * image.height) / copy.height;
	const last = max(first + 1, ((row + 1) * image.height) / copy.height);
	memory.fill(SUMS, 0, 16 * <u32>copy.width);
	for (let line = first; line < last; line++) addLine(image, line, copy.width);
	divide(image.width, copy.width, last - first);
	copy.writeRow(UNDER, 0, row, copy.width);
}

function firstColumn(column: i32, from: i32, to: i32): i32 {
	return (column * from) / to;
}

/** Adds a line of the image to the sums of `to` pixels. It is read in pieces: an image may be wider than any surface that is drawn into. */
function addLine<N extends RegionMemory>(image: Surface<N>, line: i32, to: i32): void {
	let next: i32 = 0;
	let read: i32 = 0;
	let place = SOURCE;
	for (let column: i32 = 0; column < to; column++) {
		const behind = max(firstColumn(column, image.width, to) + 1, firstColumn(column + 1, image.width, to));
		const sum = SUMS + 16 * <u32>column;
		while (next < behind) {
			if (next === read) {
				read = min(image.width, next + <i32>WIDEST);
				image.readRow(SOURCE, next, line, read - next);
				place = SOURCE;
			}
			const count = min(min(behind, read) - next, LANES_MOST);
			addLanes(sum, sumOf(place, count));
			place += 4 * <u32>count;
			next += count;
		}
	}
}

/** The sum of `count` pixels, in lanes of 16 bits. */
function sumOf(place: u32, count: i32): u64 {
	let lanes: u64 = 0;
	for (const end = place + 4 * <u32>count; place < end; place += 4) lanes += spread(load<u32>(place));
	return lanes;
}

/** Lanes of 16 bits (pixel.ts: red, blue, green, alpha) to sums of 32. */
function addLanes(sum: u32, lanes: u64): void {
	store<u64>(sum, load<u64>(sum) + (lanes & EVEN_LANES));
	store<u64>(sum, load<u64>(sum, 8) + ((lanes >> 16) & EVEN_LANES), 8);
}

/** The means of the sums, into UNDER. */
function divide(from: i32, to: i32, lines: i32): void {
	for (let column: i32 = 0; column < to; column++) {
		const width = max(1, firstColumn(column + 1, from, to) - firstColumn(column, from, to));
		const number = <u32>(width * lines);
		const sum = SUMS + 16 * <u32>column;
		let pixel: u32 = 0;
		for (let channel: u32 = 0; channel < 4; channel++) {
			pixel |= ((load<u32>(sum + 4 * channel) + number / 2) / number) << (8 * channel);
		}
		store<u32>(UNDER + 4 * <u32>column, pixel);
	}
}
