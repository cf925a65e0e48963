// Generated from pages.ts by `tessera build`; changes here are lost. Definition a988b598ea1192d9.

/** Server's side of Pages: What the compositor and the shell say to each other. The compositor tells what there is to show (state.ts), the shell describes the system's pages with it (elements.ts). The compositor keeps what was described, draws it and does what is pressed on it without the shell, so a shell that hangs, lies or dies delays nothing; it sees no pixel, no touch, and not the seal. */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, word } from '../../sdk/message.ts';

/** Only the shell may. */
export const NOT_YOURS: i32 = 16;

/** Something in the description is not of the form; the page stays as it was. */
export const BAD_ELEMENT: i32 = 17;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const PAGES_WORST_CASE: u32 = 200000;
/** Bytes that the server keeps for each client. */
export const PAGES_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class PagesService {
	/**
	 * What there is to show. The compositor raises the shell's signal when it has changed.
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	state(_badge: u32, _stateLength: u32): i32 {
		return unreachable();
	}

	/**
	 * Describes a page (PAGE_* of elements.ts) from now on.
	 * At most 200000 ns. SUCCESS, NOT_YOURS, BAD_ELEMENT.
	 */
	describe(_badge: u32, _elementsLength: u32, _page: u32): i32 {
		return unreachable();
	}
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchPages<S extends PagesService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkState<S>(badge);
		case 2:
			return checkDescribe<S>(badge, w0);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkState<S extends PagesService>(badge: i32): i32 {
	const stateLength = loanSize();
	if (stateLength < 256 || stateLength > 256) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).state(badge, <u32>stateLength);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkDescribe<S extends PagesService>(badge: i32, w0: i32): i32 {
	const page = <u32>w0;
	if (page > 5) return answer(BAD_ARGUMENT, 0);
	const elementsLength = loanSize();
	if (elementsLength < 0 || elementsLength > 6144) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).describe(badge, <u32>elementsLength, page);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
