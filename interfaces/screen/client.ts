// Generated from screen.ts by `tessera build`; changes here are lost. Definition 645e71e052565379.

/**
 * Client of Screen: A display: a framebuffer in a region that the client draws into, and a queue each way (queue.ts). One client. `panel.ts` is a client that survives restarts of the driver.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { call0 } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** There is no such device, or it does not keep to its protocol. */
export const BROKEN: i32 = 16;

/** The device is being set up: the driver raises the client's signal when it is ready. */
export const NOT_READY: i32 = 17;

/**
 * Begins a session: both queues are empty, the framebuffer's pixels are as they were. Width and height in pixels.
 * Takes at most 40000 ns.
 * Own errors: BROKEN, NOT_READY.
 */
export function attach(gate: i32): i32 {
	return codeOf(call0(gate, 1));
}

/** Width that the last `attach` gave. */
export function attachWidth(): u32 {
	return <u32>word(0);
}

/** Height that the last `attach` gave. */
export function attachHeight(): u32 {
	return <u32>word(1);
}

/** Session that the last `attach` gave. */
export function attachSession(): u32 {
	return <u32>word(2);
}
