// Generated from entropy.ts by `tessera build`; changes here are lost. Definition 16610fe0977cffae.

/** Server's side of Entropy: Random bytes from a device, each given out once. */

import { RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** There are not so many bytes at the moment; ask again a little later. */
export const NOT_YET: i32 = 16;

/** There is no such device, or it does not keep to its protocol. */
export const BROKEN: i32 = 17;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const ENTROPY_WORST_CASE: u32 = 100000;
/** Bytes that the server keeps for each client. */
export const ENTROPY_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class EntropyService {
	/**
	 * Fills a buffer with random bytes.
	 * At most 100000 ns. SUCCESS, NOT_YET, BROKEN.
	 */
	fill(_badge: u32, _bufferLength: u32): i32 {
		return unreachable();
	}

	/**
	 * How the device is: 0, or VIRTIO_* of sdk/virtio/result.ts.
	 * At most 10000 ns. SUCCESS.
	 */
	condition(_badge: u32): i32 {
		return unreachable();
	}
}

/** Sets the result of `condition`. */
export function setConditionResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchEntropy<S extends EntropyService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkFill<S>(badge);
		case 2:
			return checkCondition<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkFill<S extends EntropyService>(badge: i32): i32 {
	const bufferLength = loanSize();
	if (bufferLength < 1 || bufferLength > 256) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).fill(badge, <u32>bufferLength);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkCondition<S extends EntropyService>(badge: i32): i32 {
	const code = changetype<S>(0).condition(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}
