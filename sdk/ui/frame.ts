/** The frame of a page: its column, what stands still at the bottom, and its header. */

import { fillRectangle } from '../graphics/fill.ts';
import { ICON_CHEVRON_LEFT, ICON_ELLIPSIS } from '../graphics/icon-numbers.ts';
import { changeLayout } from './changes.ts';
import { beginColumn, boxX, boxY, columnEnd, columnLeft, columnSize, moveTo, placeAt } from './layout.ts';
import { menuButton } from './menu.ts';
import * as metrics from './metrics.ts';
import { lineOf } from './metrics.ts';
import { NODE_ACTION_PRESS, ROLE_BUTTON, ROLE_HEADING } from './nodes.ts';
import * as pages from './pages.ts';
import { paintBox, paintEdge, paintIcon, paintLine } from './paint.ts';
import { onCover, PASS_DRAW, PASS_SETTLE, pass, px, screenHeight, screenWidth, surface, unclip } from './screen.ts';
import { Scroller } from './scroller.ts';
import { sheetIsOpen } from './sheet.ts';
import * as theme from './theme.ts';
import { begin, describe, end, isHeld, pressed, setFixed, setScrolled, setSilent } from './thing.ts';
import { setReach } from './touch.ts';
import { wordsOf } from './words.ts';

const PRESS: u32 = 1 << NODE_ACTION_PRESS;
const NO_VALUE: u32 = 255;
/** Free below the last thing of a page, and below a bar: there the phone's own edge begins. */
const BELOW: i32 = 16;
/** Free below the last thing of a page that does not fit: there the pager's target is (pager.ts), and covers nothing. */
export const BELOW_LONG: i32 = 64;
/** Where the column was before the bar. */
let savedX: i32 = 0;
let savedWidth: i32 = 0;
let savedEnd: i32 = 0;
let barTop: i32 = 0;

/** First row of what stands still at the bottom of the page that is declared. */
export function contentBottom(): i32 {
	return screenHeight - pages.remembered(pages.LAYOUT_BAR);
}

/** Begins a page whose left end is at pixel `x`. */
export function beginPage(x: i32): void {
	const scroll = pages.scrollerOf(pages.building).pixels();
	setScrolled(scroll);
	setFixed(false);
	const margin = px(onCover ? metrics.COVER_MARGIN : metrics.MARGIN);
	beginColumn(x + margin, px(8) - scroll, screenWidth - 2 * margin);
	contentReach();
}

/** What scrolls is drawn and touched only above the bar, and not at all behind a sheet. */
function contentReach(): void {
	const bottom = contentBottom();
	setSilent(sheetIsOpen());
	setReach(0, 0, sheetIsOpen() ? 0 : screenWidth, bottom);
	if (pass === PASS_DRAW) surface.narrow(0, 0, screenWidth, bottom);
}

/** Ends it: how far it can scroll is known now. */
export function endPage(): void {
	if (pass !== PASS_SETTLE) return;
	const scroller = pages.scrollerOf(pages.building);
	const over = columnEnd() + scroller.pixels() - contentBottom();
	const below = px(over > 0 ? BELOW_LONG : BELOW);
	scroller.limit(-pages.remembered(pages.LAYOUT_OPEN), max(0, over + below));
}

/** Whether something of a page does not fit, more than the space below it. */
export function isLong(scroller: Scroller): bool {
	return scroller.most >> 8 > <i64>px(BELOW);
}

/** The page's title; on a page above another with the way back, and with the menu's button if it has one. */
export function header<T>(title: T): void {
	const name = wordsOf(title);
	const height = max(px(64), lineOf(metrics.TEXT_HEADING) + px(20));
	const left = columnLeft();
	const width = columnSize();
	const top = columnEnd();
	const before = pages.building > 0 ? px(40) : 0;
	const after = pages.remembered(pages.LAYOUT_MENU) > 0 ? px(metrics.TARGET) : 0;
	moveTo(top + height);
	placeAt(left + before, top, width - before - after, height);
	begin(ROLE_HEADING, name);
	if (end()) {
		const y = boxY + (height - lineOf(metrics.TEXT_HEADING)) / 2;
		paintLine(metrics.TEXT_HEADING, name, boxX, y, width - before - after, theme.text);
	}
	const targetTop = top + (height - px(metrics.TARGET)) / 2;
	if (before > 0 && targetButton('Back', ICON_CHEVRON_LEFT, left - px(14), targetTop, false)) pages.closePage();
	if (after > 0 && targetButton('More', ICON_ELLIPSIS, left + width - after + px(10), targetTop, false)) menuButton();
}

/** An icon in a target with its top left corner at (x, y); it `floats` on a disc over what scrolls, or lies on the page. */
export function targetButton(name: string, icon: u32, x: i32, y: i32, floats: bool): bool {
	const text = wordsOf(name);
	placeAt(x, y, px(metrics.TARGET), px(metrics.TARGET));
	begin(ROLE_BUTTON, text);
	describe(text, 0, 0, PRESS, NO_VALUE);
	if (end()) {
		const ground = isHeld() ? theme.surfacePressed : theme.surfaceHigh;
		if (floats || isHeld()) paintBox(floats ? metrics.TARGET / 2 : metrics.CONTROL_RADIUS, ground);
		if (floats) paintEdge(metrics.TARGET / 2, 2, theme.outline);
		paintIcon(icon, x + px(24), y + px(24), theme.accent);
	}
	return pressed();
}

/** What follows stands still at the bottom of the window, where a thumb reaches it. Once a page. */
export function beginBar(): void {
	savedX = columnLeft();
	savedWidth = columnSize();
	savedEnd = columnEnd();
	const height = pages.remembered(pages.LAYOUT_BAR);
	barTop = screenHeight - height;
	setFixed(true);
	setReach(0, barTop, sheetIsOpen() ? 0 : screenWidth, height);
	if (pass === PASS_DRAW) {
		unclip();
		fillRectangle(surface, savedX - px(metrics.MARGIN), barTop, screenWidth, height, theme.ground);
	}
	moveTo(barTop + px(8));
}

/** What follows scrolls again. */
export function endBar(): void {
	const height = columnEnd() + px(BELOW) - barTop;
	if (pass === PASS_SETTLE && height !== pages.remembered(pages.LAYOUT_BAR)) {
		pages.remember(pages.LAYOUT_BAR, height);
		changeLayout();
	}
	beginColumn(savedX, savedEnd, savedWidth);
	setFixed(false);
	contentReach();
}
