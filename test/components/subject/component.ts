/** A subject: does what the director tells it (protocol.ts). The same binary plays every part: server, client, driver, culprit. */
import { RESULT_WORDS } from '../../../abi/component.ts';
import { call0, call6 } from '../../../sdk/kernel.ts';
import {
	DO_INSPECT,
	DO_NOTHING,
	DO_PREPARE,
	DO_PREPARED,
	DO_SHIFT,
	DO_STATUS,
	DONE,
	FETCH,
	INSPECT_BADGE,
	INSPECT_BITS,
	INSPECT_CALLS,
	INSPECT_CHILD,
	INSPECT_FAULTS,
	INSPECT_INITS,
	INSPECT_NOTIFICATIONS,
	INSPECT_PREPARED,
	SLOT_DIRECTOR,
} from '../protocol.ts';
import { forgetWords, perform, word } from './perform.ts';

const WORD_BYTES: u32 = 4;
const WORDS: i32 = 6;
const LOW_BYTE: i32 = 0xff;

/** What it remembers, by INSPECT_*. */
const remembered: usize = memory.data(32, 8);
/** What it shall do later: an order and its six words. */
const prepared: usize = memory.data(32, 8);

function remember(what: i32, value: i32): void {
	store<i32>(remembered + what * WORD_BYTES, value);
}

function recall(what: i32): i32 {
	return load<i32>(remembered + what * WORD_BYTES);
}

function count(what: i32): void {
	remember(what, recall(what) + 1);
}

function prepare(order: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {
	store<i32>(prepared, order);
	store<i32>(prepared, a0, 4);
	store<i32>(prepared, a1, 8);
	store<i32>(prepared, a2, 12);
	store<i32>(prepared, a3, 16);
	store<i32>(prepared, a4, 20);
	store<i32>(prepared, a5, 24);
	return 0;
}

/** Performs what was prepared. */
function performPrepared(): i32 {
	return perform(
		load<i32>(prepared),
		load<i32>(prepared, 4),
		load<i32>(prepared, 8),
		load<i32>(prepared, 12),
		load<i32>(prepared, 16),
		load<i32>(prepared, 20),
		load<i32>(prepared, 24),
	);
}

/** Performs any order; its words, if it has some, are then at RESULT_WORDS. */
function follow(order: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {
	forgetWords();
	const what = order & LOW_BYTE;
	if (what === DO_PREPARE) return prepare(order >> DO_SHIFT, a0, a1, a2, a3, a4, a5);
	if (what === DO_PREPARED) return performPrepared();
	if (what === DO_INSPECT) return recall(a0);
	return perform(order, a0, a1, a2, a3, a4, a5);
}

export function init(): void {
	count(INSPECT_INITS);
}

/** Does what was prepared, or else follows the director's script. */
export function notified(bits: u32): void {
	count(INSPECT_NOTIFICATIONS);
	remember(INSPECT_BITS, bits);
	if (load<i32>(prepared) !== DO_NOTHING) {
		remember(INSPECT_PREPARED, performPrepared());
		return;
	}
	for (;;) {
		const status = call0(SLOT_DIRECTOR, FETCH);
		if (status < 0 || status >> 3 === DO_NOTHING) return;
		const result = follow(status >> 3, word(0), word(1), word(2), word(3), word(4), word(5));
		call6(SLOT_DIRECTOR, DONE, result, word(0), word(1), word(2), word(3), word(4));
	}
}

export function faulted(child: u32): void {
	count(INSPECT_FAULTS);
	remember(INSPECT_CHILD, child);
}

/** Does what the method says; the first result word is the outcome, the others are the words that it had. */
function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	count(INSPECT_CALLS);
	if ((method & LOW_BYTE) === DO_STATUS) return w0;
	remember(INSPECT_BADGE, badge);
	const result = follow(method, w0, w1, w2, w3, w4, w5);
	memory.copy(RESULT_WORDS + WORD_BYTES, RESULT_WORDS, (WORDS - 1) * WORD_BYTES);
	store<i32>(RESULT_WORDS, result);
	return WORDS;
}

export { serve as protected };
