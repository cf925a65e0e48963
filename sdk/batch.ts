/** Many kernel calls with one entry into the kernel. */

import { BATCH_ENTRIES, BATCH_ENTRY_BYTES } from '../abi/component.ts';
import { batch } from './kernel.ts';

const ENTRIES: u32 = memory.data(<i32>(BATCH_ENTRIES * BATCH_ENTRY_BYTES), 8) as u32;
const RESULT: u32 = 28;
let count: u32 = 0;

/** Forgets what was added. */
export function begin(): void {
	count = 0;
}

/** Adds kernel call `number`; its index, or -1 when the batch is full (64 calls). */
export function add(number: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {
	if (count >= BATCH_ENTRIES) return -1;
	const entry = ENTRIES + count * BATCH_ENTRY_BYTES;
	store<i32>(entry, number);
	store<i32>(entry + 4, a0);
	store<i32>(entry + 8, a1);
	store<i32>(entry + 12, a2);
	store<i32>(entry + 16, a3);
	store<i32>(entry + 20, a4);
	store<i32>(entry + 24, a5);
	count++;
	return <i32>count - 1;
}

/** Performs the calls in order; how many were done, or an error. */
export function run(): i32 {
	return batch(<i32>ENTRIES, <i32>count);
}

/** Result of the call with that index, after `run`. */
export function resultOf(index: u32): i32 {
	return index < count ? load<i32>(ENTRIES + index * BATCH_ENTRY_BYTES + RESULT) : -1;
}
