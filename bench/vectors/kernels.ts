/** The kernels of sdk/graphics/rows.ts, gradient.ts and resize.ts with vectors of 128 bits, four pixels at a time. Each gives what the plain one gives, byte for byte. */

import { LIGHTS } from '../../sdk/graphics/blit.ts';
import { over, spread } from '../../sdk/graphics/pixel.ts';
import { COVERAGE, SOURCE, UNDER } from '../../sdk/graphics/rows.ts';

/** Bytes of a vector. */
const STEP: u32 = 16;
const WHOLE: u64 = u64.MAX_VALUE;

/** Products of 16 bits over 255, rounded to the nearest, as in pixel.ts. */
function divided(products: v128): v128 {
	const sum = i16x8.add(products, i16x8.splat(128));
	return i16x8.shr_u(i16x8.add(sum, i16x8.shr_u(sum, 8)), 8);
}

/** Bytes times factors / 255. */
function scaled(pixels: v128, factors: v128): v128 {
	const low = divided(i16x8.extmul_low_i8x16_u(pixels, factors));
	return i8x16.narrow_i16x8_u(low, divided(i16x8.extmul_high_i8x16_u(pixels, factors)));
}

/** Pixels over those at `place`. */
function layOver(pixels: v128, place: u32): void {
	const alphas = v128.shuffle<u8>(pixels, pixels, 3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
	v128.store(place, i8x16.add(pixels, scaled(v128.load(place), v128.not(alphas))));
}

/** As `fillRow`. */
export function fillRow(row: u32, count: u32, pixel: u32): void {
	const pixels = i32x4.splat(pixel);
	const end = row + 4 * count;
	let place = row;
	for (; place + STEP <= end; place += STEP) v128.store(place, pixels);
	for (; place < end; place += 4) store<u32>(place, pixel);
}

/** As `blendColour`. */
export function blendColour(row: u32, count: u32, pixel: u32): void {
	const pixels = i32x4.splat(pixel);
	const rest = i8x16.splat(<i8>(255 - (pixel >> 24)));
	const end = row + 4 * count;
	let place = row;
	for (; place + STEP <= end; place += STEP) {
		v128.store(place, i8x16.add(pixels, scaled(v128.load(place), rest)));
	}
	for (; place < end; place += 4) store<u32>(place, over(pixel, load<u32>(place)));
}

/** As `blendInk`; may read and write back up to seven pixels behind the row. */
export function blendInk(row: u32, count: u32, pixel: u32, lifted: bool): void {
	const pixels = i32x4.splat(pixel);
	const opaque = pixel >> 24 === 255;
	for (let index: u32 = 0; index < count; index += 8) {
		const word = load<u64>(COVERAGE + index);
		if (word === 0) continue;
		const place = row + 4 * index;
		if (opaque && word === WHOLE) {
			v128.store(place, pixels);
			v128.store(place, pixels, STEP);
		} else inkEight(place, pixels, v128.load64_zero(COVERAGE + index), lifted);
	}
}

function inkEight(place: u32, pixels: v128, covered: v128, lifted: bool): void {
	let parts = covered;
	if (lifted) {
		const wide = i16x8.extend_low_i8x16_u(covered);
		const lift = i16x8.shr_u(i16x8.mul(wide, i16x8.sub(i16x8.splat(255), wide)), 10);
		parts = i8x16.narrow_i16x8_u(i16x8.add(wide, lift), wide);
	}
	layOver(scaled(pixels, firstFour(parts)), place);
	layOver(scaled(pixels, secondFour(parts)), place + STEP);
}

/** Coverage of four pixels, once for each channel. */
function firstFour(parts: v128): v128 {
	return v128.shuffle<u8>(parts, parts, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
}

function secondFour(parts: v128): v128 {
	return v128.shuffle<u8>(parts, parts, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7);
}

/** As `blendSource`. */
export function blendSource(row: u32, count: u32): void {
	const end: u32 = 4 * count;
	let index: u32 = 0;
	for (; index + STEP <= end; index += STEP) layOver(v128.load(SOURCE + index), row + index);
	for (; index < end; index += 4) store<u32>(row + index, over(load<u32>(SOURCE + index), load<u32>(row + index)));
}

/** As `blendSourceCovered`; may read and write back up to three pixels behind the row. */
export function blendSourceCovered(row: u32, count: u32): void {
	for (let index: u32 = 0; index < count; index += 4) {
		const parts = v128.load32_zero(COVERAGE + index);
		layOver(scaled(v128.load(SOURCE + 4 * index), firstFour(parts)), row + 4 * index);
	}
}

/** As `fadeSource`; may fade up to three pixels behind the row, which nobody reads. */
export function fadeSource(count: u32, alpha: u32): void {
	const factors = i8x16.splat(<i8>alpha);
	for (let place = SOURCE; place < SOURCE + 4 * count; place += STEP) {
		v128.store(place, scaled(v128.load(place), factors));
	}
}

/** As `repeatPeriod`; may write up to three pixels behind the row, which nobody reads. */
export function repeatPeriod(x: i32, count: u32, first: u32, second: u32, third: u32, fourth: u32): void {
	store<u32>(SOURCE + 4 * (-x & 3), first);
	store<u32>(SOURCE + 4 * ((1 - x) & 3), second);
	store<u32>(SOURCE + 4 * ((2 - x) & 3), third);
	store<u32>(SOURCE + 4 * ((3 - x) & 3), fourth);
	const period = v128.load(SOURCE);
	for (let place = SOURCE + STEP; place < SOURCE + 4 * count; place += STEP) v128.store(place, period);
}

/** As `darken`; may darken up to three pixels behind the columns, which nobody reads. */
export function darken(count: u32): void {
	for (let offset: u32 = 0; offset < 4 * count; offset += STEP) {
		const pixels = v128.load(UNDER + offset);
		const lights = v128.load(LIGHTS + offset);
		// Lights of two pixels, 16 bits for each channel.
		const first = v128.shuffle<u8>(lights, lights, 0, 1, 0, 1, 0, 1, 0, 1, 4, 5, 4, 5, 4, 5, 4, 5);
		const second = v128.shuffle<u8>(lights, lights, 8, 9, 8, 9, 8, 9, 8, 9, 12, 13, 12, 13, 12, 13, 12, 13);
		const low = i16x8.shr_u(i16x8.mul(i16x8.extend_low_i8x16_u(pixels), first), 8);
		const high = i16x8.shr_u(i16x8.mul(i16x8.extend_high_i8x16_u(pixels), second), 8);
		v128.store(UNDER + offset, v128.or(i8x16.narrow_i16x8_u(low, high), i32x4.splat(0xff00_0000)));
	}
}

/** As `sumOf`: red, blue, green and alpha in lanes of 16 bits, of at most 257 pixels. */
export function sumOf(place: u32, count: i32): u64 {
	const end = place + 4 * <u32>count;
	let sums = i16x8.splat(0);
	for (; place + STEP <= end; place += STEP) {
		const pixels = v128.load(place);
		sums = i16x8.add(sums, i16x8.add(i16x8.extend_low_i8x16_u(pixels), i16x8.extend_high_i8x16_u(pixels)));
	}
	// Red, green, blue, alpha twice: both halves together, and green and blue change places.
	sums = i16x8.add(sums, v128.shuffle<u8>(sums, sums, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
	let lanes: u64 = i64x2.extract_lane(v128.shuffle<u8>(sums, sums, 0, 1, 4, 5, 2, 3, 6, 7, 0, 1, 4, 5, 2, 3, 6, 7), 0);
	for (; place < end; place += 4) lanes += spread(load<u32>(place));
	return lanes;
}
