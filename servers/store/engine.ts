/** What the store does when no client is calling: reads what clients want, gives up what they have removed, commits what they have changed. One thing at a time. */

import { makeSignal, remove } from '../../sdk/capability.ts';
import { notify } from '../../sdk/kernel.ts';
import { now, setAlarm } from '../../sdk/time.ts';
import { committing, commitWanted, frozen, giveUpWaste, hasWaste } from './admission.ts';
import { openClients, wakeAll, wakeWaiting } from './clients.ts';
import { BROKEN } from './codes.ts';
import {
	beginCommit,
	commitAnswered,
	hasChanges,
	STEP_ASKED,
	STEP_LATER,
	STEP_LOCKED,
	stepCommit,
	superBlock,
} from './commit.ts';
import { CIPHER_FORGED, CIPHER_LOCKED, openBlock, sealedBlock, unlock } from './crypt.ts';
import { DEVICE_DONE, DEVICE_PENDING, outcome, recoverDevice, startRead, takeBlock } from './device.ts';
import {
	FRAME_CLEAN,
	FRAME_DAMAGED,
	FRAME_LOADING,
	FRAME_WANTED,
	FRAMES,
	frameAt,
	indexOf,
	levelOf,
	NO_FRAME,
	pointerOf,
	setState,
	textOf,
	wantedFrames,
} from './frames.ts';
import { POINTER_ADDRESS } from './layout.ts';
import { beginMount, MOUNT_DONE, MOUNT_FAILED, MOUNT_LATER, mount } from './mount.ts';
import { reclaim } from './reclaim.ts';
import { sayDamaged } from './report.ts';

const SLOT_KICK: i32 = 6;
const MYSELF: i32 = 0;
const KICK_BIT: i32 = 2;
export const ALARM_BIT: u32 = 4;
/** How long the disk may take before its driver is asked whether it still knows. */
const PATIENCE: u64 = 20_000_000;
/** Before another attempt where nobody will say when. */
const RETRY: u64 = 5_000_000;
/** How long a change may stay unwritten. */
const LATEST: u64 = 1_000_000_000;

// How things stand; closed.
const MOUNTING: u32 = 0;
const MOUNTED: u32 = 1;
const UNUSABLE: u32 = 2;
// What the disk is doing; closed.
const NOTHING: u32 = 0;
const LOADING: u32 = 1;
const COMMITTING: u32 = 2;

let condition: u32 = MOUNTING;
let job: u32 = NOTHING;
let loading: i32 = NO_FRAME;
/** The cipher has lost its keys. */
let locked: bool = false;
let retryLater: bool = false;
/** When the oldest change that is not committed was noticed, 0 = there is none. */
let changedAt: u64 = 0;

export function isMounted(): bool {
	return condition === MOUNTED;
}

export function isUnusable(): bool {
	return condition === UNUSABLE;
}

export function startEngine(): void {
	remove(SLOT_KICK);
	makeSignal(MYSELF, SLOT_KICK, KICK_BIT);
	openClients();
	beginMount();
	run(0);
}

/** There is something to do, after the call that is being served. */
export function kick(): void {
	notify(SLOT_KICK);
}

/** One activation. */
export function run(bits: u32): void {
	retryLater = false;
	if ((bits & ALARM_BIT) !== 0) recoverDevice();
	if (condition === MOUNTING) mountOn();
	if (condition === MOUNTED) work();
	arm();
}

function mountOn(): void {
	const result = mount();
	retryLater = result === MOUNT_LATER;
	if (result === MOUNT_DONE) condition = MOUNTED;
	if (result === MOUNT_FAILED) condition = UNUSABLE;
	if (condition !== MOUNTING) wakeAll();
}

function work(): void {
	if (job !== NOTHING) {
		const result = outcome();
		if (result === DEVICE_PENDING) return;
		const ended = job;
		job = NOTHING;
		if (ended === LOADING) loaded(result);
		else commitAnswered(result);
	}
	if (retryLater || (locked && !unlockAgain())) return;
	while (job === NOTHING && begin()) {}
}

/** Begins what is to be done next. False: there is nothing, or it has to wait. */
function begin(): bool {
	if (wantedFrames > 0) return load1();
	if (committing) return commitOn();
	if (hasChanges() && (commitWanted || isOverdue()) && !frozen) {
		beginCommit();
		changedAt = 0;
		return true;
	}
	if (hasWaste() && !frozen) return reclaimOn();
	wakeWaiting();
	return false;
}

function load1(): bool {
	for (let index: i32 = 0; index < <i32>FRAMES; index++) {
		if (frameAt(index).state !== FRAME_WANTED) continue;
		setState(index, FRAME_LOADING);
		loading = index;
		job = LOADING;
		startRead(load<u32>(pointerOf(index) + POINTER_ADDRESS));
		return true;
	}
	return false;
}

function loaded(result: i32): void {
	const frame = frameAt(loading);
	// It may have been removed meanwhile.
	if (frame.state !== FRAME_LOADING) return;
	const pointer = pointerOf(loading);
	let opened = CIPHER_FORGED;
	if (result === DEVICE_DONE) {
		takeBlock(sealedBlock());
		opened = openBlock(textOf(loading), pointer, frame.object, frame.place);
	}
	if (opened === CIPHER_FORGED) {
		sayDamaged(load<u32>(pointer + POINTER_ADDRESS), frame.object, levelOf(frame.place), indexOf(frame.place));
		setState(loading, FRAME_DAMAGED);
	} else if (opened === 0) setState(loading, FRAME_CLEAN);
	else {
		setState(loading, FRAME_WANTED);
		locked = opened === CIPHER_LOCKED;
		retryLater = true;
	}
	if (wantedFrames === 0) wakeWaiting();
}

/** The cipher gets the key again, from the superblock. */
function unlockAgain(): bool {
	locked = unlock(superBlock()) !== 0;
	retryLater = locked;
	return !locked;
}

function commitOn(): bool {
	const result = stepCommit();
	if (result === STEP_ASKED) job = COMMITTING;
	else if (result === STEP_LATER || result === STEP_LOCKED) {
		locked = result === STEP_LOCKED;
		retryLater = true;
		return false;
	} else wakeWaiting();
	return true;
}

function reclaimOn(): bool {
	const result = reclaim();
	if (result === BROKEN) giveUpWaste();
	if (result === 0) wakeWaiting();
	// One step, and then others have their turn.
	if (result === 0) kick();
	return result < 0 && (wantedFrames > 0 || commitWanted || result === BROKEN);
}

function isOverdue(): bool {
	return changedAt !== 0 && <u64>now() >= changedAt + LATEST;
}

/** Sets the alarm for whatever has to happen first. */
function arm(): void {
	const changes = condition === MOUNTED && hasChanges() && !frozen;
	const time = <u64>now();
	if (!changes) changedAt = 0;
	else if (changedAt === 0) changedAt = time;
	if (retryLater) setAlarm(RETRY, <i32>ALARM_BIT);
	else if (job !== NOTHING || condition === MOUNTING) setAlarm(PATIENCE, <i32>ALARM_BIT);
	else if (changes) setAlarm(max<u64>(changedAt + LATEST, time + 1) - time, <i32>ALARM_BIT);
}
