/**
 * Texts of a page: whatever a widget says is either a constant ('New note') or a text that was built with sdk/text.ts (`add`, `addNumber`) and closed with `built()`,
 * or bytes of the app's own (`words`). The last two are copied here, so that they stay as they were until the pass ends; constants are converted once.
 */

import { add, clear, pointer, size } from '../text.ts';

/** Bytes for the texts of one pass; what does not fit is cut off. */
const ARENA_BYTES: u32 = 10_240;
const ARENA: u32 = memory.data(10240, 8) as u32;
/** The text without characters. */
const NOTHING: u32 = memory.data(8, 8) as u32;
let used: u32 = 0;
/** Constants that have been converted: the texts, then in KNOWN the address of each constant and of its text. */
const CONSTANTS_BYTES: u32 = 4096;
const CONSTANTS: u32 = memory.data(4096, 8) as u32;
const KNOWN_MOST: u32 = 256;
const KNOWN: u32 = memory.data(2048, 8) as u32;
let kept: u32 = 0;

/** Forgets all texts: a pass begins. */
export function clearWords(): void {
	used = 0;
	clear();
}

/** A text of `length` bytes of UTF-8 at `address`. */
export function words(address: u32, length: u32): u32 {
	const room = ARENA_BYTES - used;
	if (room < 8) return NOTHING;
	const taken = min(length, room - 4);
	const place = ARENA + used;
	store<u32>(place, taken);
	memory.copy(place + 4, address, taken);
	used = min(ARENA_BYTES, used + ((taken + 7) & ~3));
	return place;
}

/** What has been built with sdk/text.ts, which is empty again afterwards. */
export function built(): u32 {
	const text = words(pointer(), size());
	clear();
	return text;
}

/** Any text that a widget takes: a constant, or the number that `words` or `built` gave. */
export function wordsOf<T>(text: T): u32 {
	if (!isString<T>()) return changetype<u32>(text);
	const entry = KNOWN + 8 * ((changetype<u32>(text) >> 4) % KNOWN_MOST);
	return load<u32>(entry) === changetype<u32>(text) ? load<u32>(entry, 4) : convert(changetype<string>(text), entry);
}

/** Converts a constant, and keeps the text if there is room and no other constant has the entry. */
function convert(text: string, entry: u32): u32 {
	clear();
	add(text);
	const bytes = (size() + 7) & ~3;
	if (load<u32>(entry) !== 0 || kept + bytes > CONSTANTS_BYTES) return built();
	const place = CONSTANTS + kept;
	kept += bytes;
	store<u32>(place, size());
	memory.copy(place + 4, pointer(), size());
	store<u32>(entry, changetype<u32>(text));
	store<u32>(entry, place, 4);
	clear();
	return place;
}

/** Address of a text's bytes. */
export function wordsAt(text: u32): u32 {
	return text + 4;
}

/** Bytes of a text. */
export function wordsSize(text: u32): u32 {
	return load<u32>(text);
}
