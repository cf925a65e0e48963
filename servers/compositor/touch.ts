/**
 * Where a touch belongs. One that begins in an edge zone is kept from the app until it is plain that it is no gesture of the system; one that begins elsewhere is the app's, a layer's
 * or a page's. Nothing that an app does or fails to do changes that.
 */
import { EVENT_TOUCH_CANCEL } from '../../interfaces/display/events.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_MOVE, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { CHOICE_EDGE } from '../../interfaces/preferences/choices.ts';
import { beginPointer, currentX, currentY, movePointer, startX, startY } from '../../sdk/pointer.ts';
import { NOBODY } from './apps.ts';
import { bannerAt, dismissBanner, isBannerArmed } from './banner.ts';
import { post, postTouch } from './events.ts';
import { CORNER, px, SLOP, screenHeight, screenWidth, stripHeight } from './geometry.ts';
import * as gesture from './gesture.ts';
import { dropHints } from './hints.ts';
import { edgeOf, isModal, layerTouch } from './layers.ts';
import { choice } from './look.ts';
import { perform } from './perform.ts';
import { press, pressedList, pressedTarget } from './pressed.ts';
import * as scene from './scene.ts';
import { beginCeremony } from './sheet.ts';
import { LIST_HOME, LIST_OVERLAY, LIST_STRIP, NO_TARGET, targetAction, targetArgument, targetAt } from './targets.ts';
import { cancelTimer, MILLISECOND, setTimer, TIMER_REPLAY } from './timers.ts';

// Whose the finger is; closed.
const NOBODYS: u32 = 0;
/** It began in an edge zone. */
const EDGES: u32 = 1;
/** It began on a page of the system: a tap, or the beginning of a gesture. */
const PAGES: u32 = 2;
const APPS: u32 = 3;
const LAYERS: u32 = 4;
const GESTURES: u32 = 5;
/** Until it is lifted, it is nothing any more. */
const SPENT: u32 = 6;
const BANNERS: u32 = 7;

const EDGE_LEFT: u32 = 1;
const EDGE_RIGHT: u32 = 2;
const EDGE_BOTTOM: u32 = 3;
const EDGE_TOP: u32 = 4;
const EDGE_CORNER: u32 = 5;

/** After so long without a gesture the app gets the touch. */
const REPLAY: u64 = 150 * MILLISECOND;

let owner: u32 = NOBODYS;
let finger: u32 = 0;
let edge: u32 = 0;
/** The app that has been told of the touch; NOBODY: none. */
let touched: i32 = NOBODY;

/** A touch in pixels of the screen. */
export function touch(kind: u32, which: u32, x: i32, y: i32, milliseconds: u32): void {
	if (kind === INPUT_TOUCH_DOWN && owner === NOBODYS) {
		finger = which;
		beginPointer(x, y, milliseconds);
		begin();
	} else if (which !== finger || owner === NOBODYS) {
		other(kind, which, x, y);
	} else if (kind === INPUT_TOUCH_MOVE) {
		movePointer(x, y, milliseconds);
		move();
	} else if (kind === INPUT_TOUCH_UP) {
		end(milliseconds);
	}
}

/** The driver was restarted, or the phone was locked: no finger is down. */
export function cancelTouch(): void {
	if (owner === GESTURES) gesture.cancelGesture();
	cancelApp();
	finishTouch();
}

/** A second finger belongs to whoever has the first. */
function other(kind: u32, which: u32, x: i32, y: i32): void {
	if (owner === APPS && touched !== NOBODY) tellApp(kind, which, x, y);
	else if (owner === LAYERS || kind !== INPUT_TOUCH_DOWN) layerTouch(kind, which, x, y);
}

function begin(): void {
	dropHints();
	if (bannerAt(startX, startY)) {
		owner = BANNERS;
		press(LIST_STRIP, isBannerArmed() ? targetAt(LIST_STRIP, startX, startY) : NO_TARGET);
	} else if (catchMoving()) {
		owner = GESTURES;
	} else if (startY < stripHeight && !scene.isLocked()) {
		beginStrip();
	} else if (scene.overlay !== scene.OVERLAY_NONE) {
		beginPage(LIST_OVERLAY);
	} else if (scene.front === NOBODY) {
		beginPage(LIST_HOME);
	} else {
		beginWindow();
	}
}

