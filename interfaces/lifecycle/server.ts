// Generated from lifecycle.ts by `tessera build`; changes here are lost. Definition 0e16875dabf11f64.

/** Server's side of Lifecycle: Opens, closes and watches apps; holds their Process capabilities. Called by the compositor and by settings; the shell may only look. Apps are numbered by their badge at the compositor. */

import { SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer, setWord } from '../../sdk/message.ts';

/** There is no such app. */
export const UNKNOWN: i32 = 16;

/** This badge may only look. */
export const NOT_YOURS: i32 = 17;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const LIFECYCLE_WORST_CASE: u32 = 60000;
/** Bytes that the server keeps for each client. */
export const LIFECYCLE_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class LifecycleService {
	/**
	 * Starts an app that is closed; one that is open stays as it is.
	 * At most 60000 ns. SUCCESS, UNKNOWN, NOT_YOURS.
	 */
	open(_badge: u32, _app: u32): i32 {
		return unreachable();
	}

	/**
	 * Stops an app; its next start finds nothing but what it has stored.
	 * At most 60000 ns. SUCCESS, UNKNOWN, NOT_YOURS.
	 */
	close(_badge: u32, _app: u32): i32 {
		return unreachable();
	}

	/**
	 * Gives the app the share of processor time of whoever is in front, and takes it from whom it belonged to; 255: nobody is in front.
	 * At most 60000 ns. SUCCESS, UNKNOWN, NOT_YOURS.
	 */
	front(_badge: u32, _app: u32): i32 {
		return unreachable();
	}

	/**
	 * State (states.ts), faults since boot and the cause of the last (CAUSE_* of abi/calls.ts), own memory in KiB, microseconds of processor time.
	 * At most 60000 ns. SUCCESS, UNKNOWN.
	 */
	inspect(_badge: u32, _app: u32): i32 {
		return unreachable();
	}
}

/** Sets the state of `inspect`. */
export function setInspectState(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the faults of `inspect`. */
export function setInspectFaults(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the cause of `inspect`. */
export function setInspectCause(value: u32): void {
	setWord(2, <i32>value);
}

/** Sets the memory of `inspect`. */
export function setInspectMemory(value: u32): void {
	setWord(3, <i32>value);
}

/** Sets the time of `inspect`. */
export function setInspectTime(value: u64): void {
	setWord(4, <i32>value);
	setWord(5, <i32>(value >> 32));
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchLifecycle<S extends LifecycleService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkOpen<S>(badge, w0);
		case 2:
			return checkClose<S>(badge, w0);
		case 3:
			return checkFront<S>(badge, w0);
		case 4:
			return checkInspect<S>(badge, w0);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkOpen<S extends LifecycleService>(badge: i32, w0: i32): i32 {
	const app = <u32>w0;
	const code = changetype<S>(0).open(badge, app);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkClose<S extends LifecycleService>(badge: i32, w0: i32): i32 {
	const app = <u32>w0;
	const code = changetype<S>(0).close(badge, app);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkFront<S extends LifecycleService>(badge: i32, w0: i32): i32 {
	const app = <u32>w0;
	const code = changetype<S>(0).front(badge, app);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkInspect<S extends LifecycleService>(badge: i32, w0: i32): i32 {
	const app = <u32>w0;
	const code = changetype<S>(0).inspect(badge, app);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 6 : 0);
}
