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
	const face = runFace();
	const height = lineHeight(face);
	const left = max(surface.left, x - OVERHANG);
	const right = min(surface.right, x + lineWidth() + OVERHANG);
	if (left >= right) return;
	const count: u32 = right - left;
	const light = isLight(pixel);
	const end = min(surface.bottom, y + height + OVERHANG);
	for (let row = max(surface.top, y - OVERHANG); row < end; row++) {
		if (!coverLine(face, row - y - baseline(face), x - left, count)) continue;
		if (light) lift(count);
		surface.paintCovered(left, row, count, pixel);
	}
}

/** Covers what glyphs have in a row, counted from the baseline down; false when that is nothing. `start` is where the line begins in the row. */
function coverLine(face: u32, row: i32, start: i32, count: u32): bool {
	let found = false;
	const rounding = roundingOf(face);
	for (let index: i32 = 0; index < lineLength(); index++) {
		const place = linePlace(index) + rounding;
		const picture = pictureOf(face, lineGlyph(index), place);
		const line = row - <i32>(<i8>load8(picture + PICTURE_TOP));
		if (line < 0 || line >= <i32>load8(picture + PICTURE_HEIGHT)) continue;
		if (!found) memory.fill(COVERAGE, 0, count + 8);
		found = true;
		const width: i32 = load8(picture + PICTURE_WIDTH);
		const coverage = faceOffset(face) + load32(picture + PICTURE_OFFSET) + <u32>(line * width);
		addCoverage(coverage, width, start + (place >> 6) + <i32>(<i8>load8(picture + PICTURE_LEFT)), count);
	}
	return found;
}

/** Whether a colour is nearer to white than to black: green weighs most. */
function isLight(pixel: u32): bool {
	return 2 * (pixel & 0xff) + 5 * ((pixel >> 8) & 0xff) + ((pixel >> 16) & 0xff) > 8 * 128;
}

/** Blending encoded colours makes light text on dark thinner than dark on light: half-covered pixels get back up to 16 / 255. */
function lift(count: u32): void {
	for (let place = COVERAGE; place < COVERAGE + count; place++) {
		const covered: u32 = load<u8>(place);
		if (covered !== 0) store<u8>(place, covered + ((covered * (255 - covered)) >> 10));
	}
}
