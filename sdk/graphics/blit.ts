/** Copies pictures to the screen row by row: nothing of them is computed again, but for corners and shadows. Everything keeps to the clip of the surface. */

import { RegionMemory } from '../region/memory.ts';
import { beginCoverage, endCoverage, fixed, squareRoot } from './coverage.ts';
import { OwnMemory } from './own.ts';
import { coverRounded } from './rounded.ts';
import { fadeSource, SOURCE, UNDER } from './rows.ts';
import { Surface } from './surface.ts';

export const CORNERS_LEFT: u32 = 5;
export const CORNERS_RIGHT: u32 = 10;
export const CORNERS_TOP: u32 = 3;
export const CORNERS_BOTTOM: u32 = 12;
export const CORNERS_ALL: u32 = 15;

/** For each column of a shadow, what it leaves of the light, in 1/256; 32 bits each. */
export const LIGHTS: u32 = memory.data(4 * 64, 4) as u32;
/** Opacity of a shadow at the edge that throws it. */
const SHADOW_ALPHA: i32 = 110;
/** Source column of each column of a scaled picture. */
const COLUMNS: u32 = memory.data(2 * 780, 4) as u32;

/** Draws an opaque picture with its top left pixel at (x, y). */
export function copyPicture<M extends RegionMemory>(
	surface: Surface<M>,
	picture: Surface<OwnMemory>,
	x: i32,
	y: i32,
): void {
	const left = max(x, surface.left);
	const right = min(x + picture.width, surface.right);
	if (left >= right) return;
	const bottom = min(y + picture.height, surface.bottom);
	for (let row = max(y, surface.top); row < bottom; row++) {
		surface.writeRow(picture.place(left - x, row - y), left, row, right - left);
	}
}

/** The same with some of its corners round. */
export function copyRounded<M extends RegionMemory>(
	surface: Surface<M>,
	picture: Surface<OwnMemory>,
	x: i32,
	y: i32,
	radius: i32,
	corners: u32,
): void {
	const bottom = min(y + picture.height, surface.bottom);
	for (let row = max(y, surface.top); row < bottom; row++) {
		const below = row - y;
		let cut: u32 = 0;
		if (below < radius) cut = corners & CORNERS_TOP;
		else if (below >= picture.height - radius) cut = (corners & CORNERS_BOTTOM) >> 2;
		const from = (cut & 1) !== 0 ? x + radius : x;
		const to = (cut & 2) !== 0 ? x + picture.width - radius : x + picture.width;
		copyPart(surface, picture, x, y, row, from, to);
		if ((cut & 1) !== 0) paintCorner(surface, picture, x, y, row, x, from, radius);
		if ((cut & 2) !== 0) paintCorner(surface, picture, x, y, row, to, x + picture.width, radius);
	}
}

/** Columns `from` to `to` of a row. */
function copyPart<M extends RegionMemory>(
	surface: Surface<M>,
	picture: Surface<OwnMemory>,
	x: i32,
	y: i32,
	row: i32,
	from: i32,
	to: i32,
): void {
	const left = max(from, surface.left);
	const right = min(to, surface.right);
	if (left < right) surface.writeRow(picture.place(left - x, row - y), left, row, right - left);
}

function paintCorner<M extends RegionMemory>(
	surface: Surface<M>,
	picture: Surface<OwnMemory>,
	x: i32,
	y: i32,
	row: i32,
	from: i32,
	to: i32,
	radius: i32,
): void {
	const left = max(from, surface.left);
	const right = min(to, surface.right);
	if (left >= right) return;
	picture.readRow(SOURCE, left - x, row - y, right - left);
	beginCoverage(right - left);
	const width = fixed(picture.width);
	coverRounded(row - y, right - left, fixed(x - left), 0, width, fixed(picture.height), fixed(radius), 1);
	endCoverage(right - left);
	surface.paintSourceCovered(left, row, right - left);
}

/** A picture at `alpha` / 255 of its opacity. */
export function copyFaded<M extends RegionMemory>(
	surface: Surface<M>,
	picture: Surface<OwnMemory>,
	x: i32,
	y: i32,
	alpha: u32,
): void {
	const left = max(x, surface.left);
	const right = min(x + picture.width, surface.right);
	if (left >= right) return;
	const bottom = min(y + picture.height, surface.bottom);
	for (let row = max(y, surface.top); row < bottom; row++) {
		picture.readRow(SOURCE, left - x, row - y, right - left);
		fadeSource(right - left, alpha);
		surface.paintSource(left, row, right - left, false);
	}
}

