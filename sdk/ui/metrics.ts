/** Lengths in points on the grid of 4, and which face each kind of text has at each size of text. */

import { lineHeight } from '../graphics/face.ts';
import { textSize } from './screen.ts';

/** Distance of everything from the window's sides, and from a cover's. */
export const MARGIN: i32 = 20;
export const COVER_MARGIN: i32 = 14;
/** Least side of everything that can be touched. */
export const TARGET: i32 = 48;
export const CARD_RADIUS: i32 = 20;
export const CONTROL_RADIUS: i32 = 16;
export const SHEET_RADIUS: i32 = 24;
/** Between things of a page, and inside of cards. */
export const GAP: i32 = 12;
export const PADDING: i32 = 16;

// Kinds of text.
export const TEXT_CAPTION: u32 = 0;
export const TEXT_SMALL: u32 = 1;
export const TEXT_BODY: u32 = 2;
export const TEXT_STRONG: u32 = 3;
export const TEXT_TITLE: u32 = 4;
export const TEXT_HEADING: u32 = 5;
export const TEXT_FIGURE: u32 = 6;
export const TEXT_SMALL_STRONG: u32 = 7;
const KINDS: u32 = 8;

/** Numbers of faces (sdk/graphics/face-numbers.ts): eight kinds for each of the four sizes of text. */
const SCALE: u32 = memory.data<u8>([
	0, 0, 2, 3, 5, 6, 8, 1, 0, 2, 4, 5, 6, 7, 8, 3, 2, 4, 10, 11, 13, 7, 8, 5, 4, 10, 12, 13, 7, 7, 8, 11,
]) as u32;

/** The face of a kind of text. */
export function faceFor(kind: u32): u32 {
	return load<u8>(SCALE + KINDS * textSize + kind);
}

/** Pixels from one line of such text to the next. */
export function lineOf(kind: u32): i32 {
	return lineHeight(faceFor(kind));
}
