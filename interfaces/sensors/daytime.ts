/** The time of day: asked of the machine's clock (SENSOR_CLOCK) now and then, counted on in between. */
import { now } from '../../sdk/time.ts';
import { value, valueFirst, valueMilliseconds, valueSecond } from './client.ts';

const NANOSECONDS_IN_MILLISECOND: i64 = 1_000_000;
/** Milliseconds. */
export const MINUTE: u64 = 60_000;
export const DAY: u64 = 86_400_000;
/** Earlier than this (2001) a clock only counts from the start of the machine. */
export const PLAUSIBLE: u64 = 1_000_000_000_000;
/** Milliseconds since 1970 at boot; 0: nobody knows. */
let bootedAt: u64 = 0;

/** Asks the clock in a slot; whether it knew. What was known before stays. */
export function learnTime(slot: i32): bool {
	if (value(slot) !== 0) return false;
	const time = ((<u64>(<u32>valueSecond())) << 32) | <u64>(<u32>valueFirst());
	if (time < PLAUSIBLE) return false;
	bootedAt = time - <u64>valueMilliseconds();
	return true;
}

export function isTimeKnown(): bool {
	return bootedAt !== 0;
}

/** Milliseconds since 1970; since boot where nobody knows. */
export function millisecondsNow(): u64 {
	return bootedAt + <u64>(now() / NANOSECONDS_IN_MILLISECOND);
}
