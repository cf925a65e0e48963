/** When a frame is drawn: as soon as something has changed, never two at a time, never faster than the screen; always with the newest touch. */

import { PAGE_HOME } from '../../interfaces/pages/elements.ts';
import { compose } from './compose.ts';
import { damage, damagePane, damagePanes, homeDamage, overlayDrawn, overlayStale, stripStale } from './damaged.ts';
import { hintsSeen } from './hints.ts';
import { listOverlay } from './overlay.ts';
import { drawPage, listPage } from './pages.ts';
import { PANE_HOME, pane } from './panes.ts';
import * as scene from './scene.ts';
import { panel, screenReady } from './screen.ts';
import { drawStrip } from './strip.ts';
import { LIST_HOME } from './targets.ts';
import { MILLISECOND, setTimer, TIMER_FRAME, time } from './timers.ts';

/** Less than the distance of two frames at 60 a second, so that a frame never waits for the one after the next. */
const SPACING: u64 = 15 * MILLISECOND;
/** After a stall nothing jumps further than in so long. */
const LONGEST_STEP: u64 = 34 * MILLISECOND;
/** Bands that an app presents one after the other become one frame. */
const GATHER: u64 = 3 * MILLISECOND;

let drawnAt: u64 = 0;
let advancedAt: u64 = 0;
/** Frames shown since the compositor was started. */
export let frames: u32 = 0;

/** Nothing moves yet; what begins to move now begins now. */
export function beginActivation(): void {
	if (!scene.anythingMoves()) advancedAt = time;
}

function isWanted(): bool {
	return scene.anythingMoves() || damage.count > 0 || homeWaits() || overlayStale || stripStale;
}

/** Home is drawn again when it is going to be seen, and not before. */
function homeWaits(): bool {
	return homeDamage.count > 0 && scene.homeSeen();
}

/** Whether all is shown and nothing moves. */
export function isAtRest(): bool {
	return !isWanted() && panel.pending === 0 && !hintsSeen();
}

/** An app has shown something: a frame comes soon. */
export function wantFrame(): void {
	if (isWanted()) setTimer(TIMER_FRAME, max(GATHER, drawnAt + SPACING > time ? drawnAt + SPACING - time : 0));
}

/** Draws a frame if one is wanted and it is time for it. */
export function drawFrame(): void {
	if (!screenReady() || panel.pending > 0 || !isWanted()) return;
	if (frames > 0 && time < drawnAt + SPACING) {
		setTimer(TIMER_FRAME, drawnAt + SPACING - time);
		return;
	}
	drawnAt = time;
	scene.advanceScene(min(LONGEST_STEP, time - advancedAt));
	advancedAt = time;
	drawPictures();
	showDamage();
	if (scene.anythingMoves()) setTimer(TIMER_FRAME, SPACING);
}

/** Draws again what is stale of the pictures that the frame is put together from. */
function drawPictures(): void {
	if (homeWaits()) refreshHome();
	if (overlayStale && scene.overlay !== scene.OVERLAY_NONE) refreshOverlay();
	overlayDrawn();
	if (stripStale) drawStrip(scene.front);
}

function refreshHome(): void {
	const home = pane(PANE_HOME);
	for (let index: u32 = 0; index < homeDamage.count; index++) {
		const area = homeDamage.area(index);
		home.clip(area.left, area.top, area.right - area.left, area.bottom - area.top);
		drawPage(home, PAGE_HOME);
		damagePane(area.left, area.top, area.right - area.left, area.bottom - area.top);
	}
	home.unclip();
	homeDamage.clear();
	listPage(PAGE_HOME, LIST_HOME);
}

function refreshOverlay(): void {
	listOverlay();
	damagePanes();
}

function showDamage(): void {
	if (damage.count === 0) return;
	for (let index: u32 = 0; index < damage.count; index++) {
		const area = damage.area(index);
		compose(area);
		panel.show(area.left, area.top, area.right - area.left, area.bottom - area.top);
	}
	damage.clear();
	frames++;
}
