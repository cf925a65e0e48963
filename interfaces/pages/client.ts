// Generated from pages.ts by `tessera build`; changes here are lost. Definition a988b598ea1192d9.

/**
 * Client of Pages: What the compositor and the shell say to each other. The compositor tells what there is to show (state.ts), the shell describes the system's pages with it (elements.ts). The compositor keeps what was described, draws it and does what is pressed on it without the shell, so a shell that hangs, lies or dies delays nothing; it sees no pixel, no touch, and not the seal.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { callWith } from '../../sdk/kernel.ts';
import { codeOf } from '../../sdk/message.ts';

/** Only the shell may. */
export const NOT_YOURS: i32 = 16;

/** Something in the description is not of the form; the page stays as it was. */
export const BAD_ELEMENT: i32 = 17;

/**
 * What there is to show. The compositor raises the shell's signal when it has changed.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function state(gate: i32, statePointer: u32, stateLength: u32): i32 {
	return codeOf(callWith(gate, 1, 0, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>statePointer, <i32>stateLength));
}

/**
 * Describes a page (PAGE_* of elements.ts) from now on.
 * Takes at most 200000 ns.
 * Own errors: NOT_YOURS, BAD_ELEMENT.
 */
export function describe(gate: i32, elementsPointer: u32, elementsLength: u32, page: u32): i32 {
	return codeOf(callWith(gate, 2, <i32>page, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>elementsPointer, <i32>elementsLength));
}
