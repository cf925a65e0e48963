/** Puts a frame together from the pictures, inside the clip of the framebuffer: home, the window, what lies over it, the system's layers, and last the strip. */

import * as blit from '../../sdk/graphics/blit.ts';
import { Area } from '../../sdk/graphics/damage.ts';
import { CAPTION_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { fillRounded } from '../../sdk/graphics/shapes.ts';
import { SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawWordsIn, say } from '../../sdk/graphics/words.ts';
import { bannerSeen, drawBanner } from './banner.ts';
import { CORNER, paneHeight, px, RADIUS, SHADOW, screenWidth, stripHeight } from './geometry.ts';
import { drawHints } from './hints.ts';
import { drawLayers, isModal } from './layers.ts';
import { isStill } from './look.ts';
import { drawOverlay, fadeOf, forgetShown, moveOverlay } from './overlay.ts';
import { PANE_HOME, PANE_WINDOW, pane, stripPicture } from './panes.ts';
import { drawPressed, pressedTarget } from './pressed.ts';
import * as scene from './scene.ts';
import { framebuffer } from './screen.ts';
import { NO_TARGET } from './targets.ts';

const THOUSAND: i32 = 1000;
const WHITE: u32 = 0xffffff;

/** Composes a rectangle of the screen. */
export function compose(area: Area): void {
	clipToPanes(area);
	if (framebuffer.top < framebuffer.bottom) composePanes(area);
	clipTo(area);
	blit.copyPicture(framebuffer, stripPicture(), 0, 0);
}

function clipTo(area: Area): void {
	framebuffer.clip(area.left, area.top, area.right - area.left, area.bottom - area.top);
}

function clipToPanes(area: Area): void {
	clipTo(area);
	framebuffer.narrow(0, stripHeight, screenWidth, paneHeight);
}

function composePanes(area: Area): void {
	moveOverlay();
	if (!scene.overlayCovers() && framebuffer.top < framebuffer.bottom) {
		composeBelow();
		// Below what the system asks and embeds; beside a question nothing else changes.
		if (!isModal()) drawHints(framebuffer);
		drawLayers(framebuffer);
	}
	clipToPanes(area);
	if (scene.overlay !== scene.OVERLAY_NONE) drawOverlay();
	drawPressed(framebuffer);
	if (!isModal()) drawBanner(framebuffer);
	if (pressedTarget() !== NO_TARGET || bannerSeen()) forgetShown();
}

/** Home and the window, as far as each can be seen. */
function composeBelow(): void {
	if (scene.windowRests()) {
		blit.copyPicture(framebuffer, pane(PANE_WINDOW), 0, stripHeight);
	} else if (!scene.windowSeen()) {
		blit.copyPicture(framebuffer, pane(PANE_HOME), 0, stripHeight);
	} else if (scene.windowMode === scene.WINDOW_SHRINKS) {
		blit.copyPicture(framebuffer, pane(PANE_HOME), 0, stripHeight);
		drawShrunk();
	} else if (scene.windowMode === scene.WINDOW_REVEALS) {
		blit.copyPicture(framebuffer, pane(PANE_HOME), 0, stripHeight);
		drawRevealed();
	} else {
		drawSlid();
	}
}

/** The window beside its place, and the part of home that it leaves free. */
function drawSlid(): void {
	const x = scene.windowMover.position;
	const window = pane(PANE_WINDOW);
	if (isStill() && scene.windowMover.moving) {
		blit.copyPicture(framebuffer, pane(PANE_HOME), 0, stripHeight);
		blit.copyFaded(framebuffer, window, 0, stripHeight, fadeOf(abs(x), screenWidth));
		return;
	}
	const radius = min(px(RADIUS), abs(x));
	const left = framebuffer.left;
	const right = framebuffer.right;
	framebuffer.left = max(left, x > 0 ? 0 : x + screenWidth - radius);
	framebuffer.right = min(right, x > 0 ? x + radius : screenWidth);
	if (framebuffer.left < framebuffer.right) blit.copyPicture(framebuffer, pane(PANE_HOME), 0, stripHeight);
	framebuffer.left = left;
	framebuffer.right = right;
	if (x > 0) blit.shadeColumns(framebuffer, x - px(SHADOW), x, x);
	else blit.shadeColumns(framebuffer, x + screenWidth, x + screenWidth + px(SHADOW), x + screenWidth);
	blit.copyRounded(framebuffer, window, x, stripHeight, radius, x > 0 ? blit.CORNERS_LEFT : blit.CORNERS_RIGHT);
}

/** The window that is pulled down by a corner: smaller, darker, and it says what letting go will do. */
function drawShrunk(): void {
	const pulled = max(0, scene.windowMover.position);
	const end = px(scene.SHRINK_END);
	const width = screenWidth - (screenWidth * pulled) / (2 * end);
	const height = paneHeight - (paneHeight * pulled) / (2 * end);
	const y = stripHeight + pulled / 2;
	const light = 256 - (200 * pulled) / end;
	blit.copyScaled(framebuffer, pane(PANE_WINDOW), (screenWidth - width) / 2, y, width, height, light);
	if (pulled < px(16)) return;
	say(pulled < px(CORNER) ? 'Pull to close' : 'Let go to close');
	drawLabel(y + px(24));
}

function drawLabel(y: i32): void {
	const width = px(140);
	const x = (screenWidth - width) / 2;
	fillRounded(framebuffer, x, y, width, px(36), px(18), faded(rgb(SYSTEM_PAPER), 210));
	drawWordsIn(framebuffer, CAPTION_STRONG, x, y, width, px(36), rgb(WHITE));
}

/** The window through a rectangle that grows out of its cover. */
function drawRevealed(): void {
	const missing = scene.windowMover.position;
	if (isStill()) {
		blit.copyFaded(framebuffer, pane(PANE_WINDOW), 0, stripHeight, fadeOf(missing, THOUSAND));
		return;
	}
	const x = (scene.revealX * missing) / THOUSAND;
	const y = stripHeight + (scene.revealY * missing) / THOUSAND;
	const width = screenWidth - ((screenWidth - scene.revealWide) * missing) / THOUSAND;
	const height = paneHeight - ((paneHeight - scene.revealHigh) * missing) / THOUSAND;
	const radius = (px(RADIUS) * missing) / THOUSAND;
	blit.copyThrough(framebuffer, pane(PANE_WINDOW), 0, stripHeight, x, y, width, height, radius);
}
