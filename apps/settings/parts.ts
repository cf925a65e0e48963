/** Who there is: apps by their badges, parts of the system by their numbers at the supervisor. From the rosters that settings may read. */

import {
	ROSTER_CHILDREN,
	ROSTER_CODE,
	ROSTER_ENTRY_BYTES,
	ROSTER_KERNEL,
	ROSTER_MEMORY,
	ROSTER_NAME,
	ROSTER_NAME_BYTES,
} from '../../abi/roster.ts';
import { load8 as appByte, load32 as appWord } from '../../sdk/region/memory1.ts';
import { load8 as partByte, load32 as partWord } from '../../sdk/region/memory2.ts';
import { addByte } from '../../sdk/text.ts';

/** Apps and parts of the system that are listed: 0..23 each. */
export const APPS: u32 = 24;
export const PARTS: u32 = 24;
const LETTER_A: u32 = 0x41;
const LETTER_Z: u32 = 0x5a;
const CASE: u32 = 0x20;
const SPACE: u32 = 0x20;

function entry(number: u32): u32 {
	return (ROSTER_CHILDREN + number) * ROSTER_ENTRY_BYTES;
}

export function isApp(app: u32): bool {
	return appByte(entry(app) + ROSTER_NAME) !== 0;
}

export function isPart(part: u32): bool {
	return partByte(entry(part) + ROSTER_NAME) !== 0;
}

/** A name in the roster is one word with capitals inside; on the screen it is words with one capital before them. */
function addLetter(byte: u32, isFirst: bool): void {
	if (isFirst) {
		addByte(byte & ~CASE);
		return;
	}
	const isCapital = byte >= LETTER_A && byte <= LETTER_Z;
	if (isCapital) addByte(SPACE);
	addByte(isCapital ? byte | CASE : byte);
}

/** Adds the app's name, as everywhere on the phone, to the text. */
export function addApp(app: u32): void {
	for (let index: u32 = 0; index < ROSTER_NAME_BYTES; index++) {
		const byte = appByte(entry(app) + ROSTER_NAME + index);
		if (byte === 0) return;
		addLetter(byte, index === 0);
	}
}

/** Adds the name of a part of the system. */
export function addPart(part: u32): void {
	for (let index: u32 = 0; index < ROSTER_NAME_BYTES; index++) {
		const byte = partByte(entry(part) + ROSTER_NAME + index);
		if (byte === 0) return;
		addLetter(byte, index === 0);
	}
}

/** KiB of own memory. */
export function appMemory(app: u32): u32 {
	return appWord(entry(app) + ROSTER_MEMORY);
}

export function partMemory(part: u32): u32 {
	return partWord(entry(part) + ROSTER_MEMORY);
}

/** Bytes of code. */
export function appCode(app: u32): u32 {
	return appWord(entry(app) + ROSTER_CODE);
}

export function partCode(part: u32): u32 {
	return partWord(entry(part) + ROSTER_CODE);
}

/** Byte `index` of the kernel's SHA-256. */
export function kernelHash(index: u32): u32 {
	return partByte(ROSTER_KERNEL + index);
}

/** A word behind the entries: ROSTER_KERNEL_CODE, ROSTER_COMPONENTS. */
export function fact(offset: u32): u32 {
	return partWord(offset);
}
