/** What every widget does first: it takes a place, has a number, a node and a hash, and says whether it must be drawn. */

import * as changes from './changes.ts';
import { boxHeight, boxWidth, boxX, boxY } from './layout.ts';
import { STATE_FOCUSED } from './nodes.ts';
import { numberFor } from './numbers.ts';
import { onCover, PASS_DRAW, PASS_SETTLE, pass, screenHeight, surface } from './screen.ts';
import { addNode, describeNode, nameNode } from './semantics.ts';
import { held, isPressed } from './touch.ts';
import { wordsAt, wordsSize } from './words.ts';

/** Number of the thing that is being declared. */
export let number: u32 = 0;
/** Number of the field that gets what is typed; 0: none. */
export let focused: u32 = 0;
/** Whether things stand still in the window, and by how much those that do not are moved up. */
export let fixed: bool = false;
export let scrolled: i32 = 0;
/** Whether things are hidden from those who cannot see (what lies behind a sheet). */
let silent: bool = false;
/** Whether the thing that is being declared has a node. */
let hasNode: bool = false;
/** Pixels by which what it shows reaches beyond the box on the left and on the right. */
let margin: i32 = 0;

export function setFocus(thing: u32): void {
	focused = thing;
}

export function setFixed(value: bool): void {
	fixed = value;
}

export function setScrolled(pixels: i32): void {
	scrolled = pixels;
}

export function setSilent(value: bool): void {
	silent = value;
}

/** Begins a thing whose box is set. A `role` of nodes.ts, or 0: it is only looked at. */
export function begin(role: u32, name: u32): void {
	hasNode = false;
	margin = 0;
	number = 0;
	if (pass === PASS_DRAW && isHidden()) return;
	number = numberFor(role, wordsAt(name), wordsSize(name));
	if (pass !== PASS_SETTLE) return;
	changes.beginHash(number);
	changes.hashBytes(wordsAt(name), wordsSize(name));
	if (role === 0 || silent || !isNear()) return;
	hasNode = addNode(number, role, boxX, boxY, boxWidth, boxHeight);
	if (hasNode) nameNode(name, 0);
}

/** Gives the thing's node a second line, states, actions (bits) and a value (255: none), all of which change how it looks. */
export function describe(name: u32, detail: u32, state: u32, actions: u32, value: u32): void {
	if (pass !== PASS_SETTLE) return;
	if (detail !== 0) changes.hashBytes(wordsAt(detail), wordsSize(detail));
	changes.hashNumber(state | (value << 8));
	if (!hasNode) return;
	nameNode(name, detail);
	describeNode(focused === number ? state | STATE_FOCUSED : state, actions, value);
}

/** Adds to the hash something else that changes how it looks. */
export function shows(value: u32): void {
	if (pass === PASS_SETTLE) changes.hashNumber(value);
}

/** What it shows reaches beyond the box by so many pixels on the left and on the right. */
export function reaches(pixels: i32): void {
	margin = pixels;
}

/** Ends the declaration: whether it is to be drawn in this pass, and is seen there. */
export function end(): bool {
	if (pass === PASS_SETTLE) {
		changes.hashNumber(held === number ? 1 : 0);
		changes.hashNumber(focused === number ? 1 : 0);
		if (onCover) changes.addToTotal(boxX, boxY, boxWidth, boxHeight);
		else changes.leaveThing(boxX - margin, boxY, boxWidth + 2 * margin, boxHeight, fixed, scrolled);
	}
	return pass === PASS_DRAW && !isHidden();
}

function isHidden(): bool {
	return surface.hides(boxX, boxY, boxX + boxWidth, boxY + boxHeight);
}

/** Whether it has just been pressed. */
export function pressed(): bool {
	return isPressed(number);
}

/** Whether a finger is on it. */
export function isHeld(): bool {
	return held === number;
}

/** Whether it is in the window, or at most one window away: those who step through the page get further by scrolling. */
function isNear(): bool {
	return boxY < 2 * screenHeight && boxY + boxHeight > -screenHeight;
}
