/** The viewfinder, and the one picture that the shutter gives: both bring a picture of the camera in hand, some rows at a time. */

import { BUDGET, SERVER_BUSY, SERVER_FAULT, SERVER_GONE } from '../../abi/errors.ts';
import {
	ABSENT,
	NOT_READY,
	newest,
	newestHeight,
	newestNumber,
	newestWidth,
	rows,
	rowsResult,
} from '../../interfaces/camera/client.ts';
import { giveUp } from '../../interfaces/display/given.ts';
import { SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { CAPABILITY_CAMERA, CAPABILITY_PICTURE } from '../../interfaces/permissions/capabilities.ts';
import { LATER, NEVER, release, request } from '../../interfaces/permissions/client.ts';
import { identify } from '../../sdk/capability.ts';
import { add, clear, pointer, size } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import { tell } from '../../sdk/ui/news.ts';
import { wake } from '../../sdk/ui/requests.ts';
import { isKeeping, keepHand } from './errands.ts';
import { addRows, hand, isWhole, rowAt, rowsThere, takeInHand } from './hand.ts';
import { SLOT_CAMERA, SLOT_PICTURE } from './slots.ts';

// What there is of the viewfinder.
export const FINDER_OFF: u32 = 0;
/** The user is being asked. */
export const FINDER_ASKING: u32 = 1;
export const FINDER_ON: u32 = 2;
/** The question waits among the events. */
export const FINDER_LATER: u32 = 3;
/** For this app there is none. */
export const FINDER_NEVER: u32 = 4;
export let finder: u32 = FINDER_OFF;

// What is being brought in hand.
const NOTHING: u32 = 0;
const STREAM: u32 = 1;
const SHOT: u32 = 2;
let bringing: u32 = NOTHING;
/** Whether what is in hand is the picture that was taken last. */
export let isShotShown: bool = false;
/** Whether rows of the picture `number` are being read. */
let isBegun: bool = false;
let number: u32 = 0;
/** When the camera was asked for the shot. */
let since: i64 = 0;

const ROWS: u32 = 64;
/** Nanoseconds between two pictures of the viewfinder, and before asking again for what was not ready. */
const FRAME: i64 = 66_666_667;
const SOON: i64 = 16_666_667;
/** How long a shot is waited for. */
const PATIENCE: i64 = 3_000_000_000;

/** The app begins: what it holds already it may use. */
export function startFinder(): void {
	if ((identify(SLOT_CAMERA) & 0xff) > 0) finder = FINDER_ON;
}

/** Asks the user for the viewfinder. */
export function askForFinder(): void {
	clear();
	add('To show what the camera sees before you take a picture');
	const result = request(SLOT_PERMISSIONS, pointer(), size(), CAPABILITY_CAMERA);
	clear();
	if (result === NEVER) finder = FINDER_NEVER;
	else finder = result === LATER ? FINDER_LATER : result === 0 ? FINDER_ASKING : FINDER_NEVER;
}

/** The user has given it. */
export function openFinder(): void {
	finder = FINDER_ON;
	isShotShown = false;
}

/** It was taken back, or not given. */
export function loseFinder(): void {
	giveUp(CAPABILITY_CAMERA);
	finder = FINDER_OFF;
	if (bringing === STREAM) bringing = NOTHING;
}

/** The user does not need it any more. */
export function closeFinder(): void {
	release(SLOT_PERMISSIONS, CAPABILITY_CAMERA);
	loseFinder();
}

/** Whether a picture of the viewfinder is in hand. */
export function isFinderShown(): bool {
	return finder === FINDER_ON && !isShotShown && number !== 0;
}

/** What is in hand is somebody else's now. */
export function leaveHand(): void {
	if (bringing === STREAM) bringing = NOTHING;
	isShotShown = false;
	number = 0;
}

/** The shutter was pressed: its picture waits in SLOT_PICTURE. */
export function takeShot(): void {
	bringing = SHOT;
	isBegun = false;
	since = now();
	tell('Taking the picture');
}

export function isTakingShot(): bool {
	return bringing === SHOT;
}

/** Goes on; `isSeen`: the page of the viewfinder is seen. Sets when it wants to be woken. */
export function runFinder(isSeen: bool): void {
	if (isKeeping()) return;
	if (bringing === NOTHING && isSeen && finder === FINDER_ON) beginFrame();
	if (bringing === NOTHING) return;
	if (bringing === STREAM && !isSeen) {
		bringing = NOTHING;
		return;
	}
	const result = bring(bringing === SHOT ? SLOT_PICTURE : SLOT_CAMERA);
	if (result === 0) finish();
	else if (isWorthWaiting(result) && !isOverdue()) wake(now() + SOON);
	else fail();
}

function beginFrame(): void {
	bringing = STREAM;
	isBegun = false;
}

function isWorthWaiting(result: i32): bool {
	if (result === NOT_READY || result === BUDGET || result === SERVER_BUSY) return true;
	// The driver is restarted when it fails.
	return result === SERVER_GONE || result === SERVER_FAULT;
}

function isOverdue(): bool {
	return bringing === SHOT && now() > since + PATIENCE;
}

/** Brings as much as there is; 0: all of it is in hand. */
function bring(gate: i32): i32 {
	if (!isBegun) {
		const result = newest(gate);
		if (result !== 0) return result;
		number = newestNumber();
		if (!takeInHand(newestWidth(), newestHeight())) return ABSENT;
		isBegun = true;
	}
	while (!isWhole()) {
		const count = min(ROWS, <u32>hand.height - rowsThere);
		const result = rows(gate, rowAt(rowsThere), 4 * <u32>hand.width * count, number, rowsThere);
		if (result !== 0) return result;
		const came = min(count, rowsResult());
		if (came === 0) return NOT_READY;
		addRows(came);
	}
	return 0;
}

function finish(): void {
	const isShot = bringing === SHOT;
	bringing = NOTHING;
	if (!isShot) {
		isShotShown = false;
		wake(now() + FRAME);
		return;
	}
	giveUp(CAPABILITY_PICTURE);
	isShotShown = true;
	keepHand();
}

function fail(): void {
	const isShot = bringing === SHOT;
	bringing = NOTHING;
	if (!isShot) {
		loseFinder();
		return;
	}
	giveUp(CAPABILITY_PICTURE);
	tell('The camera did not answer');
}
