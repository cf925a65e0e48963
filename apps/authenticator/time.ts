/** What time it is, from the clock sensor: asked now and then, counted on in between. */

import { value, valueFirst, valueMilliseconds, valueSecond } from '../../interfaces/sensors/client.ts';
import { now } from '../../sdk/time.ts';

const SLOT_CLOCK: i32 = 8;
const MILLISECOND: i64 = 1_000_000;
const SECOND: i64 = 1000;
/** Seconds for which a code is good. */
export const PERIOD: i64 = 30;
/** Earlier than this (2001) a clock only counts from the start of the machine. */
const PLAUSIBLE: i64 = 1_000_000_000_000;
/** Milliseconds after which the clock is asked again. */
const ASK_AGAIN: i64 = 60_000;
/** Milliseconds since 1970 at which the machine was started; 0 = not known. */
let startOfMachine: i64 = 0;
let askedAt: i64 = -ASK_AGAIN;

function sinceStart(): i64 {
	return now() / MILLISECOND;
}

/** Asks the clock, if it is time. */
export function askClock(): void {
	if (startOfMachine !== 0 && sinceStart() < askedAt + ASK_AGAIN) return;
	if (value(SLOT_CLOCK) !== 0) return;
	const time = <i64>(<u64>(<u32>valueFirst()) | ((<u64>(<u32>valueSecond())) << 32));
	if (time < PLAUSIBLE) return;
	askedAt = sinceStart();
	startOfMachine = time - <i64>valueMilliseconds();
}

/** Is it known what time it is? */
export function knowsTime(): bool {
	return startOfMachine !== 0;
}

function milliseconds(): i64 {
	return startOfMachine + sinceStart();
}

/** Number of the period, since 1970. */
export function currentPeriod(): i64 {
	return milliseconds() / (PERIOD * SECOND);
}

/** Seconds of this period that are left, 1..30. */
export function secondsLeft(): i32 {
	return <i32>(PERIOD - ((milliseconds() / SECOND) % PERIOD));
}

/** When the next second begins, nanoseconds since boot. */
export function nextSecond(): i64 {
	return now() + (SECOND - (milliseconds() % SECOND)) * MILLISECOND;
}
