/** The user's documents: the names in the root directory of the powerbox's own volume. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { entry, entryKind, entryLength, NOT_THERE, PENDING } from '../../interfaces/files/client.ts';
import { KIND_FILE, NAME_BYTES } from '../../interfaces/files/how.ts';

/** Documents that are shown. */
const MOST: u32 = 64;
/** u8 bytes of the name, then the name. */
const ROW_BYTES: u32 = 56;
const ROWS: u32 = memory.data(64 * 56, 8) as u32;
const NAME: u32 = 8;
let count: u32 = 0;
let next: u32 = 0;
let reading: bool = false;

/** Begins to read the list anew. */
export function refreshList(): void {
	count = 0;
	next = 0;
	reading = true;
	readOn();
}

/** Whether some of the list has still to come. */
export function isReading(): bool {
	return reading;
}

/** Reads as far as it goes; the store's signal brings the rest. */
export function readOn(): void {
	while (reading && count < MOST) {
		const row = ROWS + ROW_BYTES * count;
		const status = entry(SLOT_FILES, row + NAME, NAME_BYTES, next);
		if (status === PENDING) return;
		reading = status === 0;
		if (status === NOT_THERE || status !== 0) return;
		next++;
		if (entryKind() !== KIND_FILE) continue;
		store<u8>(row, <u8>min(entryLength(), NAME_BYTES));
		count++;
	}
	reading = false;
}

export function documentCount(): u32 {
	return count;
}

/** Address and bytes of a document's name. */
export function nameAt(index: u32): u32 {
	return ROWS + ROW_BYTES * index + NAME;
}

export function nameLength(index: u32): u32 {
	return load<u8>(ROWS + ROW_BYTES * index);
}
