// Generated from notices.ts by `tessera build`; changes here are lost. Definition f48eac3d142d1dec.

/** Server's side of Notices: What an app tells the user while it is not in front. The Gate is given as CAPABILITY_NOTIFY (interfaces/permissions), and its badge says who speaks: mark and name are drawn by the system, the text is quoted below them with everything replaced that is not plain (sdk/plain.ts). Of each app there is one notice, the last. Nothing tells the app whether it was seen. */

import { RIGHT_READ } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, word } from '../../sdk/message.ts';

/** The app has said too much in too short a time (five at once, then one every three minutes): this is not shown. */
export const LATER: i32 = 16;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const NOTICES_WORST_CASE: u32 = 40000;
/** Bytes that the server keeps for each client. */
export const NOTICES_CLIENT_BYTES: u32 = 96;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class NoticesService {
	/**
	 * Says something, in place of what the app said before. `kind`: NOTICE_PLAIN or NOTICE_ALARM (kinds.ts). While the app itself is seen, nothing is shown.
	 * At most 40000 ns. SUCCESS, LATER.
	 */
	show(_badge: u32, _textLength: u32, _kind: u32): i32 {
		return unreachable();
	}

	/**
	 * Takes back what the app said last; it counts all the same.
	 * At most 40000 ns. SUCCESS.
	 */
	withdraw(_badge: u32): i32 {
		return unreachable();
	}
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchNotices<S extends NoticesService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkShow<S>(badge, w0);
		case 2:
			return checkWithdraw<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkShow<S extends NoticesService>(badge: i32, w0: i32): i32 {
	const kind = <u32>w0;
	if (kind < 1 || kind > 2) return answer(BAD_ARGUMENT, 0);
	const textLength = loanSize();
	if (textLength < 1 || textLength > 80) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).show(badge, <u32>textLength, kind);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkWithdraw<S extends NoticesService>(badge: i32): i32 {
	const code = changetype<S>(0).withdraw(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
