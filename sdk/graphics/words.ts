/** Draws the text of sdk/text.ts: one line, cut with an ellipsis where it does not fit. Positions and widths are pixels. */

import { RegionMemory } from '../region/memory.ts';
import { add, addCharacter, clear, pointer, size } from '../text.ts';
import { lineHeight } from './face.ts';
import { ellipsize, lineWidth, setUtf8 } from './run.ts';
import { Surface } from './surface.ts';
import { drawLineOfRun, drawParagraph } from './text.ts';

const BAR: u32 = 0x7c;

/** The text becomes a constant. */
export function say(text: string): void {
	clear();
	add(text);
}

/** The text becomes one of several constants, which stand in `texts` with bars between them. */
export function sayOne(texts: string, index: u32): void {
	clear();
	let bars: u32 = 0;
	for (let at: i32 = 0; at < texts.length && bars <= index; at++) {
		const code = <u32>texts.charCodeAt(at);
		if (code === BAR) bars++;
		else if (bars === index) addCharacter(code);
	}
}

/** Width that the text takes. */
export function wordsWidth(face: u32): i32 {
	setUtf8(face, pointer(), size(), true);
	return lineWidth();
}

/** From `x` on, with the line's top at `y`; the pixels that it took. */
export function drawWords<M extends RegionMemory>(
	surface: Surface<M>,
	face: u32,
	x: i32,
	y: i32,
	width: i32,
	pixel: u32,
): i32 {
	setUtf8(face, pointer(), size(), true);
	ellipsize(width);
	drawLineOfRun(surface, x, y, pixel);
	return lineWidth();
}

/** Ends at `right`. */
export function drawWordsRight<M extends RegionMemory>(
	surface: Surface<M>,
	face: u32,
	right: i32,
	y: i32,
	pixel: u32,
): i32 {
	setUtf8(face, pointer(), size(), true);
	drawLineOfRun(surface, right - lineWidth(), y, pixel);
	return lineWidth();
}

/** In the middle of a rectangle. */
export function drawWordsIn<M extends RegionMemory>(
	surface: Surface<M>,
	face: u32,
	x: i32,
	y: i32,
	width: i32,
	height: i32,
	pixel: u32,
): void {
	setUtf8(face, pointer(), size(), true);
	ellipsize(width);
	drawLineOfRun(surface, x + (width - lineWidth()) / 2, y + (height - lineHeight(face)) / 2, pixel);
}

/** Wrapped at `width`, at most `lines` lines; the height that it took. */
export function drawWrapped<M extends RegionMemory>(
	surface: Surface<M>,
	face: u32,
	x: i32,
	y: i32,
	width: i32,
	lines: i32,
	pixel: u32,
): i32 {
	setUtf8(face, pointer(), size(), false);
	return drawParagraph(surface, x, y, width, lines, pixel);
}
