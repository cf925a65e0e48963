// Generated from echo.ts by `tessera build`; changes here are lost. Definition 69a2d72e279a0cb0.

/**
 * Client of Echo: Gives back what it is given: for trying out, measuring and testing calls.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { call0, call4, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** The server has been told to refuse. */
export const REFUSED: i32 = 16;

/**
 * Nothing at all.
 * Takes at most 2000 ns.
 */
export function nothing(gate: i32): i32 {
	return codeOf(call0(gate, 1));
}

/**
 * The sum of two numbers.
 * Takes at most 2000 ns.
 */
export function add(gate: i32, left: i32, right: i32): i32 {
	return codeOf(call4(gate, 2, left, right, 0, 0));
}

/** Result that the last `add` gave. */
export function addResult(): i32 {
	return word(0);
}

/**
 * Quotient and remainder.
 * Takes at most 2000 ns.
 * Own errors: REFUSED.
 */
export function divide(gate: i32, dividend: u64, divisor: u32): i32 {
	return codeOf(call4(gate, 3, <i32>dividend, <i32>(dividend >> 32), <i32>divisor, 0));
}

/** Quotient that the last `divide` gave. */
export function divideQuotient(): u64 {
	return (<u64>(<u32>word(0)) | (<u64>(<u32>word(1)) << 32));
}

/** Remainder that the last `divide` gave. */
export function divideRemainder(): u32 {
	return <u32>word(2);
}

/**
 * The sum of the bytes of a buffer.
 * Takes at most 50000 ns.
 */
export function sum(gate: i32, bytesPointer: u32, bytesLength: u32, negate: bool): i32 {
	return codeOf(callWith(gate, 4, <i32>negate, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>bytesPointer, <i32>bytesLength));
}

/** Result that the last `sum` gave. */
export function sumResult(): i32 {
	return word(0);
}

/**
 * Fills a buffer with a byte.
 * Takes at most 50000 ns.
 */
export function fill(gate: i32, bufferPointer: u32, bufferLength: u32, value: u32): i32 {
	return codeOf(callWith(gate, 5, <i32>value, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>bufferPointer, <i32>bufferLength));
}
