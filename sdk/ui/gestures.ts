/** What the finger means: a press, scrolling, pulling the menu, dragging a control, or dragging the page away. */

import { App } from './app.ts';
import { beginPull, chosenEntry, endPull } from './menu.ts';
import * as pages from './pages.ts';
import { touchPage } from './passes.ts';
import { px, still } from './screen.ts';
import { sheetIsOpen } from './sheet.ts';
import { setScrolled } from './thing.ts';
import * as touch from './touch.ts';
import { beginVelocity, noteMove, velocityX, velocityY } from './velocity.ts';

/** Points that a finger may move and still press. */
const SLOP: i32 = 10;
const NOTHING: u32 = 0;
const PRESSING: u32 = 1;
const SCROLLING: u32 = 2;
const LEAVING: u32 = 3;
const DRAGGING: u32 = 4;
let mode: u32 = NOTHING;
let startX: i32 = 0;
let startY: i32 = 0;
let lastY: i32 = 0;

/** The finger touches the window at pixel (x, y). */
export function fingerDown<A extends App>(x: i32, y: i32, milliseconds: u32): void {
	const slid = pages.isSliding();
	if (slid) pages.finishSlide();
	const scroller = pages.scrollerOf(pages.depth);
	const caught = slid || scroller.moving;
	scroller.hold();
	mode = PRESSING;
	startX = x;
	startY = y;
	lastY = y;
	beginVelocity(x, y, milliseconds);
	touch.beginTouch(touch.TOUCH_DOWN, x, y);
	touchPage<A>();
	// Who catches a moving page wants to stop it, not to press what happens to be there.
	if (caught) touch.letGo();
}

/** It has moved. */
export function fingerMove<A extends App>(x: i32, y: i32, milliseconds: u32): void {
	if (mode === NOTHING) return;
	noteMove(x, y, milliseconds);
	if (mode === PRESSING) decide(x, y);
	if (mode === SCROLLING) pages.scrollerOf(pages.depth).drag(lastY - y);
	if (mode === LEAVING) pages.dragPage(x - startX - px(SLOP));
	lastY = y;
	if (mode !== DRAGGING) return;
	touch.beginTouch(touch.TOUCH_MOVE, x, y);
	touchPage<A>();
}

/** Decides what a movement beyond the slop means. */
function decide(x: i32, y: i32): void {
	const across = abs(x - startX);
	const along = abs(y - startY);
	if (max(across, along) < px(SLOP)) return;
	if (touch.wantsDrag && across >= along) {
		mode = DRAGGING;
		touch.capture();
		return;
	}
	touch.letGo();
	if (sheetIsOpen()) mode = NOTHING;
	else if (along >= across) {
		mode = SCROLLING;
		lastY = y > startY ? startY + px(SLOP) : startY - px(SLOP);
		beginPull();
	} else mode = x > startX && pages.depth > 0 ? LEAVING : NOTHING;
}

/** It has left the window. */
export function fingerUp<A extends App>(x: i32, y: i32, milliseconds: u32): void {
	noteMove(x, y, milliseconds);
	if (mode === PRESSING || mode === DRAGGING) {
		touch.beginTouch(touch.TOUCH_UP, x, y);
		touchPage<A>();
	}
	if (mode === SCROLLING) endScroll<A>();
	if (mode === LEAVING) pages.dropPage(velocityX());
	mode = NOTHING;
	touch.letGo();
}

/** It does not belong to the window any more. */
export function fingerCancel(): void {
	if (mode === SCROLLING) {
		endPull();
		letScroll(0);
	}
	if (mode === LEAVING) pages.dropPage(-1000);
	mode = NOTHING;
	touch.letGo();
}

function endScroll<A extends App>(): void {
	const velocity = velocityY();
	setScrolled(pages.scrollerOf(pages.depth).pixels());
	if (chosenEntry() >= 0) {
		touch.beginTouch(touch.TOUCH_PULL, 0, 0);
		touchPage<A>();
	}
	endPull();
	letScroll(-velocity);
}

function letScroll(velocity: i32): void {
	const scroller = pages.scrollerOf(pages.depth);
	if (still) scroller.stop();
	else scroller.release((<i64>velocity) << 8);
}

/** Somebody acts on the thing `number` by its name: `kind` is TOUCH_PRESS or one after it. */
export function act<A extends App>(kind: u32, number: u32): void {
	touch.beginAction(kind, number);
	touchPage<A>();
	touch.letGo();
}
