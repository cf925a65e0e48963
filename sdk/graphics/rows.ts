/**
 * What everything is drawn with: kernels that blend a stretch of a row in own memory, with what comes on top in SOURCE and how much of it in COVERAGE. Where pixels lie
 * in another memory, a surface reads the stretch into UNDER and writes it back. So the arithmetic exists once, whatever memory pixels lie in.
 */

import { gather, over, scale, spread } from './pixel.ts';

/** Pixels of the widest surface: rows are static memory of everything that draws, so no more than the widest screen and picture need. */
export const WIDEST: u32 = 1024;
/** The destination's pixels, where they are not in own memory. */
export const UNDER: u32 = memory.data(4 * 1024, 16) as u32;
/** Source pixels, where the source is not one colour. */
export const SOURCE: u32 = memory.data(4 * 1024, 16) as u32;
/** 0 to 255 for each pixel. Behind the last pixel of a stretch follow eight zeros, so that kernels may look ahead by words. */
export const COVERAGE: u32 = memory.data(1024 + 8, 16) as u32;
/** Eight pixels that are covered wholly. */
const WHOLE: u64 = u64.MAX_VALUE;

/** Sets `count` pixels from `row` on. */
export function fillRow(row: u32, count: u32, pixel: u32): void {
	const two = pair(pixel);
	const end = row + 4 * count;
	let place = row;
	for (; place + 32 <= end; place += 32) {
		store<u64>(place, two);
		store<u64>(place, two, 8);
		store<u64>(place, two, 16);
		store<u64>(place, two, 24);
	}
	for (; place + 8 <= end; place += 8) store<u64>(place, two);
	if (place < end) store<u32>(place, pixel);
}

/** The same pixel twice. */
function pair(pixel: u32): u64 {
	return ((<u64>pixel) << 32) | pixel;
}

/** One colour over `count` pixels from `row` on. Pixels lie side by side with their like, so what two of them have become is mostly known. */
export function blendColour(row: u32, count: u32, pixel: u32): void {
	const source = spread(pixel);
	const rest = 255 - (pixel >> 24);
	const end = row + 4 * count;
	let place = row;
	while (place + 8 <= end) {
		const two = load<u64>(place);
		const low: u64 = gather(source + scale(spread(<u32>two), rest));
		const high: u64 = gather(source + scale(spread(<u32>(two >> 32)), rest));
		const blended = (high << 32) | low;
		for (; place + 8 <= end && load<u64>(place) === two; place += 8) store<u64>(place, blended);
	}
	if (place < end) store<u32>(place, gather(source + scale(spread(load<u32>(place)), rest)));
}

/** For each coverage what the ink makes of the ground; 0: not computed yet. What is drawn on lies mostly in one colour. */
const SHADES: u32 = memory.data(4 * 256, 8) as u32;
let ink: u32 = 0;
let ground: u32 = 0;
let inkLifted: bool = false;

/** Chooses the colours of SHADES. */
function chooseShades(pixel: u32, under: u32, lifted: bool): void {
	if (pixel === ink && under === ground && lifted === inkLifted) return;
	memory.fill(SHADES, 0, 4 * 256);
	ink = pixel;
	ground = under;
	inkLifted = lifted;
}

/** One colour over `count` pixels from `row` on, as far as COVERAGE lets it; `lifted` for light text. */
export function blendInk(row: u32, count: u32, pixel: u32, lifted: bool): void {
	let index = nextCovered(0, count);
	if (index >= count) return;
	const first = <u32>(ctz(load<u64>(COVERAGE + index)) >> 3);
	chooseShades(pixel, load<u32>(row + 4 * (index + first)), lifted);
	const two = pair(pixel);
	const opaque = pixel >> 24 === 255;
	do {
		const word = load<u64>(COVERAGE + index);
		if (opaque && word === WHOLE) paintEight(row + 4 * index, two);
		else shadeEight(word, row + 4 * index);
		index = nextCovered(index + 8, count);
	} while (index < count);
}

/** The first eight pixels from `index` on of which some are covered, or `count` or more. */
function nextCovered(index: u32, count: u32): u32 {
	while (index < count && load<u64>(COVERAGE + index) === 0) index += 8;
	return index;
}

function paintEight(place: u32, two: u64): void {
	store<u64>(place, two);
	store<u64>(place, two, 8);
	store<u64>(place, two, 16);
	store<u64>(place, two, 24);
}

/** The ink over the eight pixels at `place`, of which `word`, which is not 0, says how much of each. */
function shadeEight(word: u64, place: u32): void {
	word = paintKnown(word, place);
	if (word === 0) return;
	do {
		word = shadeOne(word, place);
		if (word !== 0) word = paintKnown(word, place);
	} while (word !== 0);
}

/** Paints pixels, from the first on, as long as SHADES knows them; what is left of the word. */
function paintKnown(word: u64, place: u32): u64 {
	do {
		const bits = ctz(word) & 56;
		const covered = <u32>(word >> bits) & 255;
		const at = place + <u32>(bits >> 1);
		const known = load<u32>(SHADES + 4 * covered);
		if (known === 0 || load<u32>(at) !== ground) return word;
		store<u32>(at, known);
		word ^= (<u64>covered) << bits;
	} while (word !== 0);
	return 0;
}

/** Computes the first pixel, and keeps it if it lies on the ground; the word without it. */
function shadeOne(word: u64, place: u32): u64 {
	const bits = ctz(word) & 56;
	const covered = <u32>(word >> bits) & 255;
	const at = place + <u32>(bits >> 1);
	const under = load<u32>(at);
	// Blending encoded colours makes light text on dark thinner than dark on light: half-covered pixels get back up to 16 / 255.
	const shown = inkLifted ? covered + ((covered * (255 - covered)) >> 10) : covered;
	const pixel = overCovered(spread(ink), shown, under);
	store<u32>(at, pixel);
	if (under === ground) store<u32>(SHADES + 4 * covered, pixel);
	return word ^ ((<u64>covered) << bits);
}

function overCovered(source: u64, covered: u32, under: u32): u32 {
	const lanes = scale(source, covered);
	return gather(lanes + scale(spread(under), 255 - <u32>(lanes >> 48)));
}

/** SOURCE over `count` pixels from `row` on. */
export function blendSource(row: u32, count: u32): void {
	for (let index: u32 = 0; index < 4 * count; index += 4) {
		store<u32>(row + index, over(load<u32>(SOURCE + index), load<u32>(row + index)));
	}
}

/** SOURCE over `count` pixels from `row` on, as far as COVERAGE lets it. */
export function blendSourceCovered(row: u32, count: u32): void {
	for (let index: u32 = 0; index < count; index++) {
		const covered: u32 = load<u8>(COVERAGE + index);
		const place = row + 4 * index;
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