/** Catches a window or a page that still moves, where it is. */
function catchMoving(): bool {
	if (scene.overlayMover.moving) {
		if (scene.overlay === scene.OVERLAY_LOCK || scene.overlay === scene.OVERLAY_XRAY) return false;
		gesture.catchGesture(gesture.GESTURE_HIDE, gesture.hidingAxis(), gesture.hidingSign());
		return true;
	}
	if (!scene.windowMover.moving || scene.windowMode !== scene.WINDOW_SLIDES || !scene.windowSeen()) return false;
	gesture.catchGesture(gesture.GESTURE_HOME, gesture.AXIS_X, scene.windowMover.position < 0 ? -1 : 1);
	return true;
}

function beginStrip(): void {
	owner = EDGES;
	edge = startX < px(CORNER) || startX >= screenWidth - px(CORNER) ? EDGE_CORNER : EDGE_TOP;
	if (scene.front === NOBODY || scene.overlay !== scene.OVERLAY_NONE) edge = EDGE_TOP;
	press(LIST_STRIP, targetAt(LIST_STRIP, startX, startY));
}

function beginPage(list: u32): void {
	owner = PAGES;
	press(list, targetAt(list, startX, startY - stripHeight));
}

function beginWindow(): void {
	edge = edgeAt(startX, startY);
	if (edge !== 0) {
		owner = EDGES;
		setTimer(TIMER_REPLAY, REPLAY);
	} else if (layerTouch(INPUT_TOUCH_DOWN, finger, startX, startY)) {
		owner = LAYERS;
	} else if (scene.windowRests() && !isModal()) {
		owner = APPS;
		touched = scene.front;
		tellApp(INPUT_TOUCH_DOWN, finger, startX, startY);
	} else {
		owner = SPENT;
	}
}

/** The edge zone of a place over a window, 0: none. */
function edgeAt(x: i32, y: i32): u32 {
	const wide = edgeOf(px(choice(CHOICE_EDGE)), y);
	if (x < wide) return EDGE_LEFT;
	if (x >= screenWidth - wide) return EDGE_RIGHT;
	return y >= screenHeight - wide ? EDGE_BOTTOM : 0;
}

function move(): void {
	if (owner === GESTURES) gesture.advanceGesture();
	else if (owner === EDGES) moveEdge();
	else if (owner === PAGES) movePage();
	else if (owner === APPS) tellApp(INPUT_TOUCH_MOVE, finger, currentX, currentY);
	else if (owner === LAYERS) layerTouch(INPUT_TOUCH_MOVE, finger, currentX, currentY);
	else if (owner === BANNERS && max(abs(currentX - startX), abs(currentY - startY)) >= px(SLOP)) pushBanner();
}

/** Whoever drags the banner wants to be rid of it. */
function pushBanner(): void {
	dismissBanner();
	press(LIST_STRIP, NO_TARGET);
	owner = SPENT;
}

/** From the edge inwards it is a gesture; along the edge it is not. */
function moveEdge(): void {
	const inwards = edge === EDGE_LEFT || edge === EDGE_RIGHT ? abs(currentX - startX) : abs(currentY - startY);
	const across = edge === EDGE_LEFT || edge === EDGE_RIGHT ? abs(currentY - startY) : abs(currentX - startX);
	if (inwards >= px(SLOP) && 2 * inwards >= across) claim();
	else if (across >= px(2 * SLOP)) release();
	else if (touched !== NOBODY) tellApp(INPUT_TOUCH_MOVE, finger, currentX, currentY);
}

/** The touch is a gesture of the system. */
function claim(): void {
	cancelTimer(TIMER_REPLAY);
	cancelApp();
	press(LIST_STRIP, NO_TARGET);
	owner = GESTURES;
	if (edge === EDGE_LEFT) gesture.beginGesture(gesture.GESTURE_HOME, gesture.AXIS_X, 1, startX);
	else if (edge === EDGE_RIGHT) gesture.beginGesture(gesture.GESTURE_HOME, gesture.AXIS_X, -1, startX);
	else if (edge === EDGE_CORNER) gesture.beginGesture(gesture.GESTURE_CLOSE, gesture.AXIS_Y, 1, startY);
	else if (isModal()) owner = SPENT;
	else if (edge === EDGE_BOTTOM) claimBottom();
	else claimTop();
}

function claimBottom(): void {
	if (beginCeremony()) owner = SPENT;
	else gesture.beginShowing(scene.OVERLAY_GRID, gesture.AXIS_Y, -1, startY);
}

function claimTop(): void {
	if (scene.overlay !== scene.OVERLAY_NONE && scene.overlay !== scene.OVERLAY_MENU) scene.hideOverlay(0);
	gesture.beginShowing(scene.OVERLAY_MENU, gesture.AXIS_Y, 1, startY);
}

