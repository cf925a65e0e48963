// Generated from files.ts by `tessera build`; changes here are lost. Definition 919be60f8b791b7d.

/**
 * Client of Files: Files and directories as capabilities: a Gate whose badge is an object of the store. Names mean something only below a directory that one holds; there are no paths and no "..". Nothing waits: what is not at hand gives PENDING, the client's signal is raised when it is, and the same call then succeeds.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { call0, call4, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** Not at hand yet; the signal tells when to call again. */
export const PENDING: i32 = 16;

/** No such name, or the file ends before that place. */
export const NOT_THERE: i32 = 17;

/** There is such a name already. */
export const EXISTS: i32 = 18;

/** Names are 1..48 bytes of UTF-8 without '/', and not '.' or '..'. */
export const BAD_NAME: i32 = 19;

/** The volume's quota, or the disk, is used up. Nothing has changed. */
export const NO_ROOM: i32 = 20;

/** A directory where a file is needed, or the other way round, or a directory that is not empty. */
export const WRONG_KIND: i32 = 21;

/** This capability is for reading. */
export const READ_ONLY: i32 = 22;

/** The client has as many files open as it may have. */
export const TOO_MANY: i32 = 23;

/** What is on the disk is not what was written: authentication failed. */
export const DAMAGED: i32 = 24;

/** The object was removed, or the store was restarted: open it again. */
export const STALE: i32 = 25;

/**
 * Opens `name` in this directory and gives its capability. `how`: how.ts.
 * Takes at most 400000 ns.
 * Own errors: PENDING, NOT_THERE, EXISTS, BAD_NAME, NO_ROOM, WRONG_KIND, READ_ONLY, TOO_MANY, DAMAGED, STALE.
 */
export function open(gate: i32, namePointer: u32, nameLength: u32, how: u32, receiveSlot: i32): i32 {
	return codeOf(callWith(gate, 1, <i32>how, 0, 0, 0, 0, 0, (receiveSlot << 16), <i32>(RIGHT_READ << 8), <i32>namePointer, <i32>nameLength));
}

/**
 * Gives up an opened object; its capability is dead.
 * Takes at most 20000 ns.
 */
export function close(gate: i32): i32 {
	return codeOf(call0(gate, 2));
}

/**
 * Kind (how.ts), size in bytes, entries of a directory, milliseconds since 1970 of the last change.
 * Takes at most 100000 ns.
 * Own errors: PENDING, STALE, DAMAGED.
 */
export function status(gate: i32): i32 {
	return codeOf(call0(gate, 3));
}

/** Kind that the last `status` gave. */
export function statusKind(): u32 {
	return <u32>word(0);
}

/** Size that the last `status` gave. */
export function statusSize(): u32 {
	return <u32>word(1);
}

/** Entries that the last `status` gave. */
export function statusEntries(): u32 {
	return <u32>word(2);
}

/** Changed that the last `status` gave. */
export function statusChanged(): u64 {
	return (<u64>(<u32>word(3)) | (<u64>(<u32>word(4)) << 32));
}

/**
 * Entry `index` of this directory, in the order of names: the name's bytes; its length, kind and size.
 * Takes at most 400000 ns.
 * Own errors: PENDING, NOT_THERE, WRONG_KIND, STALE, DAMAGED.
 */
export function entry(gate: i32, namePointer: u32, nameLength: u32, index: u32): i32 {
	return codeOf(callWith(gate, 4, <i32>index, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>namePointer, <i32>nameLength));
}

/** Length that the last `entry` gave. */
export function entryLength(): u32 {
	return <u32>word(0);
}

/** Kind that the last `entry` gave. */
export function entryKind(): u32 {
	return <u32>word(1);
}

/** Size that the last `entry` gave. */
export function entrySize(): u32 {
	return <u32>word(2);
}

/**
 * Reads from `offset` on; how many bytes there were.
 * Takes at most 700000 ns.
 * Own errors: PENDING, WRONG_KIND, STALE, DAMAGED.
 */
export function read(gate: i32, bytesPointer: u32, bytesLength: u32, offset: u32): i32 {
	return codeOf(callWith(gate, 5, <i32>offset, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_WRITE << 8), <i32>bytesPointer, <i32>bytesLength));
}

