/** Colours computed on whole numbers: OKLCH (Ottosson 2020) to sRGB, and the contrast of WCAG 2.2. */

import { LIGHT, SINES } from './colour-tables.ts';
import { rgb } from './pixel.ts';

/** Cosine of whole degrees, times 65536. */
function cosine(degrees: i32): i64 {
	const turn = ((degrees % 360) + 360) % 360;
	const half = turn > 180 ? 360 - turn : turn;
	return half <= 90 ? load<u32>(SINES + 4 * (90 - half)) : -(<i64>load<u32>(SINES + 4 * (half - 90)));
}

/** Linear light 0 to 65535 of a channel 0 to 255. */
function lightOf(channel: u32): u32 {
	return load<u16>(LIGHT + 2 * (channel & 0xff));
}

/** The channel nearest to an amount of linear light, 0 to 65535. */
function encode(light: i64): u32 {
	let low: u32 = 0;
	let high: u32 = 255;
	while (low < high) {
		const middle = (low + high) / 2;
		if (<i64>lightOf(middle) + lightOf(middle + 1) < 2 * light) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Cube of a number with 20 bits below the point. */
function cube(value: i64): i64 {
	return (((value * value) >> 20) * value) >> 20;
}

/** Three linear channels of the colour computed last, 20 bits below the point. */
let red: i64 = 0;
let green: i64 = 0;
let blue: i64 = 0;

/** Lightness and chroma in thousandths. Coefficients are Ottosson's times 2^20. */
function toLinear(lightness: i32, chroma: i32, hue: i32): void {
	const base = ((<i64>lightness) << 20) / 1000;
	const a = (((<i64>chroma) << 4) * cosine(hue)) / 1000;
	const b = (((<i64>chroma) << 4) * cosine(hue - 90)) / 1000;
	const long = cube(base + ((415_590 * a + 226_287 * b) >> 20));
	const medium = cube(base - ((110_689 * a + 66_956 * b) >> 20));
	const short = cube(base - ((93_831 * a + 1_354_221 * b) >> 20));
	red = (4_274_773 * long - 3_468_387 * medium + 242_190 * short) >> 20;
	green = (-1_330_054 * long + 2_736_529 * medium - 357_899 * short) >> 20;
	blue = (-4_400 * long - 737_588 * medium + 1_790_564 * short) >> 20;
}

function inGamut(channel: i64): bool {
	return channel >= -1024 && channel <= (1 << 20) + 1024;
}

function clampLight(channel: i64): i64 {
	return max<i64>(0, min<i64>(65_535, (channel * 65_535) >> 20));
}

/** An opaque pixel from lightness (thousandths), chroma (thousandths; reduced until screens can show it) and hue (degrees). */
export function oklch(lightness: i32, chroma: i32, hue: i32): u32 {
	let reduced = chroma;
	toLinear(lightness, reduced, hue);
	while (reduced > 0 && !(inGamut(red) && inGamut(green) && inGamut(blue))) toLinear(lightness, --reduced, hue);
	return rgb((encode(clampLight(red)) << 16) | (encode(clampLight(green)) << 8) | encode(clampLight(blue)));
}

/** Relative luminance of an opaque pixel (WCAG), 0 to 65535. */
export function luminance(pixel: u32): u32 {
	return (2126 * lightOf(pixel) + 7152 * lightOf(pixel >> 8) + 722 * lightOf(pixel >> 16)) / 10_000;
}

/** Contrast of two opaque pixels (WCAG 1.4.3) in hundredths: 100 to 2100, rounded down. */
export function contrast(first: u32, second: u32): u32 {
	const a = luminance(first);
	const b = luminance(second);
	// 0.05 of full luminance.
	const flare: u32 = 3277;
	return (100 * (max(a, b) + flare)) / (min(a, b) + flare);
}
