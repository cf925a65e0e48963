// Generated from camera.ts by `tessera build`; changes here are lost. Definition ddefb947497d2b0d.

/**
 * Client of Camera: Pictures of the camera: R8G8B8A8, a row after the other. Badge: who; a Gate for one picture is another badge than a Gate for a stream.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_WRITE } from '../../abi/rights.ts';
import { call0, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** The next picture has not come yet: ask again a little later. */
export const NOT_READY: i32 = 16;

/** This capability was for one picture, and that has been taken. */
export const SPENT: i32 = 17;

/** The machine has no camera, or it does not answer. */
export const ABSENT: i32 = 18;

/** Only the permission server (badge 64) hands out Gates. */
export const NOT_YOURS: i32 = 19;

/**
 * Width and height of pictures, and the number of the newest, which it begins to take if none is being taken.
 * Takes at most 20000 ns.
 * Own errors: ABSENT, SPENT.
 */
export function newest(gate: i32): i32 {
	return codeOf(call0(gate, 1));
}

/** Width that the last `newest` gave. */
export function newestWidth(): u32 {
	return <u32>word(0);
}

/** Height that the last `newest` gave. */
export function newestHeight(): u32 {
	return <u32>word(1);
}

/** Number that the last `newest` gave. */
export function newestNumber(): u32 {
	return <u32>word(2);
}

/**
 * Rows of picture `number`, from `row` on, as many as the buffer holds.
 * Takes at most 400000 ns.
 * Own errors: NOT_READY, SPENT, ABSENT.
 */
export function rows(gate: i32, pixelsPointer: u32, pixelsLength: u32, number: u32, row: u32): i32 {
	return codeOf(callWith(gate, 2, <i32>number, <i32>row, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>pixelsPointer, <i32>pixelsLength));
}

/** Result that the last `rows` gave. */
export function rowsResult(): u32 {
	return <u32>word(0);
}

/**
 * The permission server: a new Gate that is good for one picture. Those before are spent.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function lend(gate: i32, receiveSlot: i32): i32 {
	return codeOf(callWith(gate, 3, 0, 0, 0, 0, 0, 0, (receiveSlot << 16), 0, 0, 0));
}
