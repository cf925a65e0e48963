/** The finger: where it is, which thing it holds, and how fast it moves. One finger counts, the first. */

import { boxHeight, boxWidth, boxX, boxY } from './layout.ts';
import { PASS_TOUCH, pass } from './screen.ts';

// What a touch pass is about.
export const TOUCH_DOWN: u32 = 1;
export const TOUCH_MOVE: u32 = 2;
export const TOUCH_UP: u32 = 3;
/** Somebody presses a thing by its number, without a finger. */
export const TOUCH_PRESS: u32 = 4;
export const TOUCH_MORE: u32 = 5;
export const TOUCH_LESS: u32 = 6;
export const TOUCH_FOCUS: u32 = 7;
export const TOUCH_SHOW: u32 = 8;
/** The finger lets go of a menu that it has pulled open. */
export const TOUCH_PULL: u32 = 9;

/** What the touch pass is about, and where, in pixels. */
export let touchKind: u32 = 0;
export let touchX: i32 = 0;
export let touchY: i32 = 0;
/** Number of the thing that the finger holds, or that is pressed by its number; 0: none. */
export let held: u32 = 0;
/** Whether the held thing follows a finger that moves across (a slider), and whether it does so now. */
export let wantsDrag: bool = false;
export let captured: bool = false;
/** Rectangle in which things can be touched now: below a bar, or inside of a sheet, there is nothing. */
let reachLeft: i32 = 0;
let reachTop: i32 = 0;
let reachRight: i32 = 0;
let reachBottom: i32 = 0;
let consumed: bool = false;

/** Things can be touched from here on only inside this rectangle; with width 0 not at all. */
export function setReach(x: i32, y: i32, width: i32, height: i32): void {
	reachLeft = x;
	reachTop = y;
	reachRight = x + width;
	reachBottom = y + height;
}

/** Begins a touch pass. */
export function beginTouch(kind: u32, x: i32, y: i32): void {
	touchKind = kind;
	touchX = x;
	touchY = y;
	consumed = false;
	if (kind === TOUCH_DOWN) letGo();
}

/** Begins one for the thing `number`. */
export function beginAction(kind: u32, number: u32): void {
	beginTouch(kind, 0, 0);
	held = number;
}

/** The finger holds nothing any more. */
export function letGo(): void {
	held = 0;
	wantsDrag = false;
	captured = false;
}

/** Whether the finger is on the box and the box can be reached. */
export function isOver(): bool {
	const x = touchX;
	const y = touchY;
	if (x < reachLeft || x >= reachRight || y < reachTop || y >= reachBottom) return false;
	return x >= boxX && x < boxX + boxWidth && y >= boxY && y < boxY + boxHeight;
}

/** Lets the finger hold the thing `number`, whose box is set, and says whether it has just been pressed. At most one thing is pressed in a pass. */
export function isPressed(number: u32): bool {
	if (pass !== PASS_TOUCH || consumed) return false;
	if (touchKind === TOUCH_DOWN && isOver()) hold(number, false);
	if (held !== number) return false;
	const pressed = (touchKind === TOUCH_UP && isOver()) || (touchKind === TOUCH_PRESS && reachRight > reachLeft);
	consumed = pressed;
	return pressed;
}

/** The same for a thing that follows the finger: whether it is to come to where the finger is. */
export function isDragged(number: u32): bool {
	if (pass !== PASS_TOUCH) return false;
	if (touchKind === TOUCH_DOWN && isOver()) hold(number, true);
	return held === number && (captured || touchKind === TOUCH_UP) && isFinger();
}

function hold(number: u32, drag: bool): void {
	held = number;
	wantsDrag = drag;
	captured = false;
}

function isFinger(): bool {
	return touchKind === TOUCH_MOVE || touchKind === TOUCH_UP;
}

/** The held thing gets all movement from now on. */
export function capture(): void {
	captured = true;
}
