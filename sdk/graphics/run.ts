/**
 * The run: one text, looked up in a face, with the place of each glyph. There is one, in static memory: set it, measure it, cut or wrap it, draw it (text.ts).
 */

import { advanceOf, glyphOf, kerningOf } from './face.ts';

/** Characters that a run has at most; what is longer is cut off. */
export const RUN_CHARACTERS: i32 = 512;
const SPACE: u32 = 0x20;
const ELLIPSIS: u32 = 0x2026;
const LINE_FEED: u32 = 0x0a;
const REPLACEMENT: u32 = 0xfffd;
const ZERO: u32 = 0x30;
const NINE: u32 = 0x39;

/** For each character: itself and its glyph, 16 bits each, and its place from the start, 1/64 pixel (one more for the end). */
const CHARACTERS: u32 = memory.data(2 * 513, 4) as u32;
const GLYPHS: u32 = memory.data(2 * 513, 4) as u32;
const PLACES: u32 = memory.data(4 * 514, 4) as u32;
let face: u32 = 0;
let count: i32 = 0;
let tabular: bool = false;
/** The line: the part of the run that is measured and drawn. */
let first: i32 = 0;
let last: i32 = 0;
/** Where the next line begins. */
let next: i32 = 0;

/** Sets a text constant. The line is all of it. */
export function setText(ofFace: u32, text: string): void {
	begin(ofFace, false);
	for (let index: i32 = 0; index < text.length; index++) append(text.charCodeAt(index));
	finish();
}

/** The same with digits that are all as wide as a zero: for what ticks. */
export function setTabularText(ofFace: u32, text: string): void {
	begin(ofFace, true);
	for (let index: i32 = 0; index < text.length; index++) append(text.charCodeAt(index));
	finish();
}

/** Sets `length` bytes of UTF-8 at `pointer`. What is not valid UTF-8, or beyond 16 bits, shows as the replacement. */
export function setUtf8(ofFace: u32, pointer: u32, length: u32, sameDigits: bool): void {
	begin(ofFace, sameDigits);
	const end = pointer + length;
	while (pointer < end) {
		const size = characterSize(pointer, end);
		append(decode(pointer, load<u8>(pointer), size));
		pointer += size;
	}
	finish();
}

/** Bytes at `pointer` that are shown as one character: those of a sequence that ends before `end`, or one that is not UTF-8. */
export function characterSize(pointer: u32, end: u32): u32 {
	const size = sequenceSize(load<u8>(pointer));
	return size > end - pointer || !hasTail(pointer, size) ? 1 : size;
}

/** Bytes of the first `characters` characters of a text of `length` bytes. */
export function runBytes(pointer: u32, length: u32, characters: i32): u32 {
	const end = pointer + length;
	let place = pointer;
	for (let index: i32 = 0; index < characters && place < end; index++) place += characterSize(place, end);
	return place - pointer;
}

/** Bytes of the sequence that a byte begins. */
function sequenceSize(lead: u32): u32 {
	if (lead >= 0xf0) return 4;
	if (lead >= 0xe0) return 3;
	return lead >= 0xc0 ? 2 : 1;
}

function hasTail(pointer: u32, size: u32): bool {
	for (let index: u32 = 1; index < size; index++) {
		if ((load<u8>(pointer + index) & 0xc0) !== 0x80) return false;
	}
	return true;
}

function decode(pointer: u32, lead: u32, size: u32): u32 {
	if (size === 1) return lead < 0x80 ? lead : REPLACEMENT;
	if (size === 4) return REPLACEMENT;
	let character = lead & (0x7f >> size);
	for (let index: u32 = 1; index < size; index++) character = (character << 6) | (load<u8>(pointer + index) & 0x3f);
	return character;
}

function begin(ofFace: u32, sameDigits: bool): void {
	face = ofFace;
	tabular = sameDigits;
	count = 0;
}

function append(character: u32): void {
	if (count === RUN_CHARACTERS) return;
	store<u16>(CHARACTERS + 2 * count, character);
	store<u16>(GLYPHS + 2 * count, glyphOf(face, character === LINE_FEED ? SPACE : character));
	count++;
}

