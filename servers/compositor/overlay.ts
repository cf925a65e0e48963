/**
 * The page of the system that lies over home and the window: drawn band by band, because a picture of it would take as much memory as a whole window. While it moves up or down, what the screen shows of it is moved, and
 * only the rest is drawn.
 */
import * as blit from '../../sdk/graphics/blit.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { copyFrom1 } from '../../sdk/region/memory1.ts';
import { paneHeight, px, RADIUS, SHADOW, screenHeight, screenWidth, stripHeight } from './geometry.ts';
import { isStill } from './look.ts';
import { drawPage, listPage } from './pages.ts';
import { bandHeight, bandPicture } from './panes.ts';
import {
	lockSide,
	OVERLAY_EVENTS,
	OVERLAY_GRID,
	OVERLAY_LOCK,
	OVERLAY_MENU,
	OVERLAY_NONE,
	OVERLAY_XRAY,
	overlay,
	overlayMover,
	travelOf,
} from './scene.ts';
import { framebuffer } from './screen.ts';
import { LIST_OVERLAY } from './targets.ts';

const OPAQUE: u32 = 255;
/** Which page the screen has shown last with nothing over it, its top row on the screen, and the rows of it that were seen whole. */
let shown: u32 = OVERLAY_NONE;
let shownY: i32 = 0;
let shownFrom: i32 = 0;
let shownEnd: i32 = 0;
/** Rows of the page that are where they belong before it is drawn. */
let keptFrom: i32 = 0;
let keptEnd: i32 = 0;

/** Lists what can be pressed on the page, after a change. */
export function listOverlay(): void {
	listPage(overlay, LIST_OVERLAY);
	forgetShown();
}

/** The page has changed, or something was drawn over it. */
export function forgetShown(): void {
	shown = OVERLAY_NONE;
}

/** Pixels of the page that are shown: a spring that goes beyond its end pulls nothing apart. */
function pixelsShown(): i32 {
	return max(0, min(travelOf(overlay), overlayMover.position));
}

/** Whether the page moves up and down, and can be seen through nowhere. */
function isUpright(): bool {
	return (overlay === OVERLAY_GRID || overlay === OVERLAY_MENU) && !(isStill() && overlayMover.moving);
}

/** Moves what the screen shows of the page to where it is now, and narrows the framebuffer's clip to what the page does not cover. */
export function moveOverlay(): void {
	keptFrom = 0;
	keptEnd = 0;
	if (!isUpright()) {
		forgetShown();
		return;
	}
	const position = pixelsShown();
	const y = overlay === OVERLAY_GRID ? screenHeight - position : stripHeight + position - travelOf(overlay);
	const from = overlay === OVERLAY_GRID ? px(RADIUS) : travelOf(overlay) - position;
	const end = overlay === OVERLAY_GRID ? position : travelOf(overlay);
	if (coversPanes()) {
		if (shown === overlay) moveShown(y, max(from, shownFrom), min(end, shownEnd));
		shown = overlay;
		shownY = y;
		shownFrom = from;
		shownEnd = end;
	} else if (y !== shownY) forgetShown();
	if (overlay === OVERLAY_MENU) framebuffer.top = max(framebuffer.top, y + end);
	else framebuffer.bottom = min(framebuffer.bottom, y + from);
}

/** Whether the framebuffer's clip is everything below the strip. */
function coversPanes(): bool {
	const across = framebuffer.left === 0 && framebuffer.right === screenWidth;
	return across && framebuffer.top <= stripHeight && framebuffer.bottom === screenHeight;
}

/** Moves rows `from` up to `end` of the page to where they are when its top is row `y`. */
function moveShown(y: i32, from: i32, end: i32): void {
	if (from >= end) return;
	keptFrom = from;
	keptEnd = end;
	const bytes = 4 * <u32>(screenWidth * (end - from));
	if (y !== shownY) copyFrom1(framebuffer.place(0, y + from), framebuffer.place(0, shownY + from), bytes);
}

