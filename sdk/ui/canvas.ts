/** Things that an app draws itself: pictures, charts. The toolkit gives them a place, a name and the finger; the app draws into `surface` (screen.ts) inside of the box (layout.ts). */

import { boxWidth, boxX, boxY, place, placeAt } from './layout.ts';
import { NODE_ACTION_PRESS, NODE_ACTION_SHOW, ROLE_BUTTON, ROLE_IMAGE } from './nodes.ts';
import { px } from './screen.ts';
import { begin, describe, end, pressed, shows } from './thing.ts';
import { wordsOf } from './words.ts';

const PRESS: u32 = (1 << NODE_ACTION_PRESS) | (1 << NODE_ACTION_SHOW);
const SHOW: u32 = 1 << NODE_ACTION_SHOW;
const NO_VALUE: u32 = 255;

/**
 * A thing of `width` x `height` points in the middle of the column, beyond whose sides it may reach; width 0: as wide as the column. True when it is to be drawn now. It is drawn
 * again when `revision` is another.
 */
export function canvas<T>(name: T, width: i32, height: i32, revision: u32): bool {
	return declareCanvas(wordsOf(name), ROLE_IMAGE, SHOW, width, height, revision);
}

/** The same as a button: `canvasPressed` says, afterwards, whether it has just been pressed. */
export function canvasButton<T>(name: T, width: i32, height: i32, revision: u32): bool {
	return declareCanvas(wordsOf(name), ROLE_BUTTON, PRESS, width, height, revision);
}

export function canvasPressed(): bool {
	return pressed();
}

function declareCanvas(name: u32, role: u32, actions: u32, width: i32, height: i32, revision: u32): bool {
	place(px(height));
	if (width > 0) placeAt(boxX + (boxWidth - px(width)) / 2, boxY, px(width), px(height));
	begin(role, name);
	describe(name, 0, 0, actions, NO_VALUE);
	shows(revision);
	return end();
}
