/** What everything of the toolkit knows: the surface, the pass, and how large a point is. */

import { OwnMemory } from '../graphics/own.ts';
import { SURFACE_BYTES, Surface } from '../graphics/surface.ts';
import * as look from './look.ts';

/**
 * A page is declared by a function that runs several times for each change: once to find out where everything is (settle: layout, semantics, what has changed),
 * once for a touch that may press something, and once for each band that is drawn.
 */
export const PASS_SETTLE: u32 = 0;
export const PASS_TOUCH: u32 = 1;
export const PASS_DRAW: u32 = 2;

/** The pixels that are being drawn; positions are pixels of the window (or the cover). */
export const surface = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
/** PASS_*. */
export let pass: u32 = PASS_SETTLE;
/** Pixels of the window, or of the cover while that is drawn. */
export let screenWidth: i32 = 1;
export let screenHeight: i32 = 1;
/** Whether it is the cover: it has no controls. */
export let onCover: bool = false;
/** Pixels to the point. */
export let scale: i32 = 1;
/** Size of text, 0 small to 3 largest. */
export let textSize: u32 = 1;
/** No movement that is not the finger's own. */
export let still: bool = false;

export function setPass(next: u32): void {
	pass = next;
}

export function setScreen(width: i32, height: i32, cover: bool): void {
	screenWidth = width;
	screenHeight = height;
	onCover = cover;
}

/** Takes scale, size of text and stillness from the word of `look()`. */
export function setLook(word: u32): void {
	scale = max(1, min(2, <i32>((word >> look.LOOK_SCALE_SHIFT) & 3)));
	textSize = (word >> look.LOOK_TEXT_SHIFT) & 3;
	still = (word & look.LOOK_STILL) !== 0;
}

/** Points as pixels. */
export function px(points: i32): i32 {
	return points * scale;
}

/** Columns of the window that are drawn now: while a page slides, what lies under it and what it lies on do not overlap. */
let paneLeft: i32 = 0;
let paneRight: i32 = 0;

export function setPane(left: i32, right: i32): void {
	paneLeft = left;
	paneRight = right;
}

/** Draws from now on everywhere in these columns. */
export function unclip(): void {
	surface.unclip();
	surface.narrow(paneLeft, 0, paneRight - paneLeft, screenHeight);
}
