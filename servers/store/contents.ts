/** Contents of files: between the cache and what a client lends. */

import { readLoan, writeLoan } from '../../sdk/loan.ts';
import { admit, admitCharge, charge, touchNode } from './admission.ts';
import { ABSENT, FULL, LATER } from './codes.ts';
import { markDirty, textOf } from './frames.ts';
import {
	BLOCK_BYTES,
	NODE_BLOCKS,
	NODE_BLOCKS_MOST,
	NODE_CHANGED,
	NODE_SIZE,
	NODE_TRIM,
	NODE_VOLUME,
} from './layout.ts';
import { trimLater } from './objects.ts';
import { descend, grow, prepareGrowth, treeBlocks } from './tree.ts';

/** Brings the blocks of `length` bytes from `offset` on into the cache, as far as there are such. 0, LATER, or what is wrong with one. */
function bring(object: u32, node: u32, owner: i32, offset: u32, length: u32): i32 {
	let result: i32 = 0;
	const end = min<u32>((offset + length + BLOCK_BYTES - 1) / BLOCK_BYTES, load<u32>(node + NODE_BLOCKS));
	for (let block = offset / BLOCK_BYTES; block < end; block++) {
		const frame = descend(object, node, owner, 0, block);
		// All that are missing are asked for at once.
		if (frame < 0 && (result === 0 || result === LATER)) result = frame;
	}
	return result;
}

/** Reads into the loan. How many bytes, or LATER, or what is wrong. */
export function readContents(object: u32, node: u32, owner: i32, offset: u32, length: u32): i32 {
	const size = load<u32>(node + NODE_SIZE);
	if (offset >= size) return 0;
	const count = min<u32>(length, size - offset);
	const ready = bring(object, node, owner, offset, count);
	if (ready < 0) return ready;
	let done: u32 = 0;
	while (done < count) {
		const place = offset + done;
		const piece = min<u32>(BLOCK_BYTES - (place % BLOCK_BYTES), count - done);
		const text = textOf(descend(object, node, owner, 0, place / BLOCK_BYTES));
		if (writeLoan(done, text + (place % BLOCK_BYTES), piece) < 0) return <i32>done;
		done += piece;
	}
	return <i32>count;
}

/** Writes from the loan, all of it or nothing. 0, LATER, or what is wrong. */
export function writeContents(
	object: u32,
	node: u32,
	owner: i32,
	offset: u32,
	length: u32,
	quota: u32,
	time: u64,
): i32 {
	const size = load<u32>(node + NODE_SIZE);
	if (offset > size) return ABSENT;
	const blocks = load<u32>(node + NODE_BLOCKS);
	if (offset + length > NODE_BLOCKS_MOST * BLOCK_BYTES) return FULL;
	const needed = max<u32>(blocks, (offset + length + BLOCK_BYTES - 1) / BLOCK_BYTES);
	if (needed > blocks && load<u8>(node + NODE_TRIM) !== 0) return LATER;
	let ready = bring(object, node, owner, offset, length);
	if (ready === 0 && needed > blocks) ready = prepareGrowth(object, node, owner);
	if (ready < 0) return ready;
	const more = treeBlocks(needed) - treeBlocks(blocks);
	ready = admit(more, length / BLOCK_BYTES + 2, false);
	if (ready === 0) ready = admitCharge(load<u8>(node + NODE_VOLUME), more, quota);
	if (ready < 0) return ready;
	// ---- commit ----
	charge(load<u8>(node + NODE_VOLUME), <i32>more);
	for (let block = blocks; block < needed; block++) grow(object, node, owner);
	fillFromLoan(object, node, owner, offset, length);
	store<u32>(node + NODE_SIZE, max<u32>(size, offset + length));
	store<u64>(node + NODE_CHANGED, time);
	touchNode(owner);
	return 0;
}

/** The kernel has checked the loan before the call, and nobody can change it during the call. */
function fillFromLoan(object: u32, node: u32, owner: i32, offset: u32, length: u32): void {
	let done: u32 = 0;
	while (done < length) {
		const place = offset + done;
		const piece = min<u32>(BLOCK_BYTES - (place % BLOCK_BYTES), length - done);
		const frame = descend(object, node, owner, 0, place / BLOCK_BYTES);
		readLoan(done, textOf(frame) + (place % BLOCK_BYTES), piece);
		markDirty(frame);
		done += piece;
	}
}

/** Cuts a file to `size`, at most its own; the blocks behind are given up later. 0, LATER, or what is wrong. */
export function cutContents(object: u32, node: u32, owner: i32, size: u32, time: u64): i32 {
	if (size > load<u32>(node + NODE_SIZE)) return ABSENT;
	const ready = admit(0, 2, true);
	if (ready < 0) return ready;
	// ---- commit ----
	store<u32>(node + NODE_SIZE, size);
	store<u64>(node + NODE_CHANGED, time);
	touchNode(owner);
	if (load<u32>(node + NODE_BLOCKS) * BLOCK_BYTES >= size + BLOCK_BYTES) trimLater(object, node, owner);
	return 0;
}
