// Generated from permissions.ts by `tessera build`; changes here are lost. Definition 43e06b08bdcbbe3a.

/**
 * Client of Permissions: Grants: who holds what, since when, how often it was used; asked for by apps, given by the user, taken back at once. Badges below 32 are apps, 64 is settings, 66 the powerbox. capabilities.ts says what can be had.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { call4, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** The user does not want to be asked again by this app: the capability does not exist for it. */
export const NEVER: i32 = 16;

/** The app has asked too often (three prompts an hour): the question waits among the events. */
export const LATER: i32 = 17;

/** There is no such app or capability. */
export const UNKNOWN: i32 = 18;

/** Only settings, or only the powerbox, may. */
export const NOT_YOURS: i32 = 19;

/** The app's slot could not be filled. */
export const NO_PLACE: i32 = 20;

/**
 * Asks for a capability, for a reason in the app's own words, which the prompt quotes. The answer comes as event GRANTED or TAKEN.
 * Takes at most 100000 ns.
 * Own errors: NEVER, LATER, UNKNOWN.
 */
export function request(gate: i32, reasonPointer: u32, reasonLength: u32, capability: u32): i32 {
	return codeOf(callWith(gate, 1, <i32>capability, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>reasonPointer, <i32>reasonLength));
}

/**
 * Gives back what was given.
 * Takes at most 100000 ns.
 */
export function release(gate: i32, capability: u32): i32 {
	return codeOf(call4(gate, 2, <i32>capability, 0, 0, 0));
}

/**
 * Settings: the state (GRANT_*) of a capability of an app, uses, the last use in milliseconds since 1970 (since boot where there is no clock; 0: never, or in an earlier life of a phone without a clock), 1 while it is held, and how many seconds ago that was.
 * Takes at most 20000 ns.
 * Own errors: UNKNOWN, NOT_YOURS.
 */
export function inspect(gate: i32, app: u32, capability: u32): i32 {
	return codeOf(call4(gate, 3, <i32>app, <i32>capability, 0, 0));
}

/** State that the last `inspect` gave. */
export function inspectState(): u32 {
	return <u32>word(0);
}

/** Uses that the last `inspect` gave. */
export function inspectUses(): u32 {
	return <u32>word(1);
}

/** Last that the last `inspect` gave. */
export function inspectLast(): u64 {
	return (<u64>(<u32>word(2)) | (<u64>(<u32>word(3)) << 32));
}

/** Held that the last `inspect` gave. */
export function inspectHeld(): u32 {
	return <u32>word(4);
}

/** Ago that the last `inspect` gave. */
export function inspectAgo(): u32 {
	return <u32>word(5);
}

/**
 * Settings: changes the state; anything but ALWAYS takes back at once what is held.
 * Takes at most 100000 ns.
 * Own errors: UNKNOWN, NOT_YOURS.
 */
export function change(gate: i32, app: u32, capability: u32, state: u32): i32 {
	return codeOf(call4(gate, 4, <i32>app, <i32>capability, <i32>state, 0));
}

/**
 * Settings: what was used, newest first, from entry `first` on: entries of 16 bytes (history.ts); how many were written.
 * Takes at most 60000 ns.
 * Own errors: NOT_YOURS.
 */
export function history(gate: i32, entriesPointer: u32, entriesLength: u32, first: u32): i32 {
	return codeOf(callWith(gate, 5, <i32>first, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>entriesPointer, <i32>entriesLength));
}

/** Result that the last `history` gave. */
export function historyResult(): u32 {
	return <u32>word(0);
}

/**
 * The powerbox: gives an app the file that the user has picked for it, in place of the one before.
 * Takes at most 100000 ns.
 * Own errors: UNKNOWN, NOT_YOURS, NO_PLACE.
 */
export function give(gate: i32, app: u32, file: i32): i32 {
	return codeOf(callWith(gate, 6, <i32>app, 0, 0, 0, 0, 0, file, 0, 0, 0));
}
