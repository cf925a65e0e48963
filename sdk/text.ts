/**
 * Builds a line of text without allocating: one static buffer of TEXT_BYTES. What does not fit is left out. Hand `pointer()` and `size()`
 * to a console, or the whole to `log` (sdk/log.ts).
 */

/** Bytes of the buffer. */
export const TEXT_BYTES: u32 = 512;
const BUFFER: u32 = memory.data(512, 8) as u32;
const DIGITS_MOST: u32 = 20;
const DIGITS: u32 = memory.data(20) as u32;
let length: u32 = 0;

/** Starts an empty line. */
export function clear(): void {
	length = 0;
}

/** Address of the bytes in memory 0. */
export function pointer(): u32 {
	return BUFFER;
}

/** Bytes so far. */
export function size(): u32 {
	return length;
}

/** Appends one byte. */
export function addByte(byte: u32): void {
	if (length >= TEXT_BYTES) return;
	store<u8>(BUFFER + length, <u8>byte);
	length++;
}

/** Appends a string as UTF-8; characters beyond the basic plane come out as two question marks. */
export function add(text: string): void {
	let index: i32 = 0;
	while (true) {
		for (; index < text.length && text.charCodeAt(index) < 0x80; index++) addByte(<u32>text.charCodeAt(index));
		if (index >= text.length) return;
		addCharacter(<u32>text.charCodeAt(index++));
	}
}

/** Appends a character below U+10000 as UTF-8; half a pair becomes a question mark. */
export function addCharacter(code: u32): void {
	if (code < 0x80) {
		addByte(code);
	} else if (code < 0x800) {
		addByte(0xc0 | (code >> 6));
		addByte(0x80 | (code & 0x3f));
	} else if (code >= 0xd800 && code < 0xe000) {
		addByte(0x3f);
	} else {
		addByte(0xe0 | (code >> 12));
		addByte(0x80 | ((code >> 6) & 0x3f));
		addByte(0x80 | (code & 0x3f));
	}
}

/** Appends a number in decimal. */
export function addNumber(value: i64): void {
	if (value < 0) addByte(0x2d);
	let rest: u64 = value < 0 ? <u64>0 - <u64>value : <u64>value;
	let place: u32 = DIGITS_MOST;
	do {
		place--;
		store<u8>(DIGITS + place, <u8>(0x30 + (rest % 10)));
		rest /= 10;
	} while (rest > 0);
	for (; place < DIGITS_MOST; place++) addByte(load<u8>(DIGITS + place));
}

/** Appends a word as eight hexadecimal digits. */
export function addHexadecimal(value: u32): void {
	for (let shift: i32 = 28; shift >= 0; shift -= 4) {
		const digit = (value >> shift) & 15;
		addByte(digit < 10 ? 0x30 + digit : 0x57 + digit);
	}
}
