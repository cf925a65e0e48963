/** Lines with round ends, and convex polygons. Everything is fixed (1/256 pixel). */

import { check } from '../assert.ts';
import { RegionMemory } from '../region/memory.ts';
import { beginCoverage, cover, endCoverage, fixed, LINE, LINES, squareRoot } from './coverage.ts';
import { Surface } from './surface.ts';

/** Corners that a polygon may have. */
const CORNERS: i32 = 8;
/** x and y of each corner. */
const POINTS: u32 = memory.data(8 * 8, 8) as u32;
let corners: i32 = 0;
/** Round ends: a disc around the first and the second of these points; none with radius 0. */
let radius: i32 = 0;
let startX: i32 = 0;
let startY: i32 = 0;
let endX: i32 = 0;
let endY: i32 = 0;
/** The stretch of one line that lies inside, and of all lines of a row. */
let from: i32 = 0;
let to: i32 = 0;
let rowFrom: i32 = 0;
let rowTo: i32 = 0;
/** Both ends of the stretch of each line. */
const STRETCHES: u32 = memory.data(8 * 16, 8) as u32;

/** Begins a convex polygon. */
export function beginPolygon(): void {
	corners = 0;
	radius = 0;
}

/** The next corner, in either direction of turning; at most eight. */
export function addCorner(x: i32, y: i32): void {
	check(corners < CORNERS);
	store<i32>(POINTS + 8 * <u32>corners, x);
	store<i32>(POINTS + 8 * <u32>corners, y, 4);
	corners++;
}

function cornerX(index: i32): i32 {
	return load<i32>(POINTS + 8 * <u32>index);
}

function cornerY(index: i32): i32 {
	return load<i32>(POINTS + 8 * <u32>index, 4);
}

/** Fills the polygon that has been added. */
export function fillPolygon<M extends RegionMemory>(surface: Surface<M>, pixel: u32): void {
	let top = i32.MAX_VALUE;
	let bottom = i32.MIN_VALUE;
	for (let index: i32 = 0; index < corners; index++) {
		top = min(top, cornerY(index) - radius);
		bottom = max(bottom, cornerY(index) + radius);
	}
	const end = min((bottom + 255) >> 8, surface.bottom);
	for (let row = max(top >> 8, surface.top); row < end; row++) {
		crossRow(row);
		const left = max(rowFrom >> 8, surface.left);
		const right = min((rowTo + 255) >> 8, surface.right);
		if (left >= right) continue;
		coverRow(left, right - left);
		surface.paintCovered(left, row, right - left, pixel);
	}
}

/** A line from one point to another, `width` wide, with round ends. */
export function drawLine<M extends RegionMemory>(
	surface: Surface<M>,
	x0: i32,
	y0: i32,
	x1: i32,
	y1: i32,
	width: i32,
	pixel: u32,
): void {
	beginPolygon();
	const deltaX: i64 = x1 - x0;
	const deltaY: i64 = y1 - y0;
	const length: i64 = max<i64>(1, squareRoot(<u64>(deltaX * deltaX + deltaY * deltaY)));
	const acrossX = <i32>((-deltaY * width) / (2 * length));
	const acrossY = <i32>((deltaX * width) / (2 * length));
	addCorner(x0 + acrossX, y0 + acrossY);
	addCorner(x1 + acrossX, y1 + acrossY);
	addCorner(x1 - acrossX, y1 - acrossY);
	addCorner(x0 - acrossX, y0 - acrossY);
	startX = x0;
	startY = y0;
	endX = x1;
	endY = y1;
	radius = width / 2;
	fillPolygon(surface, pixel);
}

/** Finds the stretches of the lines of a row. */
function crossRow(row: i32): void {
	rowFrom = i32.MAX_VALUE;
	rowTo = i32.MIN_VALUE;
	for (let line: i32 = 0; line < LINES; line++) {
		crossLine(fixed(row) + line * LINE + LINE / 2);
		store<i32>(STRETCHES + 8 * line, from);
		store<i32>(STRETCHES + 8 * line, to, 4);
		rowFrom = min(rowFrom, from);
		rowTo = max(rowTo, to);
	}
}

function crossLine(y: i32): void {
	from = i32.MAX_VALUE;
	to = i32.MIN_VALUE;
	for (let index: i32 = 0; index < corners; index++) {
		const next = index + 1 === corners ? 0 : index + 1;
		widenByEdge(y, cornerX(index), cornerY(index), cornerX(next), cornerY(next));
	}
	widenByDisc(y, startX, startY);
	widenByDisc(y, endX, endY);
}

function coverRow(left: i32, count: u32): void {
	beginCoverage(count);
	for (let line: i32 = 0; line < LINES; line++) {
		const start = load<i32>(STRETCHES + 8 * line);
		const end = load<i32>(STRETCHES + 8 * line, 4);
		if (start < end) cover(start - fixed(left), end - fixed(left), count, 1);
	}
	endCoverage(count);
}

/** The stretch reaches to where an edge crosses the line. */
function widenByEdge(y: i32, x0: i32, y0: i32, x1: i32, y1: i32): void {
	if (y < y0 === y < y1) return;
	const x = x0 + <i32>((<i64>(x1 - x0) * (y - y0)) / (y1 - y0));
	from = min(from, x);
	to = max(to, x);
}

function widenByDisc(y: i32, centreX: i32, centreY: i32): void {
	const away: i64 = y - centreY;
	if (abs(away) >= radius) return;
	const half = <i32>squareRoot(<u64>(<i64>radius * radius - away * away));
	from = min(from, centreX - half);
	to = max(to, centreX + half);
}
