/** Makes a smaller copy of a picture, once, so that it can be drawn often: a cover at the size at which it is shown. */

import { RegionMemory } from '../region/memory.ts';
import { spread } from './pixel.ts';
import { SOURCE, UNDER, WIDEST } from './rows.ts';
import { Surface } from './surface.ts';

/** Sums of the four channels for each pixel of the copy's row, 32 bits each. */
const SUMS: u32 = memory.data(16 * 1024, 16) as u32;
/** u16 each: 0, then where each column of the copy ends among the pixels of the image, for images and copies of these widths. */
const ENDS: u32 = memory.data(2 * 1025, 4) as u32;
let columnsFrom: i32 = 0;
let columnsTo: i32 = 0;
/** Pixels whose channels fit into lanes of 16 bits when they are added up. */
const LANES_MOST: u32 = 257;
const EVEN_LANES: u64 = ((<u64>0xffff) << 32) | 0xffff;

/**
 * Fills `copy` with `image` scaled to its size, at most as large in each direction: every pixel of the copy is the mean of all pixels
 * that lie under it, whole ones; so nothing flickers when it moves. The copy's clip does not matter.
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
	shrinkPart(copy, image, image.width, image.height, row);
}

/**
 * The same with a picture of `wide` x `high` pixels of which only what lies in the clip of `part` is there (Surface.openPart): a pixel of the copy is the mean of those
 * that are there, and where none is, it stays.
 */
export function shrinkPart<M extends RegionMemory, N extends RegionMemory>(
	copy: Surface<M>,
	part: Surface<N>,
	wide: i32,
	high: i32,
	row: i32,
): void {
	const first = max(part.top, firstOf(row, high, copy.height));
	const end = min(part.bottom, endOf(row, high, copy.height));
	if (first >= end) return;
	layColumns(wide, copy.width);
	if ((part.right - part.left) * (end - first) <= <i32>WIDEST) meanOfFew(part, first, end, copy.width);
	else meanOfMany(part, first, end, copy.width);
	const left = ((part.left + 1) * copy.width - 1) / wide;
	copy.writeRow(UNDER + 4 * <u32>left, left, row, min(copy.width, (part.right * copy.width + wide - 1) / wide) - left);
}

/** The means of lines `first` up to `end` into UNDER, where SOURCE has room for all of them: what is drawn is mostly of one colour, and that is its own mean. */
function meanOfFew<N extends RegionMemory>(part: Surface<N>, first: i32, end: i32, to: i32): void {
	const across: u32 = part.right - part.left;
	const lines: u32 = end - first;
	for (let line: u32 = 0; line < lines; line++)
		part.readRow(SOURCE + 4 * across * line, part.left, first + line, across);
	for (let column = meanOfEven(0, to, part.left, across, lines); column < to; ) {
		const from = max(part.left, endsAt(column - 1));
		const width: u32 = min(part.right, endsAt(column)) - from;
		store<u32>(UNDER + 4 * <u32>column, meanOf(SOURCE + 4 * <u32>(from - part.left), width, across, lines));
		column = meanOfEven(column + 1, to, part.left, across, lines);
	}
}

/** The means of columns from `column` on, up to the first one whose pixels are not all alike, whose number it gives; `to` if there is none. The part begins at pixel `left`. */
function meanOfEven(column: i32, to: i32, left: i32, across: u32, lines: u32): i32 {
	for (; column < to; column++) {
		const from = max(0, endsAt(column - 1) - left);
		const width = min(<i32>across, endsAt(column) - left) - from;
		if (width <= 0) continue;
		const place = SOURCE + 4 * <u32>from;
		const pixel = load<u32>(place);
		if (!isEven(place, width, across, lines, pixel)) return column;
		store<u32>(UNDER + 4 * <u32>column, pixel);
	}
	return to;
}

/** Whether `lines` lines of `width` pixels from `place` on, each `across` pixels behind the one before, are all like one. */
function isEven(place: u32, width: u32, across: u32, lines: u32, pixel: u32): bool {
	for (let line: u32 = 0; line < lines; line++) {
		for (let at = place; at < place + 4 * width; at += 4) if (load<u32>(at) !== pixel) return false;
		place += 4 * across;
	}
	return true;
}

/** Their mean. */
function meanOf(place: u32, width: u32, across: u32, lines: u32): u32 {
	memory.fill(SUMS, 0, 16);
	for (let line: u32 = 0; line < lines; line++) {
		for (let done: u32 = 0; done < width; done += LANES_MOST) {
			addLanes(SUMS, sumOf(place + 4 * (across * line + done), min(width - done, LANES_MOST)));
		}
	}
	return meanAt(SUMS, width * lines);
}

/** The same for lines of which not all have room at the same time. */
function meanOfMany<N extends RegionMemory>(part: Surface<N>, first: i32, end: i32, to: i32): void {
	memory.fill(SUMS, 0, 16 * <u32>to);
	for (let line = first; line < end; line++) addLine(part, line, to);
	for (let column: i32 = 0; column < to; column++) {
		const count = min(part.right, endsAt(column)) - max(part.left, endsAt(column - 1));
		if (count > 0) store<u32>(UNDER + 4 * <u32>column, meanAt(SUMS + 16 * <u32>column, count * (end - first)));
	}
}

