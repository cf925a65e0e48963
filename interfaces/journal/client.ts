// Generated from journal.ts by `tessera build`; changes here are lost. Definition 9de6fef009fac439.

/**
 * Client of Journal: The system's own log, for the log viewer: lines as they went to the machine's log, oldest first. Nobody can change what is in it.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_WRITE } from '../../abi/rights.ts';
import { call0, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** There is no line of that number, or no longer. */
export const NOT_KEPT: i32 = 16;

/**
 * First and last number of the lines that are kept, counted from 1; last 0: there is none yet.
 * Takes at most 20000 ns.
 */
export function lines(gate: i32): i32 {
	return codeOf(call0(gate, 1));
}

/** First that the last `lines` gave. */
export function linesFirst(): u32 {
	return <u32>word(0);
}

/** Last that the last `lines` gave. */
export function linesLast(): u32 {
	return <u32>word(1);
}

/**
 * A line without its end: its bytes (ASCII), as many as the buffer holds; how many, the milliseconds since boot when it came, and how grave its client calls it (LEVEL_* of interfaces/console/levels.ts).
 * Takes at most 40000 ns.
 * Own errors: NOT_KEPT.
 */
export function line(gate: i32, textPointer: u32, textLength: u32, number: u32): i32 {
	return codeOf(callWith(gate, 2, <i32>number, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>textPointer, <i32>textLength));
}

/** Length that the last `line` gave. */
export function lineLength(): u32 {
	return <u32>word(0);
}

/** Milliseconds that the last `line` gave. */
export function lineMilliseconds(): u32 {
	return <u32>word(1);
}

/** Level that the last `line` gave. */
export function lineLevel(): u32 {
	return <u32>word(2);
}
