/**
 * Faces: fonts as pictures of glyphs, made when the system was built (tools/assets). A face is a small number (face-numbers.ts); its data lie in the region
 * `assets`, memory 12, at the scale of the screen: the same binary draws at every scale. Numbers that the region does not have are faults.
 */

import { load8, load16, load32 } from '../region/memory12.ts';
import { ASSETS_FACES } from './asset-layout.ts';
import * as layout from './face-layout.ts';

/** Where a face begins in the region. */
export function faceOffset(face: u32): u32 {
	return load32(load32(ASSETS_FACES) + 4 * face);
}

/** Pixels from one line to the next. */
export function lineHeight(face: u32): i32 {
	return <i32>load32(faceOffset(face) + layout.FACE_LINE_HEIGHT);
}

/** Pixel rows from the top of a line to its baseline. */
export function baseline(face: u32): i32 {
	return <i32>load32(faceOffset(face) + layout.FACE_BASELINE);
}

function table(offset: u32, name: u32): u32 {
	return offset + load32(offset + name);
}

/** The glyph of a character; the face's replacement (an empty box) when it lacks that. */
export function glyphOf(face: u32, character: u32): u32 {
	const offset = faceOffset(face);
	const characters = table(offset, layout.FACE_CHARACTERS);
	const last = load32(offset + layout.FACE_GLYPHS) - 1;
	// Most faces begin with those that are written most, one after the other.
	const guess = character - load16(characters);
	if (guess < last && load16(characters + 2 * guess) === character) return guess;
	let low: u32 = 0;
	let high = last;
	while (low < high) {
		const middle = (low + high) / 2;
		if (load16(characters + 2 * middle) < character) low = middle + 1;
		else high = middle;
	}
	return load16(characters + 2 * low) === character ? low : last;
}

/** 1/64 pixels from a glyph's pen position to the next one's, kerning left out. */
export function advanceOf(face: u32, glyph: u32): i32 {
	return load16(table(faceOffset(face), layout.FACE_ADVANCES) + 2 * glyph);
}

/** 1/64 pixels by which `second` moves when it follows `first`; mostly negative. */
export function kerningOf(face: u32, first: u32, second: u32): i32 {
	const offset = faceOffset(face);
	const row = load8(table(offset, layout.FACE_LEFT_CLASS) + first);
	const column = load8(table(offset, layout.FACE_RIGHT_CLASS) + second);
	const entry = row * load32(offset + layout.FACE_RIGHT_CLASSES) + column;
	const distance = <i32>(<i16>load16(table(offset, layout.FACE_KERNING) + 2 * entry));
	return distance === 0
		? 0
		: rounded(128 * distance * <i32>load32(offset), 2 * <i32>load32(offset + layout.FACE_UNITS));
}

/** The whole number nearest to half of `number` / half of `part`; what lies in the middle goes up. */
function rounded(number: i32, part: i32): i32 {
	const sum = number + part / 2;
	return sum >= 0 ? sum / part : -((part - 1 - sum) / part);
}

/** Offset of the description (face-layout.ts) of the glyph's picture that fits the fraction of `position`, 1/64 pixel. */
export function pictureOf(face: u32, glyph: u32, position: i32): u32 {
	const offset = faceOffset(face);
	const phases = load32(offset + layout.FACE_PHASES);
	const phase = (<u32>(position & 63) * phases) >> 6;
	return table(offset, layout.FACE_PICTURES) + layout.PICTURE_BYTES * (glyph * phases + phase);
}

/** 1/64 pixels to add to a position before its picture is looked up, so that it is the nearest one. */
export function roundingOf(face: u32): i32 {
	return 32 / <i32>load32(faceOffset(face) + layout.FACE_PHASES);
}