/** Alpha of something that fades in the place of moving, when `missing` of `travel` is missing. */
export function fadeOf(missing: i32, travel: i32): u32 {
	return <u32>(255 - (255 * max(0, min(travel, missing))) / travel);
}

/** Draws the page inside the clip of the framebuffer, as far as it has come. */
export function drawOverlay(): void {
	const missing = travelOf(overlay) - pixelsShown();
	if ((isStill() || overlay === OVERLAY_XRAY) && overlayMover.moving)
		drawAt(0, stripHeight, fadeOf(missing, travelOf(overlay)));
	else if (overlay === OVERLAY_GRID) drawRaised(screenHeight - pixelsShown());
	else if (overlay === OVERLAY_MENU) drawPulled(stripHeight + pixelsShown(), missing);
	else drawBeside(overlay === OVERLAY_LOCK ? lockSide * missing : overlay === OVERLAY_EVENTS ? -missing : 0);
}

/** Draws the page with its top left pixel at (x, y) of the screen, at `alpha` / 255 of its opacity, but for the rows that are there already. */
function drawAt(x: i32, y: i32, alpha: u32): void {
	drawRows(0, keptFrom, x, y, alpha);
	drawRows(keptEnd, overlay === OVERLAY_MENU ? travelOf(overlay) : paneHeight, x, y, alpha);
}

function drawRows(from: i32, end: i32, x: i32, y: i32, alpha: u32): void {
	const top = framebuffer.top;
	const bottom = framebuffer.bottom;
	for (let row = from; row < end; row += bandHeight()) {
		framebuffer.top = max(top, y + row);
		framebuffer.bottom = min(bottom, y + min(end, row + bandHeight()));
		if (framebuffer.top < framebuffer.bottom) drawBand(row, x, y, alpha);
	}
	framebuffer.top = top;
	framebuffer.bottom = bottom;
}

/** The rows of the page from `row` on, as far as the framebuffer's clip has them. */
function drawBand(row: i32, x: i32, y: i32, alpha: u32): void {
	const page = bandPicture(row);
	const across = framebuffer.right - framebuffer.left;
	page.narrow(framebuffer.left - x, framebuffer.top - y, across, framebuffer.bottom - framebuffer.top);
	if (overlay === OVERLAY_XRAY) readBelow(page, x, y);
	drawPage(page, overlay);
	const radius = overlay === OVERLAY_GRID ? min(px(RADIUS), travelOf(overlay) - pixelsShown()) : 0;
	if (alpha < OPAQUE) blit.copyFaded(framebuffer, page, x, y, alpha);
	else blit.copyRounded(framebuffer, page, x, y, radius, blit.CORNERS_TOP);
}

/** X-Ray lies over what is there. */
function readBelow(page: Surface<OwnMemory>, x: i32, y: i32): void {
	const count: u32 = page.right - page.left;
	for (let row = page.top; row < page.bottom; row++) {
		framebuffer.readRow(page.place(page.left, row), x + page.left, y + row, count);
	}
}

/** The grid: from the bottom up. */
function drawRaised(y: i32): void {
	if (y > stripHeight) blit.shadeRows(framebuffer, max(stripHeight, y - px(SHADOW)), y, y);
	drawAt(0, y, OPAQUE);
}

/** The menu: its lower part, from the strip down. */
function drawPulled(end: i32, missing: i32): void {
	drawAt(0, stripHeight - missing, OPAQUE);
	blit.shadeRows(framebuffer, end, end + px(SHADOW), end);
}

/** A page that is pushed in from a side. */
function drawBeside(x: i32): void {
	if (x < 0) blit.shadeColumns(framebuffer, x + screenWidth, x + screenWidth + px(SHADOW), x + screenWidth);
	else if (x > 0) blit.shadeColumns(framebuffer, x - px(SHADOW), x, x);
	drawAt(x, stripHeight, OPAQUE);
}
