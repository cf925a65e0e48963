// Generated from console.ts by `tessera build`; changes here are lost. Definition 5af51f13386ad833.

/** Server's side of Console: Text for the machine's log. A client is known by its badge (0..31), and its name stands before each of its lines. */

import { RIGHT_READ } from '../../abi/rights.ts';
import { BAD_LOAN, SERVER_FAILED, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, word } from '../../sdk/message.ts';

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const CONSOLE_WORST_CASE: u32 = 100000;
/** Bytes that the server keeps for each client. */
export const CONSOLE_CLIENT_BYTES: u32 = 132;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class ConsoleService {
	/**
	 * Prints text. Only complete lines appear; lines of different clients never mix.
	 * At most 100000 ns. SUCCESS.
	 */
	print(_badge: u32, _textLength: u32): i32 {
		return unreachable();
	}

	/**
	 * Ends a line that the client has begun.
	 * At most 100000 ns. SUCCESS.
	 */
	flush(_badge: u32): i32 {
		return unreachable();
	}
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchConsole<S extends ConsoleService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkPrint<S>(badge);
		case 2:
			return checkFlush<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkPrint<S extends ConsoleService>(badge: i32): i32 {
	const textLength = loanSize();
	if (textLength < 0 || textLength > 128) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).print(badge, <u32>textLength);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkFlush<S extends ConsoleService>(badge: i32): i32 {
	const code = changetype<S>(0).flush(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
