/**
 * Loans: for the length of one call, a client lends the server a range of one of its memories. The server reaches it only by copying,
 * within the range and the rights; when the call returns, the loan is over.
 */

import { LOAN_READ, LOAN_SIZE, LOAN_WRITE } from '../abi/calls.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../abi/rights.ts';
import { callWith, system } from './kernel.ts';

const RIGHTS_SHIFT: i32 = 8;

/** Client: calls with four words and lends `length` bytes at `offset` of memory 0 for reading. */
export function callLendingRead(
	gate: i32,
	method: i32,
	w0: i32,
	w1: i32,
	w2: i32,
	w3: i32,
	offset: u32,
	length: u32,
): i32 {
	return callWith(gate, method, w0, w1, w2, w3, 0, 0, 0, RIGHT_READ << RIGHTS_SHIFT, <i32>offset, <i32>length);
}

/** Client: the same for writing only. */
export function callLendingWrite(
	gate: i32,
	method: i32,
	w0: i32,
	w1: i32,
	w2: i32,
	w3: i32,
	offset: u32,
	length: u32,
): i32 {
	return callWith(gate, method, w0, w1, w2, w3, 0, 0, 0, RIGHT_WRITE << RIGHTS_SHIFT, <i32>offset, <i32>length);
}

/** The `loan` argument of `callWith`: memory 0..12 with RIGHT_READ, RIGHT_WRITE or both. */
export function loanOf(memory: i32, rights: i32): i32 {
	return memory | (rights << RIGHTS_SHIFT);
}

/** Server: copies `length` bytes at `offset` of the loan to address `pointer` of own memory 0. */
export function readLoan(offset: u32, pointer: u32, length: u32): i32 {
	return system(LOAN_READ, <i32>offset, <i32>pointer, <i32>length, 0, 0, 0);
}

/** Server: copies `length` bytes at address `pointer` of own memory 0 into the loan at `offset`. */
export function writeLoan(offset: u32, pointer: u32, length: u32): i32 {
	return system(LOAN_WRITE, <i32>offset, <i32>pointer, <i32>length, 0, 0, 0);
}

/** Server: bytes of the loan, or an error; result word 0 = its rights. */
export function loanSize(): i32 {
	return system(LOAN_SIZE, 0, 0, 0, 0, 0, 0);
}
