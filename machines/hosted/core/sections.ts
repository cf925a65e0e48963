/** Reading and writing WebAssembly binaries section by section (WebAssembly core specification 2.0, section 5.5). */

export const SECTION_CUSTOM = 0;
export const SECTION_IMPORT = 2;
export const SECTION_MEMORY = 5;
export const SECTION_GLOBAL = 6;
export const SECTION_EXPORT = 7;
export const SECTION_START = 8;
export const SECTION_DATA = 11;

/** Order of the sections in a binary; DataCount (12) stands before Code (10). */
const ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const CONTINUE = 0x80;

/** Reads forward through bytes; reading past the end throws. */
export class Reader {
	readonly bytes: Uint8Array;
	position: number;
	readonly end: number;

	constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
		this.bytes = bytes;
		this.position = position;
		this.end = end;
	}

	get atEnd(): boolean {
		return this.position >= this.end;
	}

	byte(): number {
		if (this.atEnd) throw new Error('the binary ends too early');
		return this.bytes[this.position++] as number;
	}

	/** Unsigned LEB128 of at most 32 bits. */
	unsigned(): number {
		let value = 0;
		for (let shift = 0; shift < 35; shift += 7) {
			const byte = this.byte();
			value += (byte & 0x7f) * 2 ** shift;
			if ((byte & CONTINUE) === 0) return value;
		}
		throw new Error('a number in the binary is too long');
	}

	/** Signed LEB128; bits above 32 are lost. */
	signed(): number {
		let value = 0;
		for (let shift = 0; shift < 70; shift += 7) {
			const byte = this.byte();
			if (shift < 32) value |= (byte & 0x7f) << shift;
			if ((byte & CONTINUE) === 0) return shift < 25 && (byte & 0x40) !== 0 ? value | (-1 << (shift + 7)) : value;
		}
		throw new Error('a number in the binary is too long');
	}

	take(length: number): Uint8Array {
		if (length > this.end - this.position) throw new Error('the binary ends too early');
		this.position += length;
		return this.bytes.subarray(this.position - length, this.position);
	}

	name(): string {
		return new TextDecoder().decode(this.take(this.unsigned()));
	}
}

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
	const bytes: number[] = [];
	let rest = value;
	while (rest >= CONTINUE) {
		bytes.push((rest % CONTINUE) | CONTINUE);
		rest = Math.floor(rest / CONTINUE);
	}
	return [...bytes, rest];
}

/** A name or other vector of bytes. */
export function vector(bytes: Uint8Array): number[] {
	return [...unsigned(bytes.length), ...bytes];
}

export function name(text: string): number[] {
	return vector(new TextEncoder().encode(text));
}

/** Contents by section number, custom sections in their order. */
export interface Sections {
	readonly known: Map<number, Uint8Array>;
	readonly custom: Uint8Array[];
}

export function readSections(wasm: Uint8Array): Sections {
	const reader = new Reader(wasm);
	if (HEADER.some((expected) => reader.byte() !== expected)) throw new Error('not a WebAssembly binary, version 1');
	const sections: Sections = { known: new Map(), custom: [] };
	while (!reader.atEnd) {
		const id = reader.byte();
		const contents = reader.take(reader.unsigned());
		if (id === SECTION_CUSTOM) sections.custom.push(contents);
		else sections.known.set(id, contents);
	}
	return sections;
}

export function writeSections(sections: Sections): Uint8Array {
	const parts: Uint8Array[] = [Uint8Array.from(HEADER)];
	for (const id of ORDER) {
		const contents = sections.known.get(id);
		if (contents !== undefined) parts.push(Uint8Array.from([id, ...unsigned(contents.length)]), contents);
	}
	for (const contents of sections.custom) {
		parts.push(Uint8Array.from([SECTION_CUSTOM, ...unsigned(contents.length)]), contents);
	}
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let position = 0;
	for (const part of parts) {
		whole.set(part, position);
		position += part.length;
	}
	return whole;
}
