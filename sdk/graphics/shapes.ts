/** Shapes with smooth edges. Positions and lengths of `rounded...` are whole pixels, those of the others fixed (1/256 pixel, coverage.ts). */

import { RegionMemory } from '../region/memory.ts';
import { cornerMask } from './corners.ts';
import { beginCoverage, endCoverage, fixed } from './coverage.ts';
import { fillRectangle } from './fill.ts';
import { alphaOf } from './pixel.ts';
import { coverRounded } from './rounded.ts';
import { COVERAGE, fillRow, SOURCE } from './rows.ts';
import { Surface } from './surface.ts';

/** The rounded shape being drawn: pixels, `shapeStroke` fixed, 0 when it is filled. Static, because a piece has enough parameters of its own. */
let shapeX: i32 = 0;
let shapeY: i32 = 0;
let shapeWidth: i32 = 0;
let shapeHeight: i32 = 0;
let shapeRadius: i32 = 0;
let shapeStroke: i32 = 0;

function setShape(x: i32, y: i32, width: i32, height: i32, radius: i32, stroke: i32): void {
	shapeX = x;
	shapeY = y;
	shapeWidth = width;
	shapeHeight = height;
	shapeRadius = radius;
	shapeStroke = stroke;
}

/** A filled rectangle with round corners; `radius` at most half the shorter side. */
export function fillRounded<M extends RegionMemory>(
	surface: Surface<M>,
	x: i32,
	y: i32,
	width: i32,
	height: i32,
	radius: i32,
	pixel: u32,
): void {
	if (surface.hides(x, y, x + width, y + height)) return;
	setShape(x, y, width, height, radius, 0);
	fillRectangle(surface, x, y + radius, width, height - 2 * radius, pixel);
	const mask = cornerMask(radius, 0);
	if (mask !== 0) {
		fillEnds(surface, mask, pixel);
		return;
	}
	fillRectangle(surface, x + radius, y, width - 2 * radius, radius, pixel);
	fillRectangle(surface, x + radius, y + height - radius, width - 2 * radius, radius, pixel);
	paintCorners(surface, pixel);
}

/** The rows of a filled shape that end in corners, an upper and a lower one at a time. */
function fillEnds<M extends RegionMemory>(surface: Surface<M>, mask: u32, pixel: u32): void {
	const left = max(shapeX, surface.left);
	const right = min(shapeX + shapeWidth, surface.right);
	if (alphaOf(pixel) === 255) fillRow(SOURCE, right - left, pixel);
	for (let row: i32 = 0; row < shapeRadius; row++) {
		const line = mask + <u32>(row * shapeRadius);
		fillEnd(surface, line, shapeY + row, pixel);
		fillEnd(surface, line, shapeY + shapeHeight - 1 - row, pixel);
	}
}

/** One of them: what is covered wholly, and the corners' edges beside it. SOURCE has the colour if it is opaque. */
function fillEnd<M extends RegionMemory>(surface: Surface<M>, line: u32, row: i32, pixel: u32): void {
	if (row < surface.top || row >= surface.bottom) return;
	let edge: i32 = 0;
	while (edge < shapeRadius && load<u8>(line + edge) < 255) edge++;
	const left = max(shapeX + edge, surface.left);
	const right = min(shapeX + shapeWidth - edge, surface.right);
	if (left < right) {
		if (alphaOf(pixel) === 255) surface.paintSource(left, row, right - left, true);
		else surface.paint(left, row, right - left, pixel);
	}
	paintLine(surface, line, edge, false, shapeX, row, pixel);
	paintLine(surface, line, edge, true, shapeX + shapeWidth - edge, row, pixel);
}

/** The four corners of the shape. */
function paintCorners<M extends RegionMemory>(surface: Surface<M>, pixel: u32): void {
	const radius = shapeRadius;
	const mask = cornerMask(radius, shapeStroke);
	for (let corner: u32 = 0; corner < 4; corner++) {
		const left = (corner & 1) === 0 ? 0 : shapeWidth - radius;
		const top = (corner & 2) === 0 ? 0 : shapeHeight - radius;
		if (mask === 0) paintPiece(surface, left, top, radius, radius, pixel);
		else paintCorner(surface, mask, corner, shapeX + left, shapeY + top, pixel);
	}
}

/** Draws a corner with its mask: bit 0 of `corner` for a right one, bit 1 for a lower one. */
function paintCorner<M extends RegionMemory>(
	surface: Surface<M>,
	mask: u32,
	corner: u32,
	x: i32,
	y: i32,
	pixel: u32,
): void {
	const radius = shapeRadius;
	const end = min(y + radius, surface.bottom);
	for (let row = max(y, surface.top); row < end; row++) {
		const line = mask + <u32>(radius * ((corner & 2) === 0 ? row - y : radius - 1 - (row - y)));
		paintLine(surface, line, radius, (corner & 1) !== 0, x, row, pixel);
	}
}

/** The first `columns` of a mask's line, from column `x` on, or `mirrored`: the last one first. */
function paintLine<M extends RegionMemory>(
	surface: Surface<M>,
	line: u32,
	columns: i32,
	mirrored: bool,
	x: i32,
	row: i32,
	pixel: u32,
): void {
	const left = max(x, surface.left);
	const right = min(x + columns, surface.right);
	if (left >= right) return;
	if (mirrored) coverMirrored(line, x + columns - 1 - left, right - left);
	else memory.copy(COVERAGE, line + <u32>(left - x), right - left);
	store<u64>(COVERAGE + <u32>(right - left), 0);
	surface.paintCovered(left, row, right - left, pixel);
}

