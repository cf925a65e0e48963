/** Capabilities of the own table. docs/reference/01-kernel.md lists the checks and errors of each call. Slots are those of the caller's own table; 0 means none. */

import {
	COPY,
	DELETE,
	GATE,
	IDENTIFY,
	INSTALL,
	MOVE,
	RECEIVE,
	REPLY_CAPABILITY,
	REVOKE,
	SIGNAL,
} from '../abi/calls.ts';
import { system } from './kernel.ts';

/** Duplicates a capability within the own table with at most `rights`; `grantRow` 0 = same grant as the source. */
export function copy(source: i32, destination: i32, rights: i32, grantRow: i32): i32 {
	return system(COPY, source, destination, rights, grantRow, 0, 0);
}

/** Moves a capability within the own table. */
export function move(source: i32, destination: i32): i32 {
	return system(MOVE, source, destination, 0, 0, 0, 0);
}

/** Empties a slot. */
export function remove(slot: i32): i32 {
	return system(DELETE, slot, 0, 0, 0, 0, 0);
}

/** Takes back every capability that was made under a grant, and all derived from them. */
export function revoke(account: i32, grantRow: i32): i32 {
	return system(REVOKE, account, grantRow, 0, 0, 0, 0);
}

/** Copies a capability into another process's table. */
export function install(process: i32, source: i32, destination: i32, rights: i32, grantRow: i32): i32 {
	return system(INSTALL, process, source, destination, rights, grantRow, 0);
}

/** What a slot holds: kind | rights << 8, 0 when nothing usable; result word 0 = badge. */
export function identify(slot: i32): i32 {
	return system(IDENTIFY, slot, 0, 0, 0, 0, 0);
}

/** Where a capability that arrives with the next call to this component is put; 0 refuses. */
export function receive(slot: i32): i32 {
	return system(RECEIVE, slot, 0, 0, 0, 0, 0);
}

/** In `protected`: sends a capability along with the answer; `move` != 0 gives it away. */
export function replyCapability(slot: i32, move: i32): i32 {
	return system(REPLY_CAPABILITY, slot, move, 0, 0, 0, 0);
}

/** Makes a Gate to a process's protected procedures (0 = own) with a badge, 0..2^31-1. */
export function makeGate(process: i32, destination: i32, badge: i32): i32 {
	return system(GATE, process, destination, badge, 0, 0, 0);
}

/** Makes a Signal that raises `bits` of a process (0 = own). */
export function makeSignal(process: i32, destination: i32, bits: i32): i32 {
	return system(SIGNAL, process, destination, bits, 0, 0, 0);
}
