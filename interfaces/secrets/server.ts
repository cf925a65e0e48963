// Generated from secrets.ts by `tessera build`; changes here are lost. Definition 40fcc0bb22a54967.

/** Server's side of Secrets: The trusted keyboard's side for an app: a secret that the user has typed for this app, and for no other. The badge says which. */

import { RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** No secret waits for this app. */
export const NOTHING: i32 = 16;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const SECRETS_WORST_CASE: u32 = 20000;
/** Bytes that the server keeps for each client. */
export const SECRETS_CLIENT_BYTES: u32 = 128;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class SecretsService {
	/**
	 * Takes the secret: its bytes (UTF-8), how many. It is wiped from the keyboard before this returns.
	 * At most 20000 ns. SUCCESS, NOTHING.
	 */
	take(_badge: u32, _secretLength: u32): i32 {
		return unreachable();
	}
}

/** Sets the result of `take`. */
export function setTakeResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchSecrets<S extends SecretsService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkTake<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkTake<S extends SecretsService>(badge: i32): i32 {
	const secretLength = loanSize();
	if (secretLength < 1 || secretLength > 128) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).take(badge, <u32>secretLength);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}
