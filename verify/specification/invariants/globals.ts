/** The GLOBAL row, and the process that executes. */
import { STATE_STARTED } from '../../../abi/calls.ts';
import {
	ACTIVE_NONE,
	DEFERRED_ENTERING,
	ENTER_RESULT,
	GLOBAL_BOOTED,
	GLOBAL_CAN_SUSPEND,
	GLOBAL_CURRENT,
	GLOBAL_EPOCH_64,
	GLOBAL_OUT_KIND,
	GLOBAL_OUT_LIMIT,
	GLOBAL_OUT_PREEMPT,
	GLOBAL_OUT_WORDS,
	GLOBAL_TOP,
	PROCESS_COUNT,
} from '../../../kernel/layout.ts';
import { global, global64, process } from '../state.ts';
import { allotment } from './helpers.ts';

const WORDS_MOST: u32 = 2;

export function booted(): bool {
	return global(GLOBAL_BOOTED) === 1;
}

export function globalFlags(): bool {
	return (global(GLOBAL_CAN_SUSPEND) | global(GLOBAL_OUT_PREEMPT)) <= 1;
}

export function outFieldsInRange(): bool {
	return global(GLOBAL_OUT_KIND) <= ENTER_RESULT && global(GLOBAL_OUT_WORDS) <= WORDS_MOST;
}

export function currentIsRow(): bool {
	return global(GLOBAL_CURRENT) < PROCESS_COUNT;
}

/** Does `row` execute? Row 0 stands for nobody. */
function executes(row: u32): bool {
	return row !== 0 && global(GLOBAL_CURRENT) === row;
}

export function currentIsStarted(row: u32): bool {
	return !executes(row) || process(row).state === STATE_STARTED;
}

export function currentIsActive(row: u32): bool {
	return !executes(row) || process(row).active !== ACTIVE_NONE;
}

/** Waiting for a callee, the ready set, a result or a call to enter: whoever executes does none of it. */
export function currentWaitsForNothing(row: u32): bool {
	if (!executes(row)) return true;
	const waits = process(row).callee | process(row).ready | process(row).waiting | process(row).hasResult;
	return waits === 0 && process(row).deferred !== DEFERRED_ENTERING;
}

export function currentIsRechecked(row: u32): bool {
	return !executes(row) || process(row).epoch === global64(GLOBAL_EPOCH_64);
}

/** With `preemptionIsPublished` and OUT_PREEMPT 0, a server that is called is not ready. */
export function preemptionIsPublished(): bool {
	const current = global(GLOBAL_CURRENT);
	if (current === 0 || global(GLOBAL_OUT_PREEMPT) !== 0) return true;
	return global(GLOBAL_TOP) <= process(current).priority + 1;
}

export function limitWithinAllotment(row: u32): bool {
	return !executes(row) || global(GLOBAL_OUT_LIMIT) <= allotment(row);
}
