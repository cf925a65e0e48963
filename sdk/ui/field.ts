/** Fields: one line, or a whole text. What is typed goes to the one that has the focus. */

import { fillRectangle } from '../graphics/fill.ts';
import { characterNear, placeInLine, runBytes, setUtf8 } from '../graphics/run.ts';
import { drawLineOfRun } from '../graphics/text.ts';
import { TextBuffer } from './buffer.ts';
import { BELOW_LONG, contentBottom, isLong } from './frame.ts';
import { boxHeight, boxWidth, boxX, boxY, nextWidth, place } from './layout.ts';
import * as lines from './lines.ts';
import * as metrics from './metrics.ts';
import { faceFor, lineOf } from './metrics.ts';
import { NODE_ACTION_FOCUS, NODE_ACTION_PRESS, NODE_ACTION_SHOW, ROLE_FIELD } from './nodes.ts';
import * as pages from './pages.ts';
import { paintBox, paintEdge, paintLine } from './paint.ts';
import { PASS_SETTLE, PASS_TOUCH, pass, px, surface } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, fixed, focused, number, pressed, setFocus, shows } from './thing.ts';
import { held, TOUCH_FOCUS, TOUCH_UP, touchKind, touchX, touchY } from './touch.ts';
import { words, wordsOf } from './words.ts';

const ACTIONS: u32 = (1 << NODE_ACTION_PRESS) | (1 << NODE_ACTION_FOCUS) | (1 << NODE_ACTION_SHOW);
const NO_VALUE: u32 = 255;
// Keys of interfaces/display/events.ts.
const KEY_BACKSPACE: u32 = 1;
const KEY_ENTER: u32 = 2;
const KEY_LEFT: u32 = 3;
const KEY_RIGHT: u32 = 4;
const KEY_UP: u32 = 5;
const KEY_DOWN: u32 = 6;
const KEY_ESCAPE: u32 = 8;
const LINE_FEED: u32 = 0x0a;
/** Purpose of a field with several lines (look.ts). */
const EDIT_LINES: u32 = 3;
/** The field that has the focus: its text and its purpose (look.ts); whether the page must show its caret. */
let active: TextBuffer = changetype<TextBuffer>(0);
let purpose: u32 = 0;
let follow: bool = false;
/** Whether the next field is to get the focus. */
let wanted: bool = false;

/** Purpose of the field that has the focus; 0: none has. */
export function editPurpose(): u32 {
	return focused === 0 ? 0 : purpose;
}

/** A field of one line. `kind` is EDIT_TEXT or EDIT_NUMBER (look.ts). */
export function field<T>(name: T, buffer: TextBuffer, kind: u32): void {
	const label = wordsOf(name);
	const line = lineOf(metrics.TEXT_BODY);
	place(max(px(64), line + lineOf(metrics.TEXT_CAPTION) + px(20)));
	declareField(label, buffer, kind);
	const top = boxY + px(8) + lineOf(metrics.TEXT_CAPTION);
	if (end()) {
		paintField(label);
		const shift = shiftOf(buffer);
		paintText(buffer, 0, buffer.length, top, shift);
		if (focused === number) paintCaret(buffer.caret, top, shift);
	}
	if (isTouched()) focus(buffer, kind, byteNear(buffer, 0, buffer.length, shiftOf(buffer)));
}

/** A text with as many lines as it has, at least `height` points high. */
export function textArea<T>(name: T, buffer: TextBuffer, height: i32): void {
	const label = wordsOf(name);
	const face = faceFor(metrics.TEXT_BODY);
	const count = lines.breakLines(buffer, face, nextWidth() - px(32));
	const line = lineOf(metrics.TEXT_BODY);
	place(max(px(height), <i32>count * line + lineOf(metrics.TEXT_CAPTION) + px(24)));
	declareField(label, buffer, EDIT_LINES);
	const top = boxY + px(10) + lineOf(metrics.TEXT_CAPTION);
	if (end()) {
		paintField(label);
		paintLines(buffer, count, top);
	}
	if (isTouched()) focus(buffer, EDIT_LINES, touchKind === TOUCH_UP ? byteOfTouch(buffer, count, top) : buffer.length);
	if (focused === number && follow && pass === PASS_SETTLE)
		showRow(top + line * <i32>lines.lineOfByte(buffer.caret), line);
}

/** The byte of the lines from row `top` on at which the finger is. */
function byteOfTouch(buffer: TextBuffer, count: u32, top: i32): u32 {
	const index = <u32>max(0, min(<i32>count - 1, (touchY - top) / lineOf(metrics.TEXT_BODY)));
	return byteNear(buffer, lines.lineStart(index), lines.lineEnd(buffer, index), 0);
}

function declareField(label: u32, buffer: TextBuffer, kind: u32): void {
	begin(ROLE_FIELD, label);
	describe(label, words(buffer.address, buffer.length), 0, ACTIONS, NO_VALUE);
	shows(buffer.caret);
	shows(buffer.revision);
	if (wanted && pass === PASS_SETTLE) {
		wanted = false;
		focus(buffer, kind, buffer.length);
	}
	if (focused !== number) return;
	active = buffer;
	purpose = kind;
	if (follow && pass === PASS_SETTLE && kind !== EDIT_LINES) showRow(boxY, boxHeight);
}

function paintField(label: u32): void {
	paintBox(metrics.CONTROL_RADIUS, theme.surfaceLow);
	paintEdge(metrics.CONTROL_RADIUS, focused === number ? 4 : 2, focused === number ? theme.accent : theme.outline);
	paintLine(metrics.TEXT_CAPTION, label, boxX + px(16), boxY + px(7), boxWidth - px(32), theme.text2);
}

