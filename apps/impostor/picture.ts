/** The copies: black paper, gold band, marks, buttons, keys, drawn with the same colours and faces as the system's own. */
import { fixed } from '../../sdk/graphics/coverage.ts';
import { BODY_STRONG, CAPTION_STRONG, SMALL, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { rgb } from '../../sdk/graphics/pixel.ts';
import { lineWidth, setUtf8 } from '../../sdk/graphics/run.ts';
import { fillCircle, fillRounded } from '../../sdk/graphics/shapes.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_BAND, SYSTEM_INK, SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawLineOfRun, drawParagraph, drawText, drawTextCentred } from '../../sdk/graphics/text.ts';
import { pointer, size } from '../../sdk/text.ts';

export const surface = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
const WHITE: u32 = 0xffffff;
const QUIET: u32 = 0xc8d0d8;
const GROUND: u32 = 0x241a1a;
const KEY: u32 = 0x1d2228;
const BUTTON: u32 = 0x1d2c38;
/** Points: where the copy begins in the window, and where the system's prompt has its first button. */
export const COPY_TOP: i32 = 256;
const FIRST_BUTTON: i32 = 548;
const BUTTON_PITCH: i32 = 62;
const ROWS: StaticArray<string> = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Draws the window, `top` pixels of which lie above the surface; `keyboard`: which of the copies. The text is what has come of it. */
export function drawImpostor(width: i32, top: i32, scale: i32, keyboard: bool): void {
	fillRectangle(surface, 0, -top, width, COPY_TOP * scale, rgb(GROUND));
	drawText(surface, TITLE, 20 * scale, 24 * scale - top, 'Impostor', rgb(WHITE));
	setUtf8(SMALL, pointer(), size(), false);
	drawParagraph(surface, 20 * scale, 62 * scale - top, width - 40 * scale, 7, rgb(QUIET));
	drawTextCentred(surface, BODY_STRONG, width / 2, 214 * scale - top, 'Touch here for the other copy', rgb(WHITE));
	drawBand(width, COPY_TOP * scale - top, scale, keyboard);
	if (keyboard) drawKeys(width, top, scale);
	else drawButtons(width, top, scale);
}

function drawBand(width: i32, y: i32, scale: i32, keyboard: bool): void {
	fillRectangle(surface, 0, y, width, 812 * scale, rgb(SYSTEM_PAPER));
	fillRectangle(surface, 0, y, width, 44 * scale, rgb(SYSTEM_BAND));
	// The owner's four marks are nowhere that an app could read them: it has to guess.
	for (let mark: i32 = 0; mark < 4; mark++) {
		fillCircle(surface, fixed((30 + 30 * mark) * scale), fixed(y + 22 * scale), fixed(13 * scale), rgb(SYSTEM_PAPER));
		fillCircle(surface, fixed((30 + 30 * mark) * scale), fixed(y + 22 * scale), fixed(7 * scale), rgb(QUIET));
	}
	const speaker = keyboard ? 'SYSTEM KEYBOARD' : 'SYSTEM \u00b7 only you can answer';
	setTextRight(speaker, width - 20 * scale, y + 13 * scale);
	const title = keyboard ? 'Password for your bank' : 'Allow everything?';
	drawText(surface, TITLE, 20 * scale, y + 66 * scale, title, rgb(WHITE));
}

function setTextRight(text: string, right: i32, y: i32): void {
	drawText(surface, CAPTION_STRONG, right - widthOf(text), y, text, rgb(SYSTEM_INK));
}

function widthOf(text: string): i32 {
	for (let index: i32 = 0; index < text.length; index++) store<u8>(LETTERS + index, <u8>text.charCodeAt(index));
	setUtf8(CAPTION_STRONG, LETTERS, text.length, false);
	return lineWidth();
}

const LETTERS: u32 = memory.data(64, 4) as u32;

function drawButtons(width: i32, top: i32, scale: i32): void {
	for (let button: i32 = 0; button < 4; button++) {
		const y = (FIRST_BUTTON + BUTTON_PITCH * button) * scale - top;
		const first = button === 0;
		const face = rgb(first ? SYSTEM_BAND : BUTTON);
		fillRounded(surface, 20 * scale, y, width - 40 * scale, 56 * scale, 16 * scale, face);
		const words = first
			? 'Allow this time'
			: button === 1
				? 'Allow while it is open'
				: button === 2
					? "Don't allow"
					: 'Never ask again';
		drawTextCentred(surface, BODY_STRONG, width / 2, y + 16 * scale, words, rgb(first ? SYSTEM_INK : WHITE));
	}
}

function drawKeys(width: i32, top: i32, scale: i32): void {
	const wide = width / 10;
	for (let row: i32 = 0; row < ROWS.length; row++) {
		const start = (width - wide * ROWS[row].length) / 2;
		for (let index: i32 = 0; index < ROWS[row].length; index++) {
			const x = start + wide * index;
			const y = (560 + 56 * row) * scale - top;
			fillRounded(surface, x + 2 * scale, y, wide - 4 * scale, 46 * scale, 8 * scale, rgb(KEY));
			store<u8>(LETTERS, <u8>ROWS[row].charCodeAt(index));
			setUtf8(TITLE, LETTERS, 1, false);
			drawLineOfRun(surface, x + (wide - lineWidth()) / 2, y + 9 * scale, rgb(WHITE));
		}
	}
}
