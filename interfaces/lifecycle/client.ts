// Generated from lifecycle.ts by `tessera build`; changes here are lost. Definition 0e16875dabf11f64.

/**
 * Client of Lifecycle: Opens, closes and watches apps; holds their Process capabilities. Called by the compositor and by settings; the shell may only look. Apps are numbered by their badge at the compositor.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { call4 } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** There is no such app. */
export const UNKNOWN: i32 = 16;

/** This badge may only look. */
export const NOT_YOURS: i32 = 17;

/**
 * Starts an app that is closed; one that is open stays as it is.
 * Takes at most 60000 ns.
 * Own errors: UNKNOWN, NOT_YOURS.
 */
export function open(gate: i32, app: u32): i32 {
	return codeOf(call4(gate, 1, <i32>app, 0, 0, 0));
}

/**
 * Stops an app; its next start finds nothing but what it has stored.
 * Takes at most 60000 ns.
 * Own errors: UNKNOWN, NOT_YOURS.
 */
export function close(gate: i32, app: u32): i32 {
	return codeOf(call4(gate, 2, <i32>app, 0, 0, 0));
}

/**
 * Gives the app the share of processor time of whoever is in front, and takes it from whom it belonged to; 255: nobody is in front.
 * Takes at most 60000 ns.
 * Own errors: UNKNOWN, NOT_YOURS.
 */
export function front(gate: i32, app: u32): i32 {
	return codeOf(call4(gate, 3, <i32>app, 0, 0, 0));
}

/**
 * State (states.ts), faults since boot and the cause of the last (CAUSE_* of abi/calls.ts), own memory in KiB, microseconds of processor time.
 * Takes at most 60000 ns.
 * Own errors: UNKNOWN.
 */
export function inspect(gate: i32, app: u32): i32 {
	return codeOf(call4(gate, 4, <i32>app, 0, 0, 0));
}

/** State that the last `inspect` gave. */
export function inspectState(): u32 {
	return <u32>word(0);
}

/** Faults that the last `inspect` gave. */
export function inspectFaults(): u32 {
	return <u32>word(1);
}

/** Cause that the last `inspect` gave. */
export function inspectCause(): u32 {
	return <u32>word(2);
}

/** Memory that the last `inspect` gave. */
export function inspectMemory(): u32 {
	return <u32>word(3);
}

/** Time that the last `inspect` gave. */
export function inspectTime(): u64 {
	return (<u64>(<u32>word(4)) | (<u64>(<u32>word(5)) << 32));
}
