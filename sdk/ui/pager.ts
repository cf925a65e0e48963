/**
 * The way through a page that is longer than its window without a swipe: one target down and one up, at the lower right, each there as long as there is more in its direction. They are not there while
 * a sheet is open, and while something waits to be taken back.
 */

import { ICON_CHEVRON_DOWN, ICON_CHEVRON_UP } from '../graphics/icon-numbers.ts';
import { contentBottom, isLong, targetButton } from './frame.ts';
import * as metrics from './metrics.ts';
import * as pages from './pages.ts';
import { pendingRemorse } from './remorse.ts';
import { px, screenWidth, still } from './screen.ts';
import { Scroller } from './scroller.ts';
import { sheetIsOpen } from './sheet.ts';
import { setFixed } from './thing.ts';

/** Points between the targets and the window's right edge, the content's end, and each other. */
const BESIDE: i32 = 8;
/** Points of a page that are seen before and after a step, so that nobody loses the line. */
const KEPT: i32 = 96;

/** Declares the targets; the page itself has been declared, and what scrolls can be touched and drawn. */
export function pager(): void {
	const scroller = pages.scrollerOf(pages.depth);
	if (!isLong(scroller) || sheetIsOpen() || pendingRemorse() !== 0 || pages.slid() > 0) return;
	setFixed(true);
	const page = contentBottom() - px(KEPT);
	const isBelow = scroller.position < scroller.most;
	if (isBelow && target('Further down', ICON_CHEVRON_DOWN, 1)) step(scroller, page);
	if (scroller.position > 0 && target('Further up', ICON_CHEVRON_UP, isBelow ? 2 : 1)) step(scroller, -page);
}

/** The target in place `which`, counted from below. */
function target(name: string, icon: u32, which: i32): bool {
	const size = px(metrics.TARGET + BESIDE);
	return targetButton(name, icon, screenWidth - size, contentBottom() - which * size, true);
}

function step(scroller: Scroller, pixels: i32): void {
	const goal = scroller.pixels() + pixels;
	if (still) scroller.jump(goal);
	else scroller.glide(goal);
}
