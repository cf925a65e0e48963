/**
 * Small files as a whole, for programs that are driven by events: one operation at a time on the files of a directory (usually the root of the own volume).
 * `load`, `save` and `discard` begin one and go as far as it goes; as long as they answer VOLUME_PENDING, call `proceed` whenever the store has signalled.
 * A file that is saved is there as it was or as it is to be, never half of it, however the power fails.
 */

import { BUDGET, SERVER_BUSY, SERVER_FAULT, SERVER_GONE } from '../../abi/errors.ts';
import { makeSignal, remove as removeCapability } from '../../sdk/capability.ts';
import { notify } from '../../sdk/kernel.ts';
import {
	close,
	closeAll,
	NOT_THERE,
	open,
	PENDING,
	read,
	readResult,
	remove,
	rename,
	STALE,
	status,
	statusSize,
	sync,
	write,
} from './client.ts';
import { NAME_BYTES, OPEN_CREATE, OPEN_READ, OPEN_WRITE } from './how.ts';

/** Bytes of static memory for a Volume: `changetype<Volume>(memory.data(VOLUME_BYTES, 8))`. */
export const VOLUME_BYTES: i32 = 168;

// What operations answer, beside 0 (done) and errors of client.ts and of the kernel.
/** Not finished: call `proceed` when the store signals. */
export const VOLUME_PENDING: i32 = PENDING;
/** Another operation is not finished. */
export const VOLUME_BUSY: i32 = 101;
/** The file is larger than the buffer. */
export const VOLUME_TOO_LARGE: i32 = 102;

const MYSELF: i32 = 0;
/** Bytes of one call. */
const PIECE: u32 = 16384;
/** How often an operation begins again because the store was restarted. */
const ATTEMPTS: u32 = 8;
const NAME: usize = 48;
const NEW_NAME: usize = NAME + <usize>NAME_BYTES;
/** Names: the old one, a zero, the new one. */
const NAMES: u32 = memory.data(97, 8) as u32;

const IDLE: u32 = 0;
const OPENING: u32 = 1;
const MEASURING: u32 = 2;
const READING: u32 = 3;
const CLEARING: u32 = 4;
const CREATING: u32 = 5;
const WRITING: u32 = 6;
const RENAMING: u32 = 7;
const REMOVING: u32 = 8;
const SYNCING: u32 = 9;

@unmanaged
export class Volume {
	private directory!: i32;
	/** Where the open file's capability is. */
	private slot!: i32;
	private wake!: i32;
	private state!: u32;
	private first!: u32;
	private attempts!: u32;
	private buffer!: u32;
	private capacity!: u32;
	private place!: u32;
	private nameLength!: u32;
	/** Bytes of the file that was loaded last. */
	length!: u32;
	/** An open capability is in the slot. */
	private held!: u32;

	/**
	 * `directory`: Gate to the directory; `slot` and the one behind it are the library's own; `bit`: number of the own bit that the store raises.
	 * A program that starts over gives up all that it had opened before.
	 */
	start(directory: i32, slot: i32, bit: u32): void {
		this.directory = directory;
		this.slot = slot;
		this.wake = slot + 1;
		this.state = IDLE;
		this.held = 1;
		this.letGo();
		removeCapability(this.wake);
		makeSignal(MYSELF, this.wake, 1 << bit);
		closeAll(directory);
	}

	/** An operation is not finished. */
	get busy(): bool {
		return this.state !== IDLE;
	}

	/** Reads the file `name` into `capacity` bytes at `buffer`; then `length` says how many it has. NOT_THERE: there is no such file. */
	load(name: string, buffer: u32, capacity: u32): i32 {
		return this.begin(name, OPENING, buffer, capacity);
	}

	/** Makes `length` bytes at `buffer` the contents of the file `name`, on the disk when this is done. They must stay as they are until then. */
	save(name: string, buffer: u32, length: u32): i32 {
		return this.begin(name, CLEARING, buffer, length);
	}

	/** Removes the file `name`. */
	discard(name: string): i32 {
		return this.begin(name, REMOVING, 0, 0);
	}

	private begin(name: string, first: u32, buffer: u32, capacity: u32): i32 {
		if (this.busy) return VOLUME_BUSY;
		this.setName(name);
		this.first = first;
		this.state = first;
		this.attempts = 0;
		this.buffer = buffer;
		this.capacity = capacity;
		this.place = 0;
		return this.proceed();
	}

