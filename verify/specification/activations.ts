/** How activations start, go on and end before their time; what `next` publishes, and who is told. */
import { CAUSE_OVERRUN, STATE_FAULTED, STATE_STARTED } from '../../abi/calls.ts';
import { SERVER_FAULT } from '../../abi/errors.ts';
import {
	ACTIVE_CALL,
	ACTIVE_NONE,
	ACTIVE_OWN,
	DEFERRED_ENTERING,
	DEFERRED_FINISHING,
	DEFERRED_NONE,
	ENTER_FAULTED,
	ENTER_INIT,
	ENTER_NOTIFIED,
	ENTER_PROTECTED,
	ENTER_RESULT,
	ENTER_RESUME,
	GLOBAL_CURRENT,
	GLOBAL_OUT_ARGUMENT,
	GLOBAL_OUT_KIND,
	GLOBAL_OUT_LIMIT,
} from '../../kernel/layout.ts';
import { applyRefills, charge, settle, updateTimer } from './budgets.ts';
import { clearInProgress, insertInProgress, removeReady } from './ready.ts';
import { global, level, NEVER, process, setGlobal } from './state.ts';

function publish(kind: u32, argument: u32, limit: u32): void {
	setGlobal(GLOBAL_OUT_KIND, kind);
	setGlobal(GLOBAL_OUT_ARGUMENT, argument);
	setGlobal(GLOBAL_OUT_LIMIT, limit);
}

/** An idle process starts: `init` if it is due, else the lowest faulted child, else its signal bits. */
export function start(row: u32, now: u64): void {
	applyRefills(row, now);
	process(row).active = ACTIVE_OWN;
	process(row).patienceUsed = 0;
	process(row).startedAt = now;
	level(process(row).priority).last = row;
	const limit = process(row).remaining;
	const faults = process(row).faults;
	if (process(row).initDue !== 0) {
		process(row).initDue = 0;
		publish(ENTER_INIT, 0, limit);
	} else if (faults !== 0) {
		process(row).faults = faults & (faults - 1);
		publish(ENTER_FAULTED, <u32>ctz(faults), limit);
	} else {
		publish(ENTER_NOTIFIED, process(row).pending, limit);
		process(row).pending = 0;
	}
}

/** An activation in progress goes on: out of `wait` with its bits, into a deferred call, out of a call with its result, or where it was. */
export function resume(row: u32, now: u64): void {
	clearInProgress(row);
	if (process(row).waiting !== 0) {
		publish(ENTER_RESULT, process(row).pending, process(row).remaining);
		process(row).waiting = 0;
		process(row).pending = 0;
		process(row).patienceUsed = 0;
		process(row).startedAt = now;
	} else if (process(row).deferred === DEFERRED_ENTERING) {
		publish(ENTER_PROTECTED, process(row).deferredBadge, process(row).left);
		process(row).deferred = DEFERRED_NONE;
	} else if (process(row).hasResult !== 0) {
		publish(ENTER_RESULT, process(row).result, process(row).left);
		process(row).hasResult = 0;
		process(row).result = 0;
	} else {
		publish(ENTER_RESUME, 0, process(row).left);
	}
}

/** The call that `client` waits in has ended without a reply: it goes on with `result`, and with what was not used. */
export function endCall(client: u32, result: i32, left: u32): void {
	process(client).callee = 0;
	process(client).loan = 0;
	process(client).returnSlot = 0;
	process(client).left += left;
	process(client).hasResult = 1;
	process(client).result = result;
	insertInProgress(client);
}

/** Is it in an activation on its own budget that it could be charged for: not on a donation, and not charged already? */
function isChargeable(row: u32): bool {
	if (process(row).active !== ACTIVE_OWN || process(row).deferred === DEFERRED_FINISHING) return false;
	return process(row).throttled === 0 && process(row).waiting === 0;
}

/** Whatever the process does ends, with `left` of its limit not used; its caller gets `result`. */
export function endActivation(row: u32, result: i32, left: u32): void {
	if (global(GLOBAL_CURRENT) === row) setGlobal(GLOBAL_CURRENT, 0);
	if (isChargeable(row)) charge(row, left);
	const client = process(row).caller;
	process(row).active = ACTIVE_NONE;
	process(row).caller = 0;
	process(row).deferred = DEFERRED_NONE;
	process(row).deferredBadge = 0;
	if (client !== 0) endCall(client, result, left);
	removeReady(row);
	clearInProgress(row);
	forgetWork(row);
}

/** What it was told, named or waited for is forgotten: the next `init` starts from nothing. */
function forgetWork(row: u32): void {
	process(row).pending = 0;
	process(row).faults = 0;
	process(row).initDue = 0;
	process(row).waiting = 0;
	process(row).hasResult = 0;
	process(row).result = 0;
	process(row).doomed = 0;
	process(row).left = 0;
	process(row).receive = 0;
	process(row).reply = 0;
	process(row).throttled = 0;
	process(row).alarmBits = 0;
	process(row).alarm = NEVER;
	updateTimer(row);
}

/** Signal bits for a process; one that is not started hears nothing. */
export function raise(row: u32, bits: u32): void {
	if (process(row).state !== STATE_STARTED) return;
	process(row).pending |= bits;
	settle(row);
}

/** The handler's fault bit, if the handler is still the same process and started. */
function tellHandler(row: u32): void {
	const handler = process(row).handler;
	if (handler === 0 || process(handler).generation !== process(row).handlerGeneration) return;
	if (process(handler).state !== STATE_STARTED) return;
	process(handler).faults |= 1 << (process(row).handlerBadge & 31);
	settle(handler);
}

/**
 * `fault`: the current process FAULTED, cause and place recorded; its caller resumes with SERVER_FAULT (after an overrun with nothing left
 * of the worst case); its handler's fault bit raised.
 */
export function faultCurrent(cause: u32, place: u32, left: u32): void {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return;
	const overrun = process(row).active === ACTIVE_CALL && cause === CAUSE_OVERRUN;
	process(row).state = STATE_FAULTED;
	process(row).cause = cause;
	process(row).place = place;
	process(row).faultCount += 1;
	endActivation(row, SERVER_FAULT, overrun ? 0 : left);
	tellHandler(row);
}
