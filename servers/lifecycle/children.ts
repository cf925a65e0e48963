/** Apps by their number: what the roster says of them, and what the kernel does. */
import { READ_PROCESS_FAULT, READ_PROCESS_STATE, STATE_FAULTED, STATE_STARTED } from '../../abi/calls.ts';
import {
	ROSTER_CHILDREN,
	ROSTER_ENTRY_BYTES,
	ROSTER_MEMORY,
	ROSTER_NAME,
	ROSTER_NAME_BYTES,
	ROSTER_PROCESS,
} from '../../abi/roster.ts';
import { APP_CLOSED, APP_FAILED, APP_OPEN } from '../../interfaces/lifecycle/states.ts';
import { word } from '../../sdk/message.ts';
import { inspect } from '../../sdk/process.ts';
import { load8, load32 } from '../../sdk/region/memory1.ts';
import { addByte } from '../../sdk/text.ts';
import { APPS } from './apps.ts';

/** Apps that have failed and were closed then, a bit each: the kernel still calls them faulted. */
let dismissed: u32 = 0;

function entry(app: u32): u32 {
	return (ROSTER_CHILDREN + app) * ROSTER_ENTRY_BYTES;
}

/** Slot of the app's Process capability; 0 = there is no such app. */
export function processOf(app: u32): i32 {
	return app < APPS ? load32(entry(app) + ROSTER_PROCESS) : 0;
}

/** KiB of its own memory. */
export function memoryOf(app: u32): u32 {
	return load32(entry(app) + ROSTER_MEMORY);
}

/** APP_*. */
export function stateOf(app: u32): u32 {
	const state = inspect(processOf(app), READ_PROCESS_STATE);
	if (state === STATE_STARTED) return APP_OPEN;
	if (state !== STATE_FAULTED || (dismissed & ((<u32>1) << app)) !== 0) return APP_CLOSED;
	return APP_FAILED;
}

/** Whether a failed app counts as closed. */
export function dismiss(app: u32, on: bool): void {
	const bit = (<u32>1) << app;
	dismissed = on ? dismissed | bit : dismissed & ~bit;
}

/** CAUSE_* of its last fault. */
export function causeOf(app: u32): u32 {
	return inspect(processOf(app), READ_PROCESS_FAULT);
}

/** Its faults since boot. */
export function faultsOf(app: u32): u32 {
	inspect(processOf(app), READ_PROCESS_FAULT);
	return word(1);
}

/** Adds its name to the line. */
export function addName(app: u32): void {
	for (let index: u32 = 0; index < ROSTER_NAME_BYTES; index++) {
		const byte = load8(entry(app) + ROSTER_NAME + index);
		if (byte === 0) return;
		addByte(byte);
	}
}