/** A picture scaled to `width` x `height`, at most its own, and darkened to `light` / 255. Rows that come from the same row are computed once. */
export function copyScaled<M extends RegionMemory>(
	surface: Surface<M>,
	picture: Surface<OwnMemory>,
	x: i32,
	y: i32,
	width: i32,
	height: i32,
	light: u32,
): void {
	const left = max(x, surface.left);
	const right = min(x + width, surface.right);
	if (left >= right) return;
	for (let column = left; column < right; column++) {
		store<u16>(COLUMNS + 2 * (column - left), <u16>(((column - x) * picture.width) / width));
	}
	const bottom = min(y + height, surface.bottom);
	for (let row = max(y, surface.top); row < bottom; row++) {
		scaleRow(picture.place(0, ((row - y) * picture.height) / height), right - left, light);
		surface.writeRow(UNDER, left, row, right - left);
	}
}

/** Picks the pixels of a row into UNDER, darkened. */
function scaleRow(source: u32, count: u32, light: u32): void {
	for (let index: u32 = 0; index < count; index++) {
		const pixel = load<u32>(source + 4 * <u32>load<u16>(COLUMNS + 2 * index));
		store<u32>(UNDER + 4 * index, darkened(pixel, light));
	}
}

/** The shadow that an edge throws on columns `from` to `to`, at most 64 of them, strongest at `edge`. */
export function shadeColumns<M extends RegionMemory>(surface: Surface<M>, from: i32, to: i32, edge: i32): void {
	const left = max(from, surface.left);
	const right = min(to, surface.right);
	if (left >= right) return;
	for (let column = left; column < right; column++) {
		store<u32>(LIGHTS + 4 * (column - left), 256 - shadowAt(abs(column - edge), to - from));
	}
	for (let row = surface.top; row < surface.bottom; row++) {
		surface.readRow(UNDER, left, row, right - left);
		darken(right - left);
		surface.writeRow(UNDER, left, row, right - left);
	}
}

/** Darkens the first pixels of UNDER, at most 64, by LIGHTS. */
export function darken(count: u32): void {
	for (let offset: u32 = 0; offset < 4 * count; offset += 4) {
		store<u32>(UNDER + offset, darkened(load<u32>(UNDER + offset), load<u32>(LIGHTS + offset)));
	}
}

/** An opaque pixel at `light` / 256 of its light. */
function darkened(pixel: u32, light: u32): u32 {
	const redBlue = (((pixel & 0x00ff_00ff) * light) >> 8) & 0x00ff_00ff;
	return 0xff00_0000 | redBlue | ((((pixel >> 8) & 0xff) * light) & 0xff00);
}

/** The shadow that an edge throws on rows `from` to `to`, strongest at `edge`. */
export function shadeRows<M extends RegionMemory>(surface: Surface<M>, from: i32, to: i32, edge: i32): void {
	const end = min(to, surface.bottom);
	for (let row = max(from, surface.top); row < end; row++) {
		const away = abs(row - edge);
		surface.paint(surface.left, row, surface.right - surface.left, shadowAt(away, to - from) << 24);
	}
}

/** Alpha of a shadow `away` from its edge; it falls off quadratically to nothing at `reach`. */
function shadowAt(away: i32, reach: i32): u32 {
	const left = max(0, reach - away);
	return <u32>((SHADOW_ALPHA * left * left) / (reach * reach));
}

/** What of a picture whose top left pixel is at (x, y) lies in a rectangle with round corners. */
export function copyThrough<M extends RegionMemory>(
	surface: Surface<M>,
	picture: Surface<OwnMemory>,
	x: i32,
	y: i32,
	left: i32,
	top: i32,
	width: i32,
	height: i32,
	radius: i32,
): void {
	const bottom = min(top + height, surface.bottom);
	for (let row = max(top, surface.top); row < bottom; row++) {
		const depth = min(row - top, top + height - 1 - row);
		const up = max(0, radius - depth);
		const back = radius - <i32>squareRoot(<u64>(radius * radius - up * up));
		copyPart(surface, picture, x, y, row, left + back, left + width - back);
	}
}

/** Moves the rows of a rectangle of a picture by `distance`, in the order in which none is overwritten before it is read. */
export function moveRows(picture: Surface<OwnMemory>, x: i32, y: i32, width: i32, height: i32, distance: i32): void {
	const rows = height - abs(distance);
	for (let index: i32 = 0; index < rows; index++) {
		const to = distance > 0 ? y + height - 1 - index : y + index;
		memory.copy(picture.place(x, to), picture.place(x, to - distance), 4 * <u32>width);
	}
}
