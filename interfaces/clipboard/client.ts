// Generated from clipboard.ts by `tessera build`; changes here are lost. Definition a48f27449713fb2f.

/**
 * Client of Clipboard: What was copied. Apps may copy while they are in front; what is there comes out only through the paste gadget (a Gate with another badge, good for once).
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** There is nothing, or it has been taken. */
export const EMPTY: i32 = 16;

/** This Gate is for copying only. */
export const NOT_YOURS: i32 = 17;

/**
 * Copies text.
 * Takes at most 40000 ns.
 */
export function copy(gate: i32, textPointer: u32, textLength: u32): i32 {
	return codeOf(callWith(gate, 1, 0, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>textPointer, <i32>textLength));
}

/**
 * Pastes: how many bytes.
 * Takes at most 40000 ns.
 * Own errors: EMPTY, NOT_YOURS.
 */
export function paste(gate: i32, textPointer: u32, textLength: u32): i32 {
	return codeOf(callWith(gate, 2, 0, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>textPointer, <i32>textLength));
}

/** Result that the last `paste` gave. */
export function pasteResult(): u32 {
	return <u32>word(0);
}
