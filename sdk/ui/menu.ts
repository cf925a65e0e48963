/**
 * The menu above a page: pull the page down and let go on an entry, or press "More" in the header. Declare it before the header, with at most five entries.
 */

import { fillRectangle } from '../graphics/fill.ts';
import { changeLayout } from './changes.ts';
import { boxHeight, boxWidth, boxX, boxY, columnEnd, moveTo, place, placeAt } from './layout.ts';
import * as metrics from './metrics.ts';
import { NODE_ACTION_PRESS, ROLE_BUTTON } from './nodes.ts';
import * as pages from './pages.ts';
import { middleLine, paintCentred } from './paint.ts';
import { PASS_SETTLE, PASS_TOUCH, pass, px, screenWidth, still, surface } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, isHeld, pressed, scrolled, shows } from './thing.ts';
import { TOUCH_PULL, touchKind } from './touch.ts';
import { wordsOf } from './words.ts';

const PRESS: u32 = 1 << NODE_ACTION_PRESS;
const NO_VALUE: u32 = 255;
const ENTRY_HEIGHT: i32 = 56;
/** Points that a page is pulled before the first entry is chosen. */
const BEFORE_FIRST: i32 = 20;
let saved: i32 = 0;
let entries: i32 = 0;
/** Whether a finger pulls, so that letting go chooses. */
let pulling: bool = false;

/** What follows are entries of the menu. */
export function beginMenu(): void {
	saved = columnEnd();
	entries = 0;
	moveTo(-scrolled - pages.remembered(pages.LAYOUT_MENU));
}

/** An entry: whether it was chosen. */
export function menuItem<T>(name: T): bool {
	const text = wordsOf(name);
	place(px(ENTRY_HEIGHT));
	placeAt(0, boxY, screenWidth, boxHeight);
	const chosen = entries === chosenEntry();
	entries++;
	begin(ROLE_BUTTON, text);
	describe(text, 0, 0, PRESS, NO_VALUE);
	shows(chosen ? 1 : 0);
	if (end()) {
		const lit = chosen || isHeld();
		if (lit) fillRectangle(surface, boxX, boxY, boxWidth, boxHeight, theme.surfaceHigh);
		const ink = lit ? theme.text : theme.accent;
		paintCentred(metrics.TEXT_BODY, text, boxX, middleLine(metrics.TEXT_BODY), boxWidth, ink);
	}
	if (!(chosen && pass === PASS_TOUCH && touchKind === TOUCH_PULL) && !pressed()) return false;
	closeMenu();
	return true;
}

/** The page follows. */
export function endMenu(): void {
	const height = entries * px(ENTRY_HEIGHT);
	if (pass === PASS_SETTLE && height !== pages.remembered(pages.LAYOUT_MENU)) {
		pages.remember(pages.LAYOUT_MENU, height);
		changeLayout();
	}
	moveTo(saved);
}

/** The entry that letting go now would choose; -1: none. The nearest one to the page comes first. */
export function chosenEntry(): i32 {
	const pulled = -scrolled - px(BEFORE_FIRST);
	if (!pulling || pulled < 0) return -1;
	const count = pages.remembered(pages.LAYOUT_MENU) / px(ENTRY_HEIGHT);
	return max(0, count - 1 - pulled / px(ENTRY_HEIGHT));
}

/** A finger begins to scroll: it can pull the menu open. */
export function beginPull(): void {
	const height = pages.remembered(pages.LAYOUT_MENU);
	pulling = height > 0;
	if (!pulling) return;
	pages.remember(pages.LAYOUT_OPEN, height);
	const scroller = pages.scrollerOf(pages.depth);
	scroller.least = -((<i64>height) << 8);
}

/** It lets go. */
export function endPull(): void {
	if (!pulling) return;
	pulling = false;
	closeMenu();
}

/** Opens the menu, or closes it. */
export function menuButton(): void {
	const scroller = pages.scrollerOf(pages.depth);
	const height = pages.remembered(pages.LAYOUT_MENU);
	if (pages.remembered(pages.LAYOUT_OPEN) !== 0) {
		closeMenu();
		return;
	}
	pages.remember(pages.LAYOUT_OPEN, height);
	scroller.least = -((<i64>height) << 8);
	if (still) scroller.jump(-height);
	else scroller.glide(-height);
}

function closeMenu(): void {
	pages.remember(pages.LAYOUT_OPEN, 0);
	const scroller = pages.scrollerOf(pages.depth);
	scroller.least = 0;
	if (still) scroller.stop();
	else scroller.release(0);
}
