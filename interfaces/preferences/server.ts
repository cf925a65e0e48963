// Generated from preferences.ts by `tessera build`; changes here are lost. Definition c8045a1e5a370db8.

/** Server's side of Preferences: The user's choices about the phone as a whole, kept by the compositor; for settings only. */

import { SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer, setWord } from '../../sdk/message.ts';

/** Only settings may. */
export const NOT_YOURS: i32 = 16;

/** No such choice, or no such value. */
export const OUT_OF_RANGE: i32 = 17;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const PREFERENCES_WORST_CASE: u32 = 60000;
/** Bytes that the server keeps for each client. */
export const PREFERENCES_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class PreferencesService {
	/**
	 * A choice (choices.ts).
	 * At most 20000 ns. SUCCESS, NOT_YOURS, OUT_OF_RANGE.
	 */
	read(_badge: u32, _choice: u32): i32 {
		return unreachable();
	}

	/**
	 * Changes it, for everybody at once.
	 * At most 60000 ns. SUCCESS, NOT_YOURS, OUT_OF_RANGE.
	 */
	write(_badge: u32, _choice: u32, _value: u32): i32 {
		return unreachable();
	}
}

/** Sets the result of `read`. */
export function setReadResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchPreferences<S extends PreferencesService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkRead<S>(badge, w0);
		case 2:
			return checkWrite<S>(badge, w0, w1);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkRead<S extends PreferencesService>(badge: i32, w0: i32): i32 {
	const choice = <u32>w0;
	const code = changetype<S>(0).read(badge, choice);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkWrite<S extends PreferencesService>(badge: i32, w0: i32, w1: i32): i32 {
	const choice = <u32>w0;
	const value = <u32>w1;
	const code = changetype<S>(0).write(badge, choice, value);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
