/** Forges badges, lengths, loans and row numbers: whatever the kernel should have from nobody but itself. */
import {
	ACCOUNT_DESTROY,
	ACCOUNT_GIVE,
	EXTENT_MERGE,
	EXTENT_SPLIT,
	GATE,
	LOAN_READ,
	LOAN_SIZE,
	LOAN_WRITE,
	LOG,
	PROCESS_DESTROY,
	REGION_CREATE,
	REGION_DESTROY,
	REGION_PREPARE,
} from '../../../../abi/calls.ts';
import { RESOURCE_REGION_ROW } from '../../../../abi/rights.ts';
import { callWith, notify, system } from '../../../../sdk/kernel.ts';
import { ACCOUNT, AGAIN, ANSWERER, FREE_SLOT, WARDEN } from '../authority.ts';
import { awkward, random } from '../random.ts';

const ROUNDS: u32 = 60;
const ACTIVATIONS: u32 = 15;
/** The machine's own memories, and numbers that are none. */
const MEMORIES: u32 = 20;

let activations: u32 = 0;

function loans(): void {
	const loan = (random() % MEMORIES) | ((random() & 63) << 8);
	callWith(ANSWERER, 1, 0, 0, 0, 0, 0, 0, 0, loan, awkward(), awkward());
	callWith(WARDEN, -1, 0, 0, 0, 0, 0, 0, awkward(), loan, awkward(), awkward());
	system(LOAN_SIZE, 0, 0, 0, 0, 0, 0);
	system(LOAN_READ, awkward(), awkward(), awkward(), 0, 0, 0);
	system(LOAN_WRITE, awkward(), awkward(), awkward(), 0, 0, 0);
}

/** Rows of others. */
function rows(): void {
	const row = awkward();
	system(EXTENT_SPLIT, ACCOUNT, row, awkward(), awkward(), 0, 0);
	system(EXTENT_MERGE, ACCOUNT, row, row + 1, 0, 0, 0);
	system(REGION_CREATE, ACCOUNT, row, row + 1, awkward(), FREE_SLOT, 0);
	system(REGION_PREPARE, ACCOUNT, row, awkward(), 0, 0, 0);
	system(REGION_DESTROY, ACCOUNT, row, 0, 0, 0, 0);
	system(PROCESS_DESTROY, ACCOUNT, row, 0, 0, 0, 0);
	system(ACCOUNT_DESTROY, ACCOUNT, row, 0, 0, 0, 0);
	system(ACCOUNT_GIVE, ACCOUNT, ACCOUNT, RESOURCE_REGION_ROW, row, 0, 0);
}

/** A gate to itself whose badge says that it is somebody else; and powers that it does not have. */
function badges(): void {
	system(GATE, 0, FREE_SLOT, awkward(), 0, 0, 0);
	system(GATE, ANSWERER, FREE_SLOT, awkward(), 0, 0, 0);
	for (let slot = 0; slot < FREE_SLOT; slot++) system(LOG, slot, awkward(), 0x42414442, 0x42414442, 0, 0);
}

export function init(): void {
	notify(AGAIN);
}

export function notified(_bits: u32): void {
	for (let round: u32 = 0; round < ROUNDS; round++) {
		loans();
		rows();
		badges();
	}
	activations++;
	if (activations < ACTIVATIONS) notify(AGAIN);
}
