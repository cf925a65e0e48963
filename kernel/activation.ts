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
	PROCESS_ACTIVE,
	PROCESS_ALARM_64,
	PROCESS_ALARM_BITS,
	PROCESS_CALLEE,
	PROCESS_CALLER,
	PROCESS_CAUSE,
	PROCESS_COUNT,
	PROCESS_DEFERRED,
	PROCESS_DEFERRED_BADGE,
	PROCESS_DOOMED,
	PROCESS_FAULT_COUNT,
	PROCESS_FAULTS,
	PROCESS_GENERATION,
	PROCESS_HANDLER,
	PROCESS_HANDLER_BADGE,
	PROCESS_HANDLER_GENERATION,
	PROCESS_HAS_RESULT,
	PROCESS_INIT_DUE,
	PROCESS_LEFT,
	PROCESS_LOAN,
	PROCESS_PENDING,
	PROCESS_PLACE,
	PROCESS_RECEIVE,
	PROCESS_REPLY,
	PROCESS_RESULT,
	PROCESS_RETURN,
	PROCESS_STATE,
	PROCESS_THROTTLED,
	PROCESS_WAITING,
} from './layout.ts';
import { clearInProgress, insertInProgress, removeReady } from './ready.ts';
import { global, NEVER, process, setGlobal, setProcess, setProcess64 } from './table.ts';
import { updateTimer } from './timer.ts';

/** Ends the call that `client` waits in: it will resume with `result`, and with the donation that was not used. */
export function endCall(client: u32, result: i32, left: u32): void {
	setProcess(client, PROCESS_CALLEE, 0);
	setProcess(client, PROCESS_LOAN, 0);
	setProcess(client, PROCESS_RETURN, 0);
	setProcess(client, PROCESS_LEFT, process(client, PROCESS_LEFT) + left);
	setProcess(client, PROCESS_HAS_RESULT, 1);
	setProcess(client, PROCESS_RESULT, result);
	insertInProgress(client);
}

/** Ends whatever the process does, with `left` of its limit unused; its caller, if any, gets `result`. It has no callee. */
export function endActivation(row: u32, result: i32, left: u32): void {
	if (global(GLOBAL_CURRENT) === row) setGlobal(GLOBAL_CURRENT, 0);
	const own = process(row, PROCESS_ACTIVE) === ACTIVE_OWN && process(row, PROCESS_DEFERRED) !== DEFERRED_FINISHING;
	if (own && process(row, PROCESS_THROTTLED) === 0 && process(row, PROCESS_WAITING) === 0) consume(row, left);
	const client = process(row, PROCESS_CALLER);
	setProcess(row, PROCESS_ACTIVE, ACTIVE_NONE);
	setProcess(row, PROCESS_CALLER, 0);
	setProcess(row, PROCESS_DEFERRED, DEFERRED_NONE);
	setProcess(row, PROCESS_DEFERRED_BADGE, 0);
	if (client !== 0) endCall(client, result, left);
	removeReady(row);
	clearInProgress(row);
	forgetWork(row);
}

/** Clears what the process was told, named or waited for: the next `init` starts from nothing. */
function forgetWork(row: u32): void {
	setProcess(row, PROCESS_PENDING, 0);
	setProcess(row, PROCESS_FAULTS, 0);
	setProcess(row, PROCESS_INIT_DUE, 0);
	setProcess(row, PROCESS_WAITING, 0);
	setProcess(row, PROCESS_HAS_RESULT, 0);
	setProcess(row, PROCESS_RESULT, 0);
	setProcess(row, PROCESS_DOOMED, 0);
	setProcess(row, PROCESS_LEFT, 0);
	setProcess(row, PROCESS_RECEIVE, 0);
	setProcess(row, PROCESS_REPLY, 0);
	setProcess(row, PROCESS_THROTTLED, 0);
	setProcess(row, PROCESS_ALARM_BITS, 0);
	setProcess64(row, PROCESS_ALARM_64, NEVER);
	updateTimer(row);
}

/** Tells the fault handler, if it is still the process it was and runs. */
function raiseFault(row: u32): void {
	const handler = process(row, PROCESS_HANDLER);
	if (handler === 0 || handler >= PROCESS_COUNT) return;
	if (process(handler, PROCESS_GENERATION) !== process(row, PROCESS_HANDLER_GENERATION)) return;
	if (process(handler, PROCESS_STATE) !== STATE_STARTED) return;
	const bit: u32 = 1 << (process(row, PROCESS_HANDLER_BADGE) & 31);
	setProcess(handler, PROCESS_FAULTS, process(handler, PROCESS_FAULTS) | bit);
	settle(handler);
}

/** The current process is at fault: recorded, ended, its caller and its handler told. */
export function faultCurrent(cause: u32, place: u32, left: u32): void {
	const row = global(GLOBAL_CURRENT);
	if (row === 0) return;
	setProcess(row, PROCESS_STATE, STATE_FAULTED);
	setProcess(row, PROCESS_CAUSE, cause);
	setProcess(row, PROCESS_PLACE, place);
	setProcess(row, PROCESS_FAULT_COUNT, process(row, PROCESS_FAULT_COUNT) + 1);
	const served = process(row, PROCESS_ACTIVE) === ACTIVE_CALL;
	endActivation(row, SERVER_FAULT, served && cause === CAUSE_OVERRUN ? 0 : left);
	raiseFault(row);
}
