import type { Capability, ReadBuffer, WriteBuffer } from '../types.ts';

/**
 * Files and directories as capabilities: a Gate whose badge is an object of the store. Names mean something only below a directory that one holds; there are no paths and no "..".
 * Nothing waits: what is not at hand gives PENDING, the client's signal is raised when it is, and the same call then succeeds.
 *
 * @memory 4096
 * @error PENDING Not at hand yet; the signal tells when to call again.
 * @error NOT_THERE No such name, or the file ends before that place.
 * @error EXISTS There is such a name already.
 * @error BAD_NAME Names are 1..48 bytes of UTF-8 without '/', and not '.' or '..'.
 * @error NO_ROOM The volume's quota, or the disk, is used up. Nothing has changed.
 * @error WRONG_KIND A directory where a file is needed, or the other way round, or a directory that is not empty.
 * @error READ_ONLY This capability is for reading.
 * @error TOO_MANY The client has as many files open as it may have.
 * @error DAMAGED What is on the disk is not what was written: authentication failed.
 * @error STALE The object was removed, or the store was restarted: open it again.
 */
export interface Files {
	/**
	 * Opens `name` in this directory and gives its capability. `how`: how.ts.
	 * @worstCase 400000
	 * @length name 1..48
	 * @throws PENDING
	 * @throws NOT_THERE
	 * @throws EXISTS
	 * @throws BAD_NAME
	 * @throws NO_ROOM
	 * @throws WRONG_KIND
	 * @throws READ_ONLY
	 * @throws TOO_MANY
	 * @throws DAMAGED
	 * @throws STALE
	 */
	open(name: ReadBuffer, how: u32): Capability;

	/**
	 * Gives up an opened object; its capability is dead.
	 * @worstCase 20000
	 */
	close(): void;

	/**
	 * Kind (how.ts), size in bytes, entries of a directory, milliseconds since 1970 of the last change.
	 * @worstCase 100000
	 * @throws PENDING
	 * @throws STALE
	 * @throws DAMAGED
	 */
	status(): { kind: u32; size: u32; entries: u32; changed: u64 };

	/**
	 * Entry `index` of this directory, in the order of names: the name's bytes; its length, kind and size.
	 * @worstCase 400000
	 * @length name 48..48
	 * @throws PENDING
	 * @throws NOT_THERE
	 * @throws WRONG_KIND
	 * @throws STALE
	 * @throws DAMAGED
	 */
	entry(name: WriteBuffer, index: u32): { length: u32; kind: u32; size: u32 };

	/**
	 * Reads from `offset` on; how many bytes there were.
	 * @worstCase 700000
	 * @length bytes 1..65536
	 * @throws PENDING
	 * @throws WRONG_KIND
	 * @throws STALE
	 * @throws DAMAGED
	 */
	read(bytes: WriteBuffer, offset: u32): u32;

	/**
	 * Writes from `offset` on, at most one byte behind the end. Others see it at once, the disk after `sync`, or later by itself. All of it, or an error and nothing.
	 * @worstCase 700000
	 * @length bytes 1..65536
	 * @throws PENDING
	 * @throws NOT_THERE
	 * @throws NO_ROOM
	 * @throws WRONG_KIND
	 * @throws READ_ONLY
	 * @throws STALE
	 * @throws DAMAGED
	 */
	write(bytes: ReadBuffer, offset: u32): void;

	/**
	 * Cuts a file to `size`, at most its own.
	 * @worstCase 200000
	 * @throws PENDING
	 * @throws NOT_THERE
	 * @throws WRONG_KIND
	 * @throws READ_ONLY
	 * @throws STALE
	 * @throws DAMAGED
	 */
	truncate(size: u32): void;

	/**
	 * Removes a file or an empty directory from this directory.
	 * @worstCase 400000
	 * @length name 1..48
	 * @throws PENDING
	 * @throws NOT_THERE
	 * @throws BAD_NAME
	 * @throws WRONG_KIND
	 * @throws READ_ONLY
	 * @throws STALE
	 * @throws DAMAGED
	 */
	remove(name: ReadBuffer): void;

	/**
	 * Gives an entry of this directory another name, replacing a file that has it: `names` is the old one, a zero, the new one.
	 * @worstCase 400000
	 * @length names 3..97
	 * @throws PENDING
	 * @throws NOT_THERE
	 * @throws BAD_NAME
	 * @throws NO_ROOM
	 * @throws WRONG_KIND
	 * @throws READ_ONLY
	 * @throws STALE
	 * @throws DAMAGED
	 */
	rename(names: ReadBuffer): void;

	/**
	 * Whether everything that this client has written so far is on the disk; PENDING: it is on its way, and the signal tells.
	 * STALE: the store was restarted since the client's last `closeAll`, and what was not on the disk by then is lost.
	 * @worstCase 200000
	 * @throws PENDING
	 * @throws STALE
	 * @throws NO_ROOM
	 * @throws DAMAGED
	 */
	sync(): void;

	/**
	 * Bytes used and allowed in the client's volume.
	 * @worstCase 40000
	 * @throws PENDING
	 */
	space(): { used: u64; quota: u64 };

	/**
	 * A capability to the same object with less: 1 = for reading only. It is an open object of the client like others.
	 * @worstCase 40000
	 * @range how 1..1
	 * @throws TOO_MANY
	 * @throws STALE
	 */
	diminish(how: u32): Capability;

	/**
	 * Gives up everything that this client has opened. Only through the root directory of its volume; clients begin with it, and carry on with it after STALE.
	 * @worstCase 40000
	 * @throws READ_ONLY
	 */
	closeAll(): void;

	/**
	 * For an opened object that is given to somebody else: from now on the signals that PENDING promises go to the client with that badge.
	 * @worstCase 20000
	 * @range client 0..31
	 * @throws STALE
	 * @throws READ_ONLY
	 */
	handOn(client: u32): void;
}
