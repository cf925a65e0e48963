/** Owner marks: the colour and shape by which the system names an app, everywhere the same. Six colours and six shapes; no two of 36 apps have the same of both. */

import { RegionMemory } from '../region/memory.ts';
import { fixed } from './coverage.ts';
import { rgb } from './pixel.ts';
import { fillCircle, outlineCircle } from './shapes.ts';
import { addCorner, beginPolygon, drawLine, fillPolygon } from './strokes.ts';
import { Surface } from './surface.ts';
import { OWNER_0, OWNER_1, OWNER_2, OWNER_3, OWNER_4, OWNER_5 } from './system-colours.ts';

const KINDS: u32 = 6;
/** How many marks there are. */
export const MARKS: u32 = 36;

/** Colour of a mark, as a pixel. */
export function markColour(mark: u32): u32 {
	switch (mark % KINDS) {
		case 0:
			return rgb(OWNER_0);
		case 1:
			return rgb(OWNER_1);
		case 2:
			return rgb(OWNER_2);
		case 3:
			return rgb(OWNER_3);
		case 4:
			return rgb(OWNER_4);
		default:
			return rgb(OWNER_5);
	}
}

/** Draws a mark around a place in pixels, in its own colour. */
export function drawMark<M extends RegionMemory>(surface: Surface<M>, mark: u32, x: i32, y: i32, radius: i32): void {
	drawMarkIn(surface, mark, x, y, radius, markColour(mark));
}

/** The same in a colour of the caller's. */
export function drawMarkIn<M extends RegionMemory>(
	surface: Surface<M>,
	mark: u32,
	x: i32,
	y: i32,
	radius: i32,
	pixel: u32,
): void {
	const shape = (mark + mark / KINDS) % KINDS;
	const middleX = fixed(x);
	const middleY = fixed(y);
	const half = fixed(radius);
	if (shape === 0) fillCircle(surface, middleX, middleY, half, pixel);
	else if (shape === 1) square(surface, middleX, middleY, half, pixel);
	else if (shape === 2) triangle(surface, middleX, middleY, half, pixel);
	else if (shape === 3) diamond(surface, middleX, middleY, half, pixel);
	else if (shape === 4) outlineCircle(surface, middleX, middleY, half, half / 2, pixel);
	else drawLine(surface, middleX - half / 2, middleY, middleX + half / 2, middleY, half, pixel);
}

function square<M extends RegionMemory>(surface: Surface<M>, x: i32, y: i32, half: i32, pixel: u32): void {
	const side = (half * 7) / 8;
	beginPolygon();
	addCorner(x - side, y - side);
	addCorner(x + side, y - side);
	addCorner(x + side, y + side);
	addCorner(x - side, y + side);
	fillPolygon(surface, pixel);
}

function triangle<M extends RegionMemory>(surface: Surface<M>, x: i32, y: i32, half: i32, pixel: u32): void {
	beginPolygon();
	addCorner(x, y - half);
	addCorner(x + half, y + (half * 7) / 8);
	addCorner(x - half, y + (half * 7) / 8);
	fillPolygon(surface, pixel);
}

function diamond<M extends RegionMemory>(surface: Surface<M>, x: i32, y: i32, half: i32, pixel: u32): void {
	beginPolygon();
	addCorner(x, y - half);
	addCorner(x + half, y);
	addCorner(x, y + half);
	addCorner(x - half, y);
	fillPolygon(surface, pixel);
}
