// Generated from entropy.ts by `tessera build`; changes here are lost. Definition 16610fe0977cffae.

/**
 * Client of Entropy: Random bytes from a device, each given out once.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_WRITE } from '../../abi/rights.ts';
import { call0, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** There are not so many bytes at the moment; ask again a little later. */
export const NOT_YET: i32 = 16;

/** There is no such device, or it does not keep to its protocol. */
export const BROKEN: i32 = 17;

/**
 * Fills a buffer with random bytes.
 * Takes at most 100000 ns.
 * Own errors: NOT_YET, BROKEN.
 */
export function fill(gate: i32, bufferPointer: u32, bufferLength: u32): i32 {
	return codeOf(callWith(gate, 1, 0, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>bufferPointer, <i32>bufferLength));
}

/**
 * How the device is: 0, or VIRTIO_* of sdk/virtio/result.ts.
 * Takes at most 10000 ns.
 */
export function condition(gate: i32): i32 {
	return codeOf(call0(gate, 2));
}

/** Result that the last `condition` gave. */
export function conditionResult(): u32 {
	return <u32>word(0);
}
