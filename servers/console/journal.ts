/** The last lines of the log, in a ring: what the journal gives out. */
import { now } from '../../sdk/time.ts';

/** Lines that are kept. */
const LINES: u32 = 200;
/** Bytes of an entry: when, how long and how grave (16 bits each), and the text; a name, a colon and the longest text of a client fit. */
const ENTRY_BYTES: u32 = 176;
const ENTRY_TIME: u32 = 0;
const ENTRY_LENGTH: u32 = 4;
const ENTRY_LEVEL: u32 = 6;
const ENTRY_TEXT: u32 = 8;
const TEXT_BYTES: u32 = ENTRY_BYTES - ENTRY_TEXT;
const RING: u32 = memory.data(35200, 8) as u32;
const NANOSECONDS_IN_MILLISECOND: u64 = 1_000_000;
/** Lines so far, which is the number of the last one. */
let count: u32 = 0;

function entry(number: u32): u32 {
	return RING + ENTRY_BYTES * (number % LINES);
}

/** Keeps `length` bytes at `text`, of LEVEL_*, as the newest line, in place of the oldest. */
export function keep(text: u32, length: u32, level: u32): void {
	count++;
	const place = entry(count);
	const kept = min<u32>(length, TEXT_BYTES);
	store<u32>(place + ENTRY_TIME, <u32>(<u64>now() / NANOSECONDS_IN_MILLISECOND));
	store<u16>(place + ENTRY_LENGTH, <u16>kept);
	store<u16>(place + ENTRY_LEVEL, <u16>level);
	memory.copy(place + ENTRY_TEXT, text, kept);
}

/** Number of the oldest line that is kept. */
export function firstLine(): u32 {
	return count < LINES ? 1 : count - LINES + 1;
}

/** Number of the newest line, 0 = none. */
export function lastLine(): u32 {
	return count;
}

/** Milliseconds since boot when a kept line came. */
export function timeOf(number: u32): u32 {
	return load<u32>(entry(number) + ENTRY_TIME);
}

/** Bytes of a kept line. */
export function lengthOf(number: u32): u32 {
	return load<u16>(entry(number) + ENTRY_LENGTH);
}

/** LEVEL_* of a kept line. */
export function levelOf(number: u32): u32 {
	return load<u16>(entry(number) + ENTRY_LEVEL);
}

/** Address of the bytes of a kept line. */
export function textOf(number: u32): u32 {
	return entry(number) + ENTRY_TEXT;
}
