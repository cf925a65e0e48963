// Generated from block.ts by `tessera build`; changes here are lost. Definition a5a821a04c140456.

/**
 * Client of Block: Sectors of 512 bytes on a disk. They pass through a region and two queues in it (queue.ts); these calls are for what is not data. `disk.ts` is a client for one request at a time.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { call0 } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** There is no such device, or it does not keep to its protocol. */
export const BROKEN: i32 = 16;

/** No session has begun since the driver was started. */
export const ABSENT: i32 = 17;

/**
 * Begins a session: both queues are empty, what was asked before is not answered any more.
 * Takes at most 20000 ns.
 * Own errors: BROKEN.
 */
export function attach(gate: i32): i32 {
	return codeOf(call0(gate, 1));
}

/**
 * Whether the session that the client has begun still exists, and how many sectors the disk has.
 * Takes at most 20000 ns.
 * Own errors: BROKEN, ABSENT.
 */
export function capacity(gate: i32): i32 {
	return codeOf(call0(gate, 2));
}

/** Result that the last `capacity` gave. */
export function capacityResult(): u64 {
	return (<u64>(<u32>word(0)) | (<u64>(<u32>word(1)) << 32));
}
