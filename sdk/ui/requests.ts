/** What an app asks of the system while it declares its pages; the shell passes on what has changed. */

import { contentBottom } from './frame.ts';
import { boxHeight, boxWidth, boxX, boxY, place } from './layout.ts';
import * as metrics from './metrics.ts';
import { PASS_SETTLE, pass, px, screenHeight } from './screen.ts';
import { fixed } from './thing.ts';

/** Gadgets of a window (interfaces/display/gadgets.ts). */
export const GADGETS_MOST: u32 = 4;
/** Of each: kind, place (x | y << 16), size (width | height << 16), argument. */
const GADGETS: u32 = memory.data(64, 8) as u32;
const GADGET_BYTES: u32 = 16;
/** Icons of the cover's actions. */
export let firstAction: u32 = 0;
export let secondAction: u32 = 0;
/** Nanoseconds since boot at which the app wants to be woken; 0: not at all. */
export let wakeAt: i64 = 0;
/** Whether the app wants to be asked for every frame. */
export let wantsFrames: bool = false;

/** A window begins to be settled: all gadgets that are declared again will be there. */
export function clearRequests(): void {
	memory.fill(GADGETS, 0, GADGET_BYTES * GADGETS_MOST);
	wantsFrames = false;
}

/**
 * Keeps a place of `height` points (at least 48) for gadget `number`, 0..3, of `kind` (interfaces/display/gadgets.ts), which the system draws there. Where it could not be seen whole it is not there.
 */
export function gadgetSlot(number: u32, kind: u32, argument: u32, height: i32): void {
	place(px(max(metrics.TARGET, height)));
	if (pass !== PASS_SETTLE || number >= GADGETS_MOST) return;
	const bottom = fixed ? screenHeight : contentBottom();
	if (boxX < 0 || boxY < 0 || boxY + boxHeight > bottom) return;
	const gadget = GADGETS + GADGET_BYTES * number;
	store<u32>(gadget, kind);
	store<u32>(gadget, <u32>boxX | ((<u32>boxY) << 16), 4);
	store<u32>(gadget, <u32>boxWidth | ((<u32>boxHeight) << 16), 8);
	store<u32>(gadget, argument, 12);
}

/** Address of what is wanted of a gadget: four words. */
export function gadgetAt(number: u32): u32 {
	return GADGETS + GADGET_BYTES * number;
}

/** In `cover`: icons (sdk/graphics/icon-numbers.ts) of up to two actions. `coverAction` tells which one was pressed. */
export function coverActions(first: u32, second: u32): void {
	firstAction = first;
	secondAction = second;
}

/** `woken` is called at this time (nanoseconds since boot), once; 0: not at all. */
export function wake(time: i64): void {
	wakeAt = time;
}

/** In `build`: the page shows something that moves by itself, and is to be declared anew for every frame. */
export function everyFrame(): void {
	wantsFrames = true;
}
