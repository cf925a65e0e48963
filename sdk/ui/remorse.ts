/** Remorse: what destroys something is carried out after four seconds in which a tap takes it back. One at a time. */

import { ICON_UNDO_2 } from '../graphics/icon-numbers.ts';
import { add, addNumber, clear } from '../text.ts';
import { contentBottom } from './frame.ts';
import { boxHeight, boxWidth, boxX, boxY, placeAt } from './layout.ts';
import * as metrics from './metrics.ts';
import { NODE_ACTION_PRESS, ROLE_BUTTON } from './nodes.ts';
import { paintBox, paintEdge, paintIcon, paintLine } from './paint.ts';
import { PASS_DRAW, pass, px, screenWidth, unclip } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, pressed, setFixed, setSilent, shows } from './thing.ts';
import { setReach } from './touch.ts';
import { built, words, wordsAt, wordsOf, wordsSize } from './words.ts';

const PRESS: u32 = 1 << NODE_ACTION_PRESS;
const NO_VALUE: u32 = 255;
const SECOND: i64 = 1_000_000_000;
const SECONDS: i64 = 4;
const NAME_BYTES: u32 = 64;
const NAME: u32 = memory.data(64, 8) as u32;
let nameLength: u32 = 0;
let what: u32 = 0;
let left: i64 = 0;

/** Begins the countdown for `action` (a number of the app's own, not 0), after which the app's `carryOut` is called with it. What still waited is carried out by the caller first: see `pendingRemorse`. */
export function startRemorse<T>(action: u32, text: T): void {
	const name = wordsOf(text);
	nameLength = min(NAME_BYTES, wordsSize(name));
	memory.copy(NAME, wordsAt(name), nameLength);
	what = action;
	left = SECONDS * SECOND;
}

/** What waits; 0: nothing. */
export function pendingRemorse(): u32 {
	return what;
}

/** Lets time pass: what is to be carried out now; 0: nothing. */
export function advanceRemorse(nanoseconds: i64): u32 {
	if (what === 0) return 0;
	left -= nanoseconds;
	return left > 0 ? 0 : takeRemorse();
}

/** Takes what waits, to carry it out at once. */
export function takeRemorse(): u32 {
	const action = what;
	what = 0;
	return action;
}

/** The countdown over the page, as long as something waits. */
export function remorse(): void {
	if (what === 0) return;
	setFixed(true);
	setSilent(false);
	setReach(0, 0, screenWidth, contentBottom());
	if (pass === PASS_DRAW) unclip();
	const seconds = (left + SECOND - 1) / SECOND;
	clear();
	add('In ');
	addNumber(seconds);
	add(' s · tap to undo');
	const tail = built();
	const name = words(NAME, nameLength);
	placeAt(px(12), contentBottom() - px(68), screenWidth - px(24), px(60));
	begin(ROLE_BUTTON, name);
	describe(name, tail, 0, PRESS, NO_VALUE);
	shows(<u32>seconds);
	if (end()) paintRemorse(name, tail);
	if (pressed()) what = 0;
}

function paintRemorse(name: u32, tail: u32): void {
	paintBox(metrics.CONTROL_RADIUS, theme.surfaceHigh);
	paintEdge(metrics.CONTROL_RADIUS, 2, theme.outline);
	paintIcon(ICON_UNDO_2, boxX + px(28), boxY + boxHeight / 2, theme.accent);
	const x = boxX + px(52);
	const line = metrics.lineOf(metrics.TEXT_SMALL);
	const top = boxY + (boxHeight - 2 * line) / 2;
	paintLine(metrics.TEXT_SMALL_STRONG, name, x, top, boxWidth - px(64), theme.text);
	paintLine(metrics.TEXT_SMALL, tail, x, top + line, boxWidth - px(64), theme.text2);
}
