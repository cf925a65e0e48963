/** Making and unmaking objects: rows of the table of nodes, with a list of those that are free. */

import { charge, touchNode } from './admission.ts';
import { bodyWord, setBodyWord, tableNode, touchBody } from './body.ts';
import { FULL } from './codes.ts';
import { NO_FRAME } from './frames.ts';
import {
	BODY_FIRST_FREE,
	BODY_FIRST_TRIM,
	BODY_OBJECTS,
	KIND_REMOVED,
	NODE_BLOCKS,
	NODE_BYTES,
	NODE_CHANGED,
	NODE_ENTRIES,
	NODE_KIND,
	NODE_NEXT,
	NODE_SIZE,
	NODE_TRIM,
	NODE_VOLUME,
	NODES_IN_BLOCK,
	OBJECTS_MOST,
} from './layout.ts';
import { grow, nodeFrame, nodeOf, prepareGrowth } from './tree.ts';

const TABLE_OBJECT: u32 = 0;

/** What must be in the cache before an object is made. 0, LATER, BROKEN or FULL. */
export function prepareObject(): i32 {
	const free = bodyWord(BODY_FIRST_FREE);
	if (free !== 0) return min<i32>(nodeOf(free), 0);
	const next = max<u32>(bodyWord(BODY_OBJECTS), 1);
	if (next >= OBJECTS_MOST) return FULL;
	if (next / NODES_IN_BLOCK < load<u32>(tableNode() + NODE_BLOCKS)) return min<i32>(nodeOf(next), 0);
	return prepareGrowth(TABLE_OBJECT, tableNode(), NO_FRAME);
}

/** Makes an object, all having been checked; its number. */
export function makeObject(kind: u32, volume: u32, milliseconds: u64): u32 {
	const object = takeNumber();
	const node = <u32>nodeOf(object);
	const owner = nodeFrame;
	memory.fill(node, 0, NODE_BYTES);
	store<u8>(node + NODE_KIND, <u8>kind);
	store<u8>(node + NODE_VOLUME, <u8>volume);
	store<u64>(node + NODE_CHANGED, milliseconds);
	touchNode(owner);
	charge(volume, 1);
	return object;
}

function takeNumber(): u32 {
	const free = bodyWord(BODY_FIRST_FREE);
	if (free !== 0) {
		setBodyWord(BODY_FIRST_FREE, load<u32>(<u32>nodeOf(free) + NODE_NEXT));
		return free;
	}
	const object = max<u32>(bodyWord(BODY_OBJECTS), 1);
	if (object / NODES_IN_BLOCK >= load<u32>(tableNode() + NODE_BLOCKS)) {
		grow(TABLE_OBJECT, tableNode(), NO_FRAME);
		touchBody();
	}
	setBodyWord(BODY_OBJECTS, object + 1);
	return object;
}

/** An object that nobody can reach any more: its blocks are given up one after the other (reclaim.ts). Its node is at `node`, in `owner`. */
export function discardObject(object: u32, node: u32, owner: i32): void {
	store<u8>(node + NODE_KIND, <u8>KIND_REMOVED);
	store<u32>(node + NODE_SIZE, 0);
	store<u32>(node + NODE_ENTRIES, 0);
	trimLater(object, node, owner);
}

/** Puts an object into the list of those with more blocks than they need. */
export function trimLater(object: u32, node: u32, owner: i32): void {
	touchNode(owner);
	if (load<u8>(node + NODE_TRIM) !== 0) return;
	store<u8>(node + NODE_TRIM, 1);
	store<u32>(node + NODE_NEXT, bodyWord(BODY_FIRST_TRIM));
	setBodyWord(BODY_FIRST_TRIM, object);
}

/** The first of that list has what it needs: it leaves, and if it was removed, its row is free. */
export function trimmed(object: u32, node: u32, owner: i32): void {
	touchNode(owner);
	setBodyWord(BODY_FIRST_TRIM, load<u32>(node + NODE_NEXT));
	store<u8>(node + NODE_TRIM, 0);
	store<u32>(node + NODE_NEXT, 0);
	if (<u32>load<u8>(node + NODE_KIND) !== KIND_REMOVED) return;
	charge(load<u8>(node + NODE_VOLUME), -1);
	memory.fill(node, 0, NODE_BYTES);
	store<u32>(node + NODE_NEXT, bodyWord(BODY_FIRST_FREE));
	setBodyWord(BODY_FIRST_FREE, object);
}
