// Generated from clipboard.ts by `tessera build`; changes here are lost. Definition 3de1cca661e16ac9.

/**
 * Client of Clipboard: What was copied. Apps may copy while they are in front; what is there comes out only through the paste gadget (a Gate with another badge, good for once).
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { call0, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** There is nothing, or it has been taken. */
export const EMPTY: i32 = 16;

/** This Gate is not for that. */
export const NOT_YOURS: i32 = 17;

/** Only the app in front may copy. */
export const BEHIND: i32 = 18;

/**
 * Copies text.
 * Takes at most 40000 ns.
 * Own errors: NOT_YOURS, BEHIND.
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

/**
 * Whether something was copied that has not been forgotten: 1, else 0. All that an app can know.
 * Takes at most 20000 ns.
 */
export function offered(gate: i32): i32 {
	return codeOf(call0(gate, 3));
}

/** Result that the last `offered` gave. */
export function offeredResult(): u32 {
	return <u32>word(0);
}

/**
 * The permission server: a Gate with which `app` can paste what is there now, once, in the next minute. It comes in the slot named for receiving.
 * Takes at most 40000 ns.
 * Own errors: EMPTY, NOT_YOURS.
 */
export function lend(gate: i32, app: u32, receiveSlot: i32): i32 {
	return codeOf(callWith(gate, 4, <i32>app, 0, 0, 0, 0, 0, (receiveSlot << 16), 0, 0, 0));
}
