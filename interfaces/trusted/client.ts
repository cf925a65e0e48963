// Generated from trusted.ts by `tessera build`; changes here are lost. Definition 93bcd440e4fd60a3.

/**
 * Client of Trusted: The compositor's side of the trusted path, for the permission server, the powerbox and the keyboard only (badges from 64 on; the compositor knows which is which). All words on the screen are the system's own, except a reason, which is quoted.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ } from '../../abi/rights.ts';
import { call0, call4, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** Another question is on the screen; it will be asked afterwards. */
export const BUSY: i32 = 16;

/** This badge may not. */
export const NOT_YOURS: i32 = 17;

/** The app is not open, or not in front. */
export const GONE: i32 = 18;

/**
 * Puts a question on the screen: may `app` have `capability`? `held`: what it has already and what makes it more dangerous together (1 << CAPABILITY_*); the prompt warns. The signal ANSWERED tells that `takeAnswer` has something.
 * Takes at most 100000 ns.
 * Own errors: BUSY, NOT_YOURS, GONE.
 */
export function ask(gate: i32, reasonPointer: u32, reasonLength: u32, app: u32, capability: u32, held: u32): i32 {
	return codeOf(callWith(gate, 1, <i32>app, <i32>capability, <i32>held, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>reasonPointer, <i32>reasonLength));
}

/**
 * Takes what the user has done: kind (answers.ts), app, capability or gadget kind, and the answer (GRANT_*) or the gadget's argument; kind 0: nothing.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function takeAnswer(gate: i32): i32 {
	return codeOf(call0(gate, 2));
}

/** Kind that the last `takeAnswer` gave. */
export function takeAnswerKind(): u32 {
	return <u32>word(0);
}

/** App that the last `takeAnswer` gave. */
export function takeAnswerApp(): u32 {
	return <u32>word(1);
}

/** What that the last `takeAnswer` gave. */
export function takeAnswerWhat(): u32 {
	return <u32>word(2);
}

/** Value that the last `takeAnswer` gave. */
export function takeAnswerValue(): u32 {
	return <u32>word(3);
}

/**
 * Puts an event into an app's queue.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function tell(gate: i32, app: u32, kind: u32, first: u32): i32 {
	return codeOf(call4(gate, 3, <i32>app, <i32>kind, <i32>first, 0));
}

/**
 * Says in the strip that an app uses a capability now, or no longer. Capability 0: nothing of the app is in use.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function inUse(gate: i32, app: u32, capability: u32, on: u32): i32 {
	return codeOf(call4(gate, 4, <i32>app, <i32>capability, <i32>on, 0));
}

/**
 * Raises (1) or lowers (0) the caller's sheet (keyboard, picker) over `app`; its size comes by `look` of interfaces/display, with the same badge.
 * Takes at most 40000 ns.
 * Own errors: NOT_YOURS, GONE.
 */
export function sheet(gate: i32, app: u32, up: u32): i32 {
	return codeOf(call4(gate, 5, <i32>app, <i32>up, 0, 0));
}

/**
 * The keyboard: types a character (kind EVENT_TEXT) or key (EVENT_KEY) into the app that is edited.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS, GONE.
 */
export function type(gate: i32, kind: u32, first: u32): i32 {
	return codeOf(call4(gate, 6, <i32>kind, <i32>first, 0, 0));
}

/**
 * The app in front, 255: none. For the clipboard and the powerbox.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function front(gate: i32): i32 {
	return codeOf(call0(gate, 7));
}

/** Result that the last `front` gave. */
export function frontResult(): u32 {
	return <u32>word(0);
}

/**
 * The permission server: what the user has switched off for everybody in the top menu, as 1 << CAPABILITY_*.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function switches(gate: i32): i32 {
	return codeOf(call0(gate, 8));
}

/** Result that the last `switches` gave. */
export function switchesResult(): u32 {
	return <u32>word(0);
}

/**
 * The permission server: a question waits among the events (1), or no longer (0). Touching it there gives ANSWER_POSTPONED.
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function postpone(gate: i32, app: u32, capability: u32, waits: u32): i32 {
	return codeOf(call4(gate, 9, <i32>app, <i32>capability, <i32>waits, 0));
}

/**
 * The keyboard: the secret for `app` is complete, `length` bytes (0: cancelled); the ceremony ends, and the app is told (EVENT_SECRET).
 * Takes at most 20000 ns.
 * Own errors: NOT_YOURS.
 */
export function finish(gate: i32, app: u32, length: u32): i32 {
	return codeOf(call4(gate, 10, <i32>app, <i32>length, 0, 0));
}

/**
 * The permission server: what an app says while it is not in front, in its own words; `kind` of interfaces/notices/kinds.ts. It is shown when nothing is asked and the app is not seen.
 * Takes at most 40000 ns.
 * Own errors: NOT_YOURS.
 */
export function notice(gate: i32, textPointer: u32, textLength: u32, app: u32, kind: u32): i32 {
	return codeOf(callWith(gate, 11, <i32>app, <i32>kind, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>textPointer, <i32>textLength));
}
