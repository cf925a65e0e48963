/** Drawing that widgets share. Positions are pixels. */

import { fixed } from '../graphics/coverage.ts';
import { drawIcon, ICON_24 } from '../graphics/icon.ts';
import { ellipsize, lineWidth, setUtf8 } from '../graphics/run.ts';
import { fillRounded, outlineRounded } from '../graphics/shapes.ts';
import { drawLineOfRun } from '../graphics/text.ts';
import { boxHeight, boxWidth, boxX, boxY } from './layout.ts';
import { faceFor, lineOf } from './metrics.ts';
import { px, surface } from './screen.ts';
import { wordsAt, wordsSize } from './words.ts';

/** Sets the run to a text of a kind (metrics.ts). */
export function runOf(kind: u32, text: u32): void {
	setUtf8(faceFor(kind), wordsAt(text), wordsSize(text), false);
}

/** Width of one line of text. */
export function widthOf(kind: u32, text: u32): i32 {
	runOf(kind, text);
	return lineWidth();
}

/** One line of text, cut with an ellipsis at `width` pixels. */
export function paintLine(kind: u32, text: u32, x: i32, y: i32, width: i32, pixel: u32): void {
	runOf(kind, text);
	ellipsize(width);
	drawLineOfRun(surface, x, y, pixel);
}

/** The same in the middle of `width` pixels from `x` on. */
export function paintCentred(kind: u32, text: u32, x: i32, y: i32, width: i32, pixel: u32): void {
	runOf(kind, text);
	ellipsize(width);
	drawLineOfRun(surface, x + (width - lineWidth()) / 2, y, pixel);
}

/** The same with its end at the right. */
export function paintRight(kind: u32, text: u32, x: i32, y: i32, width: i32, pixel: u32): void {
	runOf(kind, text);
	ellipsize(width);
	drawLineOfRun(surface, x + width - lineWidth(), y, pixel);
}

/** The box of the thing with round corners of `radius` points. */
export function paintBox(radius: i32, pixel: u32): void {
	fillRounded(surface, boxX, boxY, boxWidth, boxHeight, min(px(radius), min(boxWidth, boxHeight) / 2), pixel);
}

/** The edge of the box, `stroke` half points wide. */
export function paintEdge(radius: i32, stroke: i32, pixel: u32): void {
	const corner = min(px(radius), min(boxWidth, boxHeight) / 2);
	outlineRounded(surface, boxX, boxY, boxWidth, boxHeight, corner, fixed(px(stroke)) / 2, pixel);
}

/** An icon of 24 points, its square's middle at (x, y). */
export function paintIcon(icon: u32, x: i32, y: i32, pixel: u32): void {
	drawIcon(surface, icon, ICON_24, x - px(12), y - px(12), pixel);
}

/** Top of a line of text whose middle is that of the box. */
export function middleLine(kind: u32): i32 {
	return boxY + (boxHeight - lineOf(kind)) / 2;
}
