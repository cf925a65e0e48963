/** Draws text. Positions are whole pixels: the left end of a line and the top of its line height. */

import { RegionMemory } from '../region/memory.ts';
import { load8, load32 } from '../region/memory12.ts';
import { addCoverage } from './coverage-copy.ts';
import { baseline, faceOffset, lineHeight, pictureOf, roundingOf } from './face.ts';
import { PICTURE_HEIGHT, PICTURE_LEFT, PICTURE_OFFSET, PICTURE_TOP, PICTURE_WIDTH } from './face-layout.ts';
import { COVERAGE } from './rows.ts';
import { ellipsize, lineGlyph, lineLength, linePlace, lineWidth, nextLine, runFace, setText, takeRest } from './run.ts';
import { Surface } from './surface.ts';

/** Pixels by which pictures may reach beyond the ends of a line. */
const OVERHANG: i32 = 8;

/** Width of a text in pixels. */
export function textWidth(face: u32, text: string): i32 {
	setText(face, text);
	return lineWidth();
}

/** Draws one line of a text constant. */
export function drawText<M extends RegionMemory>(
	surface: Surface<M>,
	face: u32,
	x: i32,
	y: i32,
	text: string,
	pixel: u32,
): void {
	setText(face, text);
	drawLineOfRun(surface, x, y, pixel);
}

/** The same around the column `middle`. */
export function drawTextCentred<M extends RegionMemory>(
	surface: Surface<M>,
	face: u32,
	middle: i32,
	y: i32,
	text: string,
	pixel: u32,
): void {
	setText(face, text);
	drawLineOfRun(surface, middle - lineWidth() / 2, y, pixel);
}

/** How many lines the run takes when it is wrapped at `width`, at most `lines`. The run has to be set again before it is drawn. */
export function countLines(width: i32, lines: i32): i32 {
	let line: i32 = 0;
	while (line < lines && nextLine(width)) line++;
	return line;
}

/** Draws the run (run.ts) wrapped at `width` in at most `lines` lines, the last with an ellipsis if something is missing; the height in pixels that it takes. */
export function drawParagraph<M extends RegionMemory>(
	surface: Surface<M>,
	x: i32,
	y: i32,
	width: i32,
	lines: i32,
	pixel: u32,
): i32 {
	const height = lineHeight(runFace());
	let line: i32 = 0;
	for (; line < lines && nextLine(width); line++) {
		if (line + 1 === lines) {
			takeRest();
			ellipsize(width);
		}
		drawLineOfRun(surface, x, y + line * height, pixel);
	}
	return line * height;
}

/** Draws the current line of the run. */
export function drawLineOfRun<M extends RegionMemory>(surface: Surface<M>, x: i32, y: i32, pixel: u32): void {
	const left = max(surface.left, x - OVERHANG);
	const right = min(surface.right, x + lineWidth() + OVERHANG);
	const line = y + baseline(runFace());
	if (left >= right || surface.hides(left, y - OVERHANG, right, y + lineHeight(runFace()) + OVERHANG)) return;
	findPictures(x - left);
	const count: u32 = right - left;
	const light = isLight(pixel);
	const end = min(surface.bottom, line + lastRow);
	for (let row = max(surface.top, line + firstRow); row < end; row++) {
		if (!coverLine(row - line, count)) continue;
		surface.paintText(left, row, count, pixel, light);
	}
}

/** For each glyph of the line: offset of its coverage, its column in the row, its first row and the one behind its last (from the baseline), its width; 32 bits each. */
const GLYPHS: u32 = memory.data(10280, 8) as u32;
const GLYPH_BYTES: u32 = 20;
/** How many have a picture, and the rows of all of them. */
let glyphs: u32 = 0;
let firstRow: i32 = 0;
let lastRow: i32 = 0;

/** Looks up the pictures of the line's glyphs; `start` is where the line begins in the row. */
function findPictures(start: i32): void {
	const face = runFace();
	const offset = faceOffset(face);
	const rounding = roundingOf(face);
	glyphs = 0;
	firstRow = i32.MAX_VALUE;
	lastRow = i32.MIN_VALUE;
	for (let index: i32 = 0; index < lineLength(); index++) {
		const place = linePlace(index) + rounding;
		const picture = pictureOf(face, lineGlyph(index), place);
		const height = <i32>load8(picture + PICTURE_HEIGHT);
		if (height === 0) continue;
		const glyph = GLYPHS + GLYPH_BYTES * glyphs++;
		const top = <i32>(<i8>load8(picture + PICTURE_TOP));
		store<u32>(glyph, offset + load32(picture + PICTURE_OFFSET));
		store<i32>(glyph, start + (place >> 6) + <i32>(<i8>load8(picture + PICTURE_LEFT)), 4);
		store<i32>(glyph, top, 8);
		store<i32>(glyph, top + height, 12);
		store<i32>(glyph, <i32>load8(picture + PICTURE_WIDTH), 16);
		firstRow = min(firstRow, top);
		lastRow = max(lastRow, top + height);
	}
}

/** Covers what glyphs have in a row, counted from the baseline down; false when that is nothing. */
function coverLine(row: i32, count: u32): bool {
	let found = false;
	for (let glyph = GLYPHS; glyph < GLYPHS + GLYPH_BYTES * glyphs; glyph += GLYPH_BYTES) {
		const line = row - load<i32>(glyph, 8);
		if (line < 0 || row >= load<i32>(glyph, 12)) continue;
		if (!found) memory.fill(COVERAGE, 0, count + 8);
		found = true;
		const width = load<i32>(glyph, 16);
		addCoverage(load<u32>(glyph) + <u32>(line * width), width, load<i32>(glyph, 4), count);
	}
	return found;
}

/** Whether a colour is nearer to white than to black: green weighs most. */
function isLight(pixel: u32): bool {
	return 2 * (pixel & 0xff) + 5 * ((pixel >> 8) & 0xff) + ((pixel >> 16) & 0xff) > 8 * 128;
}
