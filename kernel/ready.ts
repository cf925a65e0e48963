/**
 * The ready set: who could execute, by priority. Choice, insertion and removal take the same few steps whatever the number of
 * processes. At one priority an activation in progress goes before new ones (so activations in progress form a stack), new ones round robin.
 */
import {
	GLOBAL_CURRENT,
	GLOBAL_OUT_PREEMPT,
	GLOBAL_TOP,
	LEVEL_GROUPS,
	LEVEL_IN_PROGRESS,
	LEVEL_LAST,
	LEVEL_READY0_64,
	PROCESS_PRIORITY,
	PROCESS_READY,
} from './layout.ts';
import {
	global,
	level,
	level64,
	priorities,
	process,
	setGlobal,
	setLevel,
	setLevel64,
	setPriorities,
	setProcess,
} from './table.ts';

/** 1 + the highest priority with somebody ready, 0 = nobody. */
function highest(): u32 {
	if (priorities(3) !== 0) return 256 - <u32>clz(priorities(3));
	if (priorities(2) !== 0) return 192 - <u32>clz(priorities(2));
	if (priorities(1) !== 0) return 128 - <u32>clz(priorities(1));
	if (priorities(0) !== 0) return 64 - <u32>clz(priorities(0));
	return 0;
}

/** Makes the process ready (again). */
export function insertReady(row: u32): void {
	if (process(row, PROCESS_READY) !== 0) return;
	const priority = process(row, PROCESS_PRIORITY);
	const word = LEVEL_READY0_64 + 8 * (row >> 6);
	setProcess(row, PROCESS_READY, 1);
	setLevel64(priority, word, level64(priority, word) | ((<u64>1) << (row & 63)));
	setLevel(priority, LEVEL_GROUPS, level(priority, LEVEL_GROUPS) | (1 << (row >> 6)));
	setPriorities(priority >> 6, priorities(priority >> 6) | ((<u64>1) << (priority & 63)));
	if (global(GLOBAL_TOP) <= priority) setGlobal(GLOBAL_TOP, priority + 1);
}

/** Takes it out of the ready set. */
export function removeReady(row: u32): void {
	if (process(row, PROCESS_READY) === 0) return;
	const priority = process(row, PROCESS_PRIORITY);
	const word = LEVEL_READY0_64 + 8 * (row >> 6);
	setProcess(row, PROCESS_READY, 0);
	const left = level64(priority, word) & ~((<u64>1) << (row & 63));
	setLevel64(priority, word, left);
	if (left !== 0) return;
	const groups = level(priority, LEVEL_GROUPS) & ~(1 << (row >> 6));
	setLevel(priority, LEVEL_GROUPS, groups);
	if (groups !== 0) return;
	setPriorities(priority >> 6, priorities(priority >> 6) & ~((<u64>1) << (priority & 63)));
	if (global(GLOBAL_TOP) === priority + 1) setGlobal(GLOBAL_TOP, highest());
}

/** Remembers that an activation in progress was interrupted and is ready to go on. */
export function insertInProgress(row: u32): void {
	setLevel(process(row, PROCESS_PRIORITY), LEVEL_IN_PROGRESS, row);
	insertReady(row);
}

/** Its activation goes on or has ended. */
export function clearInProgress(row: u32): void {
	const priority = process(row, PROCESS_PRIORITY);
	if (level(priority, LEVEL_IN_PROGRESS) === row) setLevel(priority, LEVEL_IN_PROGRESS, 0);
}

/** The process to execute next; 0 = none is ready. */
export function choose(): u32 {
	const top = global(GLOBAL_TOP);
	if (top === 0) return 0;
	const priority = top - 1;
	const preferred = level(priority, LEVEL_IN_PROGRESS);
	if (preferred !== 0) return preferred;
	const last = level(priority, LEVEL_LAST);
	const word = last >> 6;
	// Those behind the last one in its own word, then the following words, then its own word again.
	const behind = level64(priority, LEVEL_READY0_64 + 8 * word) & ~((((<u64>1) << (last & 63)) << 1) - 1);
	if (behind !== 0) return word * 64 + <u32>ctz(behind);
	for (let step: u32 = 1; step <= 4; step++) {
		const other = (word + step) & 3;
		const ready = level64(priority, LEVEL_READY0_64 + 8 * other);
		if (ready !== 0) return other * 64 + <u32>ctz(ready);
	}
	return 0;
}

/** The round robin of its priority continues behind it. */
export function setLast(row: u32): void {
	setLevel(process(row, PROCESS_PRIORITY), LEVEL_LAST, row);
}

/** Tells the machine whether somebody of higher priority than the current process is ready. */
export function publishPreemption(): void {
	const current = global(GLOBAL_CURRENT);
	const preempt = current !== 0 && global(GLOBAL_TOP) > process(current, PROCESS_PRIORITY) + 1;
	setGlobal(GLOBAL_OUT_PREEMPT, preempt ? 1 : 0);
}
