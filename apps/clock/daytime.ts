/** The time of day, as far as the machine's clock knows it. */
import { value, valueFirst, valueMilliseconds, valueSecond } from '../../interfaces/sensors/client.ts';
import { now } from '../../sdk/time.ts';

const SLOT_TIME: i32 = 7;
const NANOSECONDS_IN_MILLISECOND: i64 = 1_000_000;
/** Milliseconds. */
export const MINUTE: u64 = 60_000;
export const DAY: u64 = 86_400_000;
/** Milliseconds since 1970 at boot; 0: nobody knows. */
let bootedAt: u64 = 0;

/** Asks the clock. */
export function readClock(): void {
	if (value(SLOT_TIME) !== 0) return;
	bootedAt = (((<u64>(<u32>valueSecond())) << 32) | <u32>valueFirst()) - valueMilliseconds();
}

/** Whether the time of day is known. */
export function isKnown(): bool {
	return bootedAt !== 0;
}

/** Milliseconds since 1970; since boot where there is no clock. */
export function millisecondsNow(): u64 {
	return bootedAt + <u64>(now() / NANOSECONDS_IN_MILLISECOND);
}
