/** A picture of every shape, of text in one face, and of pictures in the picture. */

import { fixed } from '../../../sdk/graphics/coverage.ts';
import { SMALL } from '../../../sdk/graphics/face-numbers.ts';
import { fillGradient, fillRectangle } from '../../../sdk/graphics/fill.ts';
import { GRADIENT_BYTES, Gradient } from '../../../sdk/graphics/gradient.ts';
import { drawImage, drawImageFaded, drawImageRounded } from '../../../sdk/graphics/image.ts';
import { OwnMemory } from '../../../sdk/graphics/own.ts';
import { faded, rgb } from '../../../sdk/graphics/pixel.ts';
import { shrink } from '../../../sdk/graphics/resize.ts';
import { setText } from '../../../sdk/graphics/run.ts';
import { fillCircle, fillRounded, outlineCircle, outlineRounded } from '../../../sdk/graphics/shapes.ts';
import { addCorner, beginPolygon, drawLine, fillPolygon } from '../../../sdk/graphics/strokes.ts';
import { SURFACE_BYTES, Surface } from '../../../sdk/graphics/surface.ts';
import {
	OWNER_0,
	OWNER_1,
	OWNER_2,
	OWNER_3,
	OWNER_4,
	OWNER_5,
	SYSTEM_BAND,
} from '../../../sdk/graphics/system-colours.ts';
import { drawParagraph, drawTextCentred } from '../../../sdk/graphics/text.ts';
import { RegionMemory } from '../../../sdk/region/memory.ts';

/** A picture of its own at scale 1, and a small copy of it, at scale 2 at most 200 by 100 pixels. */
const PART_PIXELS: u32 = memory.data(4 * 390 * 180, 16) as u32;
const COPY_PIXELS: u32 = memory.data(4 * 200 * 100, 16) as u32;
const part = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
const copy = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
const gradient = changetype<Gradient>(memory.data(GRADIENT_BYTES, 8));

/** Smooth corners, rings, lines in many directions, translucent layers, gradients in three directions. */
export function drawShapes<M extends RegionMemory>(surface: Surface<M>, scale: i32): void {
	fillRectangle(surface, 0, 0, surface.width, surface.height, rgb(0x0b141d));
	corners(surface, scale);
	marks(surface, scale);
	star(surface, scale);
	layers(surface, scale);
	gradients(surface, scale);
	words(surface, scale);
	copies(surface, scale);
}

function corners<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	for (let index: i32 = 0; index < 4; index++) {
		const x = (20 + 90 * index) * s;
		const radius = (4 + 9 * index) * s;
		fillRounded(surface, x, 20 * s, 80 * s, 80 * s, radius, rgb(0x293946));
		outlineRounded(surface, x, 20 * s, 80 * s, 80 * s, radius, fixed(3 * s) / 2, rgb(OWNER_2));
		outlineRounded(surface, x + 14 * s, 34 * s, 52 * s, 52 * s, radius / 2, fixed(s), rgb(SYSTEM_BAND));
	}
}

/** The six shapes of owner marks, in their colours, at the size of the strip and larger. */
function marks<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	for (let size: i32 = 1; size <= 2; size++) {
		const half = fixed(5 * size * s);
		const y = fixed((100 + 26 * size) * s);
		const step = fixed(60 * s);
		let x = fixed(45 * s);
		fillCircle(surface, x, y, half, rgb(OWNER_0));
		x += step;
		fillRounded(surface, (x - half) >> 8, (y - half) >> 8, (2 * half) >> 8, (2 * half) >> 8, s, rgb(OWNER_1));
		x += step;
		beginPolygon();
		addCorner(x, y - half);
		addCorner(x + half, y + half);
		addCorner(x - half, y + half);
		fillPolygon(surface, rgb(OWNER_2));
		x += step;
		beginPolygon();
		addCorner(x, y - half);
		addCorner(x + half, y);
		addCorner(x, y + half);
		addCorner(x - half, y);
		fillPolygon(surface, rgb(OWNER_3));
		x += step;
		outlineCircle(surface, x, y, half, half / 2, rgb(OWNER_4));
		x += step;
		drawLine(surface, x - half, y, x + half, y, half / 2, rgb(OWNER_5));
	}
}

/** Lines in sixteen directions. */
function star<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	const x = fixed(110 * s);
	const y = fixed(290 * s);
	for (let index: i32 = 0; index < 9; index++) {
		const along = fixed(10 * index * s);
		const width = fixed(s) / 2 + (fixed(s) * index) / 4;
		drawLine(surface, x, y, x + fixed(80 * s), y + along, width, rgb(0x8ecbff));
		drawLine(surface, x, y, x - along, y + fixed(80 * s), width, rgb(0x8ecbff));
		drawLine(surface, x, y, x - fixed(80 * s), y - along, width, rgb(0x8ecbff));
		drawLine(surface, x, y, x + along, y - fixed(80 * s), width, rgb(0x8ecbff));
	}
}

function layers<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	fillCircle(surface, fixed(270 * s), fixed(260 * s), fixed(45 * s), faded(rgb(OWNER_1), 160));
	fillCircle(surface, fixed(320 * s), fixed(260 * s), fixed(45 * s), faded(rgb(OWNER_0), 160));
	fillCircle(surface, fixed(295 * s), fixed(305 * s), fixed(45 * s), faded(rgb(OWNER_2), 160));
	fillRectangle(surface, 220 * s, 300 * s, 150 * s, 20 * s, faded(rgb(0), 128));
}

function gradients<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	const top = rgb(0x0e2537);
	const bottom = rgb(0x030b14);
	gradient.open(0, 400 * s, top, 0, 640 * s, bottom);
	fillGradient(surface, 20 * s, 400 * s, 110 * s, 240 * s, gradient);
	gradient.open(140 * s, 0, rgb(OWNER_0), 250 * s, 0, rgb(OWNER_2));
	fillGradient(surface, 140 * s, 400 * s, 110 * s, 240 * s, gradient);
	gradient.open(260 * s, 400 * s, rgb(SYSTEM_BAND), 370 * s, 640 * s, rgb(0x13202b));
	fillGradient(surface, 260 * s, 400 * s, 110 * s, 240 * s, gradient);
}

/** Light on dark, dark on light, and translucent. */
function words<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	setText(SMALL, 'Waves are wrapped at 170 points, “To AVATAR”, and cut after the third line, wherever that may be.');
	drawParagraph(surface, 20 * s, 660 * s, 170 * s, 3, rgb(0xf0f4f7));
	fillRounded(surface, 200 * s, 660 * s, 170 * s, 60 * s, 16 * s, rgb(0xeaf1f8));
	drawTextCentred(surface, SMALL, 285 * s, 668 * s, 'Dark on light', rgb(0x0e1c28));
	drawTextCentred(surface, SMALL, 285 * s, 692 * s, 'Faint', faded(rgb(0x0e1c28), 110));
}

function copies<M extends RegionMemory>(surface: Surface<M>, s: i32): void {
	part.open(PART_PIXELS, 390, 180);
	fillRectangle(part, 0, 0, part.width, part.height, rgb(0x0b141d));
	corners(part, 1);
	marks(part, 1);
	copy.open(COPY_PIXELS, 100 * s, 50 * s);
	shrink(copy, part);
	drawImageRounded(surface, copy, 20 * s, 750 * s, 12 * s, true);
	drawImageFaded(surface, copy, 140 * s, 750 * s, true, 128);
	drawImage(surface, copy, 260 * s, 750 * s, false);
}
