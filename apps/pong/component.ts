/** Answers calls, and signals back when it is signalled. */

import { printLine } from '../../interfaces/console/print.ts';
import { notify } from '../../sdk/kernel.ts';
import { answer, setWord } from '../../sdk/message.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { ADD } from './protocol.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_WAKE: i32 = 2;
/** Code of an answer to something that it does not know. */
const UNKNOWN: i32 = 1;
let calls: i32 = 0;
let signals: i32 = 0;

/** Every tenth signal is worth a line. */
const REPORT: i32 = 10;

export function notified(_bits: u32): void {
	signals++;
	if (signals % REPORT === 0) {
		clear();
		add('signals: ');
		addNumber(signals);
		printLine(SLOT_CONSOLE);
	}
	notify(SLOT_WAKE);
}

function serve(_badge: i32, method: i32, a: i32, b: i32, c: i32, d: i32, _w4: i32, _w5: i32): i32 {
	if (method !== ADD) return answer(UNKNOWN, 0);
	calls++;
	setWord(0, a + b + c + d);
	setWord(1, calls);
	return answer(0, 2);
}

export { serve as protected };
