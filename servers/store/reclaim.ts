/** Gives up the blocks of what was removed or cut, from the end, a few at a time, while clients go on. */

import { admit, charge, touchNode } from './admission.ts';
import { bodyWord } from './body.ts';
import { BROKEN } from './codes.ts';
import { drop, find, markDirty, NO_FRAME, nextTick, placeOf, textOf } from './frames.ts';
import {
	BLOCK_BYTES,
	BODY_FIRST_TRIM,
	FANOUT,
	NODE_BLOCKS,
	NODE_LEVELS,
	NODE_POINTER,
	NODE_SIZE,
	NODE_VOLUME,
	POINTER_ADDRESS,
	POINTER_BYTES,
} from './layout.ts';
import { trimmed } from './objects.ts';
import { free, isInUse } from './space.ts';
import { descend, levelsFor, lower, nodeFrame, nodeOf, treeBlocks } from './tree.ts';

/** Blocks of one step, at most. */
const STEP: u32 = 64;
const NOTHING_CREATED: u32 = 0;
const TOUCHED: u32 = 4;

/** One step. 0: something was done; LATER or BROKEN: not now. */
export function reclaim(): i32 {
	nextTick();
	const object = bodyWord(BODY_FIRST_TRIM);
	const node = nodeOf(object);
	if (node < 0) return node;
	const owner = nodeFrame;
	const ready = admit(NOTHING_CREATED, TOUCHED, true);
	if (ready < 0) return ready;
	for (let step: u32 = 0; step < STEP; step++) {
		const needed = (load<u32>(<u32>node + NODE_SIZE) + BLOCK_BYTES - 1) / BLOCK_BYTES;
		if (load<u32>(<u32>node + NODE_BLOCKS) <= needed) {
			trimmed(object, <u32>node, owner);
			return 0;
		}
		const result = cut(object, <u32>node, owner);
		if (result < 0) return result === BROKEN || step === 0 ? result : 0;
	}
	return 0;
}

/** Gives up the last block of contents, and the blocks of pointers that are not needed without it. Nothing changes unless it can. */
function cut(object: u32, node: u32, owner: i32): i32 {
	const blocks = load<u32>(node + NODE_BLOCKS);
	const last = blocks - 1;
	const levels = <u32>load<u8>(node + NODE_LEVELS);
	let above: i32 = owner;
	if (levels > 1) above = descend(object, node, owner, 1, last / FANOUT);
	if (levels > 1 && above < 0) return above;
	// ---- commit ----
	giveUp(object, 0, last, levels > 1 ? textOf(above) + (last % FANOUT) * POINTER_BYTES : node + NODE_POINTER);
	if (levels > 1) markDirty(above);
	if (levels === 3 && last % FANOUT === 0) cutPointers(object, last / FANOUT);
	charge(load<u8>(node + NODE_VOLUME), <i32>treeBlocks(last) - <i32>treeBlocks(blocks));
	store<u32>(node + NODE_BLOCKS, last);
	touchNode(owner);
	if (levelsFor(last) < levels) lose(object, node, owner, levels);
	return 0;
}

/** The block of pointers number `index` of level 1 is empty. The block above it is in the cache, as it is above one that is. */
function cutPointers(object: u32, index: u32): void {
	const root = find(object, placeOf(2, 0));
	giveUp(object, 1, index, textOf(root) + (index % FANOUT) * POINTER_BYTES);
	markDirty(root);
}

/** The tree loses a level. */
function lose(object: u32, node: u32, owner: i32, levels: u32): void {
	if (levels === 1) {
		store<u8>(node + NODE_LEVELS, 0);
		return;
	}
	const root = find(object, placeOf(levels - 1, 0));
	const address = load<u32>(node + NODE_POINTER + POINTER_ADDRESS);
	lower(object, node, owner, root);
	drop(root);
	if (address !== 0) free(address);
}

/** Gives up one block: its place on the disk, and in the cache. */
function giveUp(object: u32, level: u32, index: u32, pointer: u32): void {
	const frame = find(object, placeOf(level, index));
	if (frame !== NO_FRAME) drop(frame);
	const address = load<u32>(pointer + POINTER_ADDRESS);
	if (isInUse(address)) free(address);
	memory.fill(pointer, 0, POINTER_BYTES);
}