/** The same at a cost that is the same whatever is drawn, a tenth of the mean's: each pixel is the mean of the first two, across a corner, that lie under it. */
export function samplePart<M extends RegionMemory, N extends RegionMemory>(
	copy: Surface<M>,
	part: Surface<N>,
	wide: i32,
	high: i32,
	row: i32,
): void {
	const line = firstOf(row, high, copy.height);
	if (line < part.top || line >= part.bottom) return;
	const across: u32 = part.right - part.left;
	layColumns(wide, copy.width);
	part.readRow(SOURCE, part.left, line, across);
	part.readRow(SOURCE + 4 * across, part.left, min(line + 1, part.bottom - 1), across);
	// The last pixel of a line has itself beside it.
	const lower = SOURCE + 4 * across;
	store<u32>(lower + 4 * across, load<u32>(lower + 4 * (across - 1)));
	const first = (part.left * copy.width + wide - 1) / wide;
	const end = min(copy.width, (part.right * copy.width + wide - 1) / wide);
	for (let column = first; column < end; column++) {
		const place = 4 * <u32>(endsAt(column - 1) - part.left);
		const one = load<u32>(SOURCE + place);
		const other = load<u32>(lower + place, 4);
		store<u32>(UNDER + 4 * <u32>column, (((one ^ other) >> 1) & 0x7f7f_7f7f) + (one & other));
	}
	if (end > first) copy.writeRow(UNDER + 4 * <u32>first, first, row, end - first);
}

/** Fills `copy` with `image`, at most as large in each direction, the nearest pixel everywhere. The copy may begin where the image does: it is filled from its end. */
export function enlarge<M extends RegionMemory>(copy: Surface<M>, image: Surface<M>): void {
	for (let row = copy.height - 1; row >= 0; row--) {
		image.readRow(SOURCE, 0, firstOf(row, image.height, copy.height), image.width);
		for (let column: i32 = 0; column < copy.width; column++) {
			const from = SOURCE + 4 * <u32>firstOf(column, image.width, copy.width);
			store<u32>(UNDER + 4 * <u32>column, load<u32>(from));
		}
		copy.writeRow(UNDER, 0, row, copy.width);
	}
}

/** The first of `from` pixels that lies under pixel `index` of `to`, and the first behind those that do. */
function firstOf(index: i32, from: i32, to: i32): i32 {
	return (index * from) / to;
}

function endOf(index: i32, from: i32, to: i32): i32 {
	return max(firstOf(index, from, to) + 1, firstOf(index + 1, from, to));
}

/** Notes where each of `to` columns ends among `from` pixels. */
function layColumns(from: i32, to: i32): void {
	if (from === columnsFrom && to === columnsTo) return;
	columnsFrom = from;
	columnsTo = to;
	for (let column: i32 = 0; column < to; column++) {
		store<u16>(ENDS + 2 * <u32>(column + 1), <u16>endOf(column, from, to));
	}
}

/** The first pixel behind those under a column; column -1 is the edge. */
function endsAt(column: i32): i32 {
	return load<u16>(ENDS + 2 * <u32>(column + 1));
}

/** Adds a line of the image to the sums of `to` pixels. It is read in pieces: an image may be wider than any surface that is drawn into. */
function addLine<N extends RegionMemory>(image: Surface<N>, line: i32, to: i32): void {
	let next = image.left;
	let read = next;
	let place = SOURCE;
	for (let column: i32 = 0; column < to; column++) {
		const behind = min(image.right, endsAt(column));
		const sum = SUMS + 16 * <u32>column;
		while (next < behind) {
			if (next === read) {
				read = min(image.right, next + <i32>WIDEST);
				image.readRow(SOURCE, next, line, read - next);
				place = SOURCE;
			}
			const count = min(min(behind, read) - next, <i32>LANES_MOST);
			addLanes(sum, sumOf(place, count));
			place += 4 * <u32>count;
			next += count;
		}
	}
}

/** The sum of `count` pixels, in lanes of 16 bits. */
export function sumOf(place: u32, count: i32): u64 {
	let lanes: u64 = 0;
	for (const end = place + 4 * <u32>count; place < end; place += 4) lanes += spread(load<u32>(place));
	return lanes;
}

/** Lanes of 16 bits (pixel.ts: red, blue, green, alpha) to sums of 32. */
function addLanes(sum: u32, lanes: u64): void {
	store<u64>(sum, load<u64>(sum) + (lanes & EVEN_LANES));
	store<u64>(sum, load<u64>(sum, 8) + ((lanes >> 16) & EVEN_LANES), 8);
}

/** The mean of the `number` pixels whose sum is there. */
function meanAt(sum: u32, number: u32): u32 {
	let pixel: u32 = 0;
	for (let channel: u32 = 0; channel < 4; channel++) {
		pixel |= ((load<u32>(sum + 4 * channel) + number / 2) / number) << (8 * channel);
	}
	return pixel;
}
