/** How the keyboard looks, drawn rectangle by rectangle into a buffer and shown through the display interface; and what it says to those who cannot see it. */
import { describe, look, lookLook, lookWindow, present } from '../../interfaces/display/client.ts';
import { isTooLate } from '../../interfaces/display/late.ts';
import {
	LOOK_CHROMA_MASK,
	LOOK_CHROMA_SHIFT,
	LOOK_DARK,
	LOOK_HUE_MASK,
	LOOK_SCALE_SHIFT,
} from '../../interfaces/display/look.ts';
import {
	NODE_ACTION_PRESS,
	NODE_ACTIONS,
	NODE_BYTES,
	NODE_HEIGHT,
	NODE_NAME,
	NODE_NAME_BYTES,
	NODE_NUMBER,
	NODE_ROLE,
	NODE_STATE,
	NODE_VALUE,
	NODE_WIDTH,
	NODE_X,
	NODE_Y,
	ROLE_BUTTON,
	STATE_ON,
} from '../../interfaces/display/nodes.ts';
import { AMBIENCE_BYTES, Ambience } from '../../sdk/graphics/ambience.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { lineHeight } from '../../sdk/graphics/face.ts';
import { SMALL, SMALL_STRONG, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { drawIcon, ICON_24 } from '../../sdk/graphics/icon.ts';
import { ICON_ARROW_BIG_UP, ICON_CORNER_DOWN_LEFT, ICON_DELETE, ICON_NONE } from '../../sdk/graphics/icon-numbers.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { rgb } from '../../sdk/graphics/pixel.ts';
import { lineWidth, setUtf8 } from '../../sdk/graphics/run.ts';
import { fillCircle, fillRounded, outlineRounded } from '../../sdk/graphics/shapes.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_BAND, SYSTEM_INK, SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawLineOfRun } from '../../sdk/graphics/text.ts';
import { add, addCharacter, clear, pointer, size } from '../../sdk/text.ts';
import {
	BACKSPACE,
	CANCEL,
	ENTER,
	FIRST_MEANING,
	keyCount,
	keyHeight,
	keyMeaning,
	keyWidth,
	keyX,
	keyY,
	LANGUAGE,
	layoutLabel,
	OTHER_PAGE,
	PAGE_LETTERS,
	SHIFT,
	SPACE,
} from './keys.ts';
import { secretCharacters } from './secret.ts';
import { SLOT_DISPLAY } from './slots.ts';

/** Bytes that one call can lend. */
const BUFFER_BYTES: u32 = 99_840;
const BUFFER: u32 = memory.data(99840, 8) as u32;
const surface = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
const ambience = changetype<Ambience>(memory.data(AMBIENCE_BYTES, 4));
const NODES: u32 = memory.data(48 * 96, 4) as u32;

// Colours of a secret's keyboard: the system's own, whatever the ambience.
const KEY_FACE: u32 = 0x1d2228;
const KEY_QUIET: u32 = 0x33383f;
const WHITE: u32 = 0xffffff;
/** Points: the field of a secret above the keys, and its parts. */
export const FIELD_HIGH: i32 = 64;
const CANCEL_WIDE: i32 = 92;
const MARGIN: i32 = 16;
const FACE_GAP: i32 = 2;
const FACE_HIGH: i32 = 46;
const RADIUS: i32 = 8;
const DOT: i32 = 4;
const DOTS_MOST: i32 = 18;

/** The sheet's size in pixels, and pixels to the point. */
export let sheetWidth: i32 = 0;
export let sheetHeight: i32 = 0;
export let scale: i32 = 1;
/** What is shown: whether it is a secret's, which page, whether shifted, which layout. */
let secret: bool = false;
let page: u32 = PAGE_LETTERS;
let shifted: bool = false;
let layout: u32 = 0;
/** Index of the key that is lighter; -1: none. */
let lit: i32 = -1;

/** Asks how big the sheet is and what colours there are. False: it is not up. */
export function refreshLook(): bool {
	let status: i32;
	do status = look(SLOT_DISPLAY);
	while (isTooLate(status));
	if (status !== 0 || lookWindow() === 0) return false;
	sheetWidth = <i32>(lookWindow() & 0xffff);
	sheetHeight = <i32>(lookWindow() >> 16);
	const word = lookLook();
	scale = max(1, <i32>(word >> LOOK_SCALE_SHIFT) & 3);
	const chroma = (word >> LOOK_CHROMA_SHIFT) & LOOK_CHROMA_MASK;
	ambience.compute(word & LOOK_HUE_MASK, chroma, (word & LOOK_DARK) !== 0);
	return true;
}

/** Says what is shown from now on. */
export function setPage(isSecret: bool, ofPage: u32, isShifted: bool, ofLayout: u32): void {
	secret = isSecret;
	page = ofPage;
	shifted = isShifted;
	layout = ofLayout;
	lit = -1;
}

/** Draws everything, in bands that fit the buffer. */
export function drawAll(): void {
	const rows = min(sheetHeight, <i32>(BUFFER_BYTES / 4) / sheetWidth);
	for (let y: i32 = 0; y < sheetHeight; y += rows) drawRectangle(0, y, sheetWidth, min(rows, sheetHeight - y));
}

/** Draws one key anew, lighter or as usual. A secret's keys never show which was touched. */
export function lightKey(index: i32, on: bool): void {
	if (secret || index < 0) return;
	lit = on ? index : -1;
	drawRectangle(keyX(index), keyY(index), keyWidth(index), keyHeight(index));
}

/** Draws the field of a secret anew. */
export function drawField(): void {
	drawRectangle(0, 0, sheetWidth, FIELD_HIGH * scale);
}

function drawRectangle(x: i32, y: i32, width: i32, height: i32): void {
	surface.open(BUFFER, width, height);
	fillRectangle(surface, 0, 0, width, height, secret ? rgb(SYSTEM_PAPER) : ambience.surface1);
	if (secret) drawDots(-x, -y);
	for (let index: u32 = 0; index < keyCount(); index++) drawKey(index, keyX(index) - x, keyY(index) - y);
	const length: u32 = 4 * width * height;
	let status: i32;
	do status = present(SLOT_DISPLAY, BUFFER, length, 0, place(x, y), place(width, height));
	while (isTooLate(status));
}

function place(low: i32, high: i32): u32 {
	return <u32>low | ((<u32>high) << 16);
}

/** The field: a dot for each character. */
function drawDots(x: i32, y: i32): void {
	const width = sheetWidth - (CANCEL_WIDE + MARGIN) * scale;
	const high = (FIELD_HIGH - 12) * scale;
	if (surface.hides(x, y, x + width, y + high)) return;
	outlineRounded(
		surface,
		x + MARGIN * scale,
		y + 4 * scale,
		width - MARGIN * scale,
		high,
		14 * scale,
		fixed(2 * scale),
		rgb(SYSTEM_BAND),
	);
	const dots = min(DOTS_MOST, <i32>secretCharacters());
	for (let dot: i32 = 0; dot < dots; dot++) {
		const left = x + (2 * MARGIN + 12 * dot) * scale;
		fillCircle(surface, fixed(left), fixed(y + 4 * scale + high / 2), fixed(DOT * scale), rgb(WHITE));
	}
}

function isQuiet(meaning: u32): bool {
	return meaning >= FIRST_MEANING && meaning !== ENTER;
}

/** The colour of a key's face. */
function faceOf(index: u32, meaning: u32): u32 {
	if (meaning === ENTER) return secret ? rgb(SYSTEM_BAND) : ambience.accent;
	if (secret) return rgb(isQuiet(meaning) ? KEY_QUIET : KEY_FACE);
	if (<i32>index === lit) return ambience.accent;
	return isQuiet(meaning) ? ambience.surface2 : ambience.surface3;
}

function inkOf(index: u32, meaning: u32): u32 {
	if (meaning === ENTER) return secret ? rgb(SYSTEM_INK) : ambience.accentInk;
	if (secret) return rgb(WHITE);
	return <i32>index === lit ? ambience.accentInk : ambience.text;
}

function drawKey(index: u32, x: i32, y: i32): void {
	const wide = keyWidth(index);
	const high = keyHeight(index);
	if (surface.hides(x, y, x + wide, y + high)) return;
	const meaning = keyMeaning(index);
	const gap = FACE_GAP * scale;
	const face = FACE_HIGH * scale;
	const top = y + (high - face) / 2;
	fillRounded(surface, x + gap, top, wide - 2 * gap, face, RADIUS * scale, faceOf(index, meaning));
	const ink = inkOf(index, meaning);
	const icon = iconOf(meaning);
	if (icon !== ICON_NONE) {
		drawIcon(surface, icon, ICON_24, x + (wide - 24 * scale) / 2, top + (face - 24 * scale) / 2, ink);
		return;
	}
	sayFace(meaning);
	const font = meaning < FIRST_MEANING && meaning !== SPACE ? TITLE : meaning === SPACE ? SMALL : SMALL_STRONG;
	setUtf8(font, pointer(), size(), false);
	drawLineOfRun(surface, x + (wide - lineWidth()) / 2, top + (face - lineHeight(font)) / 2, ink);
}

function iconOf(meaning: u32): u32 {
	if (meaning === SHIFT && page === PAGE_LETTERS) return ICON_ARROW_BIG_UP;
	if (meaning === BACKSPACE) return ICON_DELETE;
	return meaning === ENTER && !secret ? ICON_CORNER_DOWN_LEFT : ICON_NONE;
}

/** The text becomes what stands on a key. */
function sayFace(meaning: u32): void {
	clear();
	if (meaning === SHIFT) add(page === PAGE_LETTERS ? 'Shift' : '#+=');
	else if (meaning === OTHER_PAGE) add(page === PAGE_LETTERS ? '123' : 'abc');
	else if (meaning === LANGUAGE || meaning === SPACE) sayPlain(meaning);
	else if (meaning === ENTER) add(secret ? 'Done' : 'Enter');
	else if (meaning === CANCEL) add('Cancel');
	else if (meaning === BACKSPACE) add('Delete');
	else addCharacter(meaning);
}

function sayPlain(meaning: u32): void {
	add(meaning === SPACE ? 'space' : layoutLabel(layout));
}

/** Says which keys there are: their names, never what was typed. */
export function describeKeys(): void {
	memory.fill(NODES, 0, 48 * NODE_BYTES);
	for (let index: u32 = 0; index < keyCount(); index++) {
		const node = NODES + index * NODE_BYTES;
		store<u16>(node + NODE_NUMBER, <u16>index);
		store<u8>(node + NODE_ROLE, <u8>ROLE_BUTTON);
		store<u8>(node + NODE_STATE, <u8>(keyMeaning(index) === SHIFT && shifted ? STATE_ON : 0));
		store<i16>(node + NODE_X, <i16>keyX(index));
		store<i16>(node + NODE_Y, <i16>keyY(index));
		store<i16>(node + NODE_WIDTH, <i16>keyWidth(index));
		store<i16>(node + NODE_HEIGHT, <i16>keyHeight(index));
		store<u8>(node + NODE_ACTIONS, <u8>((<u32>1) << NODE_ACTION_PRESS));
		store<u8>(node + NODE_VALUE, 255);
		sayFace(keyMeaning(index));
		memory.copy(node + NODE_NAME, pointer(), min(size(), NODE_NAME_BYTES));
	}
	let status: i32;
	do status = describe(SLOT_DISPLAY, NODES, keyCount() * NODE_BYTES, 0);
	while (isTooLate(status));
}
