/** Widgets that are only read. Each takes a constant, or a text of words.ts. */

import { countLines, drawParagraph } from '../graphics/text.ts';
import { boxWidth, boxX, boxY, nextWidth, place } from './layout.ts';
import * as metrics from './metrics.ts';
import { lineOf } from './metrics.ts';
import { ROLE_HEADING, ROLE_STATUS, ROLE_TEXT } from './nodes.ts';
import { middleLine, paintCentred, paintLine, paintRight, runOf, widthOf } from './paint.ts';
import { px, surface } from './screen.ts';
import * as theme from './theme.ts';
import { begin, end } from './thing.ts';
import { wordsOf } from './words.ts';

/** Lines of a paragraph, at most. */
const LINES_MOST: i32 = 60;

/** A heading inside of a page. */
export function heading<T>(text: T): void {
	line(metrics.TEXT_TITLE, ROLE_HEADING, wordsOf(text), theme.text);
}

/** The small, coloured name of what follows. */
export function section<T>(text: T): void {
	line(metrics.TEXT_SMALL_STRONG, ROLE_HEADING, wordsOf(text), theme.accent);
}

/** One line of text, cut where it does not fit. */
export function label<T>(text: T): void {
	line(metrics.TEXT_BODY, ROLE_TEXT, wordsOf(text), theme.text);
}

/** The same, strong. */
export function strong<T>(text: T): void {
	line(metrics.TEXT_STRONG, ROLE_TEXT, wordsOf(text), theme.text);
}

/** One line of small text that stands out. */
export function remark<T>(text: T): void {
	line(metrics.TEXT_SMALL_STRONG, ROLE_TEXT, wordsOf(text), theme.text);
}

/** The same about something that is not as it should be. */
export function alert<T>(text: T): void {
	line(metrics.TEXT_SMALL_STRONG, ROLE_TEXT, wordsOf(text), theme.danger);
}

/** One line of small, quieter text. */
export function caption<T>(text: T): void {
	line(metrics.TEXT_SMALL, ROLE_TEXT, wordsOf(text), theme.text2);
}

function line(kind: u32, role: u32, name: u32, pixel: u32): void {
	place(lineOf(kind) + px(4));
	begin(role, name);
	if (end()) paintLine(kind, name, boxX, boxY + px(2), boxWidth, pixel);
}

/** A large number or short text in the middle: what a page is about. */
export function figure<T>(text: T): void {
	const name = wordsOf(text);
	place(lineOf(metrics.TEXT_FIGURE) + px(8));
	begin(ROLE_STATUS, name);
	if (end()) paintCentred(metrics.TEXT_FIGURE, name, boxX, boxY + px(4), boxWidth, theme.text);
}

/** The same at the right end: results of calculations. */
export function result<T>(text: T): void {
	const name = wordsOf(text);
	place(lineOf(metrics.TEXT_FIGURE) + px(8));
	begin(ROLE_STATUS, name);
	if (!end()) return;
	// A number that is cut would be another one.
	const kind = widthOf(metrics.TEXT_FIGURE, name) <= boxWidth ? metrics.TEXT_FIGURE : metrics.TEXT_TITLE;
	paintRight(kind, name, boxX, middleLine(kind), boxWidth, theme.text);
}

/** Text that is wrapped at the column's width. */
export function paragraph<T>(text: T): void {
	wrapped(metrics.TEXT_BODY, wordsOf(text), LINES_MOST, theme.text);
}

/** Small, quieter text of at most `lines` lines: explanations. */
export function note<T>(text: T, lines: i32): void {
	wrapped(metrics.TEXT_SMALL, wordsOf(text), min(lines, LINES_MOST), theme.text2);
}

function wrapped(kind: u32, name: u32, lines: i32, pixel: u32): void {
	runOf(kind, name);
	place(countLines(nextWidth(), lines) * lineOf(kind) + px(4));
	begin(ROLE_TEXT, name);
	if (!end()) return;
	runOf(kind, name);
	drawParagraph(surface, boxX, boxY + px(2), boxWidth, lines, pixel);
}