/** Pixels by which the text of a field of one line is moved to the left, so that its caret is seen. */
function shiftOf(buffer: TextBuffer): i32 {
	if (focused !== number) return 0;
	setUtf8(faceFor(metrics.TEXT_BODY), buffer.address, buffer.length, false);
	return max(0, caretPlace(buffer.caret) - (boxWidth - px(34)));
}

/** Bytes `from` to `to` of a text, as one line that is moved to the left; what does not fit is cut. */
function paintText(buffer: TextBuffer, from: u32, to: u32, y: i32, shift: i32): void {
	setUtf8(faceFor(metrics.TEXT_BODY), buffer.address + from, to - from, false);
	const left = surface.left;
	const right = surface.right;
	surface.left = max(left, boxX + px(8));
	surface.right = max(surface.left, min(right, boxX + boxWidth - px(8)));
	drawLineOfRun(surface, boxX + px(16) - shift, y, theme.text);
	surface.left = left;
	surface.right = right;
}

function paintLines(buffer: TextBuffer, count: u32, top: i32): void {
	const line = lineOf(metrics.TEXT_BODY);
	const first = max(0, (surface.top - top) / line - 1);
	const behind = min(<i32>count, (surface.bottom - top) / line + 1);
	for (let index = first; index < behind; index++) {
		const start = lines.lineStart(index);
		const y = top + index * line;
		paintText(buffer, start, lines.lineEnd(buffer, index), y, 0);
		if (focused === number && <u32>index === lines.lineOfByte(buffer.caret)) paintCaret(buffer.caret - start, y, 0);
	}
}

/** The caret after the first `bytes` bytes of the line that was drawn last. */
function paintCaret(bytes: u32, y: i32, shift: i32): void {
	const x = boxX + px(16) + caretPlace(bytes) - shift;
	fillRectangle(surface, x, y, px(2), lineOf(metrics.TEXT_BODY), theme.accent);
}

/** Pixels from the start of the run to the caret. */
function caretPlace(bytes: u32): i32 {
	let characters: i32 = 0;
	const from = active.address + active.caret - bytes;
	while (runBytes(from, active.length, characters) < bytes) characters++;
	return placeInLine(characters) >> 6;
}

/** Whether it has just got the finger's tap, or the focus by name. */
function isTouched(): bool {
	const byName = pass === PASS_TOUCH && touchKind === TOUCH_FOCUS && held === number;
	return pressed() || byName;
}

/** The byte of the line from `from` to `to`, which is moved to the left by `shift`, at which the finger is; its end when there is no finger. */
function byteNear(buffer: TextBuffer, from: u32, to: u32, shift: i32): u32 {
	if (touchKind !== TOUCH_UP) return to;
	setUtf8(faceFor(metrics.TEXT_BODY), buffer.address + from, to - from, false);
	return from + runBytes(buffer.address + from, to - from, characterNear(touchX - boxX - px(16) + shift));
}

function focus(buffer: TextBuffer, kind: u32, caret: u32): void {
	setFocus(number);
	active = buffer;
	purpose = kind;
	buffer.caret = caret;
	follow = true;
}

/** The next field that is declared gets the focus, as if it had been touched at its end. */
export function focusNext(): void {
	wanted = true;
}

/** Gives the focus up: the keyboard goes away. */
export function blur(): void {
	setFocus(0);
}

/** Scrolls the page so that a row of the window is seen. */
function showRow(y: i32, height: i32): void {
	follow = false;
	// On a sheet or in a bar it stands still.
	if (fixed) return;
	const scroller = pages.scrollerOf(pages.depth);
	// Above the targets of the pager, where there are such.
	const bottom = contentBottom() - px(isLong(scroller) ? BELOW_LONG : 16);
	if (y + height > bottom) scroller.reveal(scroller.pixels() + y + height - bottom);
	else if (y < 0) scroller.reveal(scroller.pixels() + y - px(16));
}

/** The window has another height: the caret must be seen there. */
export function followCaret(): void {
	follow = true;
}

/** A character was typed. */
export function fieldText(character: u32): void {
	if (focused === 0 || character === LINE_FEED) return;
	active.insert(character);
	follow = true;
}

/** A key was pressed that is no character; whether it was Enter in a field of one line. */
export function fieldKey(key: u32): bool {
	if (focused === 0) return false;
	follow = true;
	if (key === KEY_ENTER && purpose !== EDIT_LINES) return true;
	if (key === KEY_ENTER) active.insert(LINE_FEED);
	else if (key === KEY_BACKSPACE) active.deleteBefore();
	else if (key === KEY_LEFT) active.left();
	else if (key === KEY_RIGHT) active.right();
	else if (key === KEY_UP) moveLine(-1);
	else if (key === KEY_DOWN) moveLine(1);
	else if (key === KEY_ESCAPE) blur();
	return false;
}

/** Moves the caret to the line above or below, as many characters from its start. */
function moveLine(distance: i32): void {
	if (purpose !== EDIT_LINES) return;
	const line = <i32>lines.lineOfByte(active.caret);
	const next = line + distance;
	const start = lines.lineStart(line);
	if (next < 0 || lines.lineStart(next) >= active.length + 1) return;
	const from = lines.lineStart(next);
	const room = lines.lineEnd(active, next) - from;
	active.caret = from + min(room, active.caret - start);
	while (active.caret > from && (load<u8>(active.address + active.caret) & 0xc0) === 0x80) active.caret--;
}
