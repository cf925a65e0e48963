/**
 * What is on the screen: home, over it perhaps the window of one app, over both perhaps a page of the system. Windows and pages are pictures that a finger or a spring moves. All of it is
 * the compositor's own state: no app is asked, waited for, or told before something is settled.
 */
import { EVENT_EXPOSE, EVENT_LOOK } from '../../interfaces/display/events.ts';
import { VISIBLE_COVER, VISIBLE_NOTHING, VISIBLE_WINDOW } from '../../interfaces/display/look.ts';
import { close, front as giveFront, open } from '../../interfaces/lifecycle/client.ts';
import * as pages from '../../interfaces/pages/elements.ts';
import { NEWS_FULL, NEWS_STOPPED } from '../../interfaces/pages/state.ts';
import { GLIDE, MOVER_BYTES, Mover } from '../../sdk/graphics/mover.ts';
import * as springs from '../../sdk/graphics/spring.ts';
import * as apps from './apps.ts';
import { advanceBanner, bannerMoves } from './banner.ts';
import { damageOverlay, damagePanes, damageStrip, damageTree } from './damaged.ts';
import { post } from './events.ts';
import { paneHeight, px, screenWidth } from './geometry.ts';
import { advanceHints, hintsMove, showHints } from './hints.ts';
import { coverHigh, coversChanged, coverWide, coverX, coverY, damageCover, markCover, placeCoverOf } from './home.ts';
import { appLeft, frontChanged } from './layers.ts';
import { isStill } from './look.ts';
import { addNews, forgetNotice, removeNews, setUnseen } from './news.ts';
import { clearRing } from './rings.ts';
import { saveSession } from './session.ts';
import { SLOT_LIFECYCLE } from './slots.ts';
import { forgetWindow, takeWindow, windowApp } from './window.ts';

// The page that lies over home and the window; closed.
export const OVERLAY_NONE: u32 = pages.PAGE_HOME;
export const OVERLAY_GRID: u32 = pages.PAGE_GRID;
export const OVERLAY_MENU: u32 = pages.PAGE_MENU;
export const OVERLAY_EVENTS: u32 = pages.PAGE_EVENTS;
export const OVERLAY_LOCK: u32 = pages.PAGE_LOCK;
export const OVERLAY_XRAY: u32 = pages.PAGE_XRAY;

// How the window moves; closed.
/** Sideways: the position is its left edge. */
export const WINDOW_SLIDES: u32 = 0;
/** Pulled down by a top corner: the position is how far. */
export const WINDOW_SHRINKS: u32 = 1;
/** Out of its cover: the position is what is missing, in thousandths. */
export const WINDOW_REVEALS: u32 = 2;

/** How far a window shrinks until it is gone, points. */
export const SHRINK_END: i32 = 420;
const REVEAL_START: i32 = 1000;
const REVEAL_TIME: u64 = 320_000_000;
/** Cross-fade in the place of every movement for those who want none. */
const FADE: u64 = 120_000_000;
/** The number that tells lifecycle that nobody is in front. */
const LIFECYCLE_NOBODY: u32 = 255;
const HUNDREDTH: u64 = 1;

/** The app in front, NOBODY: home. */
export let front: i32 = apps.NOBODY;
/** The app that was in front before. */
export let previous: i32 = apps.NOBODY;
export const windowMover = changetype<Mover>(memory.data(MOVER_BYTES, 8));
export let windowMode: u32 = WINDOW_SLIDES;
export let overlay: u32 = OVERLAY_NONE;
/** Position: pixels of the overlay that are shown. */
export const overlayMover = changetype<Mover>(memory.data(MOVER_BYTES, 8));
/** The side to which the lock screen goes: 1 right, -1 left. */
export let lockSide: i32 = 1;
/** The window is going to be closed when it is gone. */
let closing: i32 = apps.NOBODY;
/** What was told to each app last: VISIBLE_*. */
const TOLD: u32 = memory.data(32) as u32;
/** The rectangle that the window comes out of. */
export let revealX: i32 = 0;
export let revealY: i32 = 0;
export let revealWide: i32 = 0;
export let revealHigh: i32 = 0;

/** Pixels that an overlay moves from hidden to shown. */
export function travelOf(kind: u32): i32 {
	if (kind === OVERLAY_GRID) return paneHeight;
	return kind === OVERLAY_MENU ? px(pages.MENU_HEIGHT) : screenWidth;
}

/** Whether an overlay is shown, or on its way to that. */
export function isShowing(kind: u32): bool {
	return overlay === kind && overlayMover.target === travelOf(kind);
}

export function isLocked(): bool {
	return isShowing(OVERLAY_LOCK);
}

/** Whether any of the window can be seen, overlays left out. */
export function windowSeen(): bool {
	if (windowApp === apps.NOBODY) return false;
	if (windowMode === WINDOW_SLIDES) return abs(windowMover.position) < screenWidth;
	return windowMode === WINDOW_REVEALS || windowMover.position < px(SHRINK_END);
}

/** Whether the window lies still and whole. */
export function windowRests(): bool {
	return front !== apps.NOBODY && windowMover.position === 0 && !windowMover.moving;
}

