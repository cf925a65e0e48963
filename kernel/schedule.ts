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
	PROCESS_ACTIVE,
	PROCESS_ALARM_64,
	PROCESS_ALARM_BITS,
	PROCESS_CALLER,
	PROCESS_DEFERRED,
	PROCESS_DEFERRED_BADGE,
	PROCESS_DOOMED,
	PROCESS_FAULTS,
	PROCESS_HAS_RESULT,
	PROCESS_INIT_DUE,
	PROCESS_LEFT,
	PROCESS_PATIENCE,
	PROCESS_PATIENCE_USED,
	PROCESS_PENDING,
	PROCESS_PRIORITY,
	PROCESS_REMAINING,
	PROCESS_RESULT,
	PROCESS_STARTED_AT_64,
	PROCESS_THROTTLED,
	PROCESS_WAITING,
} from './layout.ts';
import { recheckMappings } from './mapping.ts';
import { choose, clearInProgress, insertInProgress, publishPreemption, removeReady, setLast } from './ready.ts';
import { raise } from './signal.ts';
import { global, NEVER, process, process64, setGlobal, setGlobal64, setProcess, setProcess64, timer } from './table.ts';
import { earliest, updateTimer } from './timer.ts';

/** `patience` value for "throttle for ever, never a fault". */
const PATIENCE_ENDLESS: u32 = 255;
/** Doomed activations that one `next` may clear away before it lets the machine look at its interrupts. */
const DOOMED_MOST: u32 = 64;

/** Leaves for the machine what to do with the chosen process. */
function publish(kind: u32, argument: u32, limit: u32): void {
	setGlobal(GLOBAL_OUT_KIND, kind);
	setGlobal(GLOBAL_OUT_ARGUMENT, argument);
	setGlobal(GLOBAL_OUT_LIMIT, limit);
}

/** Begins a new activation of an idle process. */
function start(row: u32, now: u64): void {
	applyRefills(row, now);
	setProcess(row, PROCESS_ACTIVE, ACTIVE_OWN);
	setProcess(row, PROCESS_PATIENCE_USED, 0);
	setProcess64(row, PROCESS_STARTED_AT_64, now);
	setLast(row);
	const limit = process(row, PROCESS_REMAINING);
	if (process(row, PROCESS_INIT_DUE) !== 0) {
		setProcess(row, PROCESS_INIT_DUE, 0);
		publish(ENTER_INIT, 0, limit);
		return;
	}
	const faults = process(row, PROCESS_FAULTS);
	if (faults !== 0) {
		setProcess(row, PROCESS_FAULTS, faults & (faults - 1));
		publish(ENTER_FAULTED, <u32>ctz(faults), limit);
		return;
	}
	const bits = process(row, PROCESS_PENDING);
	setProcess(row, PROCESS_PENDING, 0);
	publish(ENTER_NOTIFIED, bits, limit);
}

/** Goes on with an activation that was preempted, throttled, blocked in `wait` or in a call. */
function resume(row: u32, now: u64): void {
	clearInProgress(row);
	if (process(row, PROCESS_WAITING) !== 0) {
		const bits = process(row, PROCESS_PENDING);
		setProcess(row, PROCESS_WAITING, 0);
		setProcess(row, PROCESS_PENDING, 0);
		setProcess(row, PROCESS_PATIENCE_USED, 0);
		setProcess64(row, PROCESS_STARTED_AT_64, now);
		publish(ENTER_RESULT, bits, process(row, PROCESS_REMAINING));
	} else if (process(row, PROCESS_DEFERRED) === DEFERRED_ENTERING) {
		setProcess(row, PROCESS_DEFERRED, DEFERRED_NONE);
		publish(ENTER_PROTECTED, process(row, PROCESS_DEFERRED_BADGE), process(row, PROCESS_LEFT));
	} else if (process(row, PROCESS_HAS_RESULT) !== 0) {
		setProcess(row, PROCESS_HAS_RESULT, 0);
		publish(ENTER_RESULT, process(row, PROCESS_RESULT), process(row, PROCESS_LEFT));
		setProcess(row, PROCESS_RESULT, 0);
	} else {
		publish(ENTER_RESUME, 0, process(row, PROCESS_LEFT));
	}
}

/** Chooses who executes next; 0 = nobody until OUT_ALARM. Nobody executes when it is called. */
export function next(now: u64): u32 {
	for (let cleared: u32 = 0; cleared < DOOMED_MOST; cleared++) {
		const row = choose();
		if (row === 0) {
			setGlobal64(GLOBAL_OUT_ALARM_64, timer(1));
			return 0;
		}
		removeReady(row);
		if (process(row, PROCESS_DOOMED) !== 0) {
			endActivation(row, SERVER_GONE, process(row, PROCESS_LEFT));
			continue;
		}
		recheckMappings(row);
		setGlobal(GLOBAL_CURRENT, row);
		if (process(row, PROCESS_ACTIVE) === ACTIVE_NONE) start(row, now);
		else resume(row, now);
		publishPreemption();
		return row;
	}
	setGlobal64(GLOBAL_OUT_ALARM_64, now);
	return 0;
}

