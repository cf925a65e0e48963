// Generated from files.ts by `tessera build`; changes here are lost. Definition 919be60f8b791b7d.

/** Server's side of Files: Files and directories as capabilities: a Gate whose badge is an object of the store. Names mean something only below a directory that one holds; there are no paths and no "..". Nothing waits: what is not at hand gives PENDING, the client's signal is raised when it is, and the same call then succeeds. */

import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_ARGUMENT, BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

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

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const FILES_WORST_CASE: u32 = 700000;
/** Bytes that the server keeps for each client. */
export const FILES_CLIENT_BYTES: u32 = 4096;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class FilesService {
	/**
	 * Opens `name` in this directory and gives its capability. `how`: how.ts.
	 * At most 400000 ns. SUCCESS, PENDING, NOT_THERE, EXISTS, BAD_NAME, NO_ROOM, WRONG_KIND, READ_ONLY, TOO_MANY, DAMAGED, STALE.
	 */
	open(_badge: u32, _nameLength: u32, _how: u32): i32 {
		return unreachable();
	}

	/**
	 * Gives up an opened object; its capability is dead.
	 * At most 20000 ns. SUCCESS.
	 */
	close(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * Kind (how.ts), size in bytes, entries of a directory, milliseconds since 1970 of the last change.
	 * At most 100000 ns. SUCCESS, PENDING, STALE, DAMAGED.
	 */
	status(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * Entry `index` of this directory, in the order of names: the name's bytes; its length, kind and size.
	 * At most 400000 ns. SUCCESS, PENDING, NOT_THERE, WRONG_KIND, STALE, DAMAGED.
	 */
	entry(_badge: u32, _nameLength: u32, _index: u32): i32 {
		return unreachable();
	}

	/**
	 * Reads from `offset` on; how many bytes there were.
	 * At most 700000 ns. SUCCESS, PENDING, WRONG_KIND, STALE, DAMAGED.
	 */
	read(_badge: u32, _bytesLength: u32, _offset: u32): i32 {
		return unreachable();
	}

	/**
	 * Writes from `offset` on, at most one byte behind the end. Others see it at once, the disk after `sync`, or later by itself. All of it, or an error and nothing.
	 * At most 700000 ns. SUCCESS, PENDING, NOT_THERE, NO_ROOM, WRONG_KIND, READ_ONLY, STALE, DAMAGED.
	 */
	write(_badge: u32, _bytesLength: u32, _offset: u32): i32 {
		return unreachable();
	}

	/**
	 * Cuts a file to `size`, at most its own.
	 * At most 200000 ns. SUCCESS, PENDING, NOT_THERE, WRONG_KIND, READ_ONLY, STALE, DAMAGED.
	 */
	truncate(_badge: u32, _size: u32): i32 {
		return unreachable();
	}

	/**
	 * Removes a file or an empty directory from this directory.
	 * At most 400000 ns. SUCCESS, PENDING, NOT_THERE, BAD_NAME, WRONG_KIND, READ_ONLY, STALE, DAMAGED.
	 */
	remove(_badge: u32, _nameLength: u32): i32 {
		return unreachable();
	}

	/**
	 * Gives an entry of this directory another name, replacing a file that has it: `names` is the old one, a zero, the new one.
	 * At most 400000 ns. SUCCESS, PENDING, NOT_THERE, BAD_NAME, NO_ROOM, WRONG_KIND, READ_ONLY, STALE, DAMAGED.
	 */
	rename(_badge: u32, _namesLength: u32): i32 {
		return unreachable();
	}

	/**
	 * Whether everything that this client has written so far is on the disk; PENDING: it is on its way, and the signal tells. STALE: the store was restarted since the client's last `closeAll`, and what was not on the disk by then is lost.
	 * At most 200000 ns. SUCCESS, PENDING, STALE, NO_ROOM, DAMAGED.
	 */
	sync(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * Bytes used and allowed in the client's volume.
	 * At most 40000 ns. SUCCESS, PENDING.
	 */
	space(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * A capability to the same object with less: 1 = for reading only. It is an open object of the client like others.
	 * At most 40000 ns. SUCCESS, TOO_MANY, STALE.
	 */
	diminish(_badge: u32, _how: u32): i32 {
		return unreachable();
	}

	/**
	 * Gives up everything that this client has opened. Only through the root directory of its volume; clients begin with it, and carry on with it after STALE.
	 * At most 40000 ns. SUCCESS, READ_ONLY.
	 */
	closeAll(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * For an opened object that is given to somebody else: from now on the signals that PENDING promises go to the client with that badge.
	 * At most 20000 ns. SUCCESS, STALE, READ_ONLY.
	 */
	handOn(_badge: u32, _client: u32): i32 {
		return unreachable();
	}
}

/** Sets the kind of `status`. */
export function setStatusKind(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the size of `status`. */
export function setStatusSize(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the entries of `status`. */
export function setStatusEntries(value: u32): void {
	setWord(2, <i32>value);
}

/** Sets the changed of `status`. */
export function setStatusChanged(value: u64): void {
	setWord(3, <i32>value);
	setWord(4, <i32>(value >> 32));
}

/** Sets the length of `entry`. */
export function setEntryLength(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the kind of `entry`. */
export function setEntryKind(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the size of `entry`. */
export function setEntrySize(value: u32): void {
	setWord(2, <i32>value);
}

/** Sets the result of `read`. */
export function setReadResult(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the used of `space`. */
export function setSpaceUsed(value: u64): void {
	setWord(0, <i32>value);
	setWord(1, <i32>(value >> 32));
}

/** Sets the quota of `space`. */
export function setSpaceQuota(value: u64): void {
	setWord(2, <i32>value);
	setWord(3, <i32>(value >> 32));
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchFiles<S extends FilesService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkOpen<S>(badge, w0);
		case 2:
			return checkClose<S>(badge);
		case 3:
			return checkStatus<S>(badge);
		case 4:
			return checkEntry<S>(badge, w0);
		case 5:
			return checkRead<S>(badge, w0);
		case 6:
			return checkWrite<S>(badge, w0);
		case 7:
			return checkTruncate<S>(badge, w0);
		case 8:
			return checkRemove<S>(badge);
		case 9:
			return checkRename<S>(badge);
		case 10:
			return checkSync<S>(badge);
		case 11:
			return checkSpace<S>(badge);
		case 12:
			return checkDiminish<S>(badge, w0);
		case 13:
			return checkCloseAll<S>(badge);
		case 14:
			return checkHandOn<S>(badge, w0);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkOpen<S extends FilesService>(badge: i32, w0: i32): i32 {
	const how = <u32>w0;
	const nameLength = loanSize();
	if (nameLength < 1 || nameLength > 48) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).open(badge, <u32>nameLength, how);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkClose<S extends FilesService>(badge: i32): i32 {
	const code = changetype<S>(0).close(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkStatus<S extends FilesService>(badge: i32): i32 {
	const code = changetype<S>(0).status(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 5 : 0);
}

function checkEntry<S extends FilesService>(badge: i32, w0: i32): i32 {
	const index = <u32>w0;
	const nameLength = loanSize();
	if (nameLength < 48 || nameLength > 48) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).entry(badge, <u32>nameLength, index);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 3 : 0);
}

function checkRead<S extends FilesService>(badge: i32, w0: i32): i32 {
	const offset = <u32>w0;
	const bytesLength = loanSize();
	if (bytesLength < 1 || bytesLength > 65536) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).read(badge, <u32>bytesLength, offset);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 1 : 0);
}

function checkWrite<S extends FilesService>(badge: i32, w0: i32): i32 {
	const offset = <u32>w0;
	const bytesLength = loanSize();
	if (bytesLength < 1 || bytesLength > 65536) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).write(badge, <u32>bytesLength, offset);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkTruncate<S extends FilesService>(badge: i32, w0: i32): i32 {
	const size = <u32>w0;
	const code = changetype<S>(0).truncate(badge, size);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkRemove<S extends FilesService>(badge: i32): i32 {
	const nameLength = loanSize();
	if (nameLength < 1 || nameLength > 48) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).remove(badge, <u32>nameLength);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkRename<S extends FilesService>(badge: i32): i32 {
	const namesLength = loanSize();
	if (namesLength < 3 || namesLength > 97) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_READ) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).rename(badge, <u32>namesLength);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkSync<S extends FilesService>(badge: i32): i32 {
	const code = changetype<S>(0).sync(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkSpace<S extends FilesService>(badge: i32): i32 {
	const code = changetype<S>(0).space(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 4 : 0);
}

function checkDiminish<S extends FilesService>(badge: i32, w0: i32): i32 {
	const how = <u32>w0;
	if (how < 1 || how > 1) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).diminish(badge, how);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkCloseAll<S extends FilesService>(badge: i32): i32 {
	const code = changetype<S>(0).closeAll(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}

function checkHandOn<S extends FilesService>(badge: i32, w0: i32): i32 {
	const client = <u32>w0;
	if (client > 31) return answer(BAD_ARGUMENT, 0);
	const code = changetype<S>(0).handOn(badge, client);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, 0);
}
