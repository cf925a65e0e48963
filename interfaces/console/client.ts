// Generated from console.ts by `tessera build`; changes here are lost. Definition 5af51f13386ad833.

/**
 * Client of Console: Text for the machine's log. A client is known by its badge (0..31), and its name stands before each of its lines.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ } from '../../abi/rights.ts';
import { call0, callWith } from '../../sdk/kernel.ts';
import { codeOf } from '../../sdk/message.ts';

/**
 * Prints text. Only complete lines appear; lines of different clients never mix.
 * Takes at most 100000 ns.
 */
export function print(gate: i32, textPointer: u32, textLength: u32): i32 {
	return codeOf(callWith(gate, 1, 0, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>textPointer, <i32>textLength));
}

/**
 * Ends a line that the client has begun.
 * Takes at most 100000 ns.
 */
export function flush(gate: i32): i32 {
	return codeOf(call0(gate, 2));
}
