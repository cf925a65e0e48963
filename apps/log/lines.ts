/** The lines that the page shows: the newest that match, taken from the journal when something has changed. */
import { LEVEL_NEWS } from '../../interfaces/console/levels.ts';
import {
	line,
	lineLength,
	lineLevel,
	lineMilliseconds,
	lines,
	linesFirst,
	linesLast,
} from '../../interfaces/journal/client.ts';
import { isWanted, noteName } from './names.ts';

const SLOT_JOURNAL: i32 = 7;
/** Lines of a page. */
export const SHOWN: u32 = 24;
/** Of each: its number, when it came, how long and how grave it is (16 bits each), and its text. */
const LINE_BYTES: u32 = 192;
const LINE_NUMBER: u32 = 0;
const LINE_TIME: u32 = 4;
const LINE_LENGTH: u32 = 8;
const LINE_LEVEL: u32 = 10;
const LINE_TEXT: u32 = 12;
const TEXT_BYTES: u32 = LINE_BYTES - LINE_TEXT;
const LINES: u32 = memory.data(4608, 4) as u32;
const COLON: u32 = 0x3a;
const CASE: u32 = 0x20;
const LETTER_A: u32 = 0x61;
const LETTER_Z: u32 = 0x7a;

/** How many there are, the newest first. */
export let count: u32 = 0;
/** Number of the newest line in the journal that has been looked at, and of that whose name is known. */
let seen: u32 = 0;
let named: u32 = 0;
/** LEVEL_*: what is less grave is left out. */
export let least: u32 = LEVEL_NEWS;
/** The newest line that may be shown; 0: whatever is newest. */
let until: u32 = 0;
/** Whether there are older ones that match. */
export let hasOlder: bool = false;

function place(index: u32): u32 {
	return LINES + LINE_BYTES * index;
}

export function timeOf(index: u32): u32 {
	return load<u32>(place(index) + LINE_TIME);
}

export function textOf(index: u32): u32 {
	return place(index) + LINE_TEXT;
}

export function lengthOf(index: u32): u32 {
	return load<u16>(place(index) + LINE_LENGTH);
}

/** LEVEL_* of interfaces/console/levels.ts. */
export function levelOf(index: u32): u32 {
	return load<u16>(place(index) + LINE_LEVEL);
}

/** Bytes of the name before the colon. */
export function nameLength(index: u32): u32 {
	return nameIn(textOf(index), lengthOf(index));
}

function nameIn(text: u32, length: u32): u32 {
	for (let byte: u32 = 0; byte < length; byte++) if (load<u8>(text + byte) === COLON) return byte;
	return length;
}

/** Leaves out from now on what is less grave than LEVEL_*. */
export function leaveOut(level: u32): void {
	least = level;
}

function lower(byte: u32): u32 {
	const letter = byte | CASE;
	return letter >= LETTER_A && letter <= LETTER_Z ? letter : byte;
}

/** Whether `wanted` occurs in the text, whatever its case. */
function contains(text: u32, length: u32, wanted: u32, size: u32): bool {
	if (size === 0) return true;
	for (let start: u32 = 0; start + size <= length; start++) {
		let same: u32 = 0;
		while (same < size && lower(load<u8>(text + start + same)) === lower(load<u8>(wanted + same))) same++;
		if (same === size) return true;
	}
	return false;
}

/** Takes line `number` into the next place, if there is one and it matches. */
function take(number: u32, wanted: u32, size: u32): bool {
	const entry = place(count);
	if (line(SLOT_JOURNAL, entry + LINE_TEXT, TEXT_BYTES, number) !== 0) return false;
	const length = lineLength();
	const level = lineLevel();
	const time = lineMilliseconds();
	if (level < least || !isWanted(entry + LINE_TEXT, nameIn(entry + LINE_TEXT, length))) return false;
	if (!contains(entry + LINE_TEXT, length, wanted, size)) return false;
	store<u32>(entry + LINE_NUMBER, number);
	store<u32>(entry + LINE_TIME, time);
	store<u16>(entry + LINE_LENGTH, <u16>length);
	store<u16>(entry + LINE_LEVEL, <u16>level);
	count++;
	return true;
}

/** Learns who has printed the lines that came since the last time. Overwrites the first line that is shown. */
function learnNames(first: u32, last: u32): void {
	const text = place(0) + LINE_TEXT;
	for (let number = max(first, named + 1); number <= last && number > 0; number++) {
		if (line(SLOT_JOURNAL, text, TEXT_BYTES, number) === 0) noteName(text, nameIn(text, lineLength()));
	}
	named = last;
}

/** Takes the newest lines that contain `size` bytes at `wanted`. Whether anything may have changed; `anew`: look whether or not. */
export function readLines(wanted: u32, size: u32, anew: bool): bool {
	if (lines(SLOT_JOURNAL) !== 0) return false;
	const first = linesFirst();
	const last = linesLast();
	if (!anew && (last === seen || until !== 0)) return false;
	seen = last;
	learnNames(first, last);
	count = 0;
	let number = until === 0 ? last : min(until, last);
	for (; number >= first && number > 0 && count < SHOWN; number--) take(number, wanted, size);
	hasOlder = number >= first && number > 0;
	return true;
}

/** Goes back: what comes next is older than what is shown. */
export function goBack(): void {
	if (count > 0) until = load<u32>(place(count - 1) + LINE_NUMBER) - 1;
}

/** Shows the newest again, and what comes. */
export function follow(): void {
	until = 0;
}

/** Stays with what is shown now. */
export function stay(): void {
	until = count > 0 ? load<u32>(place(0) + LINE_NUMBER) : seen;
}

export function isFollowing(): bool {
	return until === 0;
}
