/** What the machine promises: true before the entries that the catalogue names. */
import { GLOBAL_CURRENT, GLOBAL_EPOCH_64, GLOBAL_OUT_LIMIT, GLOBAL_OUT_PREEMPT } from '../../../kernel/layout.ts';
import { global, global64, NEVER } from '../state.ts';

/** 292 years of nanoseconds, without the low word. */
const HIGH_WORD_MOST: u32 = 0x7fffffff;

export function nobodyExecutes(): bool {
	return global(GLOBAL_CURRENT) === 0;
}

export function preemptionWasObeyed(): bool {
	return global(GLOBAL_CURRENT) === 0 || global(GLOBAL_OUT_PREEMPT) === 0;
}

export function leftWithinLimit(left: u32): bool {
	return global(GLOBAL_CURRENT) === 0 || left <= global(GLOBAL_OUT_LIMIT);
}

export function epochIsFarFromItsEnd(): bool {
	return global64(GLOBAL_EPOCH_64) !== NEVER;
}

/** Times are below 2^63: `tick` takes 2^64 - 1 for a time at which nobody waits. */
export function timeIsNear(nowHigh: u32): bool {
	return nowHigh <= HIGH_WORD_MOST;
}
