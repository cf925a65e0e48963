// Generated from port.ts by `tessera build`; changes here are lost. Definition 70b2c6521c238d11.

/**
 * Client of Port: Bytes to and from the world outside, through a queue each way (queue.ts): the phone's accessibility port.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { call0 } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** There is no such device, or it does not keep to its protocol. */
export const BROKEN: i32 = 16;

/**
 * Begins a session: both directions are empty.
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
