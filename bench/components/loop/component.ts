/**
 * The client of the measured calls: `protected` performs one kind of call `iterations` times. tools/bench also instantiates this binary
 * beside a bare callee, without a kernel: then it is the same loop around a direct WebAssembly call.
 */
import { call0, call4, call6, system } from '../../../sdk/kernel.ts';
import { load32 } from '../../../sdk/region/memory1.ts';
import { PHASE_CALL0, PHASE_CALL4, PHASE_CALL6, PHASE_EMPTY, PHASE_NULL_CALL } from '../../phases.ts';

const SLOT_SERVER: i32 = 1;
/** Not the number of any kernel call: the kernel is entered, finds that out, and returns. */
const NO_CALL: i32 = 0;

function empty(iterations: i32): i32 {
	let sum: i32 = 0;
	for (let i: i32 = 0; i < iterations; i++) sum += load32(0);
	return sum;
}

function nullCalls(iterations: i32): void {
	for (let i: i32 = 0; i < iterations; i++) system(NO_CALL, 0, 0, 0, 0, 0, 0);
}

function calls0(iterations: i32): void {
	for (let i: i32 = 0; i < iterations; i++) call0(SLOT_SERVER, 0);
}

function calls4(iterations: i32): void {
	for (let i: i32 = 0; i < iterations; i++) call4(SLOT_SERVER, 0, i, 2, 3, 4);
}

function calls6(iterations: i32): void {
	for (let i: i32 = 0; i < iterations; i++) call6(SLOT_SERVER, 0, i, 2, 3, 4, 5, 6);
}

function serve(_badge: i32, phase: i32, iterations: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	switch (phase) {
		case PHASE_EMPTY:
			return empty(iterations) & 0;
		case PHASE_NULL_CALL:
			nullCalls(iterations);
			return 0;
		case PHASE_CALL0:
			calls0(iterations);
			return 0;
		case PHASE_CALL4:
			calls4(iterations);
			return 0;
		case PHASE_CALL6:
			calls6(iterations);
			return 0;
	}
	return 0;
}

export { serve as protected };
