/** What the supervisor knows of each child: its roster entry, how often it was restarted and failed in a row, and when it is due again. */

import {
	ROSTER_BACK_OFF,
	ROSTER_CHILDREN,
	ROSTER_ENTRY_BYTES,
	ROSTER_LIMIT,
	ROSTER_MEMORY,
	ROSTER_NAME,
	ROSTER_NAME_BYTES,
	ROSTER_PROCESS,
} from '../../abi/roster.ts';
import { load8, load32 } from '../../sdk/region/memory1.ts';
import { addByte } from '../../sdk/text.ts';

/** Badges of children: 0..31. */
export const CHILDREN: u32 = 32;
/** Back-off doubles at most so often, so that it stays below a minute for the longest first one. */
const DOUBLINGS_MOST: u32 = 5;
/** Nanoseconds of running without a fault after which earlier ones are forgiven. */
const CALM: u64 = 10_000_000_000;
const RESTARTS: u32 = memory.data(128, 8) as u32;
/** Restarts in a row, none of which ran for CALM. */
const ROW: u32 = memory.data(128, 8) as u32;
const SINCE: u32 = memory.data(256, 8) as u32;
const DUE: u32 = memory.data(256, 8) as u32;

function entry(child: u32): u32 {
	return (ROSTER_CHILDREN + child) * ROSTER_ENTRY_BYTES;
}

/** Slot of the child's Process capability; 0 = none. */
export function processOf(child: u32): i32 {
	return load32(entry(child) + ROSTER_PROCESS);
}

/** KiB of its own memory. */
export function memoryOf(child: u32): u32 {
	return load32(entry(child) + ROSTER_MEMORY);
}

/** How often it may be restarted in a row. */
export function limitOf(child: u32): u32 {
	return load32(entry(child) + ROSTER_LIMIT);
}

/** How often it was restarted since boot. */
export function restartsOf(child: u32): u32 {
	return load<u32>(RESTARTS + 4 * child);
}

/** How often it was restarted without having run for long in between. */
export function rowOf(child: u32): u32 {
	return load<u32>(ROW + 4 * child);
}

export function countRestart(child: u32, time: u64): void {
	store<u32>(RESTARTS + 4 * child, restartsOf(child) + 1);
	store<u32>(ROW + 4 * child, rowOf(child) + 1);
	store<u64>(SINCE + 8 * child, time);
}

/** It has faulted at `time`: if it had run for long before, that is the first one of a new row. */
export function countFault(child: u32, time: u64): void {
	if (time - load<u64>(SINCE + 8 * child) >= CALM) store<u32>(ROW + 4 * child, 0);
}

/** Nanoseconds from a fault to the next restart. */
export function backOffOf(child: u32): u64 {
	return (<u64>load32(entry(child) + ROSTER_BACK_OFF)) << min<u32>(rowOf(child), DOUBLINGS_MOST);
}

/** When it is to be restarted, nanoseconds since boot; 0 = not at all. */
export function dueOf(child: u32): u64 {
	return load<u64>(DUE + 8 * child);
}

export function setDue(child: u32, time: u64): void {
	store<u64>(DUE + 8 * child, time);
}

/** Adds the child's name to the line. */
export function addName(child: u32): void {
	for (let index: u32 = 0; index < ROSTER_NAME_BYTES; index++) {
		const byte = load8(entry(child) + ROSTER_NAME + index);
		if (byte === 0) return;
		addByte(byte);
	}
}
