/** Rows of lists: entries that lead somewhere, values, choices and switches. */

import { fixed } from '../graphics/coverage.ts';
import { fillRectangle } from '../graphics/fill.ts';
import { ICON_CHECK } from '../graphics/icon-numbers.ts';
import { fillCircle, fillRounded, outlineRounded } from '../graphics/shapes.ts';
import { boxHeight, boxWidth, boxX, boxY, place } from './layout.ts';
import * as metrics from './metrics.ts';
import { lineOf } from './metrics.ts';
import { NODE_ACTION_PRESS, NODE_ACTION_SHOW, ROLE_LIST_ITEM, ROLE_SWITCH, STATE_ON, STATE_SELECTED } from './nodes.ts';
import { middleLine, paintIcon, paintLine, paintRight, widthOf } from './paint.ts';
import { px, surface } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, isHeld, pressed, reaches, shows } from './thing.ts';
import { wordsOf, wordsSize } from './words.ts';

const PRESS: u32 = (1 << NODE_ACTION_PRESS) | (1 << NODE_ACTION_SHOW);
const NO_VALUE: u32 = 255;
const ROW_HEIGHT: i32 = 60;
/** Points by which a held row's ground reaches beyond its text. */
export const AROUND: i32 = 12;
/** Points of an icon and the space behind it. */
export const BEFORE: i32 = 24 + 16;

/** A row of a list that leads somewhere: a name, a quieter second line ('' = none), an icon before it. */
export function item<T, U>(name: T, detail: U, icon: u32): bool {
	const text = wordsOf(name);
	const second = wordsOf(detail);
	placeItem(second);
	begin(ROLE_LIST_ITEM, text);
	describe(text, second, 0, PRESS, NO_VALUE);
	shows(icon);
	reaches(px(AROUND));
	if (end()) paintItem(text, second, icon, 0);
	return pressed();
}

/** A row that shows a value at its right end, and leads to where it is changed. */
export function valueItem<T, U>(name: T, value: U, icon: u32): bool {
	const text = wordsOf(name);
	const shown = wordsOf(value);
	placeItem(wordsOf(''));
	begin(ROLE_LIST_ITEM, text);
	describe(text, shown, 0, PRESS, NO_VALUE);
	shows(icon);
	reaches(px(AROUND));
	if (end()) {
		const width = min(boxWidth / 2, widthOf(metrics.TEXT_SMALL, shown));
		paintItem(text, wordsOf(''), icon, width + px(12));
		paintRight(metrics.TEXT_SMALL, shown, boxX, middleLine(metrics.TEXT_SMALL), boxWidth, theme.text2);
	}
	return pressed();
}

/** A row that can be chosen among others; the chosen one is marked. */
export function choice<T>(name: T, chosen: bool): bool {
	const text = wordsOf(name);
	placeItem(wordsOf(''));
	begin(ROLE_LIST_ITEM, text);
	describe(text, 0, chosen ? STATE_SELECTED : 0, PRESS, NO_VALUE);
	reaches(px(AROUND));
	if (end()) {
		paintItem(text, wordsOf(''), 0, px(36));
		const middle = boxY + boxHeight / 2;
		if (chosen) paintIcon(ICON_CHECK, boxX + boxWidth - px(12), middle, theme.accent);
	}
	return pressed();
}

/** A switch with its name: whether it is on after this pass, given whether it `isOn` before. */
export function toggle<T, U>(name: T, detail: U, isOn: bool): bool {
	const text = wordsOf(name);
	const second = wordsOf(detail);
	placeItem(second);
	begin(ROLE_SWITCH, text);
	describe(text, second, isOn ? STATE_ON : 0, PRESS, NO_VALUE);
	reaches(px(AROUND));
	if (end()) {
		paintItem(text, second, 0, px(52 + 12));
		paintSwitch(isOn);
	}
	return pressed() ? !isOn : isOn;
}

export function placeItem(detail: u32): void {
	const lines = lineOf(metrics.TEXT_BODY) + (wordsSize(detail) === 0 ? 0 : lineOf(metrics.TEXT_SMALL));
	place(max(px(ROW_HEIGHT), lines + px(20)));
}

/** A row; `kept` pixels at its right end stay free. */
function paintItem(name: u32, detail: u32, icon: u32, kept: i32): void {
	paintGround();
	if (icon !== 0) paintIcon(icon, boxX + px(12), boxY + boxHeight / 2, theme.accent);
	paintTexts(name, detail, icon === 0 ? 0 : px(BEFORE), kept);
}

/** Under a row that a finger holds. */
export function paintGround(): void {
	if (!isHeld()) return;
	fillRectangle(surface, boxX - px(AROUND), boxY, boxWidth + px(2 * AROUND), boxHeight, theme.surfacePressed);
}

/** One or two lines between what stands `before` them and what is `kept` free behind. */
export function paintTexts(name: u32, detail: u32, before: i32, kept: i32): void {
	const left = boxX + before;
	const room = boxWidth - before - kept;
	if (wordsSize(detail) === 0) {
		paintLine(metrics.TEXT_BODY, name, left, middleLine(metrics.TEXT_BODY), room, theme.text);
		return;
	}
	const line = lineOf(metrics.TEXT_BODY);
	const top = boxY + (boxHeight - line - lineOf(metrics.TEXT_SMALL)) / 2;
	paintLine(metrics.TEXT_BODY, name, left, top, room, theme.text);
	paintLine(metrics.TEXT_SMALL, detail, left, top + line, room, theme.text2);
}

/** The track and its knob, at the right end of the box. */
function paintSwitch(isOn: bool): void {
	const width = px(52);
	const height = px(32);
	const x = boxX + boxWidth - width;
	const y = boxY + (boxHeight - height) / 2;
	fillRounded(surface, x, y, width, height, height / 2, isOn ? theme.accent : theme.surfacePressed);
	if (!isOn) outlineRounded(surface, x, y, width, height, height / 2, fixed(px(3)) / 2, theme.outline);
	const knobX = isOn ? x + width - height / 2 : x + height / 2;
	fillCircle(
		surface,
		fixed(knobX),
		fixed(y + height / 2),
		fixed(px(isOn ? 12 : 9)),
		isOn ? theme.accentInk : theme.outline,
	);
}
