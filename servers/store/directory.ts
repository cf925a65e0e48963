/** Directories: sorted lists of entries in the contents of an object. An operation has the whole directory in the cache. */

import { touchNode } from './admission.ts';
import { FULL, LATER } from './codes.ts';
import { markDirty, textOf } from './frames.ts';
import {
	DIRECTORY_BLOCKS_MOST,
	ENTRIES_IN_BLOCK,
	ENTRIES_MOST,
	ENTRY_BYTES,
	ENTRY_KIND,
	ENTRY_LENGTH,
	ENTRY_NAME,
	ENTRY_OBJECT,
	NODE_BLOCKS,
	NODE_ENTRIES,
	NODE_SIZE,
} from './layout.ts';
import { compareNames } from './names.ts';
import { descend, grow, prepareGrowth } from './tree.ts';

/** Frame of each block of the directory that is open. */
const BLOCK_FRAMES: u32 = memory.data(64, 8) as u32;
let object: u32 = 0;
/** Address of its node, and the frame of that. */
export let directoryNode: u32 = 0;
export let directoryOwner: i32 = 0;
/** Where `search` has ended. */
export let searchedPlace: u32 = 0;

/** Brings a directory's blocks into the cache, for what follows. 0, LATER or BROKEN. */
export function openDirectory(number: u32, node: u32, owner: i32): i32 {
	object = number;
	directoryNode = node;
	directoryOwner = owner;
	let result: i32 = 0;
	const blocks = min<u32>(load<u32>(node + NODE_BLOCKS), DIRECTORY_BLOCKS_MOST);
	for (let block: u32 = 0; block < blocks; block++) {
		const frame = descend(object, node, owner, 0, block);
		if (frame < 0 && (result === 0 || result === LATER)) result = frame;
		store<i32>(BLOCK_FRAMES + 4 * block, frame);
	}
	return result;
}

function frameOfEntry(place: u32): i32 {
	return load<i32>(BLOCK_FRAMES + 4 * (place / ENTRIES_IN_BLOCK));
}

/** Address of entry `place`. */
export function entryAt(place: u32): u32 {
	return textOf(frameOfEntry(place)) + (place % ENTRIES_IN_BLOCK) * ENTRY_BYTES;
}

export function entryCount(): u32 {
	return min<u32>(load<u32>(directoryNode + NODE_ENTRIES), ENTRIES_MOST);
}

/** Address of the entry with a name, 0 = none; `searchedPlace` is where it is, or would be. */
export function search(name: u32, length: u32): u32 {
	let low: u32 = 0;
	let high = entryCount();
	while (low < high) {
		const middle = (low + high) / 2;
		const entry = entryAt(middle);
		const order = compareNames(name, length, entry + ENTRY_NAME, load<u8>(entry + ENTRY_LENGTH));
		if (order === 0) {
			searchedPlace = middle;
			return entry;
		}
		if (order < 0) high = middle;
		else low = middle + 1;
	}
	searchedPlace = low;
	return 0;
}

/** Whether another entry needs another block. */
export function entryNeedsBlock(): bool {
	return entryCount() === load<u32>(directoryNode + NODE_BLOCKS) * ENTRIES_IN_BLOCK;
}

/** What must be in the cache before an entry is added. 0, LATER, BROKEN or FULL. */
export function prepareEntry(): i32 {
	if (entryCount() >= ENTRIES_MOST) return FULL;
	return entryNeedsBlock() ? prepareGrowth(object, directoryNode, directoryOwner) : 0;
}

/** Adds an entry at the place where `search` has not found it. All has been checked. */
export function addEntry(name: u32, length: u32, target: u32, kind: u32): void {
	const count = entryCount();
	if (entryNeedsBlock()) {
		const frame = grow(object, directoryNode, directoryOwner);
		store<i32>(BLOCK_FRAMES + 4 * (count / ENTRIES_IN_BLOCK), frame);
	}
	for (let place = count; place > searchedPlace; place--) memory.copy(entryAt(place), entryAt(place - 1), ENTRY_BYTES);
	const entry = entryAt(searchedPlace);
	memory.fill(entry, 0, ENTRY_BYTES);
	store<u32>(entry + ENTRY_OBJECT, target);
	store<u8>(entry + ENTRY_KIND, <u8>kind);
	store<u8>(entry + ENTRY_LENGTH, <u8>length);
	memory.copy(entry + ENTRY_NAME, name, length);
	changed(searchedPlace, count + 1);
}

/** Removes entry `place`. */
export function removeEntry(place: u32): void {
	const count = entryCount();
	for (let at = place; at + 1 < count; at++) memory.copy(entryAt(at), entryAt(at + 1), ENTRY_BYTES);
	memory.fill(entryAt(count - 1), 0, ENTRY_BYTES);
	changed(place, count - 1);
}

/** Entries from `place` on have moved, and there are now `count`. */
function changed(place: u32, count: u32): void {
	const last = load<u32>(directoryNode + NODE_BLOCKS);
	for (let block = place / ENTRIES_IN_BLOCK; block < last; block++) markDirty(load<i32>(BLOCK_FRAMES + 4 * block));
	store<u32>(directoryNode + NODE_ENTRIES, count);
	store<u32>(directoryNode + NODE_SIZE, count * ENTRY_BYTES);
	touchNode(directoryOwner);
}
