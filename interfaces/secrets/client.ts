// Generated from secrets.ts by `tessera build`; changes here are lost. Definition 40fcc0bb22a54967.

/**
 * Client of Secrets: The trusted keyboard's side for an app: a secret that the user has typed for this app, and for no other. The badge says which.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_WRITE } from '../../abi/rights.ts';
import { callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** No secret waits for this app. */
export const NOTHING: i32 = 16;

/**
 * Takes the secret: its bytes (UTF-8), how many. It is wiped from the keyboard before this returns.
 * Takes at most 20000 ns.
 * Own errors: NOTHING.
 */
export function take(gate: i32, secretPointer: u32, secretLength: u32): i32 {
	return codeOf(callWith(gate, 1, 0, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>secretPointer, <i32>secretLength));
}

/** Result that the last `take` gave. */
export function takeResult(): u32 {
	return <u32>word(0);
}