/** Result that the last `read` gave. */
export function readResult(): u32 {
	return <u32>word(0);
}

/**
 * Writes from `offset` on, at most one byte behind the end. Others see it at once, the disk after `sync`, or later by itself. All of it, or an error and nothing.
 * Takes at most 700000 ns.
 * Own errors: PENDING, NOT_THERE, NO_ROOM, WRONG_KIND, READ_ONLY, STALE, DAMAGED.
 */
export function write(gate: i32, bytesPointer: u32, bytesLength: u32, offset: u32): i32 {
	return codeOf(callWith(gate, 6, <i32>offset, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>bytesPointer, <i32>bytesLength));
}

/**
 * Cuts a file to `size`, at most its own.
 * Takes at most 200000 ns.
 * Own errors: PENDING, NOT_THERE, WRONG_KIND, READ_ONLY, STALE, DAMAGED.
 */
export function truncate(gate: i32, size: u32): i32 {
	return codeOf(call4(gate, 7, <i32>size, 0, 0, 0));
}

/**
 * Removes a file or an empty directory from this directory.
 * Takes at most 400000 ns.
 * Own errors: PENDING, NOT_THERE, BAD_NAME, WRONG_KIND, READ_ONLY, STALE, DAMAGED.
 */
export function remove(gate: i32, namePointer: u32, nameLength: u32): i32 {
	return codeOf(callWith(gate, 8, 0, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>namePointer, <i32>nameLength));
}

/**
 * Gives an entry of this directory another name, replacing a file that has it: `names` is the old one, a zero, the new one.
 * Takes at most 400000 ns.
 * Own errors: PENDING, NOT_THERE, BAD_NAME, NO_ROOM, WRONG_KIND, READ_ONLY, STALE, DAMAGED.
 */
export function rename(gate: i32, namesPointer: u32, namesLength: u32): i32 {
	return codeOf(callWith(gate, 9, 0, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>namesPointer, <i32>namesLength));
}

/**
 * Whether everything that this client has written so far is on the disk; PENDING: it is on its way, and the signal tells. STALE: the store was restarted since the client's last `closeAll`, and what was not on the disk by then is lost.
 * Takes at most 200000 ns.
 * Own errors: PENDING, STALE, NO_ROOM, DAMAGED.
 */
export function sync(gate: i32): i32 {
	return codeOf(call0(gate, 10));
}

/**
 * Bytes used and allowed in the client's volume.
 * Takes at most 40000 ns.
 * Own errors: PENDING.
 */
export function space(gate: i32): i32 {
	return codeOf(call0(gate, 11));
}

/** Used that the last `space` gave. */
export function spaceUsed(): u64 {
	return (<u64>(<u32>word(0)) | (<u64>(<u32>word(1)) << 32));
}

/** Quota that the last `space` gave. */
export function spaceQuota(): u64 {
	return (<u64>(<u32>word(2)) | (<u64>(<u32>word(3)) << 32));
}

/**
 * A capability to the same object with less: 1 = for reading only. It is an open object of the client like others.
 * Takes at most 40000 ns.
 * Own errors: TOO_MANY, STALE.
 */
export function diminish(gate: i32, how: u32, receiveSlot: i32): i32 {
	return codeOf(callWith(gate, 12, <i32>how, 0, 0, 0, 0, 0, (receiveSlot << 16), 0, 0, 0));
}

/**
 * Gives up everything that this client has opened. Only through the root directory of its volume; clients begin with it, and carry on with it after STALE.
 * Takes at most 40000 ns.
 * Own errors: READ_ONLY.
 */
export function closeAll(gate: i32): i32 {
	return codeOf(call0(gate, 13));
}

/**
 * For an opened object that is given to somebody else: from now on the signals that PENDING promises go to the client with that badge.
 * Takes at most 20000 ns.
 * Own errors: STALE, READ_ONLY.
 */
export function handOn(gate: i32, client: u32): i32 {
	return codeOf(call4(gate, 14, <i32>client, 0, 0, 0));
}
