/** Activations: each in exactly one state, calls linked both ways, priorities rising along every chain (so that no chain is a circle). */
import { STATE_FREE, STATE_STARTED, STATE_STOPPED } from '../../../abi/calls.ts';
import {
	ACTIVE_CALL,
	ACTIVE_NONE,
	ACTIVE_OWN,
	BLOCKING_PRIORITIES,
	DEFERRED_ENTERING,
	DEFERRED_FINISHING,
	GLOBAL_CURRENT,
	PROCESS_COUNT,
} from '../../../kernel/layout.ts';
import { global, NEVER, process } from '../state.ts';

// ---- a process that does not run, and does not wait for its last call to come back ----

function rests(row: u32): bool {
	return process(row).state !== STATE_STARTED && process(row).doomed === 0;
}

export function restingProcessIsIdle(row: u32): bool {
	return !rests(row) || process(row).active === ACTIVE_NONE;
}

export function restingProcessHasNoWork(row: u32): bool {
	const work = process(row).pending | process(row).faults | process(row).initDue;
	return !rests(row) || (work | process(row).ready | process(row).throttled) === 0;
}

export function restingProcessNamesNoSlots(row: u32): bool {
	return !rests(row) || (process(row).receive | process(row).reply) === 0;
}

/** Alarms of free rows are zero: `freeProcessHasNoTime`. */
export function restingProcessHasNoAlarm(row: u32): bool {
	return !rests(row) || process(row).state === STATE_FREE || process(row).alarm === NEVER;
}

export function doomedIsStopped(row: u32): bool {
	if (process(row).doomed === 0) return true;
	return process(row).state === STATE_STOPPED && process(row).active !== ACTIVE_NONE;
}

export function doomedWaitsForItsCall(row: u32): bool {
	return process(row).doomed === 0 || (process(row).callee | process(row).hasResult) !== 0;
}

// ---- what belongs to an activation ----

export function idleProcessCallsNobody(row: u32): bool {
	return process(row).active !== ACTIVE_NONE || (process(row).caller | process(row).callee) === 0;
}

export function idleProcessWaitsForNothing(row: u32): bool {
	const waits = process(row).waiting | process(row).hasResult | process(row).deferred | process(row).doomed;
	return process(row).active !== ACTIVE_NONE || waits === 0;
}

export function activeProcessHadItsInit(row: u32): bool {
	return process(row).active === ACTIVE_NONE || process(row).initDue === 0;
}

export function noLoanOutsideCall(row: u32): bool {
	return process(row).callee !== 0 || (process(row).loan | process(row).returnSlot) === 0;
}

export function noResultLeftOver(row: u32): bool {
	return process(row).hasResult !== 0 || process(row).result === 0;
}

/** It resumes with the result and with nothing else. */
export function resultIsReady(row: u32): bool {
	if (process(row).hasResult === 0) return true;
	return process(row).ready !== 0 && process(row).waiting === 0 && process(row).deferred !== DEFERRED_ENTERING;
}

// ---- calls ----

export function calleeIsRow(row: u32): bool {
	return process(row).callee < PROCESS_COUNT;
}

export function calleeServesCaller(row: u32): bool {
	return process(row).callee === 0 || process(process(row).callee).caller === row;
}

export function calleeIsOfHigherPriority(row: u32): bool {
	return process(row).callee === 0 || process(process(row).callee).priority > process(row).priority;
}

export function callerIsRow(row: u32): bool {
	return process(row).caller < PROCESS_COUNT;
}

export function callerHasCalled(row: u32): bool {
	return process(row).caller === 0 || process(process(row).caller).callee === row;
}

/** A process has a caller exactly while it serves a call, or finishes its own activation for one. */
export function callerExactlyWhileServing(row: u32): bool {
	const serves = process(row).active === ACTIVE_CALL || process(row).deferred === DEFERRED_FINISHING;
	return serves === (process(row).caller !== 0);
}

// ---- where an activation is ----

/** How many of these it does: executes, waits for a callee, is ready. */
function places(row: u32): u32 {
	const executes: u32 = row !== 0 && global(GLOBAL_CURRENT) === row ? 1 : 0;
	const calls: u32 = process(row).callee !== 0 ? 1 : 0;
	return executes + calls + process(row).ready;
}

export function idleProcessDoesNotExecute(row: u32): bool {
	return process(row).active !== ACTIVE_NONE || row === 0 || global(GLOBAL_CURRENT) !== row;
}

/** No lost wake-up. */
export function idleProcessIsReadyExactlyForWork(row: u32): bool {
	if (process(row).active !== ACTIVE_NONE) return true;
	const work = process(row).pending | process(row).faults | process(row).initDue;
	return process(row).ready + process(row).throttled === (work !== 0 ? 1 : 0);
}

export function ownActivationIsInOnePlace(row: u32): bool {
	if (process(row).active !== ACTIVE_OWN || process(row).waiting !== 0) return true;
	return places(row) + process(row).throttled === 1;
}

export function servedCallIsInOnePlace(row: u32): bool {
	return process(row).active !== ACTIVE_CALL || places(row) === 1;
}

/** Throttled by what it was told before the call came. */
export function throttledServerHasWork(row: u32): bool {
	if (process(row).active !== ACTIVE_CALL || process(row).throttled === 0) return true;
	return (process(row).pending | process(row).faults) !== 0;
}

export function blockedIsOwnActivation(row: u32): bool {
	if (process(row).waiting === 0) return true;
	return process(row).active === ACTIVE_OWN && process(row).priority < BLOCKING_PRIORITIES;
}

export function blockedNeitherExecutesNorCalls(row: u32): bool {
	return process(row).waiting === 0 || places(row) === process(row).ready;
}

/** No lost wake-up. */
export function blockedIsReadyExactlyForBits(row: u32): bool {
	if (process(row).waiting === 0) return true;
	return process(row).ready + process(row).throttled === (process(row).pending !== 0 ? 1 : 0);
}

export function finishingIsOwnActivation(row: u32): bool {
	if (process(row).deferred !== DEFERRED_FINISHING) return true;
	return process(row).active === ACTIVE_OWN && process(row).priority >= BLOCKING_PRIORITIES;
}

export function enteringIsReadyToServe(row: u32): bool {
	if (process(row).deferred !== DEFERRED_ENTERING) return true;
	return process(row).active === ACTIVE_CALL && process(row).ready !== 0;
}
