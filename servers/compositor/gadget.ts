/**
 * Gadgets (R6): controls that the system draws where an app wants them. What they look like, when they may be touched and what the touch means is the system's; so the user's own tap is the
 * grant, and an app that moves one under a finger gets nothing.
 */
import {
	GADGET_LAST,
	GADGET_NONE,
	GADGET_OPEN,
	GADGET_SAVE,
	GADGET_SIGN_IN,
	GADGETS_MOST,
} from '../../interfaces/display/gadgets.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { ANSWER_GADGET, BADGE_PERMISSIONS, BADGE_POWERBOX } from '../../interfaces/trusted/answers.ts';
import { answerTo } from './answers.ts';
import { APPS, isOpen, NOBODY } from './apps.ts';
import { damagePane, damagePanes } from './damaged.ts';
import { paneHeight, px, screenWidth, TARGET } from './geometry.ts';
import { freeHeight, listLayers } from './layers.ts';
import { front } from './scene.ts';
import { armCeremony, expectPicker } from './sheet.ts';
import { MILLISECOND, time } from './timers.ts';

/** How long a gadget, and everything around it, must have stood still before it can be touched. */
const STILL: u64 = 500 * MILLISECOND;
/** u8 kind; i16 x, y, width, height in pixels of the window; u32 argument; u64 since when it stands still. */
const ROW_BYTES: u32 = 32;
const ROWS: u32 = memory.data(32 * 4 * 32, 8) as u32;
const X: u32 = 4;
const ARGUMENT: u32 = 12;
const SINCE: u32 = 16;
const NO_GADGET: i32 = -1;

/** Where the gadget that was looked at last lies, pixels of the pane. */
export let gadgetX: i32 = 0;
export let gadgetY: i32 = 0;
export let gadgetWide: i32 = 0;
export let gadgetHigh: i32 = 0;
/** The gadget under the finger. */
let pressedGadget: i32 = NO_GADGET;
let pressedFinger: u32 = 0;
/** Since when the window of the app in front is free and at rest; 0: it is not. */
let restSince: u64 = 0;

function row(app: u32, number: u32): u32 {
	return ROWS + ROW_BYTES * ((app % APPS) * GADGETS_MOST + number);
}

/** Kind of a gadget of the app in front that can be seen now, GADGET_NONE: there is none. Sets where it lies. */
export function seenGadget(number: u32): u32 {
	if (front === NOBODY) return GADGET_NONE;
	const kind = readGadget(front, number);
	return gadgetY + gadgetHigh <= freeHeight(paneHeight) ? kind : GADGET_NONE;
}

function readGadget(app: u32, number: u32): u32 {
	const place = row(app, number);
	gadgetX = load<i16>(place, X);
	gadgetY = load<i16>(place + 2, X);
	gadgetWide = load<i16>(place + 4, X);
	gadgetHigh = load<i16>(place + 6, X);
	return load<u8>(place);
}

/** An app embeds a gadget, or takes it away. False: refused, and nothing has changed. */
export function keepGadget(app: u32, number: u32, kind: u32, place: u32, size: u32, argument: u32): bool {
	const x = <i32>(place & 0xffff);
	const y = <i32>(place >> 16);
	const width = <i32>(size & 0xffff);
	const height = <i32>(size >> 16);
	if (kind === GADGET_NONE || size === 0) {
		dropGadget(app, number);
		return true;
	}
	if (!isOpen(app) || kind > GADGET_LAST) return false;
	if (width < px(TARGET) || height < px(TARGET)) return false;
	if (x + width > screenWidth || y + height > paneHeight) return false;
	if (overlapsAnother(app, number, x, y, width, height)) return false;
	if (!isSame(app, number, kind, x, y, width, height)) writeGadget(app, number, kind, x, y, width, height);
	store<u32>(row(app, number), argument, ARGUMENT);
	return true;
}

function dropGadget(app: u32, number: u32): void {
	if (readGadget(app, number) === GADGET_NONE) return;
	memory.fill(row(app, number), 0, ROW_BYTES);
	changed(app);
}

/** All gadgets of an app that was closed, or has begun anew. */
export function dropGadgets(app: u32): void {
	for (let number: u32 = 0; number < GADGETS_MOST; number++) dropGadget(app, number);
}

