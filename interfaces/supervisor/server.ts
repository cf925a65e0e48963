// Generated from supervisor.ts by `tessera build`; changes here are lost. Definition 6f5718d572eda669.

/** Server's side of Supervisor: What a supervisor tells about the components that it restarts. */

import { BAD_ARGUMENT, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer, setWord } from '../../sdk/message.ts';

/** It looks after no such component. */
export const UNKNOWN_CHILD: i32 = 16;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const SUPERVISOR_WORST_CASE: u32 = 10000;
/** Bytes that the server keeps for each client. */
export const SUPERVISOR_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class SupervisorService {
	/**
	 * How a child is doing: state (STATE_* of abi/calls.ts), restarts since boot, cause of the last fault (CAUSE_*), own memory in KiB, microseconds of processor time.
	 * At most 10000 ns. SUCCESS, UNKNOWN_CHILD.
	 */
	inspect(_badge: u32, _child: u32): i32 {
		return unreachable();
	}
}

/** Sets the state of `inspect`. */
export function setInspectState(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the restarts of `inspect`. */
export function setInspectRestarts(value: u32): void {
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
export function dispatchSupervisor<S extends SupervisorService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkInspect<S>(badge, w0);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkInspect<S extends SupervisorService>(badge: i32, w0: i32): i32 {
	const child = <u32>w0;
	if (child > 31) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).inspect(badge, child);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 6 : 0);
}
