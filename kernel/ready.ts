/**
 * The ready set: who could execute, by priority. Choice, insertion and removal take the same few steps whatever the number of
 * processes. At one priority an activation in progress goes before new ones (so activations in progress form a stack), new ones round robin.
 */
import { GLOBAL_CURRENT, GLOBAL_OUT_PREEMPT, GLOBAL_TOP } from './layout.ts';
import { global, level, priorities, process, readyWord, setGlobal, setPriorities, setReadyWord } from './table.ts';

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
	if (process(row).ready !== 0) return;
	const priority = process(row).priority;
	const word = row >> 6;
	process(row).ready = 1;
	setReadyWord(priority, word, readyWord(priority, word) | ((<u64>1) << (row & 63)));
	level(priority).groups |= 1 << (row >> 6);
	setPriorities(priority >> 6, priorities(priority >> 6) | ((<u64>1) << (priority & 63)));
	if (global(GLOBAL_TOP) <= priority) setGlobal(GLOBAL_TOP, priority + 1);
}

/** Takes it out of the ready set. */
export function removeReady(row: u32): void {
	if (process(row).ready === 0) return;
	const priority = process(row).priority;
	const word = row >> 6;
	process(row).ready = 0;
	const left = readyWord(priority, word) & ~((<u64>1) << (row & 63));
	setReadyWord(priority, word, left);
	if (left !== 0) return;
	const groups = level(priority).groups & ~(1 << (row >> 6));
	level(priority).groups = groups;
	if (groups !== 0) return;
	setPriorities(priority >> 6, priorities(priority >> 6) & ~((<u64>1) << (priority & 63)));
	if (global(GLOBAL_TOP) === priority + 1) setGlobal(GLOBAL_TOP, highest());
}

/** Remembers that an activation in progress was interrupted and is ready to go on. */
export function insertInProgress(row: u32): void {
	level(process(row).priority).inProgress = row;
	insertReady(row);
}

/** Its activation goes on or has ended. */
export function clearInProgress(row: u32): void {
	const priority = process(row).priority;
	if (level(priority).inProgress === row) level(priority).inProgress = 0;
}

/** The process to execute next; 0 = none is ready. */
export function choose(): u32 {
	const top = global(GLOBAL_TOP);
	if (top === 0) return 0;
	const priority = top - 1;
	const preferred = level(priority).inProgress;
	if (preferred !== 0) return preferred;
	const last = level(priority).last;
	const word = last >> 6;
	// Those behind the last one in its own word, then the following words, then its own word again.
	const behind = readyWord(priority, word) & ~((((<u64>1) << (last & 63)) << 1) - 1);
	if (behind !== 0) return word * 64 + <u32>ctz(behind);
	for (let step: u32 = 1; step <= 4; step++) {
		const other = (word + step) & 3;
		const ready = readyWord(priority, other);
		if (ready !== 0) return other * 64 + <u32>ctz(ready);
	}
	return 0;
}

/** The round robin of its priority continues behind it. */
export function setLast(row: u32): void {
	level(process(row).priority).last = row;
}

/** Tells the machine whether somebody of higher priority than the current process is ready. */
export function publishPreemption(): void {
	const current = global(GLOBAL_CURRENT);
	const preempt = current !== 0 && global(GLOBAL_TOP) > process(current).priority + 1;
	setGlobal(GLOBAL_OUT_PREEMPT, preempt ? 1 : 0);
}