function overlapsAnother(app: u32, number: u32, x: i32, y: i32, width: i32, height: i32): bool {
	for (let other: u32 = 0; other < GADGETS_MOST; other++) {
		if (other === number || readGadget(app, other) === GADGET_NONE) continue;
		const beside = x + width <= gadgetX || gadgetX + gadgetWide <= x;
		if (!beside && y < gadgetY + gadgetHigh && gadgetY < y + height) return true;
	}
	return false;
}

function isSame(app: u32, number: u32, kind: u32, x: i32, y: i32, width: i32, height: i32): bool {
	if (readGadget(app, number) !== kind) return false;
	return gadgetX === x && gadgetY === y && gadgetWide === width && gadgetHigh === height;
}

function writeGadget(app: u32, number: u32, kind: u32, x: i32, y: i32, width: i32, height: i32): void {
	if (<i32>app === front && readGadget(app, number) !== GADGET_NONE) {
		damagePane(gadgetX, gadgetY, gadgetWide, gadgetHigh);
	}
	const place = row(app, number);
	store<u8>(place, <u8>kind);
	store<i16>(place, <i16>x, X);
	store<i16>(place + 2, <i16>y, X);
	store<i16>(place + 4, <i16>width, X);
	store<i16>(place + 6, <i16>height, X);
	changed(app);
}

/** Something about an app's gadgets is another: all of them have to stand still anew. */
function changed(app: u32): void {
	for (let number: u32 = 0; number < GADGETS_MOST; number++) store<u64>(row(app, number), time, SINCE);
	pressedGadget = NO_GADGET;
	if (<i32>app !== front) return;
	damagePanes();
	listLayers();
}

/** Whether the window of the app in front is free and at rest, which it must have been for as long as the gadgets. */
export function updateGadgets(free: bool): void {
	if (!free) {
		restSince = 0;
		pressedGadget = NO_GADGET;
	} else if (restSince === 0) {
		restSince = time;
	}
}

/** Whether a gadget of the app in front has stood still for long enough. */
export function isGadgetArmed(number: u32): bool {
	if (restSince === 0 || front === NOBODY) return false;
	return time >= max(restSince, load<u64>(row(front, number), SINCE)) + STILL;
}

function gadgetAt(x: i32, y: i32): i32 {
	for (let number: u32 = 0; number < GADGETS_MOST; number++) {
		if (seenGadget(number) === GADGET_NONE) continue;
		if (x < gadgetX || y < gadgetY || x >= gadgetX + gadgetWide || y >= gadgetY + gadgetHigh) continue;
		return number;
	}
	return NO_GADGET;
}

/** A touch in pixels of the pane. True: it began on a gadget, and the app never hears of it. */
export function touchGadget(kind: u32, finger: u32, x: i32, y: i32): bool {
	const gadget = gadgetAt(x, y);
	if (kind === INPUT_TOUCH_DOWN) {
		if (gadget === NO_GADGET) return false;
		pressedGadget = pressedGadget === NO_GADGET && isGadgetArmed(gadget) ? gadget : NO_GADGET;
		pressedFinger = finger;
	} else if (finger !== pressedFinger || gadget !== pressedGadget) {
		pressedGadget = NO_GADGET;
	} else if (kind === INPUT_TOUCH_UP && gadget !== NO_GADGET) {
		pressedGadget = NO_GADGET;
		pressGadget(gadget);
	}
	if (gadget !== NO_GADGET) damagePane(gadgetX, gadgetY, gadgetWide, gadgetHigh);
	return true;
}

export function isGadgetPressed(number: i32): bool {
	return number === pressedGadget;
}

/** A gadget is pressed by name: it must have stood still, as for a finger. */
export function performGadget(number: u32): void {
	if (number < GADGETS_MOST && seenGadget(number) !== GADGET_NONE && isGadgetArmed(number)) pressGadget(number);
}

/** The user has touched it: who has what it yields is told. */
function pressGadget(number: u32): void {
	const app: u32 = front;
	const kind = readGadget(app, number);
	const argument = load<u32>(row(app, number), ARGUMENT);
	if (kind === GADGET_SIGN_IN) {
		armCeremony(app);
	} else if (kind === GADGET_OPEN || kind === GADGET_SAVE) {
		expectPicker(app, kind);
		answerTo(BADGE_POWERBOX, ANSWER_GADGET, app, kind, argument);
	} else {
		answerTo(BADGE_PERMISSIONS, ANSWER_GADGET, app, kind, argument);
	}
}