	/** Names are short and ASCII; what does not fit is left out. The unfinished file of a name has a tilde behind it. */
	private setName(name: string): void {
		const length = min<u32>(<u32>name.length, NAME_BYTES - 1);
		for (let index: u32 = 0; index < length; index++) {
			store<u8>(this.name + index, <u8>name.charCodeAt(<i32>index));
			store<u8>(this.newName + index, <u8>name.charCodeAt(<i32>index));
		}
		store<u8>(this.newName + length, 0x7e);
		this.nameLength = length;
	}

	private get name(): u32 {
		return <u32>(changetype<usize>(this) + NAME);
	}

	private get newName(): u32 {
		return <u32>(changetype<usize>(this) + NEW_NAME);
	}

	/** Goes on with what was begun: VOLUME_PENDING, or how it ended. 0 when there is nothing to do. */
	proceed(): i32 {
		while (this.state !== IDLE) {
			const result = this.step();
			if (result === 0) continue;
			if (result === PENDING || result === SERVER_GONE || result === SERVER_FAULT) return VOLUME_PENDING;
			if (result === BUDGET || result === SERVER_BUSY) {
				// Nobody else will say when it is worth trying again: the next activation has a budget of its own.
				notify(this.wake);
				return VOLUME_PENDING;
			}
			if (result === STALE && this.attempts < ATTEMPTS) this.again();
			else return this.finish(result);
		}
		return 0;
	}

	/** The store was restarted: what it had not written is lost, and what was open is closed. */
	private again(): void {
		this.letGo();
		closeAll(this.directory);
		this.attempts++;
		this.place = 0;
		this.state = this.first;
	}

	private finish(result: i32): i32 {
		this.letGo();
		this.state = IDLE;
		return result;
	}

	private letGo(): void {
		if (this.held === 0) return;
		close(this.slot);
		removeCapability(this.slot);
		this.held = 0;
	}

	/** One call of the operation. 0: go on. */
	private step(): i32 {
		switch (this.state) {
			case OPENING:
				return this.openAs(this.name, this.nameLength, OPEN_READ, MEASURING);
			case MEASURING:
				return this.measure();
			case READING:
				return this.readPiece();
			case CLEARING:
				return this.clear();
			case CREATING:
				return this.openAs(this.newName, this.nameLength + 1, OPEN_WRITE | OPEN_CREATE, WRITING);
			case WRITING:
				return this.writePiece();
			case RENAMING:
				return this.replace();
			case REMOVING:
				return this.dispose();
			default:
				return this.next(sync(this.directory), IDLE);
		}
	}

	private next(result: i32, state: u32): i32 {
		if (result === 0) this.state = state;
		return result;
	}

	private openAs(name: u32, length: u32, how: u32, state: u32): i32 {
		const result = open(this.directory, name, length, how, this.slot);
		if (result === 0) this.held = 1;
		return this.next(result, state);
	}

	private measure(): i32 {
		const result = status(this.slot);
		if (result !== 0) return result;
		this.length = statusSize();
		if (this.length > this.capacity) return VOLUME_TOO_LARGE;
		this.state = READING;
		return 0;
	}

	private readPiece(): i32 {
		const rest = this.length - this.place;
		if (rest === 0) {
			this.finish(0);
			return 0;
		}
		const result = read(this.slot, this.buffer + this.place, min<u32>(rest, PIECE), this.place);
		if (result !== 0) return result;
		// Somebody else may have cut the file meanwhile.
		if (readResult() === 0) this.length = this.place;
		this.place += readResult();
		return 0;
	}

	/** What an earlier attempt has left. */
	private clear(): i32 {
		const result = remove(this.directory, this.newName, this.nameLength + 1);
		return this.next(result === NOT_THERE ? 0 : result, CREATING);
	}

	private writePiece(): i32 {
		const rest = this.capacity - this.place;
		if (rest === 0) {
			this.letGo();
			this.state = RENAMING;
			return 0;
		}
		const length = min<u32>(rest, PIECE);
		const result = write(this.slot, this.buffer + this.place, length, this.place);
		if (result === 0) this.place += length;
		return result;
	}

	private dispose(): i32 {
		const result = remove(this.directory, this.name, this.nameLength);
		// An earlier attempt may have done it.
		return this.next(result === NOT_THERE && this.attempts > 0 ? 0 : result, SYNCING);
	}

	private replace(): i32 {
		const length = this.nameLength;
		memory.copy(NAMES, this.newName, length + 1);
		store<u8>(NAMES + length + 1, 0);
		memory.copy(NAMES + length + 2, this.name, length);
		const result = rename(this.directory, NAMES, 2 * length + 2);
		return this.next(result, SYNCING);
	}
}
