/** Phases that measure protected calls and what goes with them. */
import { RIGHT_READ } from '../../../abi/rights.ts';
import { add as addToBatch, begin as beginBatch, run as runBatch } from '../../../sdk/batch.ts';
import { call0, call4, callWith } from '../../../sdk/kernel.ts';
import {
	LOAN_SIZES,
	LOAN_SMALLEST,
	PHASE_BATCH,
	PHASE_CALL_CAPABILITY,
	PHASE_CALL0,
	PHASE_CALL4,
	PHASE_CALL6,
	PHASE_CLOCK,
	PHASE_EMPTY,
	PHASE_LOAN,
	PHASE_MARK,
	PHASE_NULL_CALL,
} from '../../phases.ts';
import { begin, check, end, time } from '../record.ts';
import { SLOT_LOOP, SLOT_QUIET, SLOT_TAKER } from './slots.ts';

const METHOD_READ_LOAN: i32 = 1;
const METHOD_NAME_SLOT: i32 = 2;
const BUFFER: i32 = 65536;
const LOAN_FACTOR: u32 = 4;
const BATCH_CALLS: i32 = 64;

/** What `loop` does `iterations` times. */
function loopPhase(phase: u32, iterations: u32): void {
	const start = begin(phase, iterations);
	const status = call4(SLOT_LOOP, phase, iterations, 0, 0, 0);
	end(phase, start);
	check(phase, status);
}

/** What the measuring itself costs. */
export function calibrate(iterations: u32): void {
	for (let i = 0; i < 4; i++) end(PHASE_MARK, begin(PHASE_MARK, 1));
	const start = begin(PHASE_CLOCK, iterations);
	for (let i: u32 = 0; i < iterations; i++) time();
	end(PHASE_CLOCK, start);
	loopPhase(PHASE_EMPTY, iterations);
}

export function calls(iterations: u32): void {
	loopPhase(PHASE_NULL_CALL, iterations);
	loopPhase(PHASE_CALL0, iterations);
	loopPhase(PHASE_CALL4, iterations);
	loopPhase(PHASE_CALL6, iterations);
}

/** A copy of a capability goes along; the server throws it away and names the slot anew, which is not counted. */
export function callsWithCapability(iterations: u32): void {
	for (let i: u32 = 0; i < iterations; i++) {
		check(PHASE_CALL_CAPABILITY, call0(SLOT_TAKER, METHOD_NAME_SLOT));
		const start = begin(PHASE_CALL_CAPABILITY, 1);
		const status = callWith(SLOT_TAKER, 0, 1, 2, 3, 4, 5, 6, SLOT_QUIET, 0, 0, 0);
		end(PHASE_CALL_CAPABILITY, start);
		check(PHASE_CALL_CAPABILITY, status);
	}
}

/** A call that lends memory, all of which the server copies. */
function loan(phase: u32, length: i32, iterations: u32): void {
	let status: i32 = 0;
	const start = begin(phase, iterations);
	for (let i: u32 = 0; i < iterations; i++) {
		status |= callWith(SLOT_TAKER, METHOD_READ_LOAN, length, 0, 0, 0, 0, 0, 0, RIGHT_READ << 8, BUFFER, length);
	}
	end(phase, start);
	check(phase, status);
}

export function loans(iterations: u32): void {
	let length = LOAN_SMALLEST;
	for (let size: u32 = 0; size < LOAN_SIZES; size++) {
		loan(PHASE_LOAN + size, length, iterations);
		length *= LOAN_FACTOR;
	}
}

/** Null calls, 64 with one entry into the kernel. */
export function batches(count: u32): void {
	beginBatch();
	for (let i = 0; i < BATCH_CALLS; i++) addToBatch(0, 0, 0, 0, 0, 0, 0);
	const start = begin(PHASE_BATCH, count * BATCH_CALLS);
	for (let i: u32 = 0; i < count; i++) runBatch();
	end(PHASE_BATCH, start);
}
