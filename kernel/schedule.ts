/** Who executes, and for how long: the entries that start, suspend, end and resume activations. */
import { CAUSE_BAD_CALL, CAUSE_OVERRUN } from '../abi/calls.ts';
import { OK, SERVER_BUSY, SERVER_GONE } from '../abi/errors.ts';
import { endActivation, endCall, faultCurrent } from './activation.ts';
import { applyRefills, consume, settle, takeRefill, throttle, unthrottle } from './budget.ts';
import { enterDeferred } from './gate.ts';
import {
	ACTIVE_NONE,
	ACTIVE_OWN,
	BLOCKING_PRIORITIES,
	DEFERRED_ENTERING,
	DEFERRED_FINISHING,
	DEFERRED_NONE,
	ENTER_FAULTED,
	ENTER_INIT,
	ENTER_NOTIFIED,
	ENTER_PROTECTED,
	ENTER_RESULT,
	ENTER_RESUME,
	GLOBAL_CAN_SUSPEND,
	GLOBAL_CURRENT,
	GLOBAL_OUT_ALARM_64,
	GLOBAL_OUT_ARGUMENT,
	GLOBAL_OUT_KIND,
	GLOBAL_OUT_LIMIT,
} from './layout.ts';
import { recheckMappings } from './mapping.ts';
import { choose, clearInProgress, insertInProgress, publishPreemption, removeReady, setLast } from './ready.ts';
import { raise } from './signal.ts';
import { global, NEVER, process, setGlobal, setGlobal64, timer } from './table.ts';
import { earliest, updateTimer } from './timer.ts';

/** `patience` value for "throttle for ever, never a fault". */
const PATIENCE_ENDLESS: u32 = 255;
/** `takeReady` ended a doomed activation: ask again. */
const CLEARED_AWAY: u32 = 0x10000;

/** Leaves for the machine what to do with the chosen process. */
function publish(kind: u32, argument: u32, limit: u32): void {
	setGlobal(GLOBAL_OUT_KIND, kind);
	setGlobal(GLOBAL_OUT_ARGUMENT, argument);
	setGlobal(GLOBAL_OUT_LIMIT, limit);
}

/** Begins a new activation of an idle process. */
function start(row: u32, now: u64): void {
	applyRefills(row, now);
	process(row).active = ACTIVE_OWN;
	process(row).patienceUsed = 0;
	process(row).startedAt = now;
	setLast(row);
	const limit = process(row).remaining;
	if (process(row).initDue !== 0) {
		process(row).initDue = 0;
		publish(ENTER_INIT, 0, limit);
		return;
	}
	const faults = process(row).faults;
	if (faults !== 0) {
		process(row).faults = faults & (faults - 1);
		publish(ENTER_FAULTED, <u32>ctz(faults), limit);
		return;
	}
	const bits = process(row).pending;
	process(row).pending = 0;
	publish(ENTER_NOTIFIED, bits, limit);
}

/** Goes on with an activation that was preempted, throttled, blocked in `wait` or in a call. */
function resume(row: u32, now: u64): void {
	clearInProgress(row);
	if (process(row).waiting !== 0) {
		const bits = process(row).pending;
		process(row).waiting = 0;
		process(row).pending = 0;
		process(row).patienceUsed = 0;
		process(row).startedAt = now;
		publish(ENTER_RESULT, bits, process(row).remaining);
	} else if (process(row).deferred === DEFERRED_ENTERING) {
		process(row).deferred = DEFERRED_NONE;
		publish(ENTER_PROTECTED, process(row).deferredBadge, process(row).left);
	} else if (process(row).hasResult !== 0) {
		process(row).hasResult = 0;
		publish(ENTER_RESULT, process(row).result, process(row).left);
		process(row).result = 0;
	} else {
		publish(ENTER_RESUME, 0, process(row).left);
	}
}

/** Takes the process to execute out of the ready set. 0 = none. A doomed activation is ended instead: one an entry, so that no entry is long. */
function takeReady(): u32 {
	const row = choose();
	if (row === 0) return 0;
	removeReady(row);
	if (process(row).doomed === 0) return row;
	endActivation(row, SERVER_GONE, process(row).left);
	return CLEARED_AWAY;
}

