/** The note that is being written, and the words that are being looked for. */

import { TEXT_BUFFER_BYTES, TextBuffer } from '../../sdk/ui/ui.ts';
import * as keeping from './keeping.ts';
import * as list from './list.ts';

const TEXT: u32 = memory.data(8192, 8) as u32;
const WORDS_BYTES: u32 = 48;
const WORDS: u32 = memory.data(48, 8) as u32;
const LINE_FEED: u32 = 0x0a;
export const text = changetype<TextBuffer>(memory.data(TEXT_BUFFER_BYTES, 4));
export const searched = changetype<TextBuffer>(memory.data(TEXT_BUFFER_BYTES, 4));
/** Number of the note that is open; 0: none. */
export let openNumber: u32 = 0;
/** Revision of the text that has been kept. */
let keptRevision: u32 = 0;
/** Whether the last change found no room. */
export let isFull: bool = false;

/** Begins a search for nothing. */
export function startEditing(): void {
	searched.open(WORDS, WORDS_BYTES, 0);
}

/** Opens a note, or with index `noteCount` a new one. */
export function edit(index: u32): void {
	const isNew = index >= list.noteCount();
	const length = isNew ? 0 : list.noteLength(index);
	openNumber = isNew ? list.newNumber() : list.noteNumber(index);
	if (!isNew) memory.copy(TEXT, list.noteText(index), length);
	text.open(TEXT, list.NOTE_BYTES, length);
	keptRevision = text.revision;
	isFull = false;
}

/** Keeps what has been written so far. A note without text is none. */
export function keep(): void {
	if (openNumber === 0 || text.revision === keptRevision) return;
	keptRevision = text.revision;
	if (isBlank(TEXT, text.length)) list.removeNote(openNumber);
	else isFull = !list.putNote(openNumber, TEXT, text.length);
	keeping.change();
}

/** No note is open any more. */
export function close(): void {
	keep();
	openNumber = 0;
}

function isBlank(from: u32, length: u32): bool {
	for (let index: u32 = 0; index < length; index++) if (load<u8>(from + index) > 0x20) return false;
	return true;
}

/** Where the first line with text begins that is not before byte `from`; `length` when there is none. */
export function lineFrom(address: u32, length: u32, from: u32): u32 {
	let place = from;
	while (place < length && load<u8>(address + place) <= 0x20) place++;
	return place;
}

/** Where the line that begins at byte `from` ends. */
export function lineEnd(address: u32, length: u32, from: u32): u32 {
	let place = from;
	while (place < length && load<u8>(address + place) !== LINE_FEED) place++;
	return place;
}