/** Covers a row with a mask's line from its column `last` back. */
function coverMirrored(line: u32, last: i32, count: u32): void {
	for (let index: u32 = 0; index < count; index++) store<u8>(COVERAGE + index, load<u8>(line + last - index));
}

/** The outline of such a rectangle, `stroke` wide (fixed), inside its edge. */
export function outlineRounded<M extends RegionMemory>(
	surface: Surface<M>,
	x: i32,
	y: i32,
	width: i32,
	height: i32,
	radius: i32,
	stroke: i32,
	pixel: u32,
): void {
	setShape(x, y, width, height, radius, stroke);
	const thick = (stroke + 255) >> 8;
	if (radius < thick || 2 * radius > min(width, height)) {
		paintFrame(surface, thick, pixel);
		return;
	}
	paintPiece(surface, radius, 0, width - 2 * radius, thick, pixel);
	paintPiece(surface, radius, height - thick, width - 2 * radius, thick, pixel);
	paintSide(surface, 0, thick, pixel);
	paintSide(surface, width - thick, thick, pixel);
	paintCorners(surface, pixel);
}

/** An outline in four pieces, whatever its corners are like. */
function paintFrame<M extends RegionMemory>(surface: Surface<M>, thick: i32, pixel: u32): void {
	const band = min(shapeHeight / 2, max(shapeRadius, thick));
	paintPiece(surface, 0, 0, shapeWidth, band, pixel);
	paintPiece(surface, 0, band, thick, shapeHeight - 2 * band, pixel);
	paintPiece(surface, shapeWidth - thick, band, thick, shapeHeight - 2 * band, pixel);
	paintPiece(surface, 0, shapeHeight - band, shapeWidth, band, pixel);
}

/** A side between two corners: every row of it is the same. */
function paintSide<M extends RegionMemory>(surface: Surface<M>, side: i32, thick: i32, pixel: u32): void {
	const left = max(shapeX + side, surface.left);
	const right = min(shapeX + side + thick, surface.right);
	const end = min(shapeY + shapeHeight - shapeRadius, surface.bottom);
	if (left >= right) return;
	coverPiece(shapeRadius, left, right - left);
	for (let row = max(shapeY + shapeRadius, surface.top); row < end; row++) {
		surface.paintCovered(left, row, right - left, pixel);
	}
}

/** A piece of the shape, whose place counts from the shape's corner. */
function paintPiece<M extends RegionMemory>(
	surface: Surface<M>,
	pieceLeft: i32,
	pieceTop: i32,
	pieceWidth: i32,
	pieceHeight: i32,
	pixel: u32,
): void {
	const left = max(shapeX + pieceLeft, surface.left);
	const right = min(shapeX + pieceLeft + pieceWidth, surface.right);
	if (left >= right) return;
	const end = min(shapeY + pieceTop + pieceHeight, surface.bottom);
	for (let row = max(shapeY + pieceTop, surface.top); row < end; row++) {
		coverPiece(row - shapeY, left, right - left);
		surface.paintCovered(left, row, right - left, pixel);
	}
}

/** Covers a stretch of a row of the shape: outside its outer edge nothing, inside its stroke nothing. */
function coverPiece(row: i32, left: i32, count: u32): void {
	const start = fixed(shapeX - left);
	const width = fixed(shapeWidth);
	const height = fixed(shapeHeight);
	const radius = fixed(shapeRadius);
	const stroke = shapeStroke;
	beginCoverage(count);
	coverRounded(row, count, start, 0, width, height, radius, 1);
	if (stroke > 0) {
		const inner = max(0, radius - stroke);
		coverRounded(row, count, start + stroke, stroke, width - 2 * stroke, height - 2 * stroke, inner, -1);
	}
	endCoverage(count);
}

/** A disc around (x, y). */
export function fillCircle<M extends RegionMemory>(surface: Surface<M>, x: i32, y: i32, radius: i32, pixel: u32): void {
	outlineCircle(surface, x, y, radius, radius, pixel);
}

/** A ring around (x, y): `stroke` wide, inside the radius. */
export function outlineCircle<M extends RegionMemory>(
	surface: Surface<M>,
	x: i32,
	y: i32,
	radius: i32,
	stroke: i32,
	pixel: u32,
): void {
	const left = max((x - radius) >> 8, surface.left);
	const right = min((x + radius + 255) >> 8, surface.right);
	if (left >= right) return;
	const count: u32 = right - left;
	const inner = radius - stroke;
	const centre = x - fixed(left);
	const end = min((y + radius + 255) >> 8, surface.bottom);
	for (let row = max((y - radius) >> 8, surface.top); row < end; row++) {
		const below = y - fixed(row);
		beginCoverage(count);
		coverRounded(0, count, centre - radius, below - radius, 2 * radius, 2 * radius, radius, 1);
		coverRounded(0, count, centre - inner, below - inner, 2 * inner, 2 * inner, inner, -1);
		endCoverage(count);
		surface.paintCovered(left, row, count, pixel);
	}
}
