/**
 * The longest things that a component can make the kernel do, one after the other. While they happen the machine may not take an
 * interrupt at once; tools/bench looks for the longest such time in the instruction trace.
 */
import * as calls from '../../../abi/calls.ts';
import { RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../../abi/rights.ts';
import { REGION_STEP } from '../../../kernel/layout.ts';
import { add as addToBatch, begin as beginBatch, run as runBatch } from '../../../sdk/batch.ts';
import { notify, system } from '../../../sdk/kernel.ts';
import { PHASE_HOSTILE } from '../../phases.ts';
import { begin, check, end } from '../record.ts';
import * as slots from './slots.ts';

const READ_WRITE: i32 = RIGHT_READ | RIGHT_WRITE;
/** Large enough that its page tables take several pages. */
const REGION_PAGES: i32 = 608;
const STEPS: i32 = REGION_PAGES / REGION_STEP;
const MEMORY_FIRST: i32 = 2;
const MEMORIES: i32 = 11;
const GRANT_DEPTH: i32 = 8;
/** Behind the grants that `revocations` uses. */
const ROW_CHAIN: i32 = slots.ROW_GRANTS + 2;
const SLOT_REGION: i32 = slots.SLOT_FREE;
const SLOT_DERIVED: i32 = slots.SLOT_FREE + 1;
const SLOT_CHILD: i32 = slots.SLOT_FREE + 1 + GRANT_DEPTH;
const BATCH_CALLS: i32 = 64;

function kernel(number: i32, a0: i32, a1: i32, a2: i32 = 0, a3: i32 = 0, a4: i32 = 0): void {
	check(PHASE_HOSTILE, system(number, a0, a1, a2, a3, a4, 0));
}

/** A large region: made, zeroed, zeroed again. */
function makeRegion(): void {
	kernel(calls.REGION_CREATE, slots.SLOT_ACCOUNT, slots.ROW_EXTENT, slots.ROW_REGION, REGION_PAGES, SLOT_REGION);
	for (let step: i32 = 0; step < STEPS; step++) {
		kernel(calls.REGION_PREPARE, slots.SLOT_ACCOUNT, slots.ROW_REGION, step);
	}
	kernel(calls.REGION_CLEAR, SLOT_REGION, 0);
}

/** Copies of its capability, each derived from the one before: the last is found by walking up all grants. */
function deriveChain(): void {
	for (let depth: i32 = 0; depth < GRANT_DEPTH; depth++) {
		const source = depth === 0 ? SLOT_REGION : SLOT_DERIVED + depth - 1;
		kernel(calls.COPY, source, SLOT_DERIVED + depth, RIGHTS_ALL, ROW_CHAIN + depth);
	}
}

/** A process whose memories are all mapped under the deepest grant loses all of them at once, when it is about to execute. */
function revokeMapped(): void {
	for (let i: i32 = 0; i < MEMORIES; i++) {
		kernel(calls.REGION_MAP, slots.SLOT_TARGET, SLOT_DERIVED + GRANT_DEPTH - 1, MEMORY_FIRST + i, READ_WRITE);
	}
	kernel(calls.FLOW_SET, slots.SLOT_CONTROL, 0, 0, 31);
	kernel(calls.PROCESS_START, slots.SLOT_TARGET, 0);
	kernel(calls.PROCESS_STOP, slots.SLOT_TARGET, 0);
	for (let depth: i32 = 0; depth < GRANT_DEPTH; depth++) {
		kernel(calls.REVOKE, slots.SLOT_ACCOUNT, ROW_CHAIN + depth);
	}
	kernel(calls.PROCESS_START, slots.SLOT_TARGET, 0);
	kernel(calls.PROCESS_STOP, slots.SLOT_TARGET, 0);
}

function destroyRegion(): void {
	kernel(calls.REGION_REVOKE, slots.SLOT_ACCOUNT, slots.ROW_REGION, SLOT_CHILD);
	kernel(calls.REGION_DESTROY, slots.SLOT_ACCOUNT, slots.ROW_REGION);
	kernel(calls.EXTENT_MERGE, slots.SLOT_ACCOUNT, slots.ROW_EXTENT, slots.ROW_REGION);
	for (let slot = SLOT_REGION; slot <= SLOT_CHILD; slot++) kernel(calls.DELETE, slot, 0);
}

/** Accounts, and a batch as long as there is. */
function fillBatch(): void {
	kernel(calls.ACCOUNT_CREATE, slots.SLOT_ACCOUNT, slots.ROW_ACCOUNT, SLOT_CHILD, 1);
	kernel(calls.ACCOUNT_DESTROY, slots.SLOT_ACCOUNT, slots.ROW_ACCOUNT);
	kernel(calls.DELETE, SLOT_CHILD, 0);
	beginBatch();
	for (let i: i32 = 0; i < BATCH_CALLS; i++) {
		addToBatch(
			i % 2 === 0 ? calls.COPY : calls.DELETE,
			i % 2 === 0 ? slots.SLOT_QUIET : SLOT_CHILD,
			SLOT_CHILD,
			RIGHTS_ALL,
			0,
			0,
			0,
		);
	}
	check(PHASE_HOSTILE, runBatch());
}

export function hostile(): void {
	const start = begin(PHASE_HOSTILE, 1);
	makeRegion();
	deriveChain();
	revokeMapped();
	destroyRegion();
	fillBatch();
	for (let i: i32 = 0; i < BATCH_CALLS; i++) notify(slots.SLOT_QUIET);
	end(PHASE_HOSTILE, start);
}
