/** Makes kernel calls by random numbers with awkward arguments, singly and in batches. */
import { PROCESS_STOP } from '../../../../abi/calls.ts';
import { BATCH_ENTRY_BYTES } from '../../../../abi/component.ts';
import { batch, notify, system } from '../../../../sdk/kernel.ts';
import { AGAIN, REGION, SELF } from '../authority.ts';
import { awkward, random } from '../random.ts';

const CALLS_MOST: u32 = 100;
const AT_A_TIME: u32 = 200;
const ACTIVATIONS: u32 = 20;
const ENTRIES: u32 = 16;

const entries: usize = memory.data(512, 8);
let activations: u32 = 0;

/** Any call but the one that would end the attack. */
function anyCall(): i32 {
	const call = random() % CALLS_MOST;
	return call === PROCESS_STOP ? PROCESS_STOP + 1 : call;
}

/** A slot, most often one that it has. */
function slot(): i32 {
	return random() % 4 === 0 ? awkward() : random() % (REGION + 2);
}

function batchOfThem(): void {
	for (let word: u32 = 0; word < ENTRIES * (BATCH_ENTRY_BYTES / 4); word++) store<i32>(entries + word * 4, awkward());
	for (let entry: u32 = 0; entry < ENTRIES; entry++) store<i32>(entries + entry * BATCH_ENTRY_BYTES, anyCall());
	batch(<i32>entries, ENTRIES);
	batch(awkward(), awkward());
}

export function init(): void {
	notify(AGAIN);
}

export function notified(_bits: u32): void {
	for (let made: u32 = 0; made < AT_A_TIME; made++) {
		system(anyCall(), slot(), awkward(), awkward(), awkward(), awkward(), awkward());
		system(anyCall(), slot(), slot(), slot(), awkward(), awkward(), awkward());
	}
	batchOfThem();
	activations++;
	if (activations < ACTIVATIONS) notify(AGAIN);
	else system(PROCESS_STOP, SELF, 0, 0, 0, 0, 0);
}
