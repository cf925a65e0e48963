/**
 * A gesture that a finger makes with one of the things that move: how far it has come, and what letting go will do. Which gesture it is, touch.ts decides.
 */

import { currentX, currentY, pointerVelocity } from '../../sdk/pointer.ts';
import { isOpen, NOBODY } from './apps.ts';
import { COMMIT, CORNER, FLING, px, SLOP, SWITCH, UNCOMMIT } from './geometry.ts';
import { countGesture } from './hints.ts';
import { markCover } from './home.ts';
import * as scene from './scene.ts';
import { cancelTimer, MILLISECOND, setTimer, TIMER_PAUSE } from './timers.ts';

// Gestures; closed.
/** The window goes aside. */
export const GESTURE_HOME: u32 = 1;
/** The window is pulled down by a top corner. */
export const GESTURE_CLOSE: u32 = 2;
/** An overlay comes. */
export const GESTURE_SHOW: u32 = 3;
/** An overlay goes. */
export const GESTURE_HIDE: u32 = 4;

export const AXIS_X: u32 = 0;
export const AXIS_Y: u32 = 1;
const CORNER_UNCOMMIT: i32 = 60;
const PAUSE: u64 = 300 * MILLISECOND;
/** A finger that moves less than this rests, points. */
const REST: i32 = 6;

let gesture: u32 = 0;
let axis: u32 = AXIS_X;
/** Direction in which the finger makes progress: 1 or -1. */
let sign: i32 = 1;
/** Where the finger was when progress was `grabbed`. */
let origin: i32 = 0;
let grabbed: i32 = 0;
/** Caught while it moved: no threshold counts, only where it is and how fast. */
let caught: bool = false;
/** Progress has passed the point from which letting go completes the gesture. */
let passed: bool = false;
/** Where the finger rested last, and whether that was long enough to mean the app before. */
let restedAt: i32 = 0;
let switching: bool = false;

function along(): i32 {
	return axis === AXIS_X ? currentX : currentY;
}

/** Begins a gesture; the finger has moved by the slop already, which does not move anything. */
export function beginGesture(which: u32, ofAxis: u32, direction: i32, start: i32): void {
	begin(which, ofAxis, direction, start + direction * px(SLOP), 0);
	caught = false;
	advanceGesture();
}

/** Catches what moves, where it is. */
export function catchGesture(which: u32, ofAxis: u32, direction: i32): void {
	const missing = scene.travelOf(scene.overlay) - scene.overlayMover.position;
	const at = axis === AXIS_X ? currentX : currentY;
	const progress = which === GESTURE_HIDE ? missing : abs(scene.windowMover.position);
	begin(which, ofAxis, direction, at, progress);
	origin = along();
	caught = true;
	advanceGesture();
}

function begin(which: u32, ofAxis: u32, direction: i32, from: i32, progress: i32): void {
	gesture = which;
	axis = ofAxis;
	sign = direction;
	origin = from;
	grabbed = progress;
	passed = false;
	switching = false;
	restedAt = from;
}

function progress(): i32 {
	return max(0, grabbed + sign * (along() - origin));
}

/** The finger has moved. */
export function advanceGesture(): void {
	const made = progress();
	if (gesture === GESTURE_HOME) scene.holdWindow(scene.WINDOW_SLIDES, sign * made);
	else if (gesture === GESTURE_CLOSE) scene.holdWindow(scene.WINDOW_SHRINKS, made);
	else if (gesture === GESTURE_SHOW) scene.holdOverlay(made);
	else scene.holdOverlay(scene.travelOf(scene.overlay) - made);
	const travelled = made + px(SLOP);
	const limit = gesture === GESTURE_CLOSE ? CORNER : COMMIT;
	const back = gesture === GESTURE_CLOSE ? CORNER_UNCOMMIT : UNCOMMIT;
	passed = travelled >= px(passed ? back : limit);
	if (gesture === GESTURE_HOME) watchPause(travelled);
}

/** A finger that rests far inside means the app that was in front before. */
function watchPause(travelled: i32): void {
	if (travelled < px(SWITCH) || !isOpen(scene.previous) || scene.previous === scene.front) {
		switching = false;
		markCover(NOBODY);
		cancelTimer(TIMER_PAUSE);
		return;
	}
	if (switching || abs(along() - restedAt) < px(REST)) return;
	restedAt = along();
	setTimer(TIMER_PAUSE, PAUSE);
}

/** The finger has rested for the time of TIMER_PAUSE. */
export function pauseGesture(): void {
	if (gesture !== GESTURE_HOME) return;
	switching = true;
	markCover(scene.previous);
}

/** The finger lets go. */
export function endGesture(milliseconds: i32): void {
	const velocity = pointerVelocity(axis, milliseconds);
	const towards = sign * velocity;
	let complete = caught ? 2 * progress() > reach() : passed;
	if (towards >= px(FLING)) complete = progress() > 0;
	else if (towards <= -px(FLING)) complete = false;
	cancelTimer(TIMER_PAUSE);
	markCover(NOBODY);
	finish(complete, velocity);
	if (complete) countGesture();
	gesture = 0;
}

function reach(): i32 {
	return gesture === GESTURE_CLOSE
		? px(2 * CORNER)
		: scene.travelOf(gesture === GESTURE_HOME ? scene.OVERLAY_EVENTS : scene.overlay);
}

/** The touch is taken away: everything goes back. */
export function cancelGesture(): void {
	if (gesture === 0) return;
	cancelTimer(TIMER_PAUSE);
	markCover(NOBODY);
	finish(false, 0);
	gesture = 0;
}

function finish(complete: bool, velocity: i32): void {
	if (gesture === GESTURE_HOME) finishHome(complete, velocity);
	else if (gesture === GESTURE_CLOSE) finishClose(complete, velocity);
	else if (gesture === GESTURE_SHOW) scene.releaseOverlay(complete, overlayVelocity(velocity));
	else scene.releaseOverlay(!complete, overlayVelocity(velocity));
}

function finishHome(complete: bool, velocity: i32): void {
	if (!complete) {
		scene.returnWindow(velocity);
		return;
	}
	const next = switching ? scene.previous : NOBODY;
	scene.goHome(sign, velocity);
	if (next !== NOBODY) scene.openApp(next);
}

function finishClose(complete: bool, velocity: i32): void {
	if (complete) scene.shrinkAway(velocity);
	else scene.returnWindow(velocity);
}

/** Velocity of what an overlay shows, from the finger's. */
function overlayVelocity(velocity: i32): i32 {
	return gesture === GESTURE_SHOW ? sign * velocity : -sign * velocity;
}

/** Begins to show an overlay that is not there. */
export function beginShowing(kind: u32, ofAxis: u32, direction: i32, start: i32): void {
	scene.beginOverlay(kind);
	beginGesture(GESTURE_SHOW, ofAxis, direction, start);
}

/** Begins to put the overlay away, in the direction that it came from. */
export function beginHiding(direction: i32, start: i32): void {
	if (scene.overlay === scene.OVERLAY_LOCK) scene.setLockSide(direction);
	beginGesture(GESTURE_HIDE, hidingAxis(), direction, start);
}

/** Axis along which the overlay goes. */
export function hidingAxis(): u32 {
	return scene.overlay === scene.OVERLAY_GRID || scene.overlay === scene.OVERLAY_MENU ? AXIS_Y : AXIS_X;
}

/** Direction of the finger that puts the overlay away; the lock screen goes either way. */
export function hidingSign(): i32 {
	return scene.overlay === scene.OVERLAY_GRID ? 1 : -1;
}
