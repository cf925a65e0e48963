/** Activations that end early: faults, stops, overruns; and telling whoever waits for the process. */

import { CAUSE_OVERRUN, STATE_FAULTED, STATE_STARTED } from '../abi/calls.ts';
import { SERVER_FAULT } from '../abi/errors.ts';
import { consume, settle } from './budget.ts';
import {
	ACTIVE_CALL,
	ACTIVE_NONE,
	ACTIVE_OWN,
	DEFERRED_FINISHING,
	DEFERRED_NONE,
	GLOBAL_CURRENT,
	PROCESS_COUNT,
} from './layout.ts';
import { clearInProgress, insertInProgress, removeReady } from './ready.ts';
import { global, NEVER, process, setGlobal } from './table.ts';
import { updateTimer } from './timer.ts';

/** Ends the call that `client` waits in: it will resume with `result`, and with the donation that was not used. */
export function endCall(client: u32, result: i32, left: u32): void {
	process(client).callee = 0;
	process(client).loan = 0;
	process(client).returnSlot = 0;
	process(client).left += left;
	process(client).hasResult = 1;
	process(client).result = result;
	insertInProgress(client);
}

/** Ends whatever the process does, with `left` of its limit unused; its caller, if any, gets `result`. It has no callee. */
export function endActivation(row: u32, result: i32, left: u32): void {
	if (global(GLOBAL_CURRENT) === row) setGlobal(GLOBAL_CURRENT, 0);
	const own = process(row).active === ACTIVE_OWN && process(row).deferred !== DEFERRED_FINISHING;
	if (own && process(row).throttled === 0 && process(row).waiting === 0) consume(row, left);
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

/** Clears what the process was told, named or waited for: the next `init` starts from nothing. */
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

/** Tells the fault handler, if it is still the process it was and runs. */
function raiseFault(row: u32): void {
	const handler = process(row).handler;
	if (handler === 0 || handler >= PROCESS_COUNT) return;
	if (process(handler).generation !== process(row).handlerGeneration) return;
	if (process(handler).state !== STATE_STARTED) return;
	const bit: u32 = 1 << (process(row).handlerBadge & 31);
	process(handler).faults |= bit;
	settle(handler);
}

/** The current process is at fault: recorded, ended, its caller and its handler told. */
export function faultCurrent(cause: u32, place: u32, left: u32): void {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return;
	process(row).state = STATE_FAULTED;
	process(row).cause = cause;
	process(row).place = place;
	process(row).faultCount += 1;
	const served = process(row).active === ACTIVE_CALL;
	endActivation(row, SERVER_FAULT, served && cause === CAUSE_OVERRUN ? 0 : left);
	raiseFault(row);
}