function finish(): void {
	first = 0;
	last = count;
	next = 0;
	let place: i32 = 0;
	for (let index: i32 = 0; index < count; index++) {
		store<i32>(PLACES + 4 * index, place);
		place += width(index);
		if (index + 1 < count) place += kerningOf(face, glyphAt(index), glyphAt(index + 1));
	}
	store<i32>(PLACES + 4 * count, place);
}

function isDigit(index: i32): bool {
	const character = characterAt(index);
	return tabular && character >= ZERO && character <= NINE;
}

function width(index: i32): i32 {
	return advanceOf(face, isDigit(index) ? glyphOf(face, ZERO) : glyphAt(index));
}

function characterAt(index: i32): u32 {
	return load<u16>(CHARACTERS + 2 * index);
}

function glyphAt(index: i32): u32 {
	return load<u16>(GLYPHS + 2 * index);
}

function placeAt(index: i32): i32 {
	return load<i32>(PLACES + 4 * index);
}

/** The face of the run. */
export function runFace(): u32 {
	return face;
}

/** Glyphs of the line. */
export function lineLength(): i32 {
	return last - first;
}

/** A glyph of the line. */
export function lineGlyph(index: i32): u32 {
	return glyphAt(first + index);
}

/** Where a glyph of the line is drawn, 1/64 pixel from the line's start; tabular digits in the middle of their cell. */
export function linePlace(index: i32): i32 {
	const at = first + index;
	const spare = isDigit(at) ? (width(at) - advanceOf(face, glyphAt(at))) / 2 : 0;
	return placeAt(at) - placeAt(first) + spare;
}

/** Width of the line in pixels, rounded up. */
export function lineWidth(): i32 {
	return (placeAt(last) - placeAt(first) + 63) >> 6;
}

/** Cuts the line so that it is at most `pixels` wide, with an ellipsis at its end if something is missing. */
export function ellipsize(pixels: i32): void {
	if (lineWidth() <= pixels) return;
	const glyph = glyphOf(face, ELLIPSIS);
	const room = (pixels << 6) - advanceOf(face, glyph);
	while (last > first && placeAt(last) - placeAt(first) > room) last--;
	while (last > first && characterAt(last - 1) === SPACE) last--;
	store<u16>(CHARACTERS + 2 * last, ELLIPSIS);
	store<u16>(GLYPHS + 2 * last, glyph);
	last++;
	store<i32>(PLACES + 4 * last, placeAt(last - 1) + advanceOf(face, glyph));
	next = count;
}

/**
 * Makes the line the next piece of the run that is at most `pixels` wide, broken at a space or line feed, or inside a word that is wider by itself. False when there is
 * no more; the first call after setting a run gives its first line.
 */
export function nextLine(pixels: i32): bool {
	if (next >= count) return false;
	first = next;
	let space: i32 = -1;
	let end = first;
	for (; end < count; end++) {
		const character = characterAt(end);
		if (character === LINE_FEED) break;
		if (character === SPACE) space = end;
		else if (end > first && placeAt(end) + width(end) - placeAt(first) > pixels << 6) break;
	}
	const full = end < count && characterAt(end) !== LINE_FEED;
	if (full && space >= 0) end = space;
	next = end;
	if (end < count && (characterAt(end) === LINE_FEED || characterAt(end) === SPACE)) next++;
	last = end;
	while (last > first && characterAt(last - 1) === SPACE) last--;
	return true;
}

/** Characters of the run from its start to where the next line will begin. */
export function lineTaken(): i32 {
	return next;
}

/** 1/64 pixels from the line's start to before its character `index`. */
export function placeInLine(index: i32): i32 {
	return placeAt(min(last, first + index)) - placeAt(first);
}

/** The character of the line before which a caret at `pixels` from its start would stand. */
export function characterNear(pixels: i32): i32 {
	let index: i32 = 0;
	while (first + index < last && (placeInLine(index) + placeInLine(index + 1)) / 2 < pixels << 6) index++;
	return index;
}

/** The line becomes all that nextLine has not given yet, this line included: for the last one that has room, before `ellipsize`. */
export function takeRest(): void {
	last = count;
	next = count;
}
