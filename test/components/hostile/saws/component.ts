/**
 * Saws off the branch that it sits on: gives up its own memory, and the extent that it lay in, in the middle of a batch that lies in it.
 * Nothing may be written there afterwards: the pages may be somebody else's by then.
 */
import { PROCESS_READ, REGION_DESTROY, REGION_UNMAP } from '../../../../abi/calls.ts';
import { BATCH_ENTRIES, BATCH_ENTRY_BYTES, MEMORY_OWN } from '../../../../abi/component.ts';
import { batch } from '../../../../sdk/kernel.ts';
import { ACCOUNT, ROW_BLOCK } from '../authority.ts';

const entries: usize = memory.data(2048, 8);

function entry(index: u32, call: i32, a0: i32, a1: i32): void {
	const at = entries + index * BATCH_ENTRY_BYTES;
	store<i32>(at, call);
	store<i32>(at, a0, 4);
	store<i32>(at, a1, 8);
}

export function init(): void {
	for (let index: u32 = 0; index < BATCH_ENTRIES; index++) entry(index, PROCESS_READ, 0, 1);
	entry(0, REGION_UNMAP, 0, MEMORY_OWN);
	for (let row = 0; row < 3; row++) entry(1 + row, REGION_DESTROY, ACCOUNT, ROW_BLOCK + row);
	batch(<i32>entries, BATCH_ENTRIES);
	store<i32>(entries, 1);
}
