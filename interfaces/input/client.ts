// Generated from input.ts by `tessera build`; changes here are lost. Definition df63eef854d4c55e.

/**
 * Client of Input: Touches and keys, through a queue from the driver to its one client (queue.ts).
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { call0 } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** No device answers. */
export const BROKEN: i32 = 16;

/**
 * Begins a session: the queue is empty, no finger is down, no key pressed.
 * Takes at most 40000 ns.
 * Own errors: BROKEN.
 */
export function attach(gate: i32): i32 {
	return codeOf(call0(gate, 1));
}

/** Result that the last `attach` gave. */
export function attachResult(): u32 {
	return <u32>word(0);
}
