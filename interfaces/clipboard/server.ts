// Generated from clipboard.ts by `tessera build`; changes here are lost. Definition a48f27449713fb2f.

/** Server's side of Clipboard: What was copied. Apps may copy while they are in front; what is there comes out only through the paste gadget (a Gate with another badge, good for once). */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** There is nothing, or it has been taken. */
export const EMPTY: i32 = 16;

/** This Gate is for copying only. */
export const NOT_YOURS: i32 = 17;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const CLIPBOARD_WORST_CASE: u32 = 40000;
/** Bytes that the server keeps for each client. */
export const CLIPBOARD_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class ClipboardService {
	/**
	 * Copies text.
	 * At most 40000 ns. SUCCESS.
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
}

/** Sets the result of `paste`. */
export function setPasteResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchClipboard<S extends ClipboardService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkCopy<S>(badge);
		case 2:
			return checkPaste<S>(badge);
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
