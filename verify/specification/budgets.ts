/**
 * Budgets and times: "each process has a sporadic-server budget: REMAINING plus up to four refills always add up to BUDGET"; who lacks
 * only the budget "is throttled until its next refill".
 */
import { STATE_STARTED } from '../../abi/calls.ts';
import {
	ACTIVE_NONE,
	ACTIVE_OWN,
	GLOBAL_CAN_SUSPEND,
	GLOBAL_OUT_ALARM_64,
	PROCESS_COUNT,
} from '../../kernel/layout.ts';
import { insertReady } from './ready.ts';
import { global, NEVER, process, refillAmount, refillTime, setGlobal64, setRefill, setTimer, timer } from './state.ts';

const REFILLS_MOST: u32 = 4;
/** Levels of the tournament tree between a leaf and the root. */
const HEIGHT: u32 = 8;

/** The time that the process waits for: its alarm, or its next refill if it is throttled. The earliest of all is OUT_ALARM. */
export function updateTimer(row: u32): void {
	const refill = process(row).throttled !== 0 ? refillTime(row, 0) : NEVER;
	const time = min<u64>(process(row).alarm, refill);
	let node = PROCESS_COUNT + row;
	if (timer(node) === time) return;
	setTimer(node, time);
	for (let height: u32 = 0; height < HEIGHT; height++) {
		node >>= 1;
		setTimer(node, min<u64>(timer(2 * node), timer(2 * node + 1)));
	}
	setGlobal64(GLOBAL_OUT_ALARM_64, timer(1));
}

/** The process whose time comes first. */
export function earliest(): u32 {
	let node: u32 = 1;
	for (let height: u32 = 0; height < HEIGHT; height++) {
		node = timer(2 * node) === timer(node) ? 2 * node : 2 * node + 1;
	}
	return node - PROCESS_COUNT;
}

/** `amount` comes back at `time`, never before a refill that is there already; what is more than four joins the last. */
export function addRefill(row: u32, time: u64, amount: u32): void {
	if (amount === 0) return;
	const count = process(row).refills;
	const when = count !== 0 ? max<u64>(time, refillTime(row, count - 1)) : time;
	if (count < REFILLS_MOST) {
		setRefill(row, count, when, amount);
		process(row).refills = count + 1;
	} else {
		setRefill(row, REFILLS_MOST - 1, when, refillAmount(row, REFILLS_MOST - 1) + amount);
	}
}

/** The first refill goes into REMAINING, the others move up; its time. */
export function takeRefill(row: u32): u64 {
	const time = refillTime(row, 0);
	process(row).remaining += refillAmount(row, 0);
	for (let index: u32 = 1; index < REFILLS_MOST; index++) {
		setRefill(row, index - 1, refillTime(row, index), refillAmount(row, index));
	}
	setRefill(row, REFILLS_MOST - 1, 0, 0);
	process(row).refills -= 1;
	return time;
}

/** Every refill that is due by `now` goes into REMAINING. */
export function applyRefills(row: u32, now: u64): void {
	for (let taken: u32 = 0; taken < REFILLS_MOST; taken++) {
		if (process(row).refills === 0 || refillTime(row, 0) > now) return;
		takeRefill(row);
	}
}

/** "What was used is charged, refill one period after the start": all of REMAINING but `left`. */
export function charge(row: u32, left: u32): void {
	const remaining = process(row).remaining;
	const kept = min<u32>(left, remaining);
	const used = remaining - kept;
	process(row).remaining = kept;
	process(row).time += (used + 1023) / 1024;
	addRefill(row, process(row).startedAt + process(row).period, used);
	if (process(row).patienceUsed !== 0 && global(GLOBAL_CAN_SUSPEND) === 0) postpone(row);
}

/** "What is left of that when the activation ends comes only when it was due": as the first refill, or with it if there are four. */
function postpone(row: u32): void {
	const amount = process(row).remaining;
	if (amount === 0) return;
	process(row).remaining = 0;
	if (process(row).refills === REFILLS_MOST) {
		process(row).amount0 += amount;
		return;
	}
	for (let moved: u32 = 0; moved < REFILLS_MOST - 1; moved++) {
		const to = REFILLS_MOST - 1 - moved;
		setRefill(row, to, refillTime(row, to - 1), refillAmount(row, to - 1));
	}
	setRefill(row, 0, process(row).startedAt, amount);
	process(row).refills += 1;
}

/** Out of budget until the next refill. */
export function throttle(row: u32): void {
	process(row).throttled = 1;
	updateTimer(row);
}

/** Has the process something to do that it does not do yet? Blocked in `wait`, it goes on with signals only. */
function hasWork(row: u32): bool {
	if (process(row).active === ACTIVE_NONE) {
		return (process(row).pending | process(row).faults | process(row).initDue) !== 0;
	}
	return process(row).waiting !== 0 && process(row).pending !== 0;
}

/** "A started process with pending work and budget is in the ready set; one that lacks only the budget is throttled." */
export function settle(row: u32): void {
	if (process(row).state !== STATE_STARTED || process(row).throttled !== 0 || !hasWork(row)) return;
	if (process(row).remaining === 0) throttle(row);
	else insertReady(row);
}

/** The refill that a throttled process waits for has come: one suspended in its own activation goes on with it. */
export function unthrottle(row: u32, now: u64): void {
	applyRefills(row, now);
	if (process(row).remaining === 0) return;
	process(row).throttled = 0;
	if (process(row).active === ACTIVE_OWN && process(row).waiting === 0) {
		process(row).left = process(row).remaining;
		process(row).startedAt = now;
		insertReady(row);
	} else settle(row);
}
