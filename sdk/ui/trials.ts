/** Attempts that must come to nothing, for apps that show what an app cannot do: a list in which each says what came of it. */

import { ICON_BUG } from '../graphics/icon-numbers.ts';
import { now } from '../time.ts';
import { primaryButton } from './button.ts';
import { gap } from './layout.ts';
import { key } from './numbers.ts';
import { wake } from './requests.ts';
import { valueItem } from './row.ts';

const MOST: u32 = 16;
/** i32 of each attempt: how often it got something, UNTRIED. */
const RESULTS: u32 = memory.data(64, 8) as u32;
const UNTRIED: i32 = -1;
/** Nanoseconds between two attempts: one in each activation, so that the app is not stopped for the time they take. */
const PAUSE: i64 = 40_000_000;
/** The attempt that is made next when all are, and how many there are. */
let next: u32 = MOST;
let count: u32 = 0;

/** What is tried: extend it with an @unmanaged class and hand that to the list. */
@unmanaged
export class Trials {
	/** What an attempt is called. */
	name(_attempt: u32): string {
		return '';
	}

	/** Makes an attempt; how often it got something that it should not have. */
	make(_attempt: u32): i32 {
		return 0;
	}
}

/** There are `attempts` of them, and none has been made. */
export function openTrials(attempts: u32): void {
	count = min(MOST, attempts);
	for (let attempt: u32 = 0; attempt < MOST; attempt++) store<i32>(RESULTS + 4 * attempt, UNTRIED);
}

function tryAll(): void {
	openTrials(count);
	next = 0;
	wake(now() + PAUSE);
}

function tryOne<T extends Trials>(attempt: u32): void {
	store<i32>(RESULTS + 4 * attempt, changetype<T>(0).make(attempt));
}

/** The app has been woken: makes the next attempt, if all are to be made. Whether it did. */
export function stepTrials<T extends Trials>(): bool {
	if (next >= count) return false;
	tryOne<T>(next);
	next++;
	wake(now() + PAUSE);
	return true;
}

function verdict(attempt: u32): string {
	const result = load<i32>(RESULTS + 4 * attempt);
	if (result === UNTRIED) return 'not tried';
	return result === 0 ? 'refused' : 'SUCCEEDED';
}

/** The list, with a button that tries everything. */
export function trialList<T extends Trials>(): void {
	gap(8);
	if (primaryButton('Try everything', ICON_BUG)) tryAll();
	gap(8);
	for (let attempt: u32 = 0; attempt < count; attempt++) {
		key(attempt + 1);
		if (valueItem(changetype<T>(0).name(attempt), verdict(attempt), 0)) tryOne<T>(attempt);
	}
	key(0);
}
