/** The last results, each with what it was calculated from. */

import { Decimal } from './decimal.ts';
import { INPUT_BYTES, inputAt, inputLength, outcome, writeTyped } from './input.ts';

/** Results that are kept. */
const RESULTS: u32 = 20;
/** A decimal, the length of what was typed, and that. */
const ENTRY_BYTES: u32 = 144;
const ENTRIES: u32 = memory.data(2880, 8) as u32;
const LENGTH: u32 = 16;
const TYPED: u32 = 20;
/** How many have been kept, those that are gone included. */
let kept: u32 = 0;

export function historyCount(): u32 {
	return min(kept, RESULTS);
}

export function clearHistory(): void {
	kept = 0;
}

/** Entry `index`, the newest first. */
function entry(index: u32): u32 {
	return ENTRIES + ENTRY_BYTES * ((kept - 1 - index) % RESULTS);
}

/** Keeps what has just been calculated. */
export function keep(): void {
	kept++;
	const place = entry(0);
	changetype<Decimal>(place).copy(outcome());
	store<u32>(place + LENGTH, min(INPUT_BYTES, inputLength()));
	memory.copy(place + TYPED, inputAt(), load<u32>(place + LENGTH));
}

/** Appends what was typed, or what it came to, to the text that is being built. */
export function writeHistoryLine(index: u32): void {
	writeTyped(entry(index) + TYPED, load<u32>(entry(index) + LENGTH));
}

export function writeHistoryResult(index: u32): void {
	changetype<Decimal>(entry(index)).write();
}