/** Whether an overlay covers everything, still. */
export function overlayCovers(): bool {
	if (overlay === OVERLAY_NONE || overlay === OVERLAY_MENU || overlay === OVERLAY_XRAY) return false;
	return overlayMover.position === travelOf(overlay);
}

/** Whether any of home can be seen. */
export function homeSeen(): bool {
	return !windowRests() && !overlayCovers();
}

export function anythingMoves(): bool {
	return windowMover.moving || overlayMover.moving || hintsMove() || bannerMoves();
}

/** What an app may know of its own visibility. */
export function visibleOf(app: u32): u32 {
	if (isLocked() || !apps.isOpen(app)) return VISIBLE_NOTHING;
	if (<i32>app === front) return VISIBLE_WINDOW;
	return front === apps.NOBODY ? VISIBLE_COVER : VISIBLE_NOTHING;
}

/** Tells each app whose visibility has changed. Something has been settled. */
function settle(): void {
	for (let place: u32 = 0; place < apps.openCount(); place++) {
		const app = apps.openAt(place);
		const visible = visibleOf(app);
		if (visible === load<u8>(TOLD + app)) continue;
		store<u8>(TOLD + app, <u8>visible);
		if (visible === VISIBLE_WINDOW) forgetNotice(app);
		post(app, EVENT_LOOK, 0, 0);
	}
	if (isShowing(OVERLAY_EVENTS)) setUnseen(false);
	damageStrip();
	damageTree();
	saveSession();
}

function motionTime(usual: u64): u64 {
	return isStill() ? FADE : usual;
}

// ---- apps ----

/** Opens an app, or comes back to it. From the grid it appears under the grid, otherwise out of its cover. */
export function openApp(app: u32): void {
	if (!apps.exists(app) || isLocked()) return;
	const fresh = !apps.isOpen(app);
	if (fresh && !apps.opened(app)) {
		addNews(NEWS_FULL, app, 0);
		showOverlay(OVERLAY_EVENTS);
		return;
	}
	if (fresh || apps.hasFailed(app)) start(app);
	if (fresh) coversChanged();
	else damageCover(app);
	if (overlay === OVERLAY_NONE) revealFrom(app, fresh);
	bringToFront(app);
	hideOverlay(0);
}

/** Starts an app that does not run. */
function start(app: u32): void {
	apps.setFailed(app, false);
	apps.setCoverDrawn(app, false);
	clearRing(app);
	removeNews(NEWS_STOPPED, app, 0);
	if (windowApp === <i32>app) forgetWindow();
	store<u8>(TOLD + app, <u8>VISIBLE_NOTHING);
	open(SLOT_LIFECYCLE, app);
	post(app, EVENT_EXPOSE, 2, 0);
}

/** The rectangle out of which the app's window comes. */
function revealFrom(app: u32, fresh: bool): void {
	if (fresh || !placeCoverOf(app)) {
		revealX = screenWidth / 4;
		revealY = paneHeight / 4;
		revealWide = screenWidth / 2;
		revealHigh = paneHeight / 2;
	} else {
		revealX = coverX;
		revealY = coverY;
		revealWide = coverWide;
		revealHigh = coverHigh;
	}
}

function bringToFront(app: u32): void {
	if (<i32>app === front) {
		returnWindow(0);
		return;
	}
	leaveFront();
	front = app;
	takeWindow(app);
	giveFront(SLOT_LIFECYCLE, app);
	windowMode = WINDOW_REVEALS;
	windowMover.put(overlay === OVERLAY_NONE ? REVEAL_START : 0);
	if (overlay === OVERLAY_NONE) windowMover.glide(0, motionTime(REVEAL_TIME));
	frontChanged(front);
	showHints();
	settle();
	damagePanes();
}

/** Whoever is in front is so no longer. */
function leaveFront(): void {
	if (front === apps.NOBODY) return;
	previous = front;
	front = apps.NOBODY;
	appLeft(previous, false);
}

/** The window goes back to its place, with a velocity in pixels a second. If it had been left already, its app is in front again. */
export function returnWindow(velocity: i32): void {
	if (front === apps.NOBODY && apps.isOpen(windowApp)) {
		front = windowApp;
		giveFront(SLOT_LIFECYCLE, windowApp);
		frontChanged(front);
		settle();
	}
	if (windowMode === WINDOW_SHRINKS) windowMover.release(0, velocity, springs.CLOSE_STIFFNESS, springs.CLOSE_DAMPING);
	else windowMover.release(0, velocity, springs.WINDOW_STIFFNESS, springs.WINDOW_DAMPING);
}

/** Home comes to the front: the window leaves to a side (1 right, -1 left) with a velocity in pixels a second. */
export function goHome(side: i32, velocity: i32): void {
	if (windowSeen()) {
		if (windowMode !== WINDOW_SLIDES) windowMover.put(0);
		windowMode = WINDOW_SLIDES;
		if (velocity === 0) windowMover.glide(side * screenWidth, motionTime(GLIDE));
		else windowMover.release(side * screenWidth, velocity, springs.WINDOW_STIFFNESS, springs.WINDOW_DAMPING);
	}
	if (front === apps.NOBODY) return;
	leaveFront();
	giveFront(SLOT_LIFECYCLE, LIFECYCLE_NOBODY);
	frontChanged(apps.NOBODY);
	settle();
}

