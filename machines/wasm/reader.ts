/** The bytes are not a WebAssembly binary. Never leaves this folder except through `decodeModule` and `instructions`. */
export class MalformedError extends Error {
	/** Byte in the binary. */
	readonly offset: number;
	constructor(offset: number, message: string) {
		super(message);
		this.name = 'MalformedError';
		this.offset = offset;
	}
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the binary encoding (WebAssembly core specification, section 5.2) from `position` up to `end`. */
export class Reader {
	readonly bytes: Uint8Array;
	readonly end: number;
	position: number;

	constructor(bytes: Uint8Array, start = 0, end: number = bytes.length) {
		this.bytes = bytes;
		this.position = start;
		this.end = end;
	}

	get done(): boolean {
		return this.position >= this.end;
	}

	fail(message: string, offset: number = this.position): never {
		throw new MalformedError(offset, message);
	}

	byte(): number {
		if (this.position >= this.end) this.fail('the binary ends in the middle of something');
		return this.bytes[this.position++] as number;
	}

	/** Unsigned LEB128 of at most 32 bits. */
	u32(): number {
		const start = this.position;
		let result = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.byte();
			if (shift === 28 && (byte & 0xf0) !== 0) this.fail('an unsigned number has more than 32 bits', start);
			result |= (byte & 0x7f) << shift;
			if ((byte & 0x80) === 0) return result >>> 0;
		}
		return this.fail('an unsigned number has more than 32 bits', start);
	}

	/** Signed LEB128 of at most 33 bits (a block type) as a number. */
	s33(): number {
		return this.signed(33);
	}

	s32(): number {
		return this.signed(32);
	}

	s64(): bigint {
		const start = this.position;
		let result = 0n;
		for (let shift = 0; shift < 64; shift += 7) {
			const byte = this.byte();
			result |= BigInt(byte & 0x7f) << BigInt(shift);
			if ((byte & 0x80) === 0) {
				const value = BigInt.asIntN(shift + 7, result);
				if (BigInt.asIntN(64, value) !== value) break;
				return value;
			}
		}
		return this.fail('a signed number has more than 64 bits', start);
	}

	/** Of at most 35 bits, which a double holds exactly. */
	private signed(bits: 32 | 33): number {
		const start = this.position;
		let result = 0;
		for (let scale = 1; scale < 2 ** bits; scale *= 128) {
			const byte = this.byte();
			result += (byte & 0x7f) * scale;
			if ((byte & 0x80) === 0) {
				const value = (byte & 0x40) === 0 ? result : result - scale * 128;
				if (value < -(2 ** (bits - 1)) || value >= 2 ** (bits - 1)) break;
				return value;
			}
		}
		return this.fail(`a signed number has more than ${bits} bits`, start);
	}

	/** Skips `count` bytes and returns where they start. */
	skip(count: number): number {
		const start = this.position;
		if (count > this.end - start) this.fail(`${count} bytes are announced, ${this.end - start} are left`);
		this.position += count;
		return start;
	}

	/** A vector's length; each element takes at least one byte, so a longer one cannot be true. */
	count(): number {
		const start = this.position;
		const count = this.u32();
		if (count > this.end - this.position) this.fail('a vector is longer than what is left of its section', start);
		return count;
	}

	name(): string {
		const length = this.u32();
		const start = this.skip(length);
		try {
			return UTF8.decode(this.bytes.subarray(start, start + length));
		} catch {
			return this.fail('a name is not UTF-8', start);
		}
	}
}
