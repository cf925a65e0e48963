// Generated from clipboard.ts by `tessera build`; changes here are lost. Definition 3de1cca661e16ac9.

/** Server's side of Clipboard: What was copied. Apps may copy while they are in front; what is there comes out only through the paste gadget (a Gate with another badge, good for once). */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** There is nothing, or it has been taken. */
export const EMPTY: i32 = 16;

/** This Gate is not for that. */
export const NOT_YOURS: i32 = 17;

/** Only the app in front may copy. */
export const BEHIND: i32 = 18;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const CLIPBOARD_WORST_CASE: u32 = 40000;
/** Bytes that the server keeps for each client. */
export const CLIPBOARD_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class ClipboardService {
	/**
	 * Copies text.
	 * At most 40000 ns. SUCCESS, NOT_YOURS, BEHIND.
	 */
	copy(_badge: u32, _textLength: u32): i32 {
		return unreachable();
	}

	/**
	 * Pastes: how many bytes.
	 * At most 40000 ns. SUCCESS, EMPTY, NOT_YOURS.
	 */
	paste(_badge: u32, _textLength: u32): i32 {
		return unreachable();
	}

	/**
	 * Whether something was copied that has not been forgotten: 1, else 0. All that an app can know.
	 * At most 20000 ns. SUCCESS.
	 */
	offered(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * The permission server: a Gate with which `app` can paste what is there now, once, in the next minute. It comes in the slot named for receiving.
	 * At most 40000 ns. SUCCESS, EMPTY, NOT_YOURS.
	 */
	lend(_badge: u32, _app: u32): i32 {
		return unreachable();
	}
}

/** Sets the result of `paste`. */
export function setPasteResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the result of `offered`. */
export function setOfferedResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchClipboard<S extends ClipboardService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkCopy<S>(badge);
		case 2:
			return checkPaste<S>(badge);
		case 3:
			return checkOffered<S>(badge);
		case 4:
			return checkLend<S>(badge, w0);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkCopy<S extends ClipboardService>(badge: i32): i32 {
	const textLength = loanSize();
	if (textLength < 1 || textLength > 4096) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).copy(badge, <u32>textLength);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkPaste<S extends ClipboardService>(badge: i32): i32 {
	const textLength = loanSize();
	if (textLength < 1 || textLength > 4096) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).paste(badge, <u32>textLength);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkOffered<S extends ClipboardService>(badge: i32): i32 {
	const code = changetype<S>(0).offered(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkLend<S extends ClipboardService>(badge: i32, w0: i32): i32 {
	const app = <u32>w0;
	if (app > 31) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).lend(badge, app);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