/** The window shrinks away with a velocity in pixels a second, and its app is closed. */
export function shrinkAway(velocity: i32): void {
	closing = windowApp;
	windowMover.release(
		px(SHRINK_END),
		max(velocity, px(HUNDREDTH as i32)),
		springs.CLOSE_STIFFNESS,
		springs.CLOSE_DAMPING,
	);
}

/** A finger holds the window. */
export function holdWindow(mode: u32, position: i32): void {
	windowMode = mode;
	closing = apps.NOBODY;
	windowMover.put(position);
	damagePanes();
}

/** Closes an app: it is stopped, and its cover is gone. */
export function closeApp(app: i32): void {
	if (!apps.isOpen(app)) return;
	close(SLOT_LIFECYCLE, app);
	forgetApp(app);
}

/** An app runs no longer. */
export function forgetApp(app: u32): void {
	const wasFront = front === <i32>app;
	if (wasFront) leaveFront();
	appLeft(app, true);
	apps.closed(app);
	coversChanged();
	clearRing(app);
	if (previous === <i32>app) previous = apps.NOBODY;
	if (windowApp === <i32>app) forgetWindow();
	if (wasFront) {
		giveFront(SLOT_LIFECYCLE, LIFECYCLE_NOBODY);
		frontChanged(apps.NOBODY);
	}
	markCover(apps.NOBODY);
	damagePanes();
	settle();
}

/** An app has failed: its cover says so, and if it was in front, home comes. */
export function appFailed(app: u32): void {
	if (!apps.isOpen(app) || apps.hasFailed(app)) return;
	apps.setFailed(app, true);
	appLeft(app, true);
	addNews(NEWS_STOPPED, app, 0);
	if (front === <i32>app) goHome(1, 0);
	damageCover(app);
}

// ---- overlays ----

/** Makes an overlay the one that moves; it is hidden at first, unless it is there already. */
export function beginOverlay(kind: u32): void {
	if (overlay === kind) return;
	overlay = kind;
	overlayMover.put(0);
	damageOverlay();
	damagePanes();
}

export function showOverlay(kind: u32): void {
	beginOverlay(kind);
	overlayMover.glide(travelOf(kind), motionTime(GLIDE));
	settle();
}

/** An overlay that a finger has let go of ends shown or hidden, with a velocity in pixels a second. */
export function releaseOverlay(shown: bool, velocity: i32): void {
	const target = shown ? travelOf(overlay) : 0;
	if (velocity === 0) overlayMover.glide(target, motionTime(GLIDE));
	else if (overlay === OVERLAY_MENU)
		overlayMover.release(target, velocity, springs.SHEET_STIFFNESS, springs.SHEET_DAMPING);
	else overlayMover.release(target, velocity, springs.WINDOW_STIFFNESS, springs.WINDOW_DAMPING);
	settle();
}

/** Whatever lies over home or the window goes away, the lock screen, too. */
export function hideOverlay(velocity: i32): void {
	if (overlay === OVERLAY_NONE) return;
	releaseOverlay(false, velocity);
}

/** A finger holds the overlay. */
export function holdOverlay(shown: i32): void {
	overlayMover.put(max(0, min(travelOf(overlay), shown)));
	damagePanes();
}

export function setLockSide(side: i32): void {
	lockSide = side;
}

/** Locks the phone, at once. */
export function lock(): void {
	if (front !== apps.NOBODY) appLeft(front, false);
	beginOverlay(OVERLAY_LOCK);
	overlayMover.put(travelOf(OVERLAY_LOCK));
	damagePanes();
	settle();
}

// ---- time ----

/** Lets everything move for `nanoseconds`. */
export function advanceScene(nanoseconds: u64): void {
	advanceHints(nanoseconds);
	advanceBanner(nanoseconds);
	if (!windowMover.moving && !overlayMover.moving) return;
	windowMover.advance(nanoseconds);
	overlayMover.advance(nanoseconds);
	damagePanes();
	if (!overlayMover.moving && overlay !== OVERLAY_NONE && overlayMover.position === 0) {
		overlay = OVERLAY_NONE;
		damageTree();
	}
	if (closing !== apps.NOBODY && !windowMover.moving) finishClosing();
	if (!anythingMoves()) damageTree();
}

function finishClosing(): void {
	const app = closing;
	closing = apps.NOBODY;
	closeApp(app);
}

/** Takes up again what was there before the compositor was restarted: `app` in front. */
export function restoreFront(app: i32): void {
	front = app;
	if (app === apps.NOBODY) return;
	takeWindow(app);
	windowMode = WINDOW_SLIDES;
	windowMover.put(0);
	giveFront(SLOT_LIFECYCLE, app);
	frontChanged(app);
}

/** Tells every app what it may know, after a restart. */
export function tellAll(): void {
	for (let app: u32 = 0; app < apps.APPS; app++) store<u8>(TOLD + app, 255);
	settle();
}
