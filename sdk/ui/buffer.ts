/** A text that is edited: UTF-8 in memory of the app's own, with a caret. It always consists of whole characters as far as this file is concerned: what is not UTF-8 counts byte by byte. */

import { characterSize } from '../graphics/run.ts';

/** Bytes of static memory that a buffer takes, its text left out. */
export const TEXT_BUFFER_BYTES: u32 = 24;

/** `changetype<TextBuffer>(memory.data(TEXT_BUFFER_BYTES, 4))`, then `open`. */
@unmanaged
export class TextBuffer {
	/** Address, room and length of the text, bytes; the caret stands before byte `caret`. */
	address: u32 = 0;
	capacity: u32 = 0;
	length: u32 = 0;
	caret: u32 = 0;
	/** Goes up with every change of the text. */
	revision: u32 = 0;

	/** Uses `capacity` bytes at `address`, of which the first `length` are the text already. */
	open(address: u32, capacity: u32, length: u32): void {
		this.address = address;
		this.capacity = capacity;
		this.length = min(length, capacity);
		this.caret = this.length;
		this.revision++;
	}

	/** Empties it. */
	empty(): void {
		this.length = 0;
		this.caret = 0;
		this.revision++;
	}

	/** Puts a character before the caret; false when there is no room, or it is none that can be written. */
	insert(character: u32): bool {
		const size = utf8Size(character);
		if (size === 0 || this.length + size > this.capacity) return false;
		const place = this.address + this.caret;
		memory.copy(place + size, place, this.length - this.caret);
		writeUtf8(place, character, size);
		this.length += size;
		this.caret += size;
		this.revision++;
		return true;
	}

	/** Puts bytes before the caret, as many whole ones as there is room for. */
	insertBytes(from: u32, count: u32): void {
		const taken = min(count, this.capacity - this.length);
		const place = this.address + this.caret;
		memory.copy(place + taken, place, this.length - this.caret);
		memory.copy(place, from, taken);
		this.length += taken;
		this.caret += taken;
		this.revision++;
	}

	/** Takes away the character before the caret; false when there is none. */
	deleteBefore(): bool {
		if (this.caret === 0) return false;
		const from = this.before(this.caret);
		memory.copy(this.address + from, this.address + this.caret, this.length - this.caret);
		this.length -= this.caret - from;
		this.caret = from;
		this.revision++;
		return true;
	}

	/** Moves the caret by one character. */
	left(): void {
		this.caret = this.before(this.caret);
	}

	right(): void {
		this.caret = this.after(this.caret);
	}

	/** Where the character before byte `place` begins. */
	before(place: u32): u32 {
		let from = place;
		for (let back: u32 = 1; back <= min<u32>(4, place); back++) {
			const start = place - back;
			if (characterSize(this.address + start, this.address + place) === back) from = start;
		}
		return from;
	}

	/** Where the character after byte `place` begins. */
	after(place: u32): u32 {
		if (place >= this.length) return this.length;
		return place + characterSize(this.address + place, this.address + this.length);
	}
}

/** Bytes of a character; 0: it is none. */
function utf8Size(character: u32): u32 {
	if (character < 0x20 && character !== 0x0a) return 0;
	if (character < 0x80) return character === 0x7f ? 0 : 1;
	if (character < 0x800) return 2;
	if (character >= 0xd800 && character < 0xe000) return 0;
	if (character < 0x1_0000) return 3;
	return character < 0x11_0000 ? 4 : 0;
}

function writeUtf8(place: u32, character: u32, size: u32): void {
	if (size === 1) {
		store<u8>(place, <u8>character);
		return;
	}
	// The lead byte says how many bytes there are; all others carry six bits.
	let rest = character;
	for (let index = size - 1; index > 0; index--) {
		store<u8>(place + index, <u8>(0x80 | (rest & 0x3f)));
		rest >>= 6;
	}
	store<u8>(place, <u8>((0xf00 >> size) | rest));
}
