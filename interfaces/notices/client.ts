// Generated from notices.ts by `tessera build`; changes here are lost. Definition f48eac3d142d1dec.

/**
 * Client of Notices: What an app tells the user while it is not in front. The Gate is given as CAPABILITY_NOTIFY (interfaces/permissions), and its badge says who speaks: mark and name are drawn by the system, the text is quoted below them with everything replaced that is not plain (sdk/plain.ts). Of each app there is one notice, the last. Nothing tells the app whether it was seen.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ } from '../../abi/rights.ts';
import { call0, callWith } from '../../sdk/kernel.ts';
import { codeOf } from '../../sdk/message.ts';

/** The app has said too much in too short a time (five at once, then one every three minutes): this is not shown. */
export const LATER: i32 = 16;

/**
 * Says something, in place of what the app said before. `kind`: NOTICE_PLAIN or NOTICE_ALARM (kinds.ts). While the app itself is seen, nothing is shown.
 * Takes at most 40000 ns.
 * Own errors: LATER.
 */
export function show(gate: i32, textPointer: u32, textLength: u32, kind: u32): i32 {
	return codeOf(callWith(gate, 1, <i32>kind, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>textPointer, <i32>textLength));
}

/**
 * Takes back what the app said last; it counts all the same.
 * Takes at most 40000 ns.
 */
export function withdraw(gate: i32): i32 {
	return codeOf(call0(gate, 2));
}
