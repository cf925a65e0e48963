/** Processes. docs/reference/01-kernel.md lists the checks and errors of each call. Slots are those of the caller's own table; 0 means none. */

import {
	PROCESS_CONFIGURE,
	PROCESS_CREATE,
	PROCESS_DESTROY,
	PROCESS_LABEL,
	PROCESS_READ,
	PROCESS_RESTART,
	PROCESS_REVOKE,
	PROCESS_START,
	PROCESS_STOP,
} from '../abi/calls.ts';
import { system } from './kernel.ts';

/** Creates a stopped, empty process of 1..255 usable `slots` out of an account. */
export function create(account: i32, processRow: i32, extentRow: i32, slots: i32, destination: i32): i32 {
	return system(PROCESS_CREATE, account, processRow, extentRow, slots, destination, 0);
}

/** Sets one CONFIGURE_* field of abi/calls.ts. */
export function configure(process: i32, field: i32, value: i32, value2: i32): i32 {
	return system(PROCESS_CONFIGURE, process, field, value, value2, 0, 0);
}

/** Starts it at `init`. */
export function start(process: i32): i32 {
	return system(PROCESS_START, process, 0, 0, 0, 0, 0);
}

/** Ends whatever it does, at once; 0 stops oneself. */
export function stop(process: i32): i32 {
	return system(PROCESS_STOP, process, 0, 0, 0, 0, 0);
}

/** Starts a stopped or faulted process again from `init`, with its own memory as the loader made it. */
export function restart(process: i32): i32 {
	return system(PROCESS_RESTART, process, 0, 0, 0, 0, 0);
}

/** Destroys a stopped process; what it cost returns to the account. */
export function destroy(account: i32, processRow: i32): i32 {
	return system(PROCESS_DESTROY, account, processRow, 0, 0, 0, 0);
}

/** Ends every capability to it, gates and signals included; who pays for it gets a fresh Process capability. */
export function revoke(account: i32, processRow: i32, destination: i32): i32 {
	return system(PROCESS_REVOKE, account, processRow, destination, 0, 0, 0);
}

/** Reads one READ_PROCESS_* value; 0 = own. */
export function inspect(process: i32, what: i32): i32 {
	return system(PROCESS_READ, process, what, 0, 0, 0, 0);
}

/** Gives a process a label, 0..63. */
export function setLabel(control: i32, process: i32, label: i32): i32 {
	return system(PROCESS_LABEL, control, process, label, 0, 0, 0);
}
