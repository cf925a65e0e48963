/** What stands in the middle of a page: the time in large figures with a line below it, and what an empty page says. */

import { lineHeight } from '../graphics/face.ts';
import { CLOCK } from '../graphics/face-numbers.ts';
import { drawIcon, ICON_32 } from '../graphics/icon.ts';
import { lineWidth, setUtf8 } from '../graphics/run.ts';
import { drawLineOfRun } from '../graphics/text.ts';
import { boxHeight, boxWidth, boxX, boxY, place } from './layout.ts';
import * as metrics from './metrics.ts';
import { lineOf } from './metrics.ts';
import { ROLE_HEADING, ROLE_STATUS, ROLE_TEXT } from './nodes.ts';
import { paintCentred } from './paint.ts';
import { px, surface } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end } from './thing.ts';
import { wordsAt, wordsOf, wordsSize } from './words.ts';

/** Points of an empty page's middle: as high as three rows of a list. */
const EMPTY_HEIGHT: i32 = 220;
const NO_VALUE: u32 = 255;

/** A time in the largest figures, whatever the size of text: digits, colons and points. */
export function clock<T>(time: T): void {
	const text = wordsOf(time);
	place(lineHeight(CLOCK));
	begin(ROLE_STATUS, text);
	if (!end()) return;
	setUtf8(CLOCK, wordsAt(text), wordsSize(text), false);
	drawLineOfRun(surface, boxX + (boxWidth - lineWidth()) / 2, boxY, theme.text);
}

/** A line in the middle, below a figure. */
export function middle<T>(line: T): void {
	const text = wordsOf(line);
	place(lineOf(metrics.TEXT_BODY) + px(4));
	begin(ROLE_HEADING, text);
	if (end()) paintCentred(metrics.TEXT_BODY, text, boxX, boxY + px(2), boxWidth, theme.text2);
}

/** A page that has nothing to show yet: an icon (sdk/graphics/icon-numbers.ts), what is not there, and in a quieter line how it comes. */
export function empty<T, U>(icon: u32, what: T, how: U): void {
	const text = wordsOf(what);
	const second = wordsOf(how);
	place(px(EMPTY_HEIGHT));
	begin(ROLE_TEXT, text);
	describe(text, second, 0, 0, NO_VALUE);
	if (!end()) return;
	const middle = boxY + boxHeight / 2;
	drawIcon(surface, icon, ICON_32, boxX + boxWidth / 2 - px(16), middle - px(44), theme.text3);
	paintCentred(metrics.TEXT_BODY, text, boxX, middle + px(4), boxWidth, theme.text);
	const line = lineOf(metrics.TEXT_BODY);
	paintCentred(metrics.TEXT_SMALL, second, boxX, middle + px(6) + line, boxWidth, theme.text2);
}
