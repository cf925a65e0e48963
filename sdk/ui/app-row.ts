/** A row that stands for an app: its icon as in the app grid, and by it the mark of its owner. For apps of the system that tell about others. */

import { appIcon } from '../graphics/app-icons.ts';
import { fixed } from '../graphics/coverage.ts';
import { hasIcon } from '../graphics/icon.ts';
import { drawMark } from '../graphics/marks.ts';
import { rgb } from '../graphics/pixel.ts';
import { characterSize } from '../graphics/run.ts';
import { fillCircle } from '../graphics/shapes.ts';
import { SYSTEM_PAPER } from '../graphics/system-colours.ts';
import { boxHeight, boxWidth, boxX, boxY } from './layout.ts';
import * as metrics from './metrics.ts';
import { NODE_ACTION_PRESS, NODE_ACTION_SHOW, ROLE_LIST_ITEM } from './nodes.ts';
import { middleLine, paintCentred, paintIcon, paintRight, widthOf } from './paint.ts';
import { AROUND, BEFORE, paintGround, paintTexts, placeItem } from './row.ts';
import { px, surface } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, pressed, reaches, shows } from './thing.ts';
import { words, wordsAt, wordsOf, wordsSize } from './words.ts';

const PRESS: u32 = (1 << NODE_ACTION_PRESS) | (1 << NODE_ACTION_SHOW);
const NO_VALUE: u32 = 255;

/** An app's name, with a value at the row's right end ('' = none); `mark` is the number by which the system knows the app. */
export function appItem<T, U>(name: T, value: U, mark: u32): bool {
	const text = wordsOf(name);
	const shown = wordsOf(value);
	const nothing = wordsOf('');
	placeItem(nothing);
	begin(ROLE_LIST_ITEM, text);
	describe(text, shown, 0, PRESS, NO_VALUE);
	shows(mark);
	reaches(px(AROUND));
	if (end()) {
		const width = min(boxWidth / 2, widthOf(metrics.TEXT_SMALL, shown));
		paintGround();
		paintApp(text, mark);
		paintTexts(text, nothing, px(BEFORE), width + px(12));
		paintRight(metrics.TEXT_SMALL, shown, boxX, middleLine(metrics.TEXT_SMALL), boxWidth, theme.text2);
	}
	return pressed();
}

/** Marks stand out from black, as in the strip, whatever the ambience. */
function paintApp(name: u32, mark: u32): void {
	const middle = boxY + boxHeight / 2;
	const icon = appIcon(wordsAt(name), wordsSize(name));
	if (hasIcon(icon)) paintIcon(icon, boxX + px(12), middle, theme.accent);
	else paintLetter(name);
	const x = boxX + px(23);
	const y = middle + px(11);
	fillCircle(surface, fixed(x), fixed(y), fixed(px(7)), rgb(SYSTEM_PAPER));
	drawMark(surface, mark, x, y, px(4));
}

function paintLetter(name: u32): void {
	const size = wordsSize(name) === 0 ? 0 : characterSize(wordsAt(name), wordsAt(name) + wordsSize(name));
	const letter = words(wordsAt(name), size);
	paintCentred(metrics.TEXT_STRONG, letter, boxX, middleLine(metrics.TEXT_STRONG), px(24), theme.accent);
}