/** The touch is not a gesture: the app gets it, from its beginning on. */
function release(): void {
	cancelTimer(TIMER_REPLAY);
	press(LIST_STRIP, NO_TARGET);
	owner = SPENT;
	if (edge === EDGE_TOP || edge === EDGE_CORNER) return;
	replay();
	if (touched === NOBODY) return;
	owner = APPS;
	tellApp(INPUT_TOUCH_MOVE, finger, currentX, currentY);
}

/** The app, or a layer, gets the beginning of a touch that was kept from it. */
export function replay(): void {
	if (owner !== EDGES && owner !== SPENT) return;
	if (touched !== NOBODY || edge === EDGE_TOP || edge === EDGE_CORNER) return;
	if (!scene.windowRests()) return;
	if (layerTouch(INPUT_TOUCH_DOWN, finger, startX, startY)) {
		owner = LAYERS;
	} else if (!isModal()) {
		touched = scene.front;
		tellApp(INPUT_TOUCH_DOWN, finger, startX, startY);
	}
}

function movePage(): void {
	const x = currentX - startX;
	const y = currentY - startY;
	if (abs(x) < px(SLOP) && abs(y) < px(SLOP)) return;
	press(LIST_HOME, NO_TARGET);
	owner = GESTURES;
	if (abs(x) > abs(y)) dragAcross(x > 0 ? 1 : -1);
	else dragAlong(y > 0 ? 1 : -1);
}

/** A page is dragged sideways. */
function dragAcross(direction: i32): void {
	if (scene.overlay === scene.OVERLAY_NONE && direction > 0)
		gesture.beginShowing(scene.OVERLAY_EVENTS, gesture.AXIS_X, 1, startX);
	else if (scene.overlay === scene.OVERLAY_EVENTS && direction < 0) gesture.beginHiding(-1, startX);
	else if (scene.overlay === scene.OVERLAY_LOCK) gesture.beginHiding(direction, startX);
	else leavePage();
}

/** A page is dragged up or down. */
function dragAlong(direction: i32): void {
	if (scene.overlay === scene.OVERLAY_NONE && direction < 0)
		gesture.beginShowing(scene.OVERLAY_GRID, gesture.AXIS_Y, -1, startY);
	else if (scene.overlay === scene.OVERLAY_GRID && direction > 0) gesture.beginHiding(1, startY);
	else if (scene.overlay === scene.OVERLAY_MENU && direction < 0) gesture.beginHiding(-1, startY);
	else owner = SPENT;
}

/** From a side edge, grid and menu give way to home. */
function leavePage(): void {
	owner = SPENT;
	const wide = px(choice(CHOICE_EDGE));
	if (scene.overlay === scene.OVERLAY_XRAY) scene.hideOverlay(0);
	if (scene.overlay === scene.OVERLAY_NONE || (startX >= wide && startX < screenWidth - wide)) return;
	scene.goHome(startX < wide ? 1 : -1, 0);
	scene.hideOverlay(0);
}

function end(milliseconds: u32): void {
	if (owner === GESTURES) gesture.endGesture(milliseconds);
	else if (owner === PAGES || owner === BANNERS || (owner === EDGES && edge >= EDGE_TOP)) tap();
	else if (owner === EDGES) endEdge();
	else if (owner === APPS) tellApp(INPUT_TOUCH_UP, finger, currentX, currentY);
	else if (owner === LAYERS) layerTouch(INPUT_TOUCH_UP, finger, currentX, currentY);
	finishTouch();
}

/** A tap at the edge belongs to whoever is there. */
function endEdge(): void {
	replay();
	if (owner === LAYERS) layerTouch(INPUT_TOUCH_UP, finger, currentX, currentY);
	else if (touched !== NOBODY) tellApp(INPUT_TOUCH_UP, finger, currentX, currentY);
}

function finishTouch(): void {
	cancelTimer(TIMER_REPLAY);
	press(LIST_HOME, NO_TARGET);
	touched = NOBODY;
	owner = NOBODYS;
}

/** The finger is lifted where it came down: the target does what it does. Beside the menu, the menu goes. */
function tap(): void {
	const list = pressedList();
	const target = pressedTarget();
	if (target !== NO_TARGET) perform(targetAction(list, target), targetArgument(list, target));
	else if (scene.overlay === scene.OVERLAY_MENU && startY >= stripHeight + scene.travelOf(scene.overlay))
		scene.hideOverlay(0);
}

function cancelApp(): void {
	if (touched !== NOBODY) post(touched, EVENT_TOUCH_CANCEL, 0, 0);
	touched = NOBODY;
}

/** Tells the app that has the touch, in pixels of its window. */
function tellApp(kind: u32, which: u32, x: i32, y: i32): void {
	if (touched !== NOBODY) postTouch(touched, kind, which, x, y - stripHeight);
}
