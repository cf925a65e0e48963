/**
 * Which blocks are in use. A block that is given up is not used again before the next commit: until then, the state on the disk may still need it. So there are two maps:
 * what is in use in the state that is being made, and what was in the state that was committed last.
 */

import { setBodyWord } from './body.ts';
import { BLOCK_BYTES, BODY_USED, MAP_BLOCKS, MAPS_MOST, SUPERBLOCKS } from './layout.ts';

const IN_USE: u32 = memory.data(32768, 8) as u32;
const COMMITTED: u32 = memory.data(32768, 8) as u32;
const WORD_BLOCKS: u32 = 32;
let blocks: u32 = 0;
/** Where the search for a free block goes on, in words. */
let cursor: u32 = 0;
let changedMaps: u32 = 0;
/** Blocks that are free in both maps: those that can be had at once. */
export let available: u32 = 0;
/** Blocks in use. */
export let used: u32 = 0;
/** Blocks that the next commit makes available. */
export let givenUp: u32 = 0;

/** Maps that a disk of this size has. */
export function mapCount(): u32 {
	return (blocks + MAP_BLOCKS - 1) / MAP_BLOCKS;
}

/** Address of map `map` as it is to be. */
export function mapAddress(map: u32): u32 {
	return IN_USE + map * BLOCK_BYTES;
}

/** Begins with maps of a disk in which only the superblocks are in use. What lies behind the end of the disk counts as in use. */
export function openSpace(count: u32): void {
	blocks = count;
	cursor = 0;
	changedMaps = 0;
	memory.fill(IN_USE, 0, MAPS_MOST * BLOCK_BYTES);
	store<u32>(IN_USE, (1 << SUPERBLOCKS) - 1);
	for (let block = count; block < mapCount() * MAP_BLOCKS; block++) mark(IN_USE, block);
}

/** The maps have been read: counts. */
export function countSpace(): void {
	memory.copy(COMMITTED, IN_USE, MAPS_MOST * BLOCK_BYTES);
	available = 0;
	for (let word: u32 = 0; word < mapCount() * (MAP_BLOCKS / WORD_BLOCKS); word++) {
		available += <u32>popcnt(~load<u32>(IN_USE + 4 * word));
	}
	used = blocks - available;
	givenUp = 0;
	changedMaps = 0;
}

function mark(map: u32, block: u32): void {
	const word = map + 4 * (block / WORD_BLOCKS);
	store<u32>(word, load<u32>(word) | (1 << (block % WORD_BLOCKS)));
}

function isMarked(map: u32, block: u32): bool {
	return (load<u32>(map + 4 * (block / WORD_BLOCKS)) & (1 << (block % WORD_BLOCKS))) !== 0;
}

function changed(block: u32): void {
	changedMaps |= 1 << (block / MAP_BLOCKS);
	setBodyWord(BODY_USED, used);
}

/** Takes a free block; 0 = there is none. */
export function allocate(): u32 {
	if (available === 0) return 0;
	const words = mapCount() * (MAP_BLOCKS / WORD_BLOCKS);
	for (let step: u32 = 0; step < words; step++) {
		const free = ~(load<u32>(IN_USE + 4 * cursor) | load<u32>(COMMITTED + 4 * cursor));
		if (free !== 0) return take(cursor * WORD_BLOCKS + <u32>ctz(free));
		cursor = cursor + 1 === words ? 0 : cursor + 1;
	}
	return 0;
}

function take(block: u32): u32 {
	mark(IN_USE, block);
	available--;
	used++;
	changed(block);
	return block;
}

/** Gives up a block. */
export function free(block: u32): void {
	const word = IN_USE + 4 * (block / WORD_BLOCKS);
	store<u32>(word, load<u32>(word) & ~(1 << (block % WORD_BLOCKS)));
	used--;
	if (isMarked(COMMITTED, block)) givenUp++;
	else available++;
	changed(block);
}

/** Is this block part of what there is? */
export function isInUse(block: u32): bool {
	return block >= SUPERBLOCKS && block < blocks && isMarked(IN_USE, block);
}

/** Maps that have changed since the last commit: bits. */
export function mapsChanged(): u32 {
	return changedMaps;
}

/** The state that was being made has been committed. */
export function spaceCommitted(): void {
	for (let map: u32 = 0; map < mapCount(); map++) {
		if ((changedMaps & (1 << map)) === 0) continue;
		memory.copy(COMMITTED + map * BLOCK_BYTES, IN_USE + map * BLOCK_BYTES, BLOCK_BYTES);
	}
	available += givenUp;
	givenUp = 0;
	changedMaps = 0;
}
