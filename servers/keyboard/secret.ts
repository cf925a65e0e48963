/** The secret that is being typed, or waits to be fetched: at most one, for one app. It is nowhere else, and is overwritten as soon as it is not needed. */
import { writeLoan } from '../../sdk/loan.ts';

/** Bytes of a secret, at most. */
export const SECRET_BYTES: u32 = 128;
const SECRET: u32 = memory.data(128, 8) as u32;
const NOBODY: u32 = 255;
let length: u32 = 0;
let characters: u32 = 0;
/** Whom it is for, and whether it is complete. */
let owner: u32 = NOBODY;
let complete: bool = false;

/** Begins a secret for an app; whatever was there is gone. */
export function beginSecret(app: u32): void {
	wipeSecret();
	owner = app;
}

/** Overwrites the secret and forgets whom it was for. */
export function wipeSecret(): void {
	memory.fill(SECRET, 0, SECRET_BYTES);
	length = 0;
	characters = 0;
	owner = NOBODY;
	complete = false;
}

/** Characters so far. */
export function secretCharacters(): u32 {
	return characters;
}

/** Appends a character below U+10000; nothing when it does not fit. */
export function addSecret(character: u32): void {
	const bytes: u32 = character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
	if (complete || length + bytes > SECRET_BYTES) return;
	const place = SECRET + length;
	if (bytes === 1) {
		store<u8>(place, <u8>character);
	} else if (bytes === 2) {
		store<u8>(place, <u8>(0xc0 | (character >> 6)));
		store<u8>(place + 1, <u8>(0x80 | (character & 0x3f)));
	} else {
		store<u8>(place, <u8>(0xe0 | (character >> 12)));
		store<u8>(place + 1, <u8>(0x80 | ((character >> 6) & 0x3f)));
		store<u8>(place + 2, <u8>(0x80 | (character & 0x3f)));
	}
	length += bytes;
	characters++;
}

/** Takes the last character away. */
export function shortenSecret(): void {
	if (complete || length === 0) return;
	do {
		length--;
	} while (length > 0 && (load<u8>(SECRET + length) & 0xc0) === 0x80);
	memory.fill(SECRET + length, 0, SECRET_BYTES - length);
	characters--;
}

/** It is complete and waits for its owner; its bytes. */
export function completeSecret(): u32 {
	complete = true;
	return length;
}

/** Copies the secret into the loan of its owner, and wipes it. Bytes; 0: none waits for that app; negative: it could not be copied, and is wiped as well. */
export function fetchSecret(app: u32, room: u32): i32 {
	if (!complete || app !== owner || length === 0 || room < length) return 0;
	const bytes = length;
	const status = writeLoan(0, SECRET, bytes);
	wipeSecret();
	return status < 0 ? status : bytes;
}
