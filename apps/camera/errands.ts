/** What is to be done at the store, one errand after the other, a few steps in each activation. */

import { giveUp } from '../../interfaces/display/given.ts';
import { SLOT_FILES, SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { NO_ROOM } from '../../interfaces/files/client.ts';
import { ERRAND_NONE, Errands, runErrands, STEP_DONE } from '../../interfaces/files/errands.ts';
import { beginWalk, stepMeasure, stepWalk } from '../../interfaces/files/walk.ts';
import { CAPABILITY_FILE } from '../../interfaces/permissions/capabilities.ts';
import { release } from '../../interfaces/permissions/client.ts';
import { notify } from '../../sdk/kernel.ts';
import { tell } from '../../sdk/ui/news.ts';
import { beginErase, stepErase } from './erase.ts';
import { beginKeep, dropKeep, stepKeep } from './keep.ts';
import { List } from './list.ts';
import { addPicture, endList, forgetPicture, nextNumber } from './roll.ts';
import { beginShare, dropShare, stepShare } from './share.ts';
import { SLOT_WAKE } from './slots.ts';
import { beginSmall, breakSmall, forgetSmall, isSmallWanted, stepSmall } from './small.ts';
import { beginView, dropView, stepView } from './view.ts';

/** Steps of an activation in front, each at most half a millisecond, and behind. */
const STEPS_FRONT: u32 = 4;
const STEPS_BEHIND: u32 = 1;

const LOOKING: u32 = 1;
const KEEPING: u32 = 2;
const ERASING: u32 = 3;
const SHARING: u32 = 4;
const VIEWING: u32 = 5;
const MEASURING: u32 = 6;
const FETCHING: u32 = 7;

// What is to be done; numbers of pictures, 0: none.
let mustLook: bool = true;
let mustMeasure: bool = true;
let mustKeep: bool = false;
let kept: u32 = 0;
let shared: u32 = 0;
/** Pictures that are to be deleted, and how many: who deletes more at once finds the others again. */
const ERASED_MOST: u32 = 16;
const ERASED: u32 = memory.data(2 * 16, 8) as u32;
let erased: u32 = 0;
/** The one that is being deleted; 0: none. */
let erasing: u32 = 0;
/** The picture that is to be in hand, and whether that has come to something. */
let wanted: u32 = 0;
let isViewed: bool = false;
/** The volume, or the picture that is wanted, cannot be read. */
export let isVolumeBroken: bool = false;
export let isViewBroken: bool = false;

/** What is in hand is to be kept. */
export function keepHand(): void {
	mustKeep = true;
	tell('Keeping the picture');
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
	tell('Saving to your files');
	notify(SLOT_WAKE);
}

export function isSharing(): bool {
	return shared !== 0;
}

/** Picture `number` is to be deleted. */
export function erasePicture(number: u32): void {
	forgetPicture(number);
	store<u16>(ERASED + 2 * erased, <u16>number);
	erased = min(erased + 1, ERASED_MOST - 1);
	notify(SLOT_WAKE);
}

/** Goes on with what is to be done. */
export function work(isInFront: bool): void {
	runErrands<CameraErrands>(isInFront ? STEPS_FRONT : STEPS_BEHIND, SLOT_FILES, SLOT_WAKE);
}

@unmanaged
class CameraErrands extends Errands {
	next(): u32 {
		if (mustLook) return LOOKING;
		if (mustKeep) return KEEPING;
		if (erased !== 0) return ERASING;
		if (shared !== 0) return SHARING;
		if (!isViewed) return VIEWING;
		if (mustMeasure) return MEASURING;
		return isSmallWanted() ? FETCHING : ERRAND_NONE;
	}

	begin(errand: u32): void {
		if (errand === LOOKING) beginWalk<List>();
		else if (errand === KEEPING) beginNew();
		else if (errand === ERASING) beginErasing();
		else if (errand === SHARING) beginShare(shared);
		else if (errand === VIEWING) beginViewing();
		else if (errand === FETCHING) beginSmall();
	}

	step(errand: u32): i32 {
		switch (errand) {
			case LOOKING:
				return stepWalk<List>(SLOT_FILES);
			case KEEPING:
				return kept === 0 ? NO_ROOM : stepKeep();
			case ERASING:
				return stepErase();
			case SHARING:
				return stepShare();
			case VIEWING:
				// Another one is wanted meanwhile.
				return isViewed ? stepView() : STEP_DONE;
			case MEASURING:
				return stepMeasure<List>(SLOT_FILES);
			default:
				return stepSmall();
		}
	}

	end(errand: u32, result: i32): void {
		if (errand === LOOKING) endLooking(result);
		else if (errand === KEEPING) endKeeping(result);
		else if (errand === ERASING) endErasing(result);
		else if (errand === SHARING) endSharing(result);
		else if (errand === MEASURING) mustMeasure = false;
		else if (errand === VIEWING) endViewing(result);
		else if (result !== STEP_DONE) breakSmall();
	}
}

function beginNew(): void {
	kept = nextNumber();
	if (kept !== 0) beginKeep(kept);
}

function beginErasing(): void {
	if (erasing === 0) erasing = load<u16>(ERASED + 2 * --erased);
	beginErase(erasing);
}

function beginViewing(): void {
	isViewed = true;
	beginView(wanted);
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
		tell('The picture is kept');
		return;
	}
	dropKeep();
	if (kept !== 0) forgetSmall(kept);
	tell(result === NO_ROOM ? 'No room: the picture was not kept' : 'The picture could not be kept');
}

/** What could not be deleted is found again. */
function endErasing(result: i32): void {
	forgetSmall(erasing);
	erasing = 0;
	mustMeasure = true;
	if (result === STEP_DONE) return;
	tell('It could not be deleted');
	mustLook = true;
}

function endSharing(result: i32): void {
	dropShare();
	release(SLOT_PERMISSIONS, CAPABILITY_FILE);
	giveUp(CAPABILITY_FILE);
	shared = 0;
	tell(result === STEP_DONE ? 'Saved to your files' : 'It could not be saved to your files');
}

function endViewing(result: i32): void {
	dropView();
	if (result !== STEP_DONE && isViewed) isViewBroken = true;
}

/** The user has read what there was to say. */
export function forgetNews(): void {
	if (!mustKeep && shared === 0) tell('');
}
