/**
 * CPU budgets: a sporadic server for each process (Sprunt, Sha, Lehoczky 1989). What an activation uses comes back one period after
 * it began; at most four such refills are kept apart, further ones join the last (later, never earlier: nobody gains by splitting).
 * Invariant: REMAINING + the amounts of all refills = BUDGET.
 */
import { STATE_STARTED } from '../abi/calls.ts';
import {
	ACTIVE_NONE,
	ACTIVE_OWN,
	PROCESS_ACTIVE,
	PROCESS_AMOUNT0,
	PROCESS_FAULTS,
	PROCESS_INIT_DUE,
	PROCESS_LEFT,
	PROCESS_PENDING,
	PROCESS_PERIOD,
	PROCESS_REFILL0_64,
	PROCESS_REFILLS,
	PROCESS_REMAINING,
	PROCESS_STARTED_AT_64,
	PROCESS_STATE,
	PROCESS_THROTTLED,
	PROCESS_TIME,
	PROCESS_WAITING,
} from './layout.ts';
import { insertReady } from './ready.ts';
import { process, process64, setProcess, setProcess64 } from './table.ts';
import { updateTimer } from './timer.ts';

const REFILLS_MOST: u32 = 4;

/** Adds a refill of `amount` at `time`. */
export function addRefill(row: u32, time: u64, amount: u32): void {
	if (amount === 0) return;
	const count = process(row, PROCESS_REFILLS);
	if (count < REFILLS_MOST) {
		setProcess64(row, PROCESS_REFILL0_64 + 8 * count, time);
		setProcess(row, PROCESS_AMOUNT0 + 4 * count, amount);
		setProcess(row, PROCESS_REFILLS, count + 1);
		return;
	}
	const last = REFILLS_MOST - 1;
	setProcess64(row, PROCESS_REFILL0_64 + 8 * last, time);
	setProcess(row, PROCESS_AMOUNT0 + 4 * last, process(row, PROCESS_AMOUNT0 + 4 * last) + amount);
}

/** Takes the earliest refill off the list, into REMAINING; returns its time. There is at least one. */
export function takeRefill(row: u32): u64 {
	const time = process64(row, PROCESS_REFILL0_64);
	setProcess(row, PROCESS_REMAINING, process(row, PROCESS_REMAINING) + process(row, PROCESS_AMOUNT0));
	for (let index: u32 = 0; index < REFILLS_MOST - 1; index++) {
		setProcess64(row, PROCESS_REFILL0_64 + 8 * index, process64(row, PROCESS_REFILL0_64 + 8 * index + 8));
		setProcess(row, PROCESS_AMOUNT0 + 4 * index, process(row, PROCESS_AMOUNT0 + 4 * index + 4));
	}
	setProcess64(row, PROCESS_REFILL0_64 + 8 * (REFILLS_MOST - 1), 0);
	setProcess(row, PROCESS_AMOUNT0 + 4 * (REFILLS_MOST - 1), 0);
	setProcess(row, PROCESS_REFILLS, process(row, PROCESS_REFILLS) - 1);
	return time;
}

/** Puts back into REMAINING what is due by `now`. */
export function applyRefills(row: u32, now: u64): void {
	for (let taken: u32 = 0; taken < REFILLS_MOST; taken++) {
		if (process(row, PROCESS_REFILLS) === 0 || process64(row, PROCESS_REFILL0_64) > now) return;
		takeRefill(row);
	}
}

/** Charges what the activation (or this part of it) used, given what is `left` of REMAINING. */
export function consume(row: u32, left: u32): void {
	const remaining = process(row, PROCESS_REMAINING);
	if (left > remaining) left = remaining;
	setProcess(row, PROCESS_REMAINING, left);
	setProcess(row, PROCESS_TIME, process(row, PROCESS_TIME) + (remaining - left) / 1024);
	addRefill(row, process64(row, PROCESS_STARTED_AT_64) + process(row, PROCESS_PERIOD), remaining - left);
}

/** No budget: out of the running until the next refill. */
export function throttle(row: u32): void {
	setProcess(row, PROCESS_THROTTLED, 1);
	updateTimer(row);
}

/** Ready if it has something to do and budget to do it with; throttled if it lacks only the budget. */
export function settle(row: u32): void {
	if (process(row, PROCESS_STATE) !== STATE_STARTED || process(row, PROCESS_THROTTLED) !== 0) return;
	const active = process(row, PROCESS_ACTIVE);
	const work = process(row, PROCESS_PENDING) | process(row, PROCESS_FAULTS) | process(row, PROCESS_INIT_DUE);
	if (active === ACTIVE_NONE ? work === 0 : process(row, PROCESS_WAITING) === 0 || process(row, PROCESS_PENDING) === 0)
		return;
	if (process(row, PROCESS_REMAINING) === 0) throttle(row);
	else insertReady(row);
}

/** The next refill of a throttled process has come. */
export function unthrottle(row: u32, now: u64): void {
	applyRefills(row, now);
	if (process(row, PROCESS_REMAINING) === 0) return;
	setProcess(row, PROCESS_THROTTLED, 0);
	if (process(row, PROCESS_ACTIVE) !== ACTIVE_OWN || process(row, PROCESS_WAITING) !== 0) {
		settle(row);
		return;
	}
	// Suspended half-way (ARM64): it goes on with what it was given.
	setProcess(row, PROCESS_LEFT, process(row, PROCESS_REMAINING));
	setProcess64(row, PROCESS_STARTED_AT_64, now);
	insertReady(row);
}
