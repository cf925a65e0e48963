/** A stopwatch with laps. */
import { now } from '../../sdk/time.ts';

/** Laps that are kept; after that the oldest goes. */
const LAPS: u32 = 20;
const LAP_TIMES: u32 = memory.data(160, 8) as u32;

/** When it would have begun, had it never been stopped; 0: it does not run. */
let beganAt: i64 = 0;
/** Nanoseconds that had passed when it was stopped. */
let passed: i64 = 0;
/** Laps so far. */
export let laps: u32 = 0;

export function isRunning(): bool {
	return beganAt !== 0;
}

export function elapsed(): i64 {
	return isRunning() ? now() - beganAt : passed;
}

export function begin(): void {
	beganAt = now() - passed;
}

export function stop(): void {
	passed = elapsed();
	beganAt = 0;
}

export function reset(): void {
	passed = 0;
	beganAt = 0;
	laps = 0;
}

/** Keeps the time that has passed. */
export function lap(): void {
	store<i64>(LAP_TIMES + 8 * (laps % LAPS), elapsed());
	laps++;
}

/** First lap that is kept. */
export function firstLap(): u32 {
	return laps < LAPS ? 0 : laps - LAPS;
}

/** What had passed at the end of a lap. */
export function lapTime(number: u32): i64 {
	return load<i64>(LAP_TIMES + 8 * (number % LAPS));
}
