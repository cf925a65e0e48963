/** The text that is looked at, cut into pieces that are shown one below the other: only those near the window are drawn, so that long texts scroll as fast as short ones. */

import { characterSize } from '../../sdk/graphics/run.ts';

/** Bytes of a text that are shown; the rest is left out. */
export const TEXT_BYTES: u32 = 65536;
export const TEXT: u32 = memory.data(65536, 16) as u32;
/** Of each piece: where it begins, and the pixels it is high, 0 as long as nobody knows. */
const PIECES_MOST: u32 = 1024;
const PIECES: u32 = memory.data(8 * 1024, 8) as u32;
const HEIGHT: u32 = 4;
/** Bytes and lines of a piece, at most. */
const PIECE_BYTES: u32 = 480;
const PIECE_LINES: u32 = 10;
/** Characters of a line, about: as long as the height of a piece is not known. */
const LINE_CHARACTERS: u32 = 40;
const LINE_FEED: u32 = 0x0a;
const TAB: u32 = 0x09;
const SPACE: u32 = 0x20;
const DELETE: u32 = 0x7f;
/** Bytes from here on are parts of characters of several. */
const FIRST_LONG: u32 = 0x80;
let length: u32 = 0;
let count: u32 = 0;

/** Cuts `bytes` bytes at TEXT. */
export function cutText(bytes: u32): void {
	length = min(bytes, TEXT_BYTES);
	count = 0;
	for (let from: u32 = 0; from < length && count < PIECES_MOST; count++) {
		store<u32>(PIECES + 8 * count, from);
		store<u32>(PIECES + 8 * count, 0, HEIGHT);
		from = endFrom(from);
	}
}

/** Where the piece that begins at `from` ends. */
function endFrom(from: u32): u32 {
	const most = min(length, from + PIECE_BYTES);
	let lines: u32 = 0;
	let good = from;
	let next: u32 = 0;
	for (let place = from; place < most; place = next) {
		const byte: u32 = load<u8>(TEXT + place);
		next = place + (byte < FIRST_LONG ? 1 : characterSize(TEXT + place, TEXT + length));
		if (byte === LINE_FEED || byte === SPACE) good = next;
		if (byte === LINE_FEED && ++lines === PIECE_LINES) return next;
		if (next > most) return good > from ? good : place;
	}
	if (most === length) return length;
	return good > from ? good : most;
}

export function pieceCount(): u32 {
	return count;
}

/** Address and bytes of a piece, without the line feed at its end. */
export function pieceAt(index: u32): u32 {
	return TEXT + load<u32>(PIECES + 8 * index);
}

export function pieceBytes(index: u32): u32 {
	const from = load<u32>(PIECES + 8 * index);
	const end = index + 1 < count ? load<u32>(PIECES + 8 * index + 8) : endFrom(from);
	return end > from && load<u8>(TEXT + end - 1) === <u8>LINE_FEED ? end - from - 1 : end - from;
}

/** Pixels that a piece is high when a line is `line` pixels; about, unless it has been drawn. */
export function pieceHeight(index: u32, line: i32): i32 {
	const known = load<i32>(PIECES + 8 * index, HEIGHT);
	if (known > 0) return known;
	return line * <i32>(1 + pieceBytes(index) / LINE_CHARACTERS);
}

export function setPieceHeight(index: u32, pixels: i32): void {
	store<i32>(PIECES + 8 * index, pixels, HEIGHT);
}

/** Whether `bytes` bytes at TEXT are text: UTF-8 without characters that no text has. `isCut`: the last character may be cut off. Tabs and carriage returns become spaces. */
export function isText(bytes: u32, isCut: bool): bool {
	let next: u32 = 0;
	for (let place: u32 = 0; place < bytes; place = next) {
		const byte: u32 = load<u8>(TEXT + place);
		next = place + 1;
		if (byte >= SPACE && byte < DELETE) continue;
		if (byte === LINE_FEED) continue;
		if (byte >= FIRST_LONG) {
			next = place + characterSize(TEXT + place, TEXT + bytes);
			if (next === place + 1 && !(isCut && place + 4 > bytes)) return false;
		} else if (isBlank(byte)) store<u8>(TEXT + place, <u8>SPACE);
		else return false;
	}
	return true;
}

/** Tab, line feed, and the returns and feeds of old. */
function isBlank(byte: u32): bool {
	return byte >= TAB && byte <= 0x0d;
}
