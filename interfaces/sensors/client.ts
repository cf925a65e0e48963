// Generated from sensors.ts by `tessera build`; changes here are lost. Definition 1dd0262f34b669cb.

/**
 * Client of Sensors: Small sensors, each a driver of its own with this interface: microphone level, location, battery. Values as values.ts says.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { call0 } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** No value has come yet. */
export const NOT_READY: i32 = 16;

/** The machine has no such sensor, or it does not answer. */
export const ABSENT: i32 = 17;

/**
 * The newest value: three numbers, and the milliseconds since boot when it came. Asking has the next one measured: a sensor that nobody asks is off.
 * Takes at most 20000 ns.
 * Own errors: NOT_READY, ABSENT.
 */
export function value(gate: i32): i32 {
	return codeOf(call0(gate, 1));
}

/** First that the last `value` gave. */
export function valueFirst(): i32 {
	return word(0);
}

/** Second that the last `value` gave. */
export function valueSecond(): i32 {
	return word(1);
}

/** Third that the last `value` gave. */
export function valueThird(): i32 {
	return word(2);
}

/** Milliseconds that the last `value` gave. */
export function valueMilliseconds(): u32 {
	return <u32>word(3);
}
