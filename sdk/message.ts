/**
 * Results of calls. A status is negative (an error of abi/errors.ts) or `code << 3 | count`: the server's code and how many result words
 * came with it. The words are valid until the next call.
 */

import { RESULT_WORDS } from '../abi/component.ts';

const COUNT_BITS: i32 = 3;
const COUNT_MASK: i32 = 7;

/** Whether a call came back from the server at all. */
export function succeeded(status: i32): bool {
	return status >= 0;
}

/** The server's own result code, 0..2^28-1; for a failed call the negative error. */
export function codeOf(status: i32): i32 {
	return status < 0 ? status : status >> COUNT_BITS;
}

/** Number of result words of a successful call. */
export function countOf(status: i32): u32 {
	return <u32>(status & COUNT_MASK);
}

/** Result word `index`, 0..5, of the last call. */
export function word(index: u32): i32 {
	// Not load<i32>: the compiler's optimiser would extend that with its sign even where a caller makes it a u32 first, and a u64 then.
	return <i32>load<u32>(RESULT_WORDS + index * 4);
}

/** In `protected`: sets result word `index`, 0..5, of the answer. */
export function setWord(index: u32, value: i32): void {
	store<i32>(RESULT_WORDS + index * 4, value);
}

/** In `protected`: what to return. `code` 0..2^28-1; `count` result words, 0..6, have been set. */
export function answer(code: i32, count: u32): i32 {
	return (code << COUNT_BITS) | (<i32>count & COUNT_MASK);
}
