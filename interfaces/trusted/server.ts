// Generated from trusted.ts by `tessera build`; changes here are lost. Definition 93bcd440e4fd60a3.

/** Server's side of Trusted: The compositor's side of the trusted path, for the permission server, the powerbox and the keyboard only (badges from 64 on; the compositor knows which is which). All words on the screen are the system's own, except a reason, which is quoted. */

import { RIGHT_READ } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** Another question is on the screen; it will be asked afterwards. */
export const BUSY: i32 = 16;

/** This badge may not. */
export const NOT_YOURS: i32 = 17;

/** The app is not open, or not in front. */
export const GONE: i32 = 18;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const TRUSTED_WORST_CASE: u32 = 100000;
/** Bytes that the server keeps for each client. */
export const TRUSTED_CLIENT_BYTES: u32 = 512;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class TrustedService {
	/**
	 * Puts a question on the screen: may `app` have `capability`? `held`: what it has already and what makes it more dangerous together (1 << CAPABILITY_*); the prompt warns. The signal ANSWERED tells that `takeAnswer` has something.
	 * At most 100000 ns. SUCCESS, BUSY, NOT_YOURS, GONE.
	 */
	ask(_badge: u32, _reasonLength: u32, _app: u32, _capability: u32, _held: u32): i32 {
		return unreachable();
	}

	/**
	 * Takes what the user has done: kind (answers.ts), app, capability or gadget kind, and the answer (GRANT_*) or the gadget's argument; kind 0: nothing.
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	takeAnswer(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * Puts an event into an app's queue.
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	tell(_badge: u32, _app: u32, _kind: u32, _first: u32): i32 {
		return unreachable();
	}

	/**
	 * Says in the strip that an app uses a capability now, or no longer. Capability 0: nothing of the app is in use.
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	inUse(_badge: u32, _app: u32, _capability: u32, _on: u32): i32 {
		return unreachable();
	}

	/**
	 * Raises (1) or lowers (0) the caller's sheet (keyboard, picker) over `app`; its size comes by `look` of interfaces/display, with the same badge.
	 * At most 40000 ns. SUCCESS, NOT_YOURS, GONE.
	 */
	sheet(_badge: u32, _app: u32, _up: u32): i32 {
		return unreachable();
	}

	/**
	 * The keyboard: types a character (kind EVENT_TEXT) or key (EVENT_KEY) into the app that is edited.
	 * At most 20000 ns. SUCCESS, NOT_YOURS, GONE.
	 */
	type(_badge: u32, _kind: u32, _first: u32): i32 {
		return unreachable();
	}

	/**
	 * The app in front, 255: none. For the clipboard and the powerbox.
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	front(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * The permission server: what the user has switched off for everybody in the top menu, as 1 << CAPABILITY_*.
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	switches(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * The permission server: a question waits among the events (1), or no longer (0). Touching it there gives ANSWER_POSTPONED.
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	postpone(_badge: u32, _app: u32, _capability: u32, _waits: u32): i32 {
		return unreachable();
	}

	/**
	 * The keyboard: the secret for `app` is complete, `length` bytes (0: cancelled); the ceremony ends, and the app is told (EVENT_SECRET).
	 * At most 20000 ns. SUCCESS, NOT_YOURS.
	 */
	finish(_badge: u32, _app: u32, _length: u32): i32 {
		return unreachable();
	}

	/**
	 * The permission server: what an app says while it is not in front, in its own words; `kind` of interfaces/notices/kinds.ts. It is shown when nothing is asked and the app is not seen.
	 * At most 40000 ns. SUCCESS, NOT_YOURS.
	 */
	notice(_badge: u32, _textLength: u32, _app: u32, _kind: u32): i32 {
		return unreachable();
	}
}

/** Sets the kind of `takeAnswer`. */
export function setTakeAnswerKind(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the app of `takeAnswer`. */
export function setTakeAnswerApp(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the what of `takeAnswer`. */
export function setTakeAnswerWhat(value: u32): void {
	setWord(2, <i32>value);
}

/** Sets the value of `takeAnswer`. */
export function setTakeAnswerValue(value: u32): void {
	setWord(3, <i32>value);
}

/** Sets the result of `front`. */
export function setFrontResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the result of `switches`. */
export function setSwitchesResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchTrusted<S extends TrustedService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkAsk<S>(badge, w0, w1, w2);
		case 2:
			return checkTakeAnswer<S>(badge);
		case 3:
			return checkTell<S>(badge, w0, w1, w2);
		case 4:
			return checkInUse<S>(badge, w0, w1, w2);
		case 5:
			return checkSheet<S>(badge, w0, w1);
		case 6:
			return checkType<S>(badge, w0, w1);
		case 7:
			return checkFront<S>(badge);
		case 8:
			return checkSwitches<S>(badge);
		case 9:
			return checkPostpone<S>(badge, w0, w1, w2);
		case 10:
			return checkFinish<S>(badge, w0, w1);
		case 11:
			return checkNotice<S>(badge, w0, w1);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkAsk<S extends TrustedService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const app = <u32>w0;
	const capability = <u32>w1;
	if (capability < 1 || capability > 8) return answer(BAD_ARGUMENT, 0);
	const held = <u32>w2;
	const reasonLength = loanSize();
	if (reasonLength < 0 || reasonLength > 96) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).ask(badge, <u32>reasonLength, app, capability, held);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkTakeAnswer<S extends TrustedService>(badge: i32): i32 {
	const code = changetype<S>(0).takeAnswer(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 4 : 0);
}

function checkTell<S extends TrustedService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const app = <u32>w0;
	const kind = <u32>w1;
	const first = <u32>w2;
	const code = changetype<S>(0).tell(badge, app, kind, first);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkInUse<S extends TrustedService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const app = <u32>w0;
	const capability = <u32>w1;
	const on = <u32>w2;
	const code = changetype<S>(0).inUse(badge, app, capability, on);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkSheet<S extends TrustedService>(badge: i32, w0: i32, w1: i32): i32 {
	const app = <u32>w0;
	const up = <u32>w1;
	const code = changetype<S>(0).sheet(badge, app, up);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkType<S extends TrustedService>(badge: i32, w0: i32, w1: i32): i32 {
	const kind = <u32>w0;
	const first = <u32>w1;
	const code = changetype<S>(0).type(badge, kind, first);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkFront<S extends TrustedService>(badge: i32): i32 {
	const code = changetype<S>(0).front(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkSwitches<S extends TrustedService>(badge: i32): i32 {
	const code = changetype<S>(0).switches(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkPostpone<S extends TrustedService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const app = <u32>w0;
	const capability = <u32>w1;
	if (capability < 1 || capability > 8) return answer(BAD_ARGUMENT, 0);
	const waits = <u32>w2;
	const code = changetype<S>(0).postpone(badge, app, capability, waits);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkFinish<S extends TrustedService>(badge: i32, w0: i32, w1: i32): i32 {
	const app = <u32>w0;
	const length = <u32>w1;
	if (length > 128) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).finish(badge, app, length);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkNotice<S extends TrustedService>(badge: i32, w0: i32, w1: i32): i32 {
	const app = <u32>w0;
	const kind = <u32>w1;
	if (kind > 3) return answer(BAD_ARGUMENT, 0);
	const textLength = loanSize();
	if (textLength < 0 || textLength > 80) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).notice(badge, <u32>textLength, app, kind);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
