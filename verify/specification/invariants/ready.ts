/** The ready set: every bitmap says the same, and says it of the right processes. */
import { ACTIVE_NONE, GLOBAL_TOP, LEVEL_COUNT, PROCESS_COUNT } from '../../../kernel/layout.ts';
import { highest } from '../ready.ts';
import { global, level, priorities, process, readyWord } from '../state.ts';
import { bit } from './helpers.ts';

const WORDS: u32 = 4;
const GROUPS_ALL: u32 = (1 << WORDS) - 1;

export function readyBitIsOfReadyProcess(row: u32, priority: u32): bool {
	const ready = process(row).ready !== 0 && process(row).priority === priority;
	return bit(readyWord(priority, row >> 6), row) === ready;
}

export function groupIsOfReadyWord(priority: u32, word: u32): bool {
	return bit(level(priority).groups, word) === (readyWord(priority, word) !== 0);
}

export function groupsInRange(priority: u32): bool {
	return level(priority).groups <= GROUPS_ALL;
}

export function priorityBitIsOfGroups(priority: u32): bool {
	return bit(priorities(priority >> 6), priority) === (level(priority).groups !== 0);
}

export function nobodyReadyAboveTop(priority: u32): bool {
	return level(priority).groups === 0 || priority < global(GLOBAL_TOP);
}

export function somebodyReadyAtTop(): bool {
	const top = global(GLOBAL_TOP);
	return top === 0 || (top <= LEVEL_COUNT && level(top - 1).groups !== 0);
}

export function topIsHighestPriority(): bool {
	return global(GLOBAL_TOP) === highest();
}

export function roundRobinStandsAtRow(priority: u32): bool {
	return level(priority).last < PROCESS_COUNT;
}

/** Whom the level prefers: somebody ready in the middle of an activation. */
export function preferredIsRow(priority: u32): bool {
	return level(priority).inProgress < PROCESS_COUNT;
}

export function preferredIsReadyAtLevel(priority: u32): bool {
	const row = level(priority).inProgress;
	return row === 0 || (process(row).ready !== 0 && process(row).priority === priority);
}

export function preferredIsActive(priority: u32): bool {
	const row = level(priority).inProgress;
	return row === 0 || process(row).active !== ACTIVE_NONE;
}
