/**
 * Opened objects. A capability to one is a Gate to the store with a badge that names a row here and the stamp that the row had when it was opened: when the row is given
 * up, and when the store is restarted, stamps differ, and the capability is dead.
 */

import { CLIENTS } from './clients.ts';
import { DEAD, HANDLES_USED } from './codes.ts';

/** Rows of each client; it shares them with nobody, so it can use up only its own. */
const ROWS: u32 = 32;
const ROW_BITS: u32 = 10;
const STAMP_MASK: u32 = 0xfffff;
/** Badges below are clients' roots. */
const OPENED: u32 = 0x40000000;

@unmanaged
class Handle {
	/** 0: the row is free. */
	object!: u32;
	stamp!: u32;
	writable!: u32;
	/** Whom the signals are for: whoever opened it, or to whom it was handed on. */
	client!: u32;
}

const HANDLE_BYTES: u32 = 16;
const TABLE: u32 = memory.data(16384, 8) as u32;
let lastStamp: u32 = 0;

function at(index: u32): Handle {
	return changetype<Handle>(TABLE + index * HANDLE_BYTES);
}

/** Stamps go on from a random number, so that those of the life before are not given again. */
export function openHandles(random: u32): void {
	memory.fill(TABLE, 0, CLIENTS * ROWS * HANDLE_BYTES);
	lastStamp = random & STAMP_MASK;
}

/** Is this the badge of an opened object, rather than of a client's root? */
export function isOpened(badge: u32): bool {
	return badge >= OPENED;
}

/** The row that a badge names, or DEAD. */
export function rowOf(badge: u32): i32 {
	const index = badge & ((1 << ROW_BITS) - 1);
	const handle = at(index);
	const stamp = (badge >> ROW_BITS) & STAMP_MASK;
	return handle.object !== 0 && handle.stamp === stamp ? <i32>index : DEAD;
}

export function objectOf(row: i32): u32 {
	return at(<u32>row).object;
}

export function isWritable(row: i32): bool {
	return at(<u32>row).writable !== 0;
}

export function clientOf(row: i32): u32 {
	return at(<u32>row).client;
}

/** From now on the signals for this object are for another client. */
export function handOn(row: i32, client: u32): void {
	at(<u32>row).client = client;
}

/** The client in whose rows it is: whoever opened it. */
export function openerOf(row: i32): u32 {
	return <u32>row / ROWS;
}

/** A free row of a client, or HANDLES_USED. */
export function freeRow(client: u32): i32 {
	for (let index = client * ROWS; index < (client + 1) * ROWS; index++) if (at(index).object === 0) return <i32>index;
	return HANDLES_USED;
}

/** Fills a free row; the badge for it. */
export function openRow(row: i32, object: u32, writable: bool, client: u32): u32 {
	lastStamp = (lastStamp + 1) & STAMP_MASK;
	const handle = at(<u32>row);
	handle.object = object;
	handle.stamp = lastStamp;
	handle.writable = <u32>writable;
	handle.client = client;
	return OPENED | (lastStamp << ROW_BITS) | <u32>row;
}

export function closeRow(row: i32): void {
	at(<u32>row).object = 0;
}

/** Gives up all that a client has opened. */
export function closeRows(client: u32): void {
	for (let index = client * ROWS; index < (client + 1) * ROWS; index++) at(index).object = 0;
}

/** An object was removed: whoever had it open has nothing any more. */
export function closeObject(object: u32): void {
	for (let index: u32 = 0; index < CLIENTS * ROWS; index++) if (at(index).object === object) at(index).object = 0;
}
