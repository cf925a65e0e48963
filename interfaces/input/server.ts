// Generated from input.ts by `tessera build`; changes here are lost. Definition df63eef854d4c55e.

/** Server's side of Input: Touches and keys, through a queue from the driver to its one client (queue.ts). */

import { SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer, setWord } from '../../sdk/message.ts';

/** No device answers. */
export const BROKEN: i32 = 16;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const INPUT_WORST_CASE: u32 = 40000;
/** Bytes that the server keeps for each client. */
export const INPUT_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class InputService {
	/**
	 * Begins a session: the queue is empty, no finger is down, no key pressed.
	 * At most 40000 ns. SUCCESS, BROKEN.
	 */
	attach(_badge: u32): i32 {
		return unreachable();
	}
}

/** Sets the result of `attach`. */
export function setAttachResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchInput<S extends InputService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkAttach<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkAttach<S extends InputService>(badge: i32): i32 {
	const code = changetype<S>(0).attach(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}
