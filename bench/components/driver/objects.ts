/** Phases that measure making, mapping and taking back. */
import * as calls from '../../../abi/calls.ts';
import { RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES } from '../../../kernel/layout.ts';
import { system } from '../../../sdk/kernel.ts';
import {
	PHASE_MAP,
	PHASE_PROCESS_CREATE,
	PHASE_PROCESS_DESTROY,
	PHASE_PROCESS_START,
	PHASE_PROCESS_STOP,
	PHASE_REVOKE1,
	PHASE_REVOKE1000,
	PHASE_UNMAP,
} from '../../phases.ts';
import { begin, check, end } from '../record.ts';
import * as slots from './slots.ts';

const READ_WRITE: i32 = RIGHT_READ | RIGHT_WRITE;
const MEMORY_FIRST: i32 = 2;
const MEMORIES: i32 = 11;
const TABLE_SLOTS: i32 = 256;
const COPIES: i32 = 1000;
const UNUSED_GRANT: i32 = 15;
/** Copies in one process's table. */
const COPIES_EACH: i32 = 200;

/** The shared region into all memories of a process that does not execute, and out again. */
export function mappings(): void {
	let status: i32 = 0;
	let start = begin(PHASE_MAP, MEMORIES);
	for (let i: i32 = 0; i < MEMORIES; i++) {
		status |= system(calls.REGION_MAP, slots.SLOT_TARGET, slots.SLOT_SHARED, MEMORY_FIRST + i, READ_WRITE, 0, 0);
	}
	end(PHASE_MAP, start);
	check(PHASE_MAP, status);
	start = begin(PHASE_UNMAP, MEMORIES);
	for (let i: i32 = 0; i < MEMORIES; i++) {
		status |= system(calls.REGION_UNMAP, slots.SLOT_TARGET, MEMORY_FIRST + i, 0, 0, 0, 0);
	}
	end(PHASE_UNMAP, start);
	check(PHASE_UNMAP, status);
}

/** Processes that are never started, with the largest table that there is. */
export function createProcesses(): void {
	let status: i32 = 0;
	for (let i: i32 = 0; i < slots.PROCESSES; i++) {
		const row = slots.ROW_BLOCKS + i;
		status |= system(calls.EXTENT_SPLIT, slots.SLOT_ACCOUNT, slots.ROW_EXTENT, row, PROCESS_BLOCK_PAGES, 0, 0);
	}
	const start = begin(PHASE_PROCESS_CREATE, slots.PROCESSES);
	for (let i: i32 = 0; i < slots.PROCESSES; i++) {
		const row = slots.ROW_PROCESSES + i;
		const slot = slots.SLOT_PROCESSES + i;
		status |= system(calls.PROCESS_CREATE, slots.SLOT_ACCOUNT, row, slots.ROW_BLOCKS + i, TABLE_SLOTS, slot, 0);
	}
	end(PHASE_PROCESS_CREATE, start);
	check(PHASE_PROCESS_CREATE, status);
}

export function destroyProcesses(): void {
	let status: i32 = 0;
	const start = begin(PHASE_PROCESS_DESTROY, slots.PROCESSES);
	for (let i: i32 = 0; i < slots.PROCESSES; i++) {
		status |= system(calls.PROCESS_DESTROY, slots.SLOT_ACCOUNT, slots.ROW_PROCESSES + i, 0, 0, 0, 0);
	}
	end(PHASE_PROCESS_DESTROY, start);
	for (let i: i32 = slots.PROCESSES - 1; i >= 0; i--) {
		const row = slots.ROW_BLOCKS + i;
		status |= system(calls.EXTENT_MERGE, slots.SLOT_ACCOUNT, slots.ROW_EXTENT, row, 0, 0, 0);
		status |= system(calls.DELETE, slots.SLOT_PROCESSES + i, 0, 0, 0, 0, 0);
	}
	check(PHASE_PROCESS_DESTROY, status);
}

/** Start includes the process's first activation, with its memory as the loader makes it. */
export function startAndStop(samples: u32): void {
	for (let i: u32 = 0; i < samples; i++) {
		let start = begin(PHASE_PROCESS_START, 1);
		const status = system(calls.PROCESS_START, slots.SLOT_TARGET, 0, 0, 0, 0, 0);
		end(PHASE_PROCESS_START, start);
		check(PHASE_PROCESS_START, status);
		start = begin(PHASE_PROCESS_STOP, 1);
		const stopped = system(calls.PROCESS_STOP, slots.SLOT_TARGET, 0, 0, 0, 0, 0);
		end(PHASE_PROCESS_STOP, start);
		check(PHASE_PROCESS_STOP, stopped);
	}
}

/** Copies of one capability, `granted` of them under one grant, in the tables of processes from `first` on; then those are taken back. */
function revoke(phase: u32, granted: i32, first: i32, row: i32): void {
	let status: i32 = 0;
	for (let i: i32 = 0; i < COPIES; i++) {
		const grant = i < granted ? row : 0;
		const process = first + i / COPIES_EACH;
		const destination = 1 + (i % COPIES_EACH);
		status |= system(calls.INSTALL, process, slots.SLOT_QUIET, destination, RIGHTS_ALL, grant, 0);
	}
	// One of nothing first, so that the first of a round does not pay for code that nobody has executed for long.
	system(calls.REVOKE, slots.SLOT_ACCOUNT, slots.ROW_GRANTS + UNUSED_GRANT, 0, 0, 0, 0);
	const start = begin(phase, 1);
	const revoked = system(calls.REVOKE, slots.SLOT_ACCOUNT, row, 0, 0, 0, 0);
	end(phase, start);
	check(phase, status | revoked);
}

/** Once a round, while the processes that `createProcesses` makes exist. */
export function revocations(): void {
	revoke(PHASE_REVOKE1000, COPIES, slots.SLOT_PROCESSES, slots.ROW_GRANTS);
	revoke(PHASE_REVOKE1, 1, slots.SLOT_PROCESSES + COPIES / COPIES_EACH, slots.ROW_GRANTS + 1);
}
