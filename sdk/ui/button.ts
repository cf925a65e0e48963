/** Buttons. Each says whether it has just been pressed. */

import { boxHeight, boxWidth, boxX, boxY, place } from './layout.ts';
import * as metrics from './metrics.ts';
import { lineOf } from './metrics.ts';
import { NODE_ACTION_PRESS, NODE_ACTION_SHOW, ROLE_BUTTON, STATE_DISABLED, STATE_SELECTED } from './nodes.ts';
import { middleLine, paintBox, paintCentred, paintEdge, paintIcon, paintLine, widthOf } from './paint.ts';
import { px } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, isHeld, pressed, shows } from './thing.ts';
import { wordsOf } from './words.ts';

const PRESS: u32 = (1 << NODE_ACTION_PRESS) | (1 << NODE_ACTION_SHOW);
const NO_VALUE: u32 = 255;
const BUTTON_HEIGHT: i32 = 52;
/** Points that a caption's icon takes with the space behind it. */
const ICON_ROOM: i32 = 24 + 8;

/** What is done most often on a page: at most one. `icon` (sdk/graphics/icon-numbers.ts) may be ICON_NONE. */
export function primaryButton<T>(name: T, icon: u32): bool {
	return anyButton(wordsOf(name), icon, theme.accent, theme.accentInk, theme.text);
}

/** Any other action. */
export function button<T>(name: T, icon: u32): bool {
	return anyButton(wordsOf(name), icon, theme.surfaceHigh, theme.text, theme.surfacePressed);
}

/** What destroys something. */
export function dangerButton<T>(name: T, icon: u32): bool {
	return anyButton(wordsOf(name), icon, theme.surfaceHigh, theme.danger, theme.surfacePressed);
}

/** The same that cannot be pressed now. */
export function disabledButton<T>(name: T, icon: u32): void {
	const text = wordsOf(name);
	place(max(px(BUTTON_HEIGHT), lineOf(metrics.TEXT_STRONG) + px(20)));
	begin(ROLE_BUTTON, text);
	describe(text, 0, STATE_DISABLED, 0, NO_VALUE);
	if (!end()) return;
	paintBox(metrics.CONTROL_RADIUS, theme.surfaceLow);
	paintCaption(text, icon, theme.text3);
}

function anyButton(name: u32, icon: u32, ground: u32, ink: u32, groundHeld: u32): bool {
	place(max(px(BUTTON_HEIGHT), lineOf(metrics.TEXT_STRONG) + px(20)));
	begin(ROLE_BUTTON, name);
	describe(name, 0, 0, PRESS, NO_VALUE);
	shows(ground ^ ink ^ icon);
	if (end()) {
		const plain = ground !== theme.accent;
		paintBox(metrics.CONTROL_RADIUS, isHeld() && plain ? groundHeld : ground);
		if (isHeld() && !plain) paintEdge(metrics.CONTROL_RADIUS, 6, groundHeld);
		paintCaption(name, icon, ink);
	}
	return pressed();
}

/** Icon and name in the middle of the box. */
function paintCaption(name: u32, icon: u32, ink: u32): void {
	const wide = widthOf(metrics.TEXT_STRONG, name);
	// Words come before the icon, and all of them before large ones.
	const beside = icon === 0 || wide > boxWidth - px(ICON_ROOM + 16) ? 0 : px(ICON_ROOM);
	const room = boxWidth - beside - px(16);
	const kind = wide > room ? metrics.TEXT_SMALL_STRONG : metrics.TEXT_STRONG;
	const width = min(room, kind === metrics.TEXT_STRONG ? wide : widthOf(kind, name));
	const left = boxX + (boxWidth - width - beside) / 2;
	if (beside !== 0) paintIcon(icon, left + px(12), boxY + boxHeight / 2, ink);
	paintLine(kind, name, left + beside, middleLine(kind), room, ink);
}

/** A key of a keypad, `height` points high: its text in the middle; `strongly` in the accent's colour. `name` is what those hear who cannot see it. */
export function keyButton<T, U>(text: T, name: U, height: i32, strongly: bool): bool {
	const shown = wordsOf(text);
	const spoken = wordsOf(name);
	place(px(max(metrics.TARGET, height)));
	begin(ROLE_BUTTON, spoken);
	describe(spoken, 0, 0, PRESS, NO_VALUE);
	shows(strongly ? 1 : 0);
	if (end()) {
		const ground = strongly ? theme.accent : theme.surfaceHigh;
		paintBox(metrics.CONTROL_RADIUS, isHeld() ? (strongly ? theme.text : theme.surfacePressed) : ground);
		const ink = strongly ? (isHeld() ? theme.ground : theme.accentInk) : theme.text;
		paintCentred(metrics.TEXT_TITLE, shown, boxX, middleLine(metrics.TEXT_TITLE), boxWidth, ink);
	}
	return pressed();
}

/** An icon in a target of 48 points; `name` is what those hear who cannot see it. Place it in a row. */
export function iconButton<T>(icon: u32, name: T): bool {
	const text = wordsOf(name);
	place(px(metrics.TARGET));
	begin(ROLE_BUTTON, text);
	describe(text, 0, 0, PRESS, NO_VALUE);
	shows(icon);
	if (end()) {
		if (isHeld()) paintBox(metrics.CONTROL_RADIUS, theme.surfacePressed);
		paintIcon(icon, boxX + boxWidth / 2, boxY + boxHeight / 2, theme.accent);
	}
	return pressed();
}

/** One of several that exclude each other, or a filter that is on. Place them in a row. */
export function chip<T>(name: T, selected: bool): bool {
	const text = wordsOf(name);
	place(px(metrics.TARGET));
	begin(ROLE_BUTTON, text);
	describe(text, 0, selected ? STATE_SELECTED : 0, PRESS, NO_VALUE);
	if (end()) {
		paintBox(24, selected ? theme.accent : isHeld() ? theme.surfacePressed : theme.surfaceHigh);
		const ink = selected ? theme.accentInk : theme.text;
		const fits = widthOf(metrics.TEXT_SMALL_STRONG, text) <= boxWidth - px(16);
		const kind = fits ? metrics.TEXT_SMALL_STRONG : metrics.TEXT_CAPTION;
		paintCentred(kind, text, boxX + px(8), middleLine(kind), boxWidth - px(16), ink);
	}
	return pressed();
}
