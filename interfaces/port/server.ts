// Generated from port.ts by `tessera build`; changes here are lost. Definition 70b2c6521c238d11.

/** Server's side of Port: Bytes to and from the world outside, through a queue each way (queue.ts): the phone's accessibility port. */

import { SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer, setWord } from '../../sdk/message.ts';

/** There is no such device, or it does not keep to its protocol. */
export const BROKEN: i32 = 16;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const PORT_WORST_CASE: u32 = 40000;
/** Bytes that the server keeps for each client. */
export const PORT_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class PortService {
	/**
	 * Begins a session: both directions are empty.
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
export function dispatchPort<S extends PortService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkAttach<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkAttach<S extends PortService>(badge: i32): i32 {
	const code = changetype<S>(0).attach(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}
