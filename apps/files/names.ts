/** Names that errands are about, each in memory of its own, so that they stay when lists change. */

import { TILDE } from '../../interfaces/files/draft.ts';
import { NAME_BYTES } from '../../interfaces/files/how.ts';

/** Bytes of static memory for a Name: `changetype<Name>(memory.data(NAME_OBJECT_BYTES, 4))`. */
export const NAME_OBJECT_BYTES: u32 = 56;
/** The longest one: behind it there is room for the tilde of a draft. */
export const LONGEST: u32 = NAME_BYTES - 1;
const TEXT: usize = 4;
const SPACE: u32 = 0x20;
const DOT: u32 = 0x2e;
const SLASH: u32 = 0x2f;

@unmanaged
export class Name {
	/** 0: there is none. */
	length: u32 = 0;

	get address(): u32 {
		return <u32>(changetype<usize>(this) + TEXT);
	}

	set(from: u32, count: u32): void {
		this.length = min(count, LONGEST);
		memory.copy(this.address, from, this.length);
	}

	copy(other: Name): void {
		this.set(other.address, other.length);
	}

	clear(): void {
		this.length = 0;
	}

	is(name: u32, count: u32): bool {
		return this.length === count && memory.compare(this.address, name, count) === 0;
	}

	/** Without the spaces around it. */
	trim(): void {
		while (this.length > 0 && load<u8>(this.address + this.length - 1) === <u8>SPACE) this.length--;
		while (this.length > 0 && load<u8>(this.address) === <u8>SPACE) {
			memory.copy(this.address, this.address + 1, --this.length);
		}
	}

	/** Whether a file can be called so. */
	get isGood(): bool {
		if (this.length === 0 || load<u8>(this.address + this.length - 1) === <u8>TILDE) return false;
		let dots: u32 = 0;
		for (let index: u32 = 0; index < this.length; index++) {
			const byte: u32 = load<u8>(this.address + index);
			if (byte === SLASH || byte < SPACE) return false;
			if (byte === DOT) dots++;
		}
		return dots < this.length;
	}
}
