/** Scripts: what subjects of lower priority than the director are to do, and what came of it. */
import { RESULT_WORDS } from '../../../abi/component.ts';
import { DO_NOTHING } from '../protocol.ts';

/** Orders in one script. */
const ORDERS: u32 = 16;
const SUBJECTS: u32 = 8;
/** An order with six words; a result with five. */
const ORDER_BYTES: u32 = 32;
const SCRIPT_BYTES: u32 = ORDERS * ORDER_BYTES;
const EVENTS: u32 = 64;
const WORDS: i32 = 6;

const orders: usize = memory.data(4096, 8);
const results: usize = memory.data(4096, 8);
const lengths: usize = memory.data(32, 4);
const positions: usize = memory.data(32, 4);
const events: usize = memory.data(64, 8);
let eventCount: u32 = 0;

function address(base: usize, s: u32, index: u32): usize {
	return base + s * SCRIPT_BYTES + index * ORDER_BYTES;
}

/** Appends an order to the script of subject s; its index. */
export function order(
	s: i32,
	what: i32,
	a0: i32 = 0,
	a1: i32 = 0,
	a2: i32 = 0,
	a3: i32 = 0,
	a4: i32 = 0,
	a5: i32 = 0,
): u32 {
	const index = load<u32>(lengths + (s << 2));
	const row = address(orders, s, index);
	store<i32>(row, what);
	store<i32>(row, a0, 4);
	store<i32>(row, a1, 8);
	store<i32>(row, a2, 12);
	store<i32>(row, a3, 16);
	store<i32>(row, a4, 20);
	store<i32>(row, a5, 24);
	store<u32>(lengths + (s << 2), index + 1);
	return index;
}

/** Forgets every script, result and event. */
export function forgetScripts(): void {
	memory.fill(lengths, 0, SUBJECTS << 2);
	memory.fill(positions, 0, SUBJECTS << 2);
	memory.fill(results, 0, SUBJECTS * SCRIPT_BYTES);
	eventCount = 0;
}

/** What came of order `index` of subject s; 0 when it has not been carried out. */
export function outcome(s: i32, index: u32): i32 {
	return load<i32>(address(results, s, index));
}
/** Word 0..4 of it. */
export function outcomeWord(s: i32, index: u32, word: u32): i32 {
	return load<i32>(address(results, s, index) + 4 + (word << 2));
}

/** How many orders subject s has carried out. */
export function carriedOut(s: i32): u32 {
	return load<u32>(positions + (s << 2));
}

/** The subject that fetched as number `index`, -1 when there were fewer fetches. */
export function event(index: u32): i32 {
	return index < eventCount ? <i32>load<u8>(events + index) : -1;
}

/** FETCH: the next order of subject s, as a status with six words. */
export function fetch(s: u32): i32 {
	if (eventCount < EVENTS) {
		store<u8>(events + eventCount, <u8>s);
		eventCount++;
	}
	const index = load<u32>(positions + (s << 2));
	if (s >= SUBJECTS || index >= load<u32>(lengths + (s << 2))) return DO_NOTHING;
	const row = address(orders, s, index);
	memory.copy(RESULT_WORDS, row + 4, WORDS << 2);
	return (load<i32>(row) << 3) | WORDS;
}

/** DONE: the outcome of the order that subject s is at. */
export function done(s: u32, result: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32): i32 {
	if (s >= SUBJECTS) return 0;
	const index = load<u32>(positions + (s << 2));
	if (index >= ORDERS) return 0;
	const row = address(results, s, index);
	store<i32>(row, result);
	store<i32>(row, w0, 4);
	store<i32>(row, w1, 8);
	store<i32>(row, w2, 12);
	store<i32>(row, w3, 16);
	store<i32>(row, w4, 20);
	store<u32>(positions + (s << 2), index + 1);
	return 0;
}
