/** The ready set: "`next` takes the highest priority; at one level an activation in progress goes first, new ones round robin". */
import { GLOBAL_CURRENT, GLOBAL_OUT_PREEMPT, GLOBAL_TOP } from '../../kernel/layout.ts';
import { global, level, priorities, process, readyWord, setGlobal, setPriorities, setReadyWord } from './state.ts';

/** Bit `index` of a set of 64. */
function bit(index: u32): u64 {
	return (<u64>1) << (index & 63);
}

/** 1 + the highest priority with somebody ready, 0 = nobody. */
export function highest(): u32 {
	if (priorities(3) !== 0) return 256 - <u32>clz(priorities(3));
	if (priorities(2) !== 0) return 192 - <u32>clz(priorities(2));
	if (priorities(1) !== 0) return 128 - <u32>clz(priorities(1));
	if (priorities(0) !== 0) return 64 - <u32>clz(priorities(0));
	return 0;
}

/** The process becomes ready, unless it is. */
export function insertReady(row: u32): void {
	if (process(row).ready !== 0) return;
	const priority = process(row).priority;
	const word = row >> 6;
	process(row).ready = 1;
	setReadyWord(priority, word, readyWord(priority, word) | bit(row));
	level(priority).groups |= 1 << word;
	setPriorities(priority >> 6, priorities(priority >> 6) | bit(priority));
	if (global(GLOBAL_TOP) <= priority) setGlobal(GLOBAL_TOP, priority + 1);
}

/** The process is no longer ready: of the sets that become empty by that the set above no longer has a bit; TOP follows if it stood there. */
export function removeReady(row: u32): void {
	if (process(row).ready === 0) return;
	const priority = process(row).priority;
	const word = row >> 6;
	process(row).ready = 0;
	setReadyWord(priority, word, readyWord(priority, word) & ~bit(row));
	if (readyWord(priority, word) !== 0) return;
	level(priority).groups &= ~(1 << word);
	if (level(priority).groups !== 0) return;
	setPriorities(priority >> 6, priorities(priority >> 6) & ~bit(priority));
	if (global(GLOBAL_TOP) === priority + 1) setGlobal(GLOBAL_TOP, highest());
}

/** Ready, as an activation in progress: the first of its level. */
export function insertInProgress(row: u32): void {
	level(process(row).priority).inProgress = row;
	insertReady(row);
}

/** No longer the first of its level. */
export function clearInProgress(row: u32): void {
	const own = level(process(row).priority);
	if (own.inProgress === row) own.inProgress = 0;
}

/** Who is to execute; 0 = nobody is ready. */
export function choose(): u32 {
	if (global(GLOBAL_TOP) === 0) return 0;
	const priority = global(GLOBAL_TOP) - 1;
	const inProgress = level(priority).inProgress;
	return inProgress !== 0 ? inProgress : following(priority, level(priority).last);
}

/** The first of a level behind `last`, round robin: in the rest of its word, in the other words, in its own from the start. */
function following(priority: u32, last: u32): u32 {
	const word = last >> 6;
	const upToLast = (bit(last) << 1) - 1;
	const rest = readyWord(priority, word) & ~upToLast;
	if (rest !== 0) return word * 64 + <u32>ctz(rest);
	for (let step: u32 = 1; step <= 4; step++) {
		const other = (word + step) & 3;
		const ready = readyWord(priority, other);
		if (ready !== 0) return other * 64 + <u32>ctz(ready);
	}
	return 0;
}

/** OUT_PREEMPT: is somebody of higher priority than the current process ready? */
export function publishPreemption(): void {
	const current = global(GLOBAL_CURRENT);
	const higher = current !== 0 && global(GLOBAL_TOP) > process(current).priority + 1;
	setGlobal(GLOBAL_OUT_PREEMPT, higher ? 1 : 0);
}
