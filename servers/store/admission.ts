/**
 * Whether a change can be made now: checked before anything changes, so that what has begun also ends, up to the commit that writes it. Every dirty frame will need a
 * block of its own when it is written, and the blocks that it and the maps had before come back only afterwards.
 */

import { bodyWord, setBodyWord, touchBody } from './body.ts';
import { BROKEN, FULL, LATER } from './codes.ts';
import { dirtyFrames, FRAMES, markDirty, NO_FRAME, spareFrames } from './frames.ts';
import { BODY_FIRST_TRIM, BODY_VOLUMES, VOLUME_ENTRY_BYTES, VOLUME_USED } from './layout.ts';
import { available, givenUp, mapCount } from './space.ts';

/** Frames on the way from a block to the superblock that become dirty with it, at most, and what else an operation changes. */
const OVERHEAD: u32 = 12;
/** Blocks that only those can have who give up others. */
const RESERVE: u32 = 32;
/** So many dirty frames are written before there are more. */
const DIRTY_MOST: u32 = (FRAMES * 5) / 8;

/** A commit is being written: nothing may change. */
export let committing: bool = false;
/** The disk cannot be written, or its map is damaged: nothing may change any more. */
export let frozen: bool = false;
/** Somebody needs a commit. */
export let commitWanted: bool = false;

/** What was removed cannot be taken apart, because something in it is damaged. */
let stuck: bool = false;

/** Is there anything that is being taken apart? */
export function hasWaste(): bool {
	return !stuck && bodyWord(BODY_FIRST_TRIM) !== 0;
}

export function giveUpWaste(): void {
	stuck = true;
}

export function setCommitting(value: bool): void {
	committing = value;
	if (value) commitWanted = false;
}

export function freeze(): void {
	frozen = true;
}

export function thaw(): void {
	frozen = false;
	stuck = false;
	committing = false;
	commitWanted = false;
}

export function wantCommit(): void {
	commitWanted = true;
}

/** Can an operation make `created` new blocks and change `touched` others? It `gives`: it may use the reserve. 0, LATER, FULL or BROKEN. */
export function admit(created: u32, touched: u32, gives: bool): i32 {
	if (frozen) return BROKEN;
	if (committing) return LATER;
	const dirty = created + touched + OVERHEAD;
	if (dirtyFrames > 0 && (dirtyFrames + dirty > DIRTY_MOST || spareFrames() < created + 1)) return commitFirst();
	if (spareFrames() < created + 1) return LATER;
	const owed = dirtyFrames + dirty + mapCount() + (gives ? 0 : RESERVE);
	if (available >= owed) return 0;
	if (givenUp > 0) return commitFirst();
	return hasWaste() ? LATER : FULL;
}

function commitFirst(): i32 {
	commitWanted = true;
	return LATER;
}

/** Whether a volume may have `count` blocks more. 0, LATER or FULL. */
export function admitCharge(volume: u32, count: u32, quota: u32): i32 {
	if (bodyWord(usedOffset(volume)) + count <= quota) return 0;
	// What was removed is still being taken apart.
	return hasWaste() ? LATER : FULL;
}

/** Charges a volume for blocks, or gives them back when `count` is negative. */
export function charge(volume: u32, count: i32): void {
	setBodyWord(usedOffset(volume), bodyWord(usedOffset(volume)) + <u32>count);
}

function usedOffset(volume: u32): u32 {
	return BODY_VOLUMES + volume * VOLUME_ENTRY_BYTES + VOLUME_USED;
}

/** A node has changed that lies in `owner`. */
export function touchNode(owner: i32): void {
	if (owner === NO_FRAME) touchBody();
	else markDirty(owner);
}
