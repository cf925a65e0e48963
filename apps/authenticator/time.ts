/** What time it is, from the clock sensor: asked now and then, counted on in between. */

import { isTimeKnown, learnTime, millisecondsNow } from '../../interfaces/sensors/daytime.ts';
import { now } from '../../sdk/time.ts';

const SLOT_CLOCK: i32 = 8;
const MILLISECOND: i64 = 1_000_000;
const SECOND: u64 = 1000;
/** Seconds for which a code is good. */
export const PERIOD: u64 = 30;
/** Nanoseconds after which the clock is asked again. */
const ASK_AGAIN: i64 = 60_000 * MILLISECOND;
let askedAt: i64 = -ASK_AGAIN;

/** Asks the clock, if it is time. */
export function askClock(): void {
	if (isTimeKnown() && now() < askedAt + ASK_AGAIN) return;
	if (learnTime(SLOT_CLOCK)) askedAt = now();
}

/** Number of the period, since 1970. */
export function currentPeriod(): i64 {
	return <i64>(millisecondsNow() / (PERIOD * SECOND));
}

/** Seconds of this period that are left, 1..30. */
export function secondsLeft(): i32 {
	return <i32>(PERIOD - ((millisecondsNow() / SECOND) % PERIOD));
}

/** When the next second begins, nanoseconds since boot. */
export function nextSecond(): i64 {
	return now() + <i64>(SECOND - (millisecondsNow() % SECOND)) * MILLISECOND;
}
