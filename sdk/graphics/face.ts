/**
 * Faces: fonts as pictures of glyphs, made when the system was built (tools/fonts). A face is the address of its data, a constant that a component imports from
 * build/fonts/scale<n>/<name>.ts; only what is imported becomes part of the component.
 */

import * as layout from './face-layout.ts';

/** Pixels from one line to the next. */
export function lineHeight(face: u32): i32 {
	return load<i32>(face + layout.FACE_LINE_HEIGHT);
}

/** Pixel rows from the top of a line to its baseline. */
export function baseline(face: u32): i32 {
	return load<i32>(face + layout.FACE_BASELINE);
}

function table(face: u32, name: u32): u32 {
	return face + load<u32>(face + name);
}

/** The glyph of a character; the face's replacement (an empty box) when it lacks that. */
export function glyphOf(face: u32, character: u32): u32 {
	const characters = table(face, layout.FACE_CHARACTERS);
	const last = load<u32>(face + layout.FACE_GLYPHS) - 1;
	let low: u32 = 0;
	let high = last;
	while (low < high) {
		const middle = (low + high) / 2;
		if (load<u16>(characters + 2 * middle) < character) low = middle + 1;
		else high = middle;
	}
	return load<u16>(characters + 2 * low) === character ? low : last;
}

/** 1/64 pixels from a glyph's pen position to the next one's, kerning left out. */
export function advanceOf(face: u32, glyph: u32): i32 {
	return load<u16>(table(face, layout.FACE_ADVANCES) + 2 * glyph);
}

/** 1/64 pixels by which `second` moves when it follows `first`; mostly negative. */
export function kerningOf(face: u32, first: u32, second: u32): i32 {
	const row: u32 = load<u8>(table(face, layout.FACE_LEFT_CLASS) + first);
	const column: u32 = load<u8>(table(face, layout.FACE_RIGHT_CLASS) + second);
	const entry = row * load<u32>(face + layout.FACE_RIGHT_CLASSES) + column;
	return load<i16>(table(face, layout.FACE_KERNING) + 2 * entry);
}

/** Address of the description (face-layout.ts) of the glyph's picture that fits the fraction of `position`, 1/64 pixel. */
export function pictureOf(face: u32, glyph: u32, position: i32): u32 {
	const phases = load<u32>(face + layout.FACE_PHASES);
	const phase = (<u32>(position & 63) * phases) >> 6;
	return table(face, layout.FACE_PICTURES) + layout.PICTURE_BYTES * (glyph * phases + phase);
}

/** 1/64 pixels to add to a position before its picture is looked up, so that it is the nearest one. */
export function roundingOf(face: u32): i32 {
	return 32 / load<i32>(face + layout.FACE_PHASES);
}
