/** The end of the pipeline: prints the sheet, which it can only read, and ends the system. */
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { printLine } from '../../interfaces/console/print.ts';
import { receive } from '../../sdk/capability.ts';
import { halt } from '../../sdk/control.ts';
import { answer } from '../../sdk/message.ts';
import { load8, load32 } from '../../sdk/region/memory1.ts';
import { map, unmap } from '../../sdk/region.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';
import { setAlarm } from '../../sdk/time.ts';
import { HAND_OVER, SHEET, SHEET_LENGTH, SHEET_TEXT, SLOT_PAPER } from '../writer/protocol.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_POWER: i32 = 2;
const MYSELF: i32 = 0;
const PRINT: i32 = 1;
const END: i32 = 2;
const SOON: u64 = 1000;
/** When the writer has looked back. */
const LATER: u64 = 50_000_000;
const UNKNOWN: i32 = 1;
const TEXT_MOST: u32 = 120;

export function init(): void {
	receive(SLOT_PAPER);
}

function serve(_badge: i32, method: i32, _w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	if (method !== HAND_OVER) return answer(UNKNOWN, 0);
	map(MYSELF, SLOT_PAPER, SHEET, RIGHT_READ);
	setAlarm(SOON, PRINT);
	return answer(0, 0);
}

function print(): void {
	clear();
	const length = min<u32>(load32(SHEET_LENGTH), TEXT_MOST);
	for (let index: u32 = 0; index < length; index++) addByte(load8(SHEET_TEXT + index));
	printLine(SLOT_CONSOLE);
}

/** Reading is all that it was given. */
function tryToWrite(): void {
	unmap(MYSELF, SHEET);
	clear();
	add('mapping the sheet for writing: ');
	addNumber(map(MYSELF, SLOT_PAPER, SHEET, RIGHT_READ | RIGHT_WRITE));
	printLine(SLOT_CONSOLE);
}

export function notified(bits: u32): void {
	if ((bits & END) !== 0) {
		halt(SLOT_POWER, 0);
		return;
	}
	print();
	tryToWrite();
	setAlarm(LATER, END);
}

export { serve as protected };
