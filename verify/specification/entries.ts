/**
 * The chapter "Entries" of docs/reference/01-kernel.md: signals, interrupts, and who executes. Protected calls are in calls.ts, `system` in
 * specification.ts. Times are nanoseconds since boot.
 */
import { CAUSE_BAD_CALL, CAUSE_OVERRUN, STATE_STARTED } from '../../abi/calls.ts';
import { OK, SERVER_BUSY, SERVER_GONE } from '../../abi/errors.ts';
import { FLOW_RAISE, KIND_SIGNAL, RIGHT_RAISE } from '../../abi/rights.ts';
import {
	ACTIVE_NONE,
	ACTIVE_OWN,
	BLOCKING_PRIORITIES,
	DEFERRED_FINISHING,
	DEFERRED_NONE,
	GLOBAL_CAN_SUSPEND,
	GLOBAL_CURRENT,
	GLOBAL_OUT_ALARM_64,
	GLOBAL_OUT_LIMIT,
	GLOBAL_OUT_PREEMPT,
	INTERRUPT_COUNT,
} from '../../kernel/layout.ts';
import { endActivation, endCall, faultCurrent, raise, resume, start } from './activations.ts';
import { applyRefills, charge, earliest, settle, takeRefill, throttle, unthrottle, updateTimer } from './budgets.ts';
import { enterDeferred } from './calls.ts';
import { find, flow, grantLives, must, needs, objectOf } from './conventions.ts';
import * as machine from './machine.ts';
import { recheckMappings } from './mappings.ts';
import { choose, insertInProgress, publishPreemption, removeReady } from './ready.ts';
import { capability, global, line, NEVER, process, setGlobal, setGlobal64, timer } from './state.ts';

/** Result of `notifySwitch` and `interruptSwitch`: nobody can execute after all. */
const CALL_NEXT: i32 = 0x7fffffff;
/** Patience that is never used up. */
const PATIENCE_ENDLESS: u32 = 255;

/**
 * `notify(slot)`: find(slot, Signal); needs RAISE; flow RAISE else FORBIDDEN_FLOW; target started else SERVER_GONE. Bits are or-ed into its
 * pending word; it becomes ready, or throttled.
 */
export function notify(slot: u32): i32 {
	const caller = global(GLOBAL_CURRENT);
	const target = objectOf(caller, slot);
	const error =
		find(caller, slot, KIND_SIGNAL) ||
		needs(caller, slot, RIGHT_RAISE) ||
		flow(process(caller).label, process(target).label, FLOW_RAISE) ||
		must(process(target).state === STATE_STARTED, SERVER_GONE);
	if (error !== OK) return error;
	raise(target, capability(caller, slot).badge);
	publishPreemption();
	return OK;
}

/** Somebody of higher priority is ready: `preempt(left)`, `next(now)`, and CALL_NEXT for its 0. Else 0. */
function switchIfDue(left: u32, now: u64): i32 {
	if (global(GLOBAL_OUT_PREEMPT) === 0) return 0;
	preempt(left);
	const row = next(now);
	return row === 0 ? CALL_NEXT : row;
}

/** `notifySwitch(left, slot, now)`: `notify`, then the switch if it is due. */
export function notifySwitch(left: u32, slot: u32, now: u64): i32 {
	const error = notify(slot);
	return error !== OK ? error : switchIfDue(left, now);
}

/** `interrupt(line)`: masked; bound signal raised if its process and grant are still good. */
export function interrupt(row: u32): i32 {
	if (row >= INTERRUPT_COUNT) return OK;
	line(row).masked = 1;
	machine.lineEnable(row, 0);
	const target = line(row).process;
	const same = target !== 0 && process(target).generation === line(row).processGeneration;
	if (same && grantLives(line(row).grant, line(row).grantGeneration)) raise(target, line(row).bits);
	publishPreemption();
	return OK;
}

/** `interruptSwitch(left, line, now)`: `interrupt`, then the switch if it is due. */
export function interruptSwitch(left: u32, row: u32, now: u64): i32 {
	interrupt(row);
	return switchIfDue(left, now);
}

