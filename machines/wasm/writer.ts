/** Writes the binary encoding; grows as needed. */
export class Writer {
	private buffer: Uint8Array = new Uint8Array(256);
	private length = 0;

	/** A copy of what has been written. */
	finish(): Uint8Array {
		return this.buffer.slice(0, this.length);
	}

	byte(value: number): this {
		if (this.length === this.buffer.length) this.grow(1);
		this.buffer[this.length++] = value;
		return this;
	}

	raw(bytes: Uint8Array): this {
		if (this.length + bytes.length > this.buffer.length) this.grow(bytes.length);
		this.buffer.set(bytes, this.length);
		this.length += bytes.length;
		return this;
	}

	/** A few bytes of a binary: one by one, because a view of them would cost more than they do. */
	copy(bytes: Uint8Array, start: number, end: number): this {
		if (this.length + end - start > this.buffer.length) this.grow(end - start);
		for (let from = start; from < end; from++) this.buffer[this.length++] = bytes[from] as number;
		return this;
	}

	/** Unsigned LEB128. */
	u32(value: number): this {
		let rest = value >>> 0;
		for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
		return this.byte(rest);
	}

	/** Signed LEB128 of an i32. */
	s32(value: number): this {
		let rest = value | 0;
		while (rest > 0x3f || rest < -0x40) {
			this.byte((rest & 0x7f) | 0x80);
			rest >>= 7;
		}
		return this.byte(rest & 0x7f);
	}

	name(text: string): this {
		return this.sized(new TextEncoder().encode(text));
	}

	/** The bytes after their number. */
	sized(bytes: Uint8Array): this {
		return this.u32(bytes.length).raw(bytes);
	}

	/** A vector: the number of elements, then each. */
	vector<T>(elements: readonly T[], write: (element: T) => void): this {
		this.u32(elements.length);
		for (const element of elements) write(element);
		return this;
	}

	private grow(by: number): void {
		const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + by));
		larger.set(this.buffer);
		this.buffer = larger;
	}
}
