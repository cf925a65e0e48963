// Generated from echo.ts by `tessera build`; changes here are lost. Definition 69a2d72e279a0cb0.

/** Server's side of Echo: Gives back what it is given: for trying out, measuring and testing calls. */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** The server has been told to refuse. */
export const REFUSED: i32 = 16;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const ECHO_WORST_CASE: u32 = 50000;
/** Bytes that the server keeps for each client. */
export const ECHO_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class EchoService {
	/**
	 * Nothing at all.
	 * At most 2000 ns. SUCCESS.
	 */
	nothing(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * The sum of two numbers.
	 * At most 2000 ns. SUCCESS.
	 */
	add(_badge: u32, _left: i32, _right: i32): i32 {
		return unreachable();
	}

	/**
	 * Quotient and remainder.
	 * At most 2000 ns. SUCCESS, REFUSED.
	 */
	divide(_badge: u32, _dividend: u64, _divisor: u32): i32 {
		return unreachable();
	}

	/**
	 * The sum of the bytes of a buffer.
	 * At most 50000 ns. SUCCESS.
	 */
	sum(_badge: u32, _bytesLength: u32, _negate: bool): i32 {
		return unreachable();
	}

	/**
	 * Fills a buffer with a byte.
	 * At most 50000 ns. SUCCESS.
	 */
	fill(_badge: u32, _bufferLength: u32, _value: u32): i32 {
		return unreachable();
	}
}

/** Sets the result of `add`. */
export function setAddResult(value: i32): void {
	setWord(0, value);
}

/** Sets the quotient of `divide`. */
export function setDivideQuotient(value: u64): void {
	setWord(0, <i32>value);
	setWord(1, <i32>(value >> 32));
}

/** Sets the remainder of `divide`. */
export function setDivideRemainder(value: u32): void {
	setWord(2, <i32>value);
}

/** Sets the result of `sum`. */
export function setSumResult(value: i32): void {
	setWord(0, value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchEcho<S extends EchoService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkNothing<S>(badge);
		case 2:
			return checkAdd<S>(badge, w0, w1);
		case 3:
			return checkDivide<S>(badge, w0, w1, w2);
		case 4:
			return checkSum<S>(badge, w0);
		case 5:
			return checkFill<S>(badge, w0);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkNothing<S extends EchoService>(badge: i32): i32 {
	const code = changetype<S>(0).nothing(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkAdd<S extends EchoService>(badge: i32, w0: i32, w1: i32): i32 {
	const left = w0;
	if (left < -1000000 || left > 1000000) return answer(BAD_ARGUMENT, 0);
	const right = w1;
	if (right < -1000000 || right > 1000000) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).add(badge, left, right);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkDivide<S extends EchoService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const dividend = (<u64>(<u32>w0) | (<u64>(<u32>w1) << 32));
	const divisor = <u32>w2;
	if (divisor < 1) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).divide(badge, dividend, divisor);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 3 : 0);
}

function checkSum<S extends EchoService>(badge: i32, w0: i32): i32 {
	if (<u32>w0 > 1) return answer(BAD_ARGUMENT, 0);
	const negate = w0 !== 0;
	const bytesLength = loanSize();
	if (bytesLength < 1 || bytesLength > 4096) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).sum(badge, <u32>bytesLength, negate);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkFill<S extends EchoService>(badge: i32, w0: i32): i32 {
	const value = <u32>w0;
	if (value > 255) return answer(BAD_ARGUMENT, 0);
	const bufferLength = loanSize();
	if (bufferLength < 0 || bufferLength > 4096) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).fill(badge, <u32>bufferLength, value);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
