// Generated from preferences.ts by `tessera build`; changes here are lost. Definition c8045a1e5a370db8.

/**
 * Client of Preferences: The user's choices about the phone as a whole, kept by the compositor; for settings only.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { call4 } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** Only settings may. */
export const NOT_YOURS: i32 = 16;

/** No such choice, or no such value. */
export const OUT_OF_RANGE: i32 = 17;

/**
 * A choice (choices.ts).
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS, OUT_OF_RANGE.
 */
export function read(gate: i32, choice: u32): i32 {
	return codeOf(call4(gate, 1, <i32>choice, 0, 0, 0));
}

/** Result that the last `read` gave. */
export function readResult(): u32 {
	return <u32>word(0);
}

/**
 * Changes it, for everybody at once.
 * Takes at most 60000 ns.
 * Own errors: NOT_YOURS, OUT_OF_RANGE.
 */
export function write(gate: i32, choice: u32, value: u32): i32 {
	return codeOf(call4(gate, 2, <i32>choice, <i32>value, 0, 0));
}
