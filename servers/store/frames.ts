/**
 * The cache: decrypted blocks, each with its place in the tree. Whoever is in the cache has its parent there, too. A block that has changed stays until it has been
 * written, and so do all those above it, which will have to hold its new pointer.
 */

import { tableNode } from './body.ts';
import { BLOCK_BYTES, FANOUT, NODE_BYTES, NODE_POINTER, NODES_IN_BLOCK, POINTER_BYTES } from './layout.ts';

export const FRAMES: u32 = 96;
/** No frame: the block is the root of the table of nodes, whose pointer is in the superblock. */
export const NO_FRAME: i32 = -1;

// States of a frame; closed.
export const FRAME_FREE: u32 = 0;
/** To be read. */
export const FRAME_WANTED: u32 = 1;
/** Being read. */
export const FRAME_LOADING: u32 = 2;
export const FRAME_CLEAN: u32 = 3;
/** Has changed since it was read or written. */
export const FRAME_DIRTY: u32 = 4;
/** Cannot be read, or is not what was written. */
export const FRAME_DAMAGED: u32 = 5;

/** Minus one. */
const ALL_ONES: u32 = 0xffffffff;
const FRAME_BYTES: u32 = 24;
const LEVEL_SHIFT: u32 = 24;
const INDEX_MASK: u32 = 0xffffff;
const TABLE: u32 = memory.data(2304, 8) as u32;
const TEXTS: u32 = memory.data(393216, 16) as u32;

@unmanaged
export class Frame {
	object!: u32;
	place!: u32;
	/** Frame of the block that has its pointer, or NO_FRAME. */
	parent!: i32;
	/** Frames that have this one as parent. */
	children!: u32;
	state!: u32;
	/** Tick in which it was used last. */
	used!: u32;
}

/** Frames that are dirty, and frames that are wanted or loading. */
export let dirtyFrames: u32 = 0;
export let wantedFrames: u32 = 0;
/** One for each operation of a client: what it has used must stay until it is over. */
let tick: u32 = 1;

export function frameAt(index: i32): Frame {
	return changetype<Frame>(TABLE + <u32>index * FRAME_BYTES);
}

/** Address of a frame's 4096 bytes. */
export function textOf(index: i32): u32 {
	return TEXTS + <u32>index * BLOCK_BYTES;
}

/** Level 0 has the contents, the levels above have pointers. */
export function placeOf(level: u32, index: u32): u32 {
	return (level << LEVEL_SHIFT) | index;
}

export function levelOf(place: u32): u32 {
	return place >> LEVEL_SHIFT;
}

export function indexOf(place: u32): u32 {
	return place & INDEX_MASK;
}

/** A new operation begins. */
export function nextTick(): void {
	tick++;
}

/** The frame of a block, or NO_FRAME. It will stay for the rest of the operation. */
export function find(object: u32, place: u32): i32 {
	for (let index: i32 = 0; index < <i32>FRAMES; index++) {
		const frame = frameAt(index);
		if (frame.place !== place || frame.object !== object || frame.state === FRAME_FREE) continue;
		frame.used = tick;
		return index;
	}
	return NO_FRAME;
}

function isSpare(frame: Frame): bool {
	if (frame.state === FRAME_FREE) return true;
	if (frame.children !== 0 || frame.used === tick) return false;
	return frame.state === FRAME_CLEAN || frame.state === FRAME_DAMAGED;
}

/** Frames that `claim` can give in this operation, at least. */
export function spareFrames(): u32 {
	let count: u32 = 0;
	for (let index: i32 = 0; index < <i32>FRAMES; index++) if (isSpare(frameAt(index))) count++;
	return count;
}

/** A frame for a block, with what was used longest ago making room; NO_FRAME: all are needed. Its contents are undefined. */
export function claim(object: u32, place: u32, parent: i32, state: u32): i32 {
	let best: i32 = NO_FRAME;
	for (let index: i32 = 0; index < <i32>FRAMES; index++) {
		const frame = frameAt(index);
		if (!isSpare(frame)) continue;
		if (best === NO_FRAME || ageOf(frame) > ageOf(frameAt(best))) best = index;
	}
	if (best === NO_FRAME) return NO_FRAME;
	drop(best);
	const frame = frameAt(best);
	frame.object = object;
	frame.place = place;
	frame.used = tick;
	frame.children = 0;
	frame.state = FRAME_FREE;
	setState(best, state);
	adopt(best, parent);
	return best;
}

function ageOf(frame: Frame): u32 {
	return frame.state === FRAME_FREE ? 0xffffffff : tick - frame.used;
}

/** Gives a frame its parent. */
export function adopt(index: i32, parent: i32): void {
	frameAt(index).parent = parent;
	if (parent !== NO_FRAME) frameAt(parent).children++;
}

/** Takes a frame from its parent. */
export function orphan(index: i32): void {
	const parent = frameAt(index).parent;
	if (parent !== NO_FRAME) frameAt(parent).children--;
	frameAt(index).parent = NO_FRAME;
}

/** Empties a frame, whatever it holds. */
export function drop(index: i32): void {
	const frame = frameAt(index);
	if (frame.state === FRAME_FREE) return;
	orphan(index);
	setState(index, FRAME_FREE);
}

/** Changes a frame's state, and counts. */
export function setState(index: i32, state: u32): void {
	const frame = frameAt(index);
	count(frame.state, ALL_ONES);
	count(state, 1);
	frame.state = state;
}

/** One frame more, or one less, in a state. */
function count(state: u32, by: u32): void {
	if (state === FRAME_DIRTY) dirtyFrames += by;
	if (state === FRAME_WANTED || state === FRAME_LOADING) wantedFrames += by;
}

/** A frame's text has changed, or will: it and all those above it have to be written. */
export function markDirty(index: i32): void {
	for (let at = index; at !== NO_FRAME; at = frameAt(at).parent) {
		if (frameAt(at).state === FRAME_DIRTY) return;
		setState(at, FRAME_DIRTY);
	}
}

/** Address of the pointer to a frame's block: in the superblock, in the object's node, or in the block above. */
export function pointerOf(index: i32): u32 {
	const frame = frameAt(index);
	if (frame.parent === NO_FRAME) return tableNode() + NODE_POINTER;
	const text = textOf(frame.parent);
	if (frameAt(frame.parent).object !== frame.object) {
		return text + (frame.object % NODES_IN_BLOCK) * NODE_BYTES + NODE_POINTER;
	}
	return text + (indexOf(frame.place) % FANOUT) * POINTER_BYTES;
}

/** How many frames become dirty with this one. */
export function cleanAbove(index: i32): u32 {
	let count: u32 = 0;
	for (let at = index; at !== NO_FRAME && frameAt(at).state !== FRAME_DIRTY; at = frameAt(at).parent) count++;
	return count;
}

/** Empties the cache. */
export function openFrames(): void {
	memory.fill(TABLE, 0, FRAMES * FRAME_BYTES);
	dirtyFrames = 0;
	wantedFrames = 0;
}
