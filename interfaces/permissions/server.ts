// Generated from permissions.ts by `tessera build`; changes here are lost. Definition 43e06b08bdcbbe3a.

/** Server's side of Permissions: Grants: who holds what, since when, how often it was used; asked for by apps, given by the user, taken back at once. Badges below 32 are apps, 64 is settings, 66 the powerbox. capabilities.ts says what can be had. */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** The user does not want to be asked again by this app: the capability does not exist for it. */
export const NEVER: i32 = 16;

/** The app has asked too often (three prompts an hour): the question waits among the events. */
export const LATER: i32 = 17;

/** There is no such app or capability. */
export const UNKNOWN: i32 = 18;

/** Only settings, or only the powerbox, may. */
export const NOT_YOURS: i32 = 19;

/** The app's slot could not be filled. */
export const NO_PLACE: i32 = 20;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const PERMISSIONS_WORST_CASE: u32 = 100000;
/** Bytes that the server keeps for each client. */
export const PERMISSIONS_CLIENT_BYTES: u32 = 1024;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class PermissionsService {
	/**
	 * Asks for a capability, for a reason in the app's own words, which the prompt quotes. The answer comes as event GRANTED or TAKEN.
	 * At most 100000 ns. SUCCESS, NEVER, LATER, UNKNOWN.
	 */
	request(_badge: u32, _reasonLength: u32, _capability: u32): i32 {
		return unreachable();
	}

	/**
	 * Gives back what was given.
	 * At most 100000 ns. SUCCESS.
	 */
	release(_badge: u32, _capability: u32): i32 {
		return unreachable();
	}

	/**
	 * Settings: the state (GRANT_*) of a capability of an app, uses, the last use in milliseconds since 1970 (since boot where there is no clock; 0: never, or in an earlier life of a phone without a clock), 1 while it is held, and how many seconds ago that was.
	 * At most 20000 ns. SUCCESS, UNKNOWN, NOT_YOURS.
	 */
	inspect(_badge: u32, _app: u32, _capability: u32): i32 {
		return unreachable();
	}

	/**
	 * Settings: changes the state; anything but ALWAYS takes back at once what is held.
	 * At most 100000 ns. SUCCESS, UNKNOWN, NOT_YOURS.
	 */
	change(_badge: u32, _app: u32, _capability: u32, _state: u32): i32 {
		return unreachable();
	}

	/**
	 * Settings: what was used, newest first, from entry `first` on: entries of 16 bytes (history.ts); how many were written.
	 * At most 60000 ns. SUCCESS, NOT_YOURS.
	 */
	history(_badge: u32, _entriesLength: u32, _first: u32): i32 {
		return unreachable();
	}

	/**
	 * The powerbox: gives an app the file that the user has picked for it, in place of the one before.
	 * At most 100000 ns. SUCCESS, UNKNOWN, NOT_YOURS, NO_PLACE.
	 */
	give(_badge: u32, _app: u32): i32 {
		return unreachable();
	}
}

/** Sets the state of `inspect`. */
export function setInspectState(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the uses of `inspect`. */
export function setInspectUses(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the last of `inspect`. */
export function setInspectLast(value: u64): void {
	setWord(2, <i32>value);
	setWord(3, <i32>(value >> 32));
}

/** Sets the held of `inspect`. */
export function setInspectHeld(value: u32): void {
	setWord(4, <i32>value);
}

/** Sets the ago of `inspect`. */
export function setInspectAgo(value: u32): void {
	setWord(5, <i32>value);
}

/** Sets the result of `history`. */
export function setHistoryResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchPermissions<S extends PermissionsService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkRequest<S>(badge, w0);
		case 2:
			return checkRelease<S>(badge, w0);
		case 3:
			return checkInspect<S>(badge, w0, w1);
		case 4:
			return checkChange<S>(badge, w0, w1, w2);
		case 5:
			return checkHistory<S>(badge, w0);
		case 6:
			return checkGive<S>(badge, w0);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkRequest<S extends PermissionsService>(badge: i32, w0: i32): i32 {
	const capability = <u32>w0;
	if (capability < 1 || capability > 8) return answer(BAD_ARGUMENT, 0);
	const reasonLength = loanSize();
	if (reasonLength < 0 || reasonLength > 96) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).request(badge, <u32>reasonLength, capability);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkRelease<S extends PermissionsService>(badge: i32, w0: i32): i32 {
	const capability = <u32>w0;
	if (capability < 1 || capability > 8) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).release(badge, capability);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkInspect<S extends PermissionsService>(badge: i32, w0: i32, w1: i32): i32 {
	const app = <u32>w0;
	const capability = <u32>w1;
	const code = changetype<S>(0).inspect(badge, app, capability);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 6 : 0);
}

function checkChange<S extends PermissionsService>(badge: i32, w0: i32, w1: i32, w2: i32): i32 {
	const app = <u32>w0;
	const capability = <u32>w1;
	const state = <u32>w2;
	if (state > 4) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).change(badge, app, capability, state);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkHistory<S extends PermissionsService>(badge: i32, w0: i32): i32 {
	const first = <u32>w0;
	const entriesLength = loanSize();
	if (entriesLength < 16 || entriesLength > 1024) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).history(badge, <u32>entriesLength, first);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkGive<S extends PermissionsService>(badge: i32, w0: i32): i32 {
	const app = <u32>w0;
	const code = changetype<S>(0).give(badge, app);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
