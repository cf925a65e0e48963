/** Single operations, repeated, to be timed. */

import { fixed } from '../../../sdk/graphics/coverage.ts';
import * as faces from '../../../sdk/graphics/face-numbers.ts';
import { fillGradient, fillRectangle } from '../../../sdk/graphics/fill.ts';
import { GRADIENT_BYTES, Gradient } from '../../../sdk/graphics/gradient.ts';
import { drawImage } from '../../../sdk/graphics/image.ts';
import { OwnMemory } from '../../../sdk/graphics/own.ts';
import { faded, rgb } from '../../../sdk/graphics/pixel.ts';
import { shrink } from '../../../sdk/graphics/resize.ts';
import { fillRounded } from '../../../sdk/graphics/shapes.ts';
import { drawLine } from '../../../sdk/graphics/strokes.ts';
import { SURFACE_BYTES, Surface } from '../../../sdk/graphics/surface.ts';
import { drawText } from '../../../sdk/graphics/text.ts';

const gradient = changetype<Gradient>(memory.data(GRADIENT_BYTES, 8));
const other = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
/** 44 characters. */
const TEXT: string = 'The boat leaves at nine, so meet at the pier';

/** Does operation `what` (in the order below) `rounds` times; how many pixels (of text: glyphs) that were in each round. */
export function repeat(surface: Surface<OwnMemory>, what: i32, rounds: i32, scale: i32): i32 {
	let amount: i32 = 0;
	for (let round: i32 = 0; round < rounds; round++) amount = once(surface, what, scale);
	return amount;
}

function once(surface: Surface<OwnMemory>, what: i32, s: i32): i32 {
	const width = surface.width;
	const height = surface.height;
	if (what === 0) fillRectangle(surface, 0, 0, width, height, rgb(0x0e2537));
	else if (what === 1) fillRectangle(surface, 0, 0, width, height, faded(rgb(0x0e2537), 100));
	else if (what === 2) {
		gradient.open(0, 0, rgb(0x0e2537), 0, height, rgb(0x030b14));
		fillGradient(surface, 0, 0, width, height, gradient);
	} else return pieces(surface, what, s);
	return width * height;
}

function pieces(surface: Surface<OwnMemory>, what: i32, s: i32): i32 {
	const width = surface.width;
	const height = surface.height;
	if (what === 3) {
		fillRounded(surface, 18 * s, 60 * s, 168 * s, 270 * s, 20 * s, rgb(0x13202b));
		return 168 * 270 * s * s;
	}
	if (what === 4) {
		drawText(surface, faces.SMALL, 20 * s, 100 * s, TEXT, rgb(0xf0f4f7));
		return TEXT.length;
	}
	if (what === 5) {
		drawLine(surface, fixed(20 * s), fixed(20 * s), fixed(300 * s), fixed(400 * s), fixed(3 * s), rgb(0x8ecbff));
		return 380 * s;
	}
	// A copy of the upper half over the lower one, opaque or blended; and the upper half made a cover.
	other.open(surface.offset, width, height / 2);
	if (what <= 7) {
		drawImage(surface, other, 0, height / 2, what === 6);
		return width * (height / 2);
	}
	const image = other.offset;
	other.open(image + 4 * <u32>(width * (height / 2)), 168 * s, 270 * s);
	surface.open(image, width, height / 2);
	shrink(other, surface);
	surface.open(image, width, height);
	return width * (height / 2);
}
