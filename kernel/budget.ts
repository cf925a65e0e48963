/**
 * CPU budgets: a sporadic server for each process (Sprunt, Sha, Lehoczky 1989). What an activation uses comes back one period after
 * it began; at most four such refills are kept apart, further ones join the last (later, never earlier: nobody gains by splitting).
 * Invariant: REMAINING + the amounts of all refills = BUDGET.
 */
import { STATE_STARTED } from '../abi/calls.ts';
import { ACTIVE_NONE, ACTIVE_OWN, GLOBAL_CAN_SUSPEND } from './layout.ts';
import { insertReady } from './ready.ts';
import { global, process, refillAmount, refillTime, setRefillAmount, setRefillTime } from './table.ts';
import { updateTimer } from './timer.ts';

const REFILLS_MOST: u32 = 4;

/** Adds a refill of `amount` at `time`, or with the last one if that is later: an activation may follow one that lived on a later refill. */
export function addRefill(row: u32, time: u64, amount: u32): void {
	if (amount === 0) return;
	const count = process(row).refills;
	if (count !== 0) time = max<u64>(time, refillTime(row, count - 1));
	if (count < REFILLS_MOST) {
		setRefillTime(row, count, time);
		setRefillAmount(row, count, amount);
		process(row).refills = count + 1;
		return;
	}
	const last = REFILLS_MOST - 1;
	setRefillTime(row, last, time);
	setRefillAmount(row, last, refillAmount(row, last) + amount);
}

/** Takes the earliest refill off the list, into REMAINING; returns its time. There is at least one. */
export function takeRefill(row: u32): u64 {
	const time = process(row).refill0;
	process(row).remaining += process(row).amount0;
	for (let index: u32 = 0; index < REFILLS_MOST - 1; index++) {
		setRefillTime(row, index, refillTime(row, index + 1));
		setRefillAmount(row, index, refillAmount(row, index + 1));
	}
	setRefillTime(row, REFILLS_MOST - 1, 0);
	setRefillAmount(row, REFILLS_MOST - 1, 0);
	process(row).refills -= 1;
	return time;
}

/** Puts back into REMAINING what is due by `now`. */
export function applyRefills(row: u32, now: u64): void {
	for (let taken: u32 = 0; taken < REFILLS_MOST; taken++) {
		if (process(row).refills === 0 || process(row).refill0 > now) return;
		takeRefill(row);
	}
}

/** Charges what the activation (or this part of it) used, given what is `left` of REMAINING. */
export function consume(row: u32, left: u32): void {
	const remaining = process(row).remaining;
	if (left > remaining) left = remaining;
	process(row).remaining = left;
	process(row).time += (remaining - left + 1023) / 1024;
	addRefill(row, process(row).startedAt + process(row).period, remaining - left);
	if (process(row).patienceUsed !== 0 && global(GLOBAL_CAN_SUSPEND) === 0) postpone(row);
}

/** On a machine that cannot suspend: the activation lived on a refill before its time; what is left of that comes when it was due. */
function postpone(row: u32): void {
	const amount = process(row).remaining;
	if (amount === 0) return;
	process(row).remaining = 0;
	if (process(row).refills === REFILLS_MOST) {
		setRefillAmount(row, 0, refillAmount(row, 0) + amount);
		return;
	}
	for (let moved: u32 = 0; moved < REFILLS_MOST - 1; moved++) {
		const to = REFILLS_MOST - 1 - moved;
		setRefillTime(row, to, refillTime(row, to - 1));
		setRefillAmount(row, to, refillAmount(row, to - 1));
	}
	setRefillTime(row, 0, process(row).startedAt);
	setRefillAmount(row, 0, amount);
	process(row).refills += 1;
}

/** No budget: out of the running until the next refill. */
export function throttle(row: u32): void {
	process(row).throttled = 1;
	updateTimer(row);
}

/** Ready if it has something to do and budget to do it with; throttled if it lacks only the budget. */
export function settle(row: u32): void {
	if (process(row).state !== STATE_STARTED || process(row).throttled !== 0) return;
	const active = process(row).active;
	const work = process(row).pending | process(row).faults | process(row).initDue;
	if (active === ACTIVE_NONE ? work === 0 : process(row).waiting === 0 || process(row).pending === 0) return;
	if (process(row).remaining === 0) throttle(row);
	else insertReady(row);
}

/** The next refill of a throttled process has come. */
export function unthrottle(row: u32, now: u64): void {
	applyRefills(row, now);
	if (process(row).remaining === 0) return;
	process(row).throttled = 0;
	if (process(row).active !== ACTIVE_OWN || process(row).waiting !== 0) {
		settle(row);
		return;
	}
	// Suspended half-way (ARM64): it goes on with what it was given.
	process(row).left = process(row).remaining;
	process(row).startedAt = now;
	insertReady(row);
}
