// Generated from screen.ts by `tessera build`; changes here are lost. Definition 645e71e052565379.

/** Server's side of Screen: A display: a framebuffer in a region that the client draws into, and a queue each way (queue.ts). One client. `panel.ts` is a client that survives restarts of the driver. */

import { SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer, setWord } from '../../sdk/message.ts';

/** There is no such device, or it does not keep to its protocol. */
export const BROKEN: i32 = 16;

/** The device is being set up: the driver raises the client's signal when it is ready. */
export const NOT_READY: i32 = 17;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const SCREEN_WORST_CASE: u32 = 40000;
/** Bytes that the server keeps for each client. */
export const SCREEN_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class ScreenService {
	/**
	 * Begins a session: both queues are empty, the framebuffer's pixels are as they were. Width and height in pixels.
	 * At most 40000 ns. SUCCESS, BROKEN, NOT_READY.
	 */
	attach(_badge: u32): i32 {
		return unreachable();
	}
}

/** Sets the width of `attach`. */
export function setAttachWidth(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the height of `attach`. */
export function setAttachHeight(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the session of `attach`. */
export function setAttachSession(value: u32): void {
	setWord(2, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchScreen<S extends ScreenService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkAttach<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkAttach<S extends ScreenService>(badge: i32): i32 {
	const code = changetype<S>(0).attach(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 3 : 0);
}
