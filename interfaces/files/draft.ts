/** A file that is written piece by piece, and has its name only when it is whole: until then it has a tilde behind it, and whatever goes wrong, the file that had the name before stays. */

import { remove as removeCapability } from '../../sdk/capability.ts';
import { close, NOT_THERE, open, remove, rename, sync, write } from './client.ts';
import { NAME_BYTES, OPEN_CREATE, OPEN_WRITE } from './how.ts';

/** Bytes of static memory for a Draft: `changetype<Draft>(memory.data(DRAFT_BYTES, 8))`. */
export const DRAFT_BYTES: i32 = 128;
export const TILDE: u32 = 0x7e;
/** Where in it the names lie: the one with a tilde, a zero, the other one. */
const NAMES: usize = 24;

const CLEARING: u32 = 0;
const CREATING: u32 = 1;
const WRITING: u32 = 2;
const RENAMING: u32 = 3;
const SYNCING: u32 = 4;

/** Each method gives 0, or what a call of client.ts gave; called again with the same arguments it goes on from there. */
@unmanaged
export class Draft {
	private directory: i32 = 0;
	private slot: i32 = 0;
	private state: u32 = 0;
	/** Bytes that are written. */
	length: u32 = 0;
	private nameLength: u32 = 0;

	private get names(): u32 {
		return <u32>(changetype<usize>(this) + NAMES);
	}

	/** Begins a file of that name, without the tilde (its bytes are copied), in a directory. `slot` is the draft's own until `finish` or `drop`. */
	begin(directory: i32, slot: i32, name: u32, nameLength: u32): void {
		this.directory = directory;
		this.slot = slot;
		this.state = CLEARING;
		this.length = 0;
		this.nameLength = min(nameLength, NAME_BYTES - 1);
		memory.copy(this.names, name, this.nameLength);
		store<u8>(this.names + this.nameLength, <u8>TILDE);
		removeCapability(slot);
	}

	/** Adds bytes behind those that are written. */
	append(bytes: u32, count: u32): i32 {
		if (this.state === CLEARING) {
			const result = remove(this.directory, this.names, this.nameLength + 1);
			if (result !== 0 && result !== NOT_THERE) return result;
			this.state = CREATING;
		}
		if (this.state === CREATING) {
			const result = open(this.directory, this.names, this.nameLength + 1, OPEN_WRITE | OPEN_CREATE, this.slot);
			if (result !== 0) return result;
			this.state = WRITING;
		}
		if (count === 0) return 0;
		const result = write(this.slot, bytes, count, this.length);
		if (result === 0) this.length += count;
		return result;
	}

	/** Gives it its name; 0: it is on the disk. */
	finish(): i32 {
		if (this.state < WRITING) {
			const result = this.append(0, 0);
			if (result !== 0) return result;
		}
		if (this.state === WRITING) {
			this.letGo();
			this.state = RENAMING;
		}
		if (this.state === RENAMING) {
			const result = this.replace();
			if (result !== 0) return result;
			this.state = SYNCING;
		}
		return sync(this.directory);
	}

	private replace(): i32 {
		const length = this.nameLength;
		const other = this.names + length + 1;
		store<u8>(other, 0);
		memory.copy(other + 1, this.names, length);
		return rename(this.directory, this.names, 2 * length + 2);
	}

	/** Gives it up. What is written goes with the next draft of that name. */
	drop(): void {
		if (this.state === WRITING) this.letGo();
		this.state = CLEARING;
	}

	private letGo(): void {
		close(this.slot);
		removeCapability(this.slot);
	}
}
