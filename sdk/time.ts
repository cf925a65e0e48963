/** The monotonic clock and the component's one alarm. */

import { ALARM } from '../abi/calls.ts';
import { clock, system } from './kernel.ts';

/** Nanoseconds since boot. */
export function now(): i64 {
	return clock();
}

/** Raises own `bits` after `nanoseconds`; replaces an alarm that is still set. */
export function setAlarm(nanoseconds: u64, bits: i32): i32 {
	return system(ALARM, <i32>(nanoseconds & 0xffffffff), <i32>(nanoseconds >> 32), bits, 0, 0, 0);
}

/** Forgets the alarm. */
export function cancelAlarm(): i32 {
	return system(ALARM, 0, 0, 0, 0, 0, 0);
}
