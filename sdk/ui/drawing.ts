/** Places for pictures, charts and whatever else an app draws itself. */

import { boxHeight, boxWidth, boxX, boxY, place, placeAt } from './layout.ts';
import { NODE_ACTION_PRESS, NODE_ACTION_SHOW, ROLE_BUTTON, ROLE_IMAGE } from './nodes.ts';
import { px } from './screen.ts';
import { begin, describe, end, pressed, shows } from './thing.ts';
import { wordsOf } from './words.ts';

const PRESS: u32 = (1 << NODE_ACTION_PRESS) | (1 << NODE_ACTION_SHOW);
const NO_VALUE: u32 = 255;

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