// ---- who executes ----

/**
 * `next(now)`: chooses, drops mappings that died, starts or resumes; result = its row. An activation that ended meanwhile is cleared away
 * instead, one an entry: result 0 and OUT_ALARM = now (or the first time that anybody waits for, if that is past). Nobody ready: result 0, OUT_ALARM = the first time that anybody waits for.
 */
export function next(now: u64): i32 {
	const row = choose();
	if (row === 0) {
		setGlobal64(GLOBAL_OUT_ALARM_64, timer(1));
		return 0;
	}
	removeReady(row);
	if (process(row).doomed !== 0) {
		endActivation(row, SERVER_GONE, process(row).left);
		setGlobal64(GLOBAL_OUT_ALARM_64, min<u64>(now, timer(1)));
		return 0;
	}
	recheckMappings(row);
	setGlobal(GLOBAL_CURRENT, row);
	if (process(row).active === ACTIVE_NONE) start(row, now);
	else resume(row, now);
	publishPreemption();
	return row;
}

/** `preempt(left)`: current becomes ready, in progress. */
export function preempt(left: u32): i32 {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return OK;
	process(row).left = left;
	setGlobal(GLOBAL_CURRENT, 0);
	insertInProgress(row);
	return OK;
}

/** `finish(left)`: own activation, else fault BAD_CALL; what was used is charged. On a donation: the call that waited for it is entered. */
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
	charge(row, left);
	settle(row);
	return OK;
}

/**
 * `expire(now)`: serving: overrun fault. Own activation: charged; go on if a refill is due; else, patience used up: overrun fault; else
 * throttled (a machine that cannot suspend: goes on with the next refill).
 */
export function expire(now: u64): i32 {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return 0;
	if (process(row).active !== ACTIVE_OWN) return overrun();
	if (process(row).deferred === DEFERRED_FINISHING) return giveUp(row);
	charge(row, 0);
	applyRefills(row, now);
	if (process(row).remaining !== 0) return goOn(row, now);
	const used = process(row).patienceUsed;
	const patience = process(row).patience;
	if (used >= patience && patience !== PATIENCE_ENDLESS) return overrun();
	if (used < PATIENCE_ENDLESS) process(row).patienceUsed = used + 1;
	if (global(GLOBAL_CAN_SUSPEND) === 0) return goOn(row, takeRefill(row));
	setGlobal(GLOBAL_CURRENT, 0);
	throttle(row);
	return 0;
}

/** The current process is at fault; 0. */
function overrun(): i32 {
	faultCurrent(CAUSE_OVERRUN, 0, 0);
	return 0;
}

/** With what there is in REMAINING, which counts from `time` on; 1. */
function goOn(row: u32, time: u64): i32 {
	process(row).startedAt = time;
	setGlobal(GLOBAL_OUT_LIMIT, process(row).remaining);
	return 1;
}

/** A donation that did not suffice: the caller is told SERVER_BUSY, the server waits for its budget again; 0. */
function giveUp(row: u32): i32 {
	const client = process(row).caller;
	process(row).caller = 0;
	process(row).deferred = DEFERRED_NONE;
	process(row).deferredBadge = 0;
	setGlobal(GLOBAL_CURRENT, 0);
	throttle(row);
	endCall(client, SERVER_BUSY, 0);
	return 0;
}

/** `wait(left, now)`: own activation of a process of priority < 32, else fault BAD_CALL. Bits if any are pending; else blocked. */
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
	charge(row, left);
	applyRefills(row, now);
	process(row).waiting = 1;
	setGlobal(GLOBAL_CURRENT, 0);
	return OK;
}

/** `tick(now)`: whose time is the earliest, if it is due: its alarm raises its bits, its refill is applied. 1 = more is due. */
export function tick(now: u64): i32 {
	if (timer(1) <= now) {
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
	return timer(1) <= now ? 1 : 0;
}
