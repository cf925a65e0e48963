/** The keys that are on the screen: where each is and what it means. Every touch near them belongs to the nearest key, so there are no gaps. */
import { LAYOUT_DATA, LAYOUT_STRINGS } from './layout-data.ts';

// Pages; closed.
export const PAGE_LETTERS: u32 = 0;
export const PAGE_SIGNS: u32 = 1;
export const PAGE_MORE: u32 = 2;

// Meanings of keys that are not characters; above the last character of Unicode.
export const SHIFT: u32 = 0x110001;
export const BACKSPACE: u32 = 0x110002;
export const ENTER: u32 = 0x110003;
/** To signs, or back to letters. */
export const OTHER_PAGE: u32 = 0x110004;
export const LANGUAGE: u32 = 0x110005;
export const CANCEL: u32 = 0x110006;
export const FIRST_MEANING: u32 = 0x110001;
export const SPACE: u32 = 0x20;

const KEYS_MOST: u32 = 48;
/** i32 x, y, width, height in pixels of the sheet, u32 meaning. */
const KEY_BYTES: u32 = 20;
const KEYS: u32 = memory.data(48 * 20, 4) as u32;
/** Points: height of a row, space around a key's face. */
export const ROW_HIGH: i32 = 56;
const TOP: i32 = 8;
const COLUMNS: i32 = 10;
const ROWS: i32 = 4;
const NO_KEY: i32 = -1;
const SIGNS: StaticArray<string> = [
	'1234567890',
	'@#&_-+()=%',
	'"*\':/!?',
	'[]{}<>^~|\u00a3',
	'\\`\u00a7\u00b0$\u20ac;\u00ab\u00bb',
];

let count: u32 = 0;

function key(index: u32): u32 {
	return KEYS + KEY_BYTES * index;
}

export function keyCount(): u32 {
	return count;
}

export function keyX(index: u32): i32 {
	return load<i32>(key(index));
}

export function keyY(index: u32): i32 {
	return load<i32>(key(index) + 4);
}

export function keyWidth(index: u32): i32 {
	return load<i32>(key(index) + 8);
}

export function keyHeight(index: u32): i32 {
	return load<i32>(key(index) + 12);
}

export function keyMeaning(index: u32): u32 {
	return load<u32>(key(index) + 16);
}

/** Adds a key; what does not fit is left out. */
export function addKey(x: i32, y: i32, width: i32, height: i32, meaning: u32): void {
	if (count === KEYS_MOST) return;
	const place = key(count++);
	store<i32>(place, x);
	store<i32>(place + 4, y);
	store<i32>(place + 8, width);
	store<i32>(place + 12, height);
	store<u32>(place + 16, meaning);
}

/** What the language key shows. */
export function layoutLabel(layout: u32): string {
	return LAYOUT_DATA[<i32>(layout * LAYOUT_STRINGS)];
}

function rowText(layout: u32, page: u32, row: i32): string {
	if (page === PAGE_LETTERS) return LAYOUT_DATA[<i32>(layout * LAYOUT_STRINGS) + 1 + row];
	if (page === PAGE_SIGNS) return SIGNS[row];
	return row === 2 ? LAYOUT_DATA[<i32>(layout * LAYOUT_STRINGS) + 4] : SIGNS[3 + row];
}

/** The capital of a letter of Latin-1, otherwise the character itself. */
export function capital(character: u32): u32 {
	const ascii = character >= 0x61 && character <= 0x7a;
	const latin = character >= 0xe0 && character <= 0xfe && character !== 0xf7;
	return ascii || latin ? character - 0x20 : character;
}

/** Lays the keys of a page out, from `top` (pixels) on. */
export function layKeys(layout: u32, page: u32, shifted: bool, width: i32, scale: i32, top: i32): void {
	count = 0;
	let columns = COLUMNS;
	for (let row: i32 = 0; row < ROWS - 1; row++) columns = max(columns, rowText(layout, page, row).length);
	const high = ROW_HIGH * scale;
	const first = top + TOP * scale;
	for (let row: i32 = 0; row < ROWS - 1; row++) {
		layRow(rowText(layout, page, row), shifted && page === PAGE_LETTERS, first + row * high, width, columns, high);
	}
	const side = (width * 3) / 20;
	addKey(0, first + 2 * high, side, high, SHIFT);
	addKey(width - side, first + 2 * high, side, high, BACKSPACE);
	layLast(first + 3 * high, width, high);
}

/** A row of characters, in the middle. */
function layRow(text: string, capitals: bool, y: i32, width: i32, columns: i32, high: i32): void {
	const start = (width * (columns - text.length)) / (2 * columns);
	for (let index: i32 = 0; index < text.length; index++) {
		const left = start + (width * index) / columns;
		const right = start + (width * (index + 1)) / columns;
		const character = <u32>text.charCodeAt(index);
		addKey(left, y, right - left, high, capitals ? capital(character) : character);
	}
}

/** The row of the space bar. */
function layLast(y: i32, width: i32, high: i32): void {
	const unit = width / 20;
	addKey(0, y, 3 * unit, high, OTHER_PAGE);
	addKey(3 * unit, y, 2 * unit, high, LANGUAGE);
	addKey(5 * unit, y, 2 * unit, high, 0x2c);
	addKey(7 * unit, y, 7 * unit, high, SPACE);
	addKey(14 * unit, y, 2 * unit, high, 0x2e);
	addKey(16 * unit, y, width - 16 * unit, high, ENTER);
}

/** The key nearest to a place, NO_KEY (-1) if none is within `reach` pixels. */
export function keyAt(x: i32, y: i32, reach: i32): i32 {
	let nearest = NO_KEY;
	let least = reach;
	for (let index: u32 = 0; index < count; index++) {
		const away = distance(x, keyX(index), keyWidth(index)) + distance(y, keyY(index), keyHeight(index));
		if (away >= least) continue;
		least = away;
		nearest = index;
	}
	return nearest;
}

/** How far a place is from a stretch. */
function distance(place: i32, from: i32, length: i32): i32 {
	return max(0, max(from - place, place - (from + length - 1)));
}
