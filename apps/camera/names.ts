/** Names of the files: a picture is "p0007.qoi", its small copy "p0007.small". */

import { add, addByte, clear, pointer, size } from '../../sdk/text.ts';

export const NUMBER_MOST: u32 = 9999;
const DIGITS: u32 = 4;
const LETTER_P: u32 = 0x70;
const ZERO: u32 = 0x30;

/** Kinds of files. */
export const FILE_PICTURE: u32 = 0;
export const FILE_SMALL: u32 = 1;
export const FILE_OTHER: u32 = 2;

const NAME: u32 = memory.data(16, 8) as u32;
let length: u32 = 0;
/** What `readName` has found. */
export let kindRead: u32 = FILE_OTHER;
export let numberRead: u32 = 0;

/** Writes the name of a file; its address. */
export function nameOf(number: u32, kind: u32): u32 {
	clear();
	addByte(LETTER_P);
	for (let divisor: u32 = 1000; divisor > 0; divisor /= 10) addByte(ZERO + ((number / divisor) % 10));
	add(kind === FILE_PICTURE ? '.qoi' : '.small');
	length = size();
	memory.copy(NAME, pointer(), length);
	clear();
	return NAME;
}

/** Bytes of the name that was written last. */
export function nameBytes(): u32 {
	return length;
}

/** What a name of the volume stands for: `kindRead` and `numberRead`. */
export function readName(name: u32, bytes: u32): void {
	kindRead = FILE_OTHER;
	if (bytes <= DIGITS || load<u8>(name) !== <u8>LETTER_P) return;
	let number: u32 = 0;
	for (let index: u32 = 1; index <= DIGITS; index++) {
		const digit = <u32>load<u8>(name + index) - ZERO;
		if (digit > 9) return;
		number = 10 * number + digit;
	}
	numberRead = number;
	for (let kind: u32 = FILE_PICTURE; kind <= FILE_SMALL; kind++) {
		const wanted = nameOf(number, kind);
		if (length === bytes && memory.compare(wanted, name, bytes) === 0) kindRead = kind;
	}
}
