/**
 * A commit: everything that has changed goes to places on the disk that nothing uses, from the leaves up; then the maps; then, when all that is on the medium, the
 * superblock whose turn it is; then that is on the medium, too. Whenever the power fails, one of the superblocks is whole, and all that it leads to.
 */

import { LEVEL_ERROR } from '../../interfaces/console/levels.ts';
import { freeze, setCommitting } from './admission.ts';
import { bodyAddress, bodyChanged, bodyCommitted, giveBody, touchBody } from './body.ts';
import { CIPHER_LOCKED, putPointer, sealBlock, sealedBlock, sealSuper } from './crypt.ts';
import { DEVICE_DONE, startFlush, startWrite } from './device.ts';
import {
	dirtyFrames,
	FRAME_CLEAN,
	FRAME_DIRTY,
	FRAMES,
	Frame,
	frameAt,
	levelOf,
	NO_FRAME,
	pointerOf,
	setState,
	textOf,
} from './frames.ts';
import { BODY_MAPS, HEADER_GENERATION, POINTER_ADDRESS, POINTER_BYTES, SUPER_BODY, SUPER_HEADER } from './layout.ts';
import { say } from './report.ts';
import { allocate, free, mapAddress, mapsChanged, spaceCommitted } from './space.ts';

/** What `stepCommit` gives; closed. Something was asked of the disk. */
export const STEP_ASKED: i32 = 0;
/** The cipher does not answer. */
export const STEP_LATER: i32 = 1;
/** The cipher has lost its keys. */
export const STEP_LOCKED: i32 = 3;
/** The commit is over. */
export const STEP_OVER: i32 = 2;

/** Object under which maps are sealed. */
export const MAP_OBJECT: u32 = 0xffffffff;

// Phases; closed.
const FRAMES_PHASE: u32 = 0;
const MAPS_PHASE: u32 = 1;
const FLUSH_PHASE: u32 = 2;
const SUPER_PHASE: u32 = 3;
/** The flush behind the superblock. */
const LAST_PHASE: u32 = 4;
const OVER_PHASE: u32 = 5;

const SUPER: u32 = memory.data(4096, 16) as u32;
let phase: u32 = OVER_PHASE;
/** Frame that is being written. */
let writing: i32 = NO_FRAME;
let mapsLeft: u32 = 0;
/** Commits since the disk was formatted. */
export let generation: u64 = 0;

/** The superblock of the last commit; its header goes into the next. */
export function superBlock(): u32 {
	return SUPER;
}

/** The state on the disk is that of the superblock in `superBlock`. */
export function openCommits(): void {
	generation = load<u64>(SUPER + SUPER_HEADER + HEADER_GENERATION);
	phase = OVER_PHASE;
	writing = NO_FRAME;
}

export function hasChanges(): bool {
	return dirtyFrames > 0 || bodyChanged || mapsChanged() !== 0;
}

export function beginCommit(): void {
	setCommitting(true);
	phase = FRAMES_PHASE;
}

/** The only commit of a disk that is being formatted: an empty superblock. */
export function beginFirstCommit(): void {
	setCommitting(true);
	generation = -1;
	phase = SUPER_PHASE;
}

/** Goes on, when nothing has been asked of the disk. */
export function stepCommit(): i32 {
	if (phase === FRAMES_PHASE) {
		const next = nextFrame();
		if (next !== NO_FRAME) return writeFrame(next);
		placeMaps();
		phase = MAPS_PHASE;
	}
	if (phase === MAPS_PHASE) {
		if (mapsLeft !== 0) return writeMap(<u32>ctz(mapsLeft));
		phase = FLUSH_PHASE;
	}
	if (phase === SUPER_PHASE) return writeSuper();
	if (phase !== FLUSH_PHASE && phase !== LAST_PHASE) return finish();
	startFlush();
	return STEP_ASKED;
}

/** What was asked of the disk has ended. */
export function commitAnswered(result: i32): void {
	if (result !== DEVICE_DONE) {
		fail('the disk cannot be written; nothing is written any more');
		return;
	}
	if (phase === FRAMES_PHASE) setState(writing, FRAME_CLEAN);
	else if (phase === MAPS_PHASE) mapsLeft &= mapsLeft - 1;
	else phase++;
}

function fail(what: string): void {
	say(LEVEL_ERROR, what);
	freeze();
	setCommitting(false);
	phase = OVER_PHASE;
}

/** Admission keeps room for every commit; without it, writing would end in a superblock. */
function failForRoom(): i32 {
	fail('there is no room where there must be; nothing is written any more');
	return STEP_OVER;
}

/** The dirty frame that is lowest: contents before pointers, objects before the table of nodes. */
function nextFrame(): i32 {
	let best: i32 = NO_FRAME;
	if (dirtyFrames === 0) return best;
	for (let index: i32 = 0; index < <i32>FRAMES; index++) {
		if (frameAt(index).state !== FRAME_DIRTY) continue;
		if (best === NO_FRAME || rankOf(frameAt(index)) < rankOf(frameAt(best))) best = index;
	}
	return best;
}

function rankOf(frame: Frame): u32 {
	return (frame.object === 0 ? 8 : 0) + levelOf(frame.place);
}

/** Writes a frame where nothing is, and has its parent point there. */
function writeFrame(index: i32): i32 {
	const frame = frameAt(index);
	const pointer = pointerOf(index);
	const address = allocate();
	if (address === 0) return failForRoom();
	const status = sealBlock(textOf(index), address, frame.object, frame.place);
	if (status !== 0) {
		free(address);
		return refused(status);
	}
	release(pointer);
	putPointer(pointer, address);
	if (frame.parent === NO_FRAME) touchBody();
	writing = index;
	startWrite(address, sealedBlock());
	return STEP_ASKED;
}

function refused(status: i32): i32 {
	return status === CIPHER_LOCKED ? STEP_LOCKED : STEP_LATER;
}

/** Gives up the block that a pointer leads to. */
function release(pointer: u32): void {
	const before = load<u32>(pointer + POINTER_ADDRESS);
	if (before !== 0) free(before);
}

function mapPointer(map: u32): u32 {
	return bodyAddress(BODY_MAPS + map * POINTER_BYTES);
}

/** Finds a place for each map that has changed; that changes maps, perhaps others. */
function placeMaps(): void {
	mapsLeft = 0;
	for (let rest = mapsChanged(); rest !== 0; rest = mapsChanged() & ~mapsLeft) {
		const map = <u32>ctz(rest);
		mapsLeft |= 1 << map;
		const address = allocate();
		release(mapPointer(map));
		store<u32>(mapPointer(map) + POINTER_ADDRESS, address);
	}
	touchBody();
}

function writeMap(map: u32): i32 {
	const address = load<u32>(mapPointer(map) + POINTER_ADDRESS);
	if (address === 0) return failForRoom();
	const status = sealBlock(mapAddress(map), address, MAP_OBJECT, map);
	if (status !== 0) return refused(status);
	putPointer(mapPointer(map), address);
	startWrite(address, sealedBlock());
	return STEP_ASKED;
}

function writeSuper(): i32 {
	const next = generation + 1;
	store<u64>(SUPER + SUPER_HEADER + HEADER_GENERATION, next);
	giveBody(SUPER + SUPER_BODY);
	const status = sealSuper(SUPER);
	if (status !== 0) return refused(status);
	startWrite(<u32>(next & 1), SUPER);
	return STEP_ASKED;
}

function finish(): i32 {
	generation++;
	spaceCommitted();
	bodyCommitted();
	setCommitting(false);
	return STEP_OVER;
}
