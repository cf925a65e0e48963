// Generated from journal.ts by `tessera build`; changes here are lost. Definition 9de6fef009fac439.

/** Server's side of Journal: The system's own log, for the log viewer: lines as they went to the machine's log, oldest first. Nobody can change what is in it. */

import { RIGHT_WRITE } from '../../abi/rights.ts';
import { BAD_LOAN, SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { loanSize } from '../../sdk/loan.ts';
import { answer, setWord, word } from '../../sdk/message.ts';

/** There is no line of that number, or no longer. */
export const NOT_KEPT: i32 = 16;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const JOURNAL_WORST_CASE: u32 = 40000;
/** Bytes that the server keeps for each client. */
export const JOURNAL_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class JournalService {
	/**
	 * First and last number of the lines that are kept, counted from 1; last 0: there is none yet.
	 * At most 20000 ns. SUCCESS.
	 */
	lines(_badge: u32): i32 {
		return unreachable();
	}

	/**
	 * A line without its end: its bytes (ASCII), as many as the buffer holds; how many, the milliseconds since boot when it came, and how grave its client calls it (LEVEL_* of interfaces/console/levels.ts).
	 * At most 40000 ns. SUCCESS, NOT_KEPT.
	 */
	line(_badge: u32, _textLength: u32, _number: u32): i32 {
		return unreachable();
	}
}

/** Sets the first of `lines`. */
export function setLinesFirst(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the last of `lines`. */
export function setLinesLast(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the length of `line`. */
export function setLineLength(value: u32): void {
	setWord(0, <i32>value);
}

/** Sets the milliseconds of `line`. */
export function setLineMilliseconds(value: u32): void {
	setWord(1, <i32>value);
}

/** Sets the level of `line`. */
export function setLineLevel(value: u32): void {
	setWord(2, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchJournal<S extends JournalService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkLines<S>(badge);
		case 2:
			return checkLine<S>(badge, w0);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkLines<S extends JournalService>(badge: i32): i32 {
	const code = changetype<S>(0).lines(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 2 : 0);
}

function checkLine<S extends JournalService>(badge: i32, w0: i32): i32 {
	const number = <u32>w0;
	const textLength = loanSize();
	if (textLength < 1 || textLength > 256) return answer(BAD_LOAN, 0);
	if ((<u32>word(0) & RIGHT_WRITE) === 0) return answer(BAD_LOAN, 0);
	const code = changetype<S>(0).line(badge, <u32>textLength, number);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 3 : 0);
}