/** Chooses who executes next; 0 = nobody until OUT_ALARM. Nobody executes when it is called. */
export function next(now: u64): u32 {
	const row = takeReady();
	if (row === 0 || row === CLEARED_AWAY) {
		setGlobal64(GLOBAL_OUT_ALARM_64, row === 0 ? timer(1) : min<u64>(now, timer(1)));
		return 0;
	}
	recheckMappings(row);
	setGlobal(GLOBAL_CURRENT, row);
	if (process(row).active === ACTIVE_NONE) start(row, now);
	else resume(row, now);
	publishPreemption();
	return row;
}

/** The current process waits for a higher one, with `left` of its limit. */
export function preempt(left: u32): i32 {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return OK;
	process(row).left = left;
	setGlobal(GLOBAL_CURRENT, 0);
	insertInProgress(row);
	return OK;
}

/** The current activation of its own returned. */
export function finish(left: u32): i32 {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return OK;
	if (process(row).active !== ACTIVE_OWN) {
		faultCurrent(CAUSE_BAD_CALL, 0, left);
		return OK;
	}
	setGlobal(GLOBAL_CURRENT, 0);
	process(row).active = ACTIVE_NONE;
	if (process(row).deferred === DEFERRED_FINISHING) {
		enterDeferred(row, left);
		return OK;
	}
	consume(row, left);
	settle(row);
	return OK;
}

/** The limit is used up. True: go on, with OUT_LIMIT. False: throttled or faulted. */
export function expire(now: u64): bool {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return false;
	if (process(row).active !== ACTIVE_OWN) {
		faultCurrent(CAUSE_OVERRUN, 0, 0);
		return false;
	}
	if (process(row).deferred === DEFERRED_FINISHING) return abandonDeferred(row);
	consume(row, 0);
	applyRefills(row, now);
	if (process(row).remaining !== 0) {
		process(row).startedAt = now;
		setGlobal(GLOBAL_OUT_LIMIT, process(row).remaining);
		return true;
	}
	const used = process(row).patienceUsed;
	if (used >= process(row).patience && process(row).patience !== PATIENCE_ENDLESS) {
		faultCurrent(CAUSE_OVERRUN, 0, 0);
		return false;
	}
	if (used < PATIENCE_ENDLESS) process(row).patienceUsed = used + 1;
	if (global(GLOBAL_CAN_SUSPEND) !== 0) {
		setGlobal(GLOBAL_CURRENT, 0);
		throttle(row);
		return false;
	}
	// This machine cannot suspend it: it lives on its next refill now, and what it uses comes back a period after that.
	process(row).startedAt = takeRefill(row);
	setGlobal(GLOBAL_OUT_LIMIT, process(row).remaining);
	return true;
}

/** The donation was not enough to finish the server's own activation: back to waiting for its budget. */
function abandonDeferred(row: u32): bool {
	const client = process(row).caller;
	process(row).caller = 0;
	process(row).deferred = DEFERRED_NONE;
	process(row).deferredBadge = 0;
	setGlobal(GLOBAL_CURRENT, 0);
	throttle(row);
	endCall(client, SERVER_BUSY, 0);
	return false;
}

/** Blocks the current process until a signal comes; the bits if one is there already. */
export function wait(left: u32, now: u64): i32 {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return OK;
	if (process(row).active !== ACTIVE_OWN || process(row).priority >= BLOCKING_PRIORITIES) {
		faultCurrent(CAUSE_BAD_CALL, 0, left);
		return OK;
	}
	const bits = process(row).pending;
	if (bits !== 0) {
		process(row).pending = 0;
		return bits;
	}
	consume(row, left);
	applyRefills(row, now);
	process(row).waiting = 1;
	setGlobal(GLOBAL_CURRENT, 0);
	return OK;
}

/** Handles the earliest alarm or refill that is due; true = there are more. */
export function tick(now: u64): bool {
	if (timer(1) <= now && timer(1) !== NEVER) {
		const row = earliest();
		if (process(row).alarm <= now) {
			process(row).alarm = NEVER;
			raise(row, process(row).alarmBits);
		}
		if (process(row).throttled !== 0) unthrottle(row, now);
		updateTimer(row);
	}
	setGlobal64(GLOBAL_OUT_ALARM_64, timer(1));
	publishPreemption();
	return timer(1) <= now && timer(1) !== NEVER;
}
