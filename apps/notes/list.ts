/**
 * All notes, one behind the other as they are kept in the file, the one that was changed last first. Of each: its number and its length, 32 bits each, its text (UTF-8), and zeros up to a
 * multiple of four bytes.
 */

/** Bytes of all notes together, and of one. */
export const NOTES_BYTES: u32 = 65_536;
export const NOTE_BYTES: u32 = 8192;
const HEADER_BYTES: u32 = 8;
const LENGTH: u32 = 4;
const NOTES: u32 = memory.data(65_536, 8) as u32;
/** Bytes in use, how many notes they are, and the next new note's number. */
let used: u32 = 0;
let count: u32 = 0;
let nextNumber: u32 = 1;

export function notesAt(): u32 {
	return NOTES;
}

export function notesUsed(): u32 {
	return used;
}

export function noteCount(): u32 {
	return count;
}

/** Takes what was read from a file: as many whole notes as there are. False when something else was in it. */
export function adopt(length: u32): bool {
	used = 0;
	count = 0;
	while (used + HEADER_BYTES <= length) {
		const size = load<u32>(NOTES + used, LENGTH);
		if (size > NOTE_BYTES || used + sizeOf(size) > length) break;
		nextNumber = max(nextNumber, load<u32>(NOTES + used) + 1);
		used += sizeOf(size);
		count++;
	}
	return used === length;
}

function sizeOf(length: u32): u32 {
	return HEADER_BYTES + ((length + 3) & ~3);
}

/** Where note `index`, less than `noteCount`, begins. */
function entry(index: u32): u32 {
	let place = NOTES;
	for (let before: u32 = 0; before < index; before++) place += sizeOf(load<u32>(place, LENGTH));
	return place;
}

/** Number, text and length of a note. */
export function noteNumber(index: u32): u32 {
	return load<u32>(entry(index));
}

export function noteText(index: u32): u32 {
	return entry(index) + HEADER_BYTES;
}

export function noteLength(index: u32): u32 {
	return load<u32>(entry(index), LENGTH);
}

/** The number for a new note. */
export function newNumber(): u32 {
	return nextNumber++;
}

/** Index of the note with a number; `noteCount` when there is none. */
export function findNote(number: u32): u32 {
	let index: u32 = 0;
	while (index < count && noteNumber(index) !== number) index++;
	return index;
}

/** Takes a note away; nothing happens when there is none. */
export function removeNote(number: u32): void {
	const index = findNote(number);
	if (index === count) return;
	const place = entry(index);
	const size = sizeOf(load<u32>(place, LENGTH));
	memory.copy(place, place + size, NOTES + used - place - size);
	used -= size;
	count--;
}

/** Puts a note's text first, in place of what it was; false when there is no room, and nothing has changed. */
export function putNote(number: u32, text: u32, length: u32): bool {
	const index = findNote(number);
	const old = index === count ? 0 : sizeOf(noteLength(index));
	const size = sizeOf(length);
	if (length > NOTE_BYTES || used - old + size > NOTES_BYTES) return false;
	removeNote(number);
	memory.copy(NOTES + size, NOTES, used);
	memory.fill(NOTES, 0, size);
	store<u32>(NOTES, number);
	store<u32>(NOTES, length, LENGTH);
	memory.copy(NOTES + HEADER_BYTES, text, length);
	used += size;
	count++;
	return true;
}
