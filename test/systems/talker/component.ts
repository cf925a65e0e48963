/**
 * Half of a conversation that tries to confuse the console. The one with the gate to the other begins a line, lets the other
 * print, and ends it; then come lines that are too long or not printable, and calls that the interface does not allow.
 */
import { flush, print } from '../../../interfaces/console/client.ts';
import { printLine, printText } from '../../../interfaces/console/print.ts';
import { halt } from '../../../sdk/control.ts';
import { call0, call4 } from '../../../sdk/kernel.ts';
import { callLendingRead } from '../../../sdk/loan.ts';
import { answer, codeOf } from '../../../sdk/message.ts';
import { add, addByte, addNumber, clear, pointer, size } from '../../../sdk/text.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_OTHER: i32 = 2;
const SLOT_POWER: i32 = 3;
const LONG: i32 = 150;
const LETTER: u32 = 120;
const BELL: u32 = 7;
const NO_METHOD: i32 = 99;
/** Number of the interface's `print`, and the longest text of one call. */
const PRINT: i32 = 1;
const PRINT_BYTES: u32 = 128;

function begin(text: string): void {
	clear();
	add(text);
	print(SLOT_CONSOLE, pointer(), size());
	clear();
}

function say(what: string, status: i32): void {
	clear();
	add(what);
	addNumber(codeOf(status));
	printLine(SLOT_CONSOLE);
}

function interleave(): void {
	begin('begun, ');
	call0(SLOT_OTHER, 0);
	begin('ended');
	flush(SLOT_CONSOLE);
	flush(SLOT_CONSOLE);
}

function disturb(): void {
	clear();
	for (let index: i32 = 0; index < LONG; index++) addByte(LETTER);
	printLine(SLOT_CONSOLE);
	clear();
	add('bell ');
	addByte(BELL);
	printLine(SLOT_CONSOLE);
	say('no such method: ', call0(SLOT_CONSOLE, NO_METHOD));
	say('nothing lent: ', call4(SLOT_CONSOLE, PRINT, 8, 0, 0, 0));
	say('more than one call takes: ', callLendingRead(SLOT_CONSOLE, PRINT, PRINT_BYTES + 1, 0, 0, 0, pointer(), 256));
}

function serve(_badge: i32, _method: i32, _w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	printText(SLOT_CONSOLE, 'a whole line');
	begin('and half of');
	return answer(0, 0);
}

/** Only the one that can call the other begins. */
export function init(): void {
	if (call0(SLOT_OTHER, 0) < 0) return;
	interleave();
	disturb();
	halt(SLOT_POWER, 0);
}

export { serve as protected };
