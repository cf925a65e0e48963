/** From an object and a place in it to the block there, down the tree of its pointers. */

import { tableNode } from './body.ts';
import { ABSENT, BROKEN, LATER } from './codes.ts';
import {
	adopt,
	claim,
	FRAME_DAMAGED,
	FRAME_DIRTY,
	FRAME_LOADING,
	FRAME_WANTED,
	find,
	frameAt,
	markDirty,
	NO_FRAME,
	orphan,
	placeOf,
	textOf,
} from './frames.ts';
import {
	BLOCK_BYTES,
	FANOUT,
	FANOUT_BITS,
	LEVELS_MOST,
	NODE_BLOCKS,
	NODE_BYTES,
	NODE_LEVELS,
	NODE_POINTER,
	NODES_IN_BLOCK,
	POINTER_ADDRESS,
	POINTER_BYTES,
} from './layout.ts';
import { isInUse } from './space.ts';

const TABLE_OBJECT: u32 = 0;
/** Frame in which the node that `nodeOf` gave lies; NO_FRAME for that of the table. */
export let nodeFrame: i32 = NO_FRAME;

/** Frame of a node's block of contents, LATER, ABSENT or BROKEN. `owner`: the frame that holds the node. */
export function descend(object: u32, node: u32, owner: i32, level: u32, index: u32): i32 {
	const levels = <u32>load<u8>(node + NODE_LEVELS);
	if (levels > LEVELS_MOST) return BROKEN;
	let parent = owner;
	let pointer = node + NODE_POINTER;
	for (let at = <i32>levels - 1; at >= <i32>level; at--) {
		const shift = FANOUT_BITS * (<u32>at - level);
		const frame = hold(object, placeOf(<u32>at, index >> shift), parent, pointer);
		if (frame < 0 || at === <i32>level) return frame;
		pointer = textOf(frame) + ((index >> (shift - FANOUT_BITS)) % FANOUT) * POINTER_BYTES;
		parent = frame;
	}
	return ABSENT;
}

/** The frame of a block whose pointer is at `pointer`; if it is not in the cache, it will be read. */
function hold(object: u32, place: u32, parent: i32, pointer: u32): i32 {
	const index = find(object, place);
	if (index !== NO_FRAME) {
		const state = frameAt(index).state;
		if (state === FRAME_WANTED || state === FRAME_LOADING) return LATER;
		return state === FRAME_DAMAGED ? BROKEN : index;
	}
	const address = load<u32>(pointer + POINTER_ADDRESS);
	if (address === 0) return ABSENT;
	if (!isInUse(address)) return BROKEN;
	claim(object, place, parent, FRAME_WANTED);
	return LATER;
}

/** Address of an object's node, or LATER, ABSENT or BROKEN; `nodeFrame` then is its frame. */
export function nodeOf(object: u32): i32 {
	if (object === TABLE_OBJECT) {
		nodeFrame = NO_FRAME;
		return <i32>tableNode();
	}
	const frame = descend(TABLE_OBJECT, tableNode(), NO_FRAME, 0, object / NODES_IN_BLOCK);
	if (frame < 0) return frame;
	nodeFrame = frame;
	return <i32>(textOf(frame) + (object % NODES_IN_BLOCK) * NODE_BYTES);
}

/** Levels of the tree of an object with so many blocks of contents. */
export function levelsFor(blocks: u32): u32 {
	if (blocks === 0) return 0;
	if (blocks === 1) return 1;
	return blocks <= FANOUT ? 2 : 3;
}

/** All blocks of an object with so many blocks of contents: those with pointers, too. */
export function treeBlocks(blocks: u32): u32 {
	const levels = levelsFor(blocks);
	if (levels < 2) return blocks;
	return blocks + (blocks + FANOUT - 1) / FANOUT + (levels === 3 ? 1 : 0);
}

/** What must be in the cache before blocks are added to an object: the way to its last block of pointers. 0 or LATER or BROKEN. */
export function prepareGrowth(object: u32, node: u32, owner: i32): i32 {
	const blocks = load<u32>(node + NODE_BLOCKS);
	if (blocks < 2) return 0;
	return min<i32>(descend(object, node, owner, 1, (blocks - 1) / FANOUT), 0);
}

/** Adds a block of zeros to an object's contents, and the blocks of pointers that it needs. All has been checked. Its frame. */
export function grow(object: u32, node: u32, owner: i32): i32 {
	const index = load<u32>(node + NODE_BLOCKS);
	const levels = levelsFor(index + 1);
	if (levels > <u32>load<u8>(node + NODE_LEVELS)) raise(object, node, owner, levels);
	let parent = owner;
	for (let level = levels - 1; level > 0; level--) {
		const place = placeOf(level, index >> (FANOUT_BITS * level));
		const found = find(object, place);
		parent = found === NO_FRAME ? fresh(object, place, parent) : found;
	}
	const frame = fresh(object, placeOf(0, index), parent);
	store<u32>(node + NODE_BLOCKS, index + 1);
	return frame;
}

/** A tree gets another level: a block of pointers above what was its root. */
function raise(object: u32, node: u32, owner: i32, levels: u32): void {
	const pointer = node + NODE_POINTER;
	if (levels > 1) {
		const below = find(object, placeOf(levels - 2, 0));
		const frame = fresh(object, placeOf(levels - 1, 0), owner);
		memory.copy(textOf(frame), pointer, POINTER_BYTES);
		if (below !== NO_FRAME) move(below, frame);
	}
	memory.fill(pointer, 0, POINTER_BYTES);
	store<u8>(node + NODE_LEVELS, <u8>levels);
}

/** The counterpart of `raise`: the root has one pointer left, and goes; its frame is dropped. */
export function lower(object: u32, node: u32, owner: i32, root: i32): void {
	const levels = <u32>load<u8>(node + NODE_LEVELS);
	const below = find(object, placeOf(levels - 2, 0));
	memory.copy(node + NODE_POINTER, textOf(root), POINTER_BYTES);
	store<u8>(node + NODE_LEVELS, <u8>(levels - 1));
	if (below !== NO_FRAME) move(below, owner);
}

function move(frame: i32, parent: i32): void {
	orphan(frame);
	adopt(frame, parent);
}

/** A new block of zeros. */
function fresh(object: u32, place: u32, parent: i32): i32 {
	const frame = claim(object, place, parent, FRAME_DIRTY);
	memory.fill(textOf(frame), 0, BLOCK_BYTES);
	if (parent !== NO_FRAME) markDirty(parent);
	return frame;
}