/** The current process waits for a higher one, with `left` of its limit. */
export function preempt(left: u32): i32 {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return OK;
	setProcess(row, PROCESS_LEFT, left);
	setGlobal(GLOBAL_CURRENT, 0);
	insertInProgress(row);
	return OK;
}

/** The current activation of its own returned. */
export function finish(left: u32): i32 {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return OK;
	if (process(row, PROCESS_ACTIVE) !== ACTIVE_OWN) {
		faultCurrent(CAUSE_BAD_CALL, 0, left);
		return OK;
	}
	setGlobal(GLOBAL_CURRENT, 0);
	setProcess(row, PROCESS_ACTIVE, ACTIVE_NONE);
	if (process(row, PROCESS_DEFERRED) === DEFERRED_FINISHING) {
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
	if (process(row, PROCESS_ACTIVE) !== ACTIVE_OWN) {
		faultCurrent(CAUSE_OVERRUN, 0, 0);
		return false;
	}
	if (process(row, PROCESS_DEFERRED) === DEFERRED_FINISHING) return abandonDeferred(row);
	consume(row, 0);
	applyRefills(row, now);
	if (process(row, PROCESS_REMAINING) !== 0) {
		setProcess64(row, PROCESS_STARTED_AT_64, now);
		setGlobal(GLOBAL_OUT_LIMIT, process(row, PROCESS_REMAINING));
		return true;
	}
	if (process(row, PROCESS_PATIENCE) !== PATIENCE_ENDLESS) {
		if (process(row, PROCESS_PATIENCE_USED) >= process(row, PROCESS_PATIENCE)) {
			faultCurrent(CAUSE_OVERRUN, 0, 0);
			return false;
		}
		setProcess(row, PROCESS_PATIENCE_USED, process(row, PROCESS_PATIENCE_USED) + 1);
	}
	if (global(GLOBAL_CAN_SUSPEND) !== 0) {
		setGlobal(GLOBAL_CURRENT, 0);
		throttle(row);
		return false;
	}
	// This machine cannot suspend it: it lives on its next refill now, and what it uses comes back a period after that.
	setProcess64(row, PROCESS_STARTED_AT_64, takeRefill(row));
	setGlobal(GLOBAL_OUT_LIMIT, process(row, PROCESS_REMAINING));
	return true;
}

/** The donation was not enough to finish the server's own activation: back to waiting for its budget. */
function abandonDeferred(row: u32): bool {
	const client = process(row, PROCESS_CALLER);
	setProcess(row, PROCESS_CALLER, 0);
	setProcess(row, PROCESS_DEFERRED, DEFERRED_NONE);
	setProcess(row, PROCESS_DEFERRED_BADGE, 0);
	setGlobal(GLOBAL_CURRENT, 0);
	throttle(row);
	endCall(client, SERVER_BUSY, 0);
	return false;
}

/** Blocks the current process until a signal comes; the bits if one is there already. */
export function wait(left: u32, now: u64): i32 {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return OK;
	if (process(row, PROCESS_ACTIVE) !== ACTIVE_OWN || process(row, PROCESS_PRIORITY) >= BLOCKING_PRIORITIES) {
		faultCurrent(CAUSE_BAD_CALL, 0, left);
		return OK;
	}
	const bits = process(row, PROCESS_PENDING);
	if (bits !== 0) {
		setProcess(row, PROCESS_PENDING, 0);
		return bits;
	}
	consume(row, left);
	applyRefills(row, now);
	setProcess(row, PROCESS_WAITING, 1);
	setGlobal(GLOBAL_CURRENT, 0);
	return OK;
}

/** Handles the earliest alarm or refill that is due; true = there are more. */
export function tick(now: u64): bool {
	if (timer(1) <= now) {
		const row = earliest();
		if (process64(row, PROCESS_ALARM_64) <= now) {
			setProcess64(row, PROCESS_ALARM_64, NEVER);
			raise(row, process(row, PROCESS_ALARM_BITS));
		}
		if (process(row, PROCESS_THROTTLED) !== 0) unthrottle(row, now);
		updateTimer(row);
	}
	setGlobal64(GLOBAL_OUT_ALARM_64, timer(1));
	publishPreemption();
	return timer(1) <= now;
}
