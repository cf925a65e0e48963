/** The page of the system that lies over home and the window: drawn anew in each frame, band by band, because a picture of it would take as much memory as a whole window. */
import * as blit from '../../sdk/graphics/blit.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { drawEvents } from './events-page.ts';
import { paneHeight, px, RADIUS, SHADOW, screenHeight, screenWidth, stripHeight } from './geometry.ts';
import { drawGrid } from './grid.ts';
import { drawLock } from './lock.ts';
import { isStill } from './look.ts';
import { drawMenu } from './menu.ts';
import { bandHeight, bandPicture } from './panes.ts';
import {
	front,
	lockSide,
	OVERLAY_EVENTS,
	OVERLAY_GRID,
	OVERLAY_LOCK,
	OVERLAY_MENU,
	overlay,
	overlayMover,
	travelOf,
} from './scene.ts';
import { framebuffer } from './screen.ts';

const OPAQUE: u32 = 255;

/** Draws what its clip has of the page, and lists its targets. */
function drawPage(page: Surface<OwnMemory>): void {
	if (overlay === OVERLAY_GRID) drawGrid(page);
	else if (overlay === OVERLAY_MENU) drawMenu(page, front);
	else if (overlay === OVERLAY_EVENTS) drawEvents(page);
	else if (overlay === OVERLAY_LOCK) drawLock(page);
}

/** Lists what can be pressed on the page, after a change. */
export function listOverlay(): void {
	const page = bandPicture(0);
	page.narrow(0, 0, 0, 0);
	drawPage(page);
}

/** Alpha of something that fades in the place of moving, when `missing` of `travel` is missing. */
export function fadeOf(missing: i32, travel: i32): u32 {
	return <u32>(255 - (255 * max(0, min(travel, missing))) / travel);
}

/** Draws the page inside the clip of the framebuffer, as far as it has come. */
export function drawOverlay(): void {
	const missing = travelOf(overlay) - overlayMover.position;
	if (isStill() && overlayMover.moving) drawAt(0, stripHeight, fadeOf(missing, travelOf(overlay)));
	else if (overlay === OVERLAY_GRID) drawRaised(screenHeight - overlayMover.position);
	else if (overlay === OVERLAY_MENU) drawPulled(stripHeight + overlayMover.position, missing);
	else drawBeside(overlay === OVERLAY_EVENTS ? -missing : lockSide * missing);
}

/** Draws the page with its top left pixel at (x, y) of the screen, at `alpha` / 255 of its opacity. */
function drawAt(x: i32, y: i32, alpha: u32): void {
	const high = overlay === OVERLAY_MENU ? travelOf(overlay) : paneHeight;
	const top = framebuffer.top;
	const bottom = framebuffer.bottom;
	for (let row: i32 = 0; row < high; row += bandHeight()) {
		framebuffer.top = max(top, y + row);
		framebuffer.bottom = min(bottom, y + min(high, row + bandHeight()));
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
	drawPage(page);
	const radius = overlay === OVERLAY_GRID ? min(px(RADIUS), travelOf(overlay) - overlayMover.position) : 0;
	if (alpha < OPAQUE) blit.copyFaded(framebuffer, page, x, y, alpha);
	else blit.copyRounded(framebuffer, page, x, y, radius, blit.CORNERS_TOP);
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
