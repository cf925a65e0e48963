/** Pictures of the app's own, and drawings that no widget has. */

import { drawImageRounded } from '../graphics/image.ts';
import { OwnMemory } from '../graphics/own.ts';
import { SURFACE_BYTES, Surface } from '../graphics/surface.ts';
import { boxHeight, boxWidth, boxX, boxY, place, placeAt } from './layout.ts';
import { NODE_ACTION_PRESS, NODE_ACTION_SHOW, ROLE_BUTTON, ROLE_IMAGE } from './nodes.ts';
import { paintEdge } from './paint.ts';
import { px, surface } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, isHeld, pressed, shows } from './thing.ts';
import { wordsOf } from './words.ts';

const PRESS: u32 = (1 << NODE_ACTION_PRESS) | (1 << NODE_ACTION_SHOW);
const NO_VALUE: u32 = 255;
const image = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));

/** A picture of `width` x `height` opaque pixels at `pixels`, in the middle of the column. `revision` is another number whenever the pixels are others. */
export function picture<T>(name: T, pixels: u32, width: i32, height: i32, revision: u32): void {
	const text = wordsOf(name);
	place(height);
	begin(ROLE_IMAGE, text);
	shows(revision);
	if (end()) paintPicture(pixels, width, height);
}

/** The same that can be pressed. */
export function pictureButton<T>(name: T, pixels: u32, width: i32, height: i32, revision: u32): bool {
	const text = wordsOf(name);
	place(height);
	begin(ROLE_BUTTON, text);
	describe(text, 0, 0, PRESS, NO_VALUE);
	shows(revision);
	if (end()) {
		paintPicture(pixels, width, height);
		if (isHeld()) paintEdge(12, 6, theme.accent);
	}
	return pressed();
}

function paintPicture(pixels: u32, width: i32, height: i32): void {
	image.open(pixels, width, height);
	drawImageRounded(surface, image, boxX + (boxWidth - width) / 2, boxY, px(12), true);
}

/**
 * A place of `height` points for a drawing of the app's own, which it makes with sdk/graphics on `surface` (sdk/ui/screen.ts) inside of `boxX`, `boxY`, `boxWidth`, `boxHeight` (sdk/ui/layout.ts) when this says
 * so. `state` is another number whenever the drawing is another.
 */
export function drawing<T>(name: T, height: i32, state: u32): bool {
	place(px(height));
	return declareDrawing(wordsOf(name), ROLE_IMAGE, state);
}

/** The same, `width` points wide in the middle of the column, beyond whose sides it may reach. */
export function wideDrawing<T>(name: T, width: i32, height: i32, state: u32): bool {
	place(px(height));
	placeAt(boxX + (boxWidth - px(width)) / 2, boxY, px(width), px(height));
	return declareDrawing(wordsOf(name), ROLE_IMAGE, state);
}

/** The same as a button; `drawingPressed` says afterwards whether it has just been pressed. */
export function drawingButton<T>(name: T, height: i32, state: u32): bool {
	place(px(height));
	return declareDrawing(wordsOf(name), ROLE_BUTTON, state);
}

export function drawingPressed(): bool {
	return pressed();
}

function declareDrawing(name: u32, role: u32, state: u32): bool {
	begin(role, name);
	if (role === ROLE_BUTTON) describe(name, 0, 0, PRESS, NO_VALUE);
	shows(state);
	shows(<u32>boxHeight);
	return end();
}
