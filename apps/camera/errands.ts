/** What is to be done at the store, one errand after the other, a few steps in each activation. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { closeAll, NO_ROOM, STALE } from '../../interfaces/files/client.ts';
import { isLater } from '../../interfaces/files/retry.ts';
import { notify } from '../../sdk/kernel.ts';
import { beginErase, stepErase } from './erase.ts';
import { beginKeep, dropKeep, stepKeep } from './keep.ts';
import { beginLooking, stepLooking, stepMeasure } from './list.ts';
import {
	NEWS_KEEPING,
	NEWS_KEPT,
	NEWS_NO_ROOM,
	NEWS_NONE,
	NEWS_NOT_DELETED,
	NEWS_NOT_KEPT,
	NEWS_NOT_SHARED,
	NEWS_SHARED,
	NEWS_SHARING,
	tell,
} from './news.ts';
import { addPicture, endList, forgetPicture, nextNumber } from './roll.ts';
import { beginShare, dropShare, stepShare } from './share.ts';
import { SLOT_WAKE } from './slots.ts';
import { beginSmall, breakSmall, forgetSmall, stepSmall } from './small.ts';
import { STEP_DONE, STEP_ON } from './steps.ts';
import { beginView, dropView, stepView } from './view.ts';

/** Steps of an activation in front, each at most half a millisecond, and behind. */
const STEPS_FRONT: u32 = 4;
const STEPS_BEHIND: u32 = 1;
/** How often an errand begins again because the store was restarted. */
const ATTEMPTS: u32 = 8;

const IDLE: u32 = 0;
const LOOKING: u32 = 1;
const KEEPING: u32 = 2;
const ERASING: u32 = 3;
const SHARING: u32 = 4;
const VIEWING: u32 = 5;
const MEASURING: u32 = 6;
const FETCHING: u32 = 7;
let errand: u32 = IDLE;
let attempts: u32 = 0;

// What is to be done; numbers of pictures, 0: none.
let mustLook: bool = true;
let mustMeasure: bool = true;
let mustKeep: bool = false;
let kept: u32 = 0;
let shared: u32 = 0;
let erased: u32 = 0;
/** The picture that is to be in hand, and whether that has come to something. */
let wanted: u32 = 0;
let isViewed: bool = false;
/** The volume, or the picture that is wanted, cannot be read. */
export let isVolumeBroken: bool = false;
export let isViewBroken: bool = false;

/** What is in hand is to be kept. */
export function keepHand(): void {
	mustKeep = true;
	tell(NEWS_KEEPING);
	notify(SLOT_WAKE);
}

/** Whether what is in hand must not be touched. */
export function isKeeping(): bool {
	return mustKeep;
}

/** Picture `number` is to be in hand; 0: none. */
export function viewPicture(number: u32): void {
	wanted = number;
	isViewed = number === 0;
	isViewBroken = false;
	notify(SLOT_WAKE);
}

/** The picture that is to be in hand. */
export function viewedPicture(): u32 {
	return wanted;
}

/** Picture `number` is to be copied to the file that was given. */
export function sharePicture(number: u32): void {
	shared = number;
	tell(NEWS_SHARING);
	notify(SLOT_WAKE);
}

export function isSharing(): bool {
	return shared !== 0;
}

/** Picture `number` is to be deleted. False: another one is not gone yet. */
export function erasePicture(number: u32): bool {
	if (erased !== 0) return false;
	erased = number;
	forgetPicture(number);
	notify(SLOT_WAKE);
	return true;
}

/** Goes on with what is to be done. */
export function work(isInFront: bool): void {
	const steps = isInFront ? STEPS_FRONT : STEPS_BEHIND;
	for (let count: u32 = 0; count < steps; count++) {
		if (errand === IDLE) beginNext();
		if (errand === IDLE) return;
		const result = step();
		if (result === STEP_ON) continue;
		if (isLater(result, SLOT_WAKE)) return;
		if (result === STALE && attempts < ATTEMPTS) beginAgain();
		else end(result);
	}
	notify(SLOT_WAKE);
}

/** The store was restarted: what was open is closed. */
function beginAgain(): void {
	attempts++;
	closeAll(SLOT_FILES);
	begin(errand);
}

function beginNext(): void {
	attempts = 0;
	if (mustLook) begin(LOOKING);
	else if (mustKeep) begin(KEEPING);
	else if (erased !== 0) begin(ERASING);
	else if (shared !== 0) begin(SHARING);
	else if (!isViewed) begin(VIEWING);
	else if (mustMeasure) begin(MEASURING);
	else if (beginSmall()) errand = FETCHING;
}

function begin(what: u32): void {
	errand = what;
	if (what === LOOKING) beginLooking();
	else if (what === KEEPING) beginNew();
	else if (what === ERASING) beginErase(erased);
	else if (what === SHARING) beginShare(shared);
	else if (what === VIEWING) beginViewing();
	else if (what === FETCHING && !beginSmall()) errand = IDLE;
}

function beginNew(): void {
	kept = nextNumber();
	if (kept === 0) end(NO_ROOM);
	else beginKeep(kept);
}

function beginViewing(): void {
	isViewed = true;
	beginView(wanted);
}

function step(): i32 {
	switch (errand) {
		case LOOKING:
			return stepLooking();
		case KEEPING:
			return stepKeep();
		case ERASING:
			return stepErase();
		case SHARING:
			return stepShare();
		case VIEWING:
			// Another one is wanted meanwhile.
			return isViewed ? stepView() : STEP_DONE;
		case MEASURING:
			return stepMeasure();
		case FETCHING:
			return stepSmall();
		default:
			return STEP_ON;
	}
}

function end(result: i32): void {
	const ended = errand;
	errand = IDLE;
	if (ended === LOOKING) endLooking(result);
	else if (ended === KEEPING) endKeeping(result);
	else if (ended === ERASING) endErasing(result);
	else if (ended === SHARING) endSharing(result);
	else if (ended === MEASURING) mustMeasure = false;
	else if (ended === VIEWING) endViewing(result);
	else if (result !== STEP_DONE) breakSmall();
}

function endLooking(result: i32): void {
	mustLook = false;
	isVolumeBroken = result !== STEP_DONE;
	endList();
}

function endKeeping(result: i32): void {
	mustKeep = false;
	mustMeasure = true;
	if (result === STEP_DONE) {
		addPicture(kept);
		tell(NEWS_KEPT);
		return;
	}
	dropKeep();
	forgetSmall(kept);
	tell(result === NO_ROOM ? NEWS_NO_ROOM : NEWS_NOT_KEPT);
}

/** What could not be deleted is found again. */
function endErasing(result: i32): void {
	forgetSmall(erased);
	erased = 0;
	mustMeasure = true;
	if (result === STEP_DONE) return;
	tell(NEWS_NOT_DELETED);
	mustLook = true;
}

function endSharing(result: i32): void {
	dropShare();
	shared = 0;
	tell(result === STEP_DONE ? NEWS_SHARED : NEWS_NOT_SHARED);
}

function endViewing(result: i32): void {
	dropView();
	if (result !== STEP_DONE && isViewed) isViewBroken = true;
}

/** The user has read what there was to say. */
export function forgetNews(): void {
	if (!mustKeep && shared === 0) tell(NEWS_NONE);
}
