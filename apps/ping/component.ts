/** Calls pong a thousand times, then plays signals back and forth, and says what came of it. */

import { printLine } from '../../interfaces/console/print.ts';
import { halt } from '../../sdk/control.ts';
import { call4, notify } from '../../sdk/kernel.ts';
import { countOf, word } from '../../sdk/message.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { ADD } from '../pong/protocol.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_PONG: i32 = 2;
const SLOT_WAKE: i32 = 3;
const SLOT_POWER: i32 = 4;
const ROUNDS: i32 = 1000;
const SIGNALS: i32 = 20;
let signals: i32 = 0;

/** How many of the calls gave the right sum. */
function play(): i32 {
	let good: i32 = 0;
	for (let round: i32 = 0; round < ROUNDS; round++) {
		const status = call4(SLOT_PONG, ADD, round, 1, 2, 3);
		if (status >= 0 && countOf(status) === 2 && word(0) === round + 6) good++;
	}
	return good;
}

function report(what: string, count: i32): void {
	clear();
	add(what);
	addNumber(count);
	printLine(SLOT_CONSOLE);
}

export function init(): void {
	report('calls answered: ', play());
	notify(SLOT_WAKE);
}

export function notified(_bits: u32): void {
	signals++;
	if (signals < SIGNALS) {
		notify(SLOT_WAKE);
		return;
	}
	report('signals returned: ', signals);
	halt(SLOT_POWER, 0);
}
