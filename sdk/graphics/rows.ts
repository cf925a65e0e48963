/**
 * The three rows of pixels that everything is drawn through, in own memory: what lies there, what comes on top, and how much of it. A surface reads a stretch
 * of its row into UNDER, a kernel below blends, the surface writes it back. So the arithmetic exists once, whatever memory pixels lie in.
 */

import { gather, over, scale, spread } from './pixel.ts';

/** Pixels of the widest surface: rows are static memory of everything that draws, so no more than the widest screen and picture need. */
export const WIDEST: u32 = 1024;
/** The destination's pixels. */
export const UNDER: u32 = memory.data(4 * 1024, 16) as u32;
/** Source pixels, where the source is not one colour. */
export const SOURCE: u32 = memory.data(4 * 1024, 16) as u32;
/** 0 to 255 for each pixel. Eight bytes more, so that kernels may look ahead by words. */
export const COVERAGE: u32 = memory.data(1024 + 8, 16) as u32;

/** Sets `count` pixels from `row` on. */
export function fillRow(row: u32, count: u32, pixel: u32): void {
	const two = ((<u64>pixel) << 32) | pixel;
	const end = row + 4 * count;
	let place = row;
	for (; place + 8 <= end; place += 8) store<u64>(place, two);
	if (place < end) store<u32>(place, pixel);
}

/** One colour over UNDER. */
export function blendColour(count: u32, pixel: u32): void {
	const source = spread(pixel);
	const rest = 255 - (pixel >> 24);
	for (let place = UNDER; place < UNDER + 4 * count; place += 4) {
		store<u32>(place, gather(source + scale(spread(load<u32>(place)), rest)));
	}
}

/** One colour over UNDER, as far as COVERAGE lets it. */
export function blendColourCovered(count: u32, pixel: u32): void {
	const source = spread(pixel);
	const opaque = pixel >> 24 === 255;
	for (let index: u32 = 0; index < count; index++) {
		if (load<u64>(COVERAGE + index) === 0) {
			index += 7;
			continue;
		}
		const covered: u32 = load<u8>(COVERAGE + index);
		if (covered === 0) continue;
		const place = UNDER + 4 * index;
		if (opaque && covered === 255) store<u32>(place, pixel);
		else store<u32>(place, overCovered(source, covered, load<u32>(place)));
	}
}

function overCovered(source: u64, covered: u32, under: u32): u32 {
	const lanes = scale(source, covered);
	return gather(lanes + scale(spread(under), 255 - <u32>(lanes >> 48)));
}

/** SOURCE over UNDER. */
export function blendSource(count: u32): void {
	for (let index: u32 = 0; index < 4 * count; index += 4) {
		store<u32>(UNDER + index, over(load<u32>(SOURCE + index), load<u32>(UNDER + index)));
	}
}

/** SOURCE over UNDER, as far as COVERAGE lets it. */
export function blendSourceCovered(count: u32): void {
	for (let index: u32 = 0; index < count; index++) {
		const covered: u32 = load<u8>(COVERAGE + index);
		const place = UNDER + 4 * index;
		const source = load<u32>(SOURCE + 4 * index);
		if (covered === 255 && source >> 24 === 255) store<u32>(place, source);
		else if (covered !== 0) store<u32>(place, overCovered(spread(source), covered, load<u32>(place)));
	}
}

/** Makes SOURCE fainter: alpha / 255 of what it was. */
export function fadeSource(count: u32, alpha: u32): void {
	for (let place = SOURCE; place < SOURCE + 4 * count; place += 4) {
		store<u32>(place, gather(scale(spread(load<u32>(place)), alpha)));
	}
}
