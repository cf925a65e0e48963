/** A line of text under construction in the component's own memory: ASCII, bounded, no allocation. */

/** Longest line. What does not fit is left out. */
export const LINE_BYTES: u32 = 256;

const SPACE: usize = memory.data(256, 8);
const DIGITS: usize = memory.data(16, 8);
const DIGITS_MOST: usize = 16;
const ZERO: u8 = 48;
const MINUS: u8 = 45;
let used: u32 = 0;

/** Address of the line. */
export function line(): usize {
	return SPACE;
}

/** Bytes in the line. */
export function lineLength(): u32 {
	return used;
}

export function clearLine(): void {
	used = 0;
}

/** Appends one byte. */
export function addByte(byte: u32): void {
	if (used === LINE_BYTES) return;
	store<u8>(SPACE + used, <u8>byte);
	used++;
}

/** Appends ASCII text. */
export function addText(text: string): void {
	for (let index = 0; index < text.length; index++) addByte(load<u16>(changetype<usize>(text) + (index << 1)));
}

/** Appends a number in decimal. */
export function addNumber(value: i32): void {
	let rest: i64 = value < 0 ? -(<i64>value) : value;
	let count: usize = 0;
	do {
		count++;
		store<u8>(DIGITS + DIGITS_MOST - count, ZERO + <u8>(rest % 10));
		rest /= 10;
	} while (rest !== 0);
	if (value < 0) addByte(MINUS);
	for (let index = DIGITS_MOST - count; index < DIGITS_MOST; index++) addByte(load<u8>(DIGITS + index));
}
