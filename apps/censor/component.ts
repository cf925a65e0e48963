/** The middle of the pipeline: blackens every digit, then passes the sheet on for reading only. */
import { CALL_MOVE } from '../../abi/component.ts';
import { RIGHT_COPY, RIGHT_READ, RIGHT_TRANSFER, RIGHT_WRITE } from '../../abi/rights.ts';
import { printLine } from '../../interfaces/console/print.ts';
import { copy, receive, remove } from '../../sdk/capability.ts';
import { callWith } from '../../sdk/kernel.ts';
import { answer } from '../../sdk/message.ts';
import { load8, load32, store8 } from '../../sdk/region/memory1.ts';
import { map, unmap } from '../../sdk/region.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { setAlarm } from '../../sdk/time.ts';
import { HAND_OVER, SHEET, SHEET_LENGTH, SHEET_TEXT, SLOT_PAPER } from '../writer/protocol.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_PRINTER: i32 = 2;
const SLOT_COPY: i32 = 4;
const MYSELF: i32 = 0;
const BEGIN: i32 = 1;
const SOON: u64 = 1000;
const UNKNOWN: i32 = 1;
const ZERO: u32 = 48;
const NINE: u32 = 57;
const BLACK: u32 = 35;
/** Longest text that it looks at. */
const TEXT_MOST: u32 = 4096;

export function init(): void {
	receive(SLOT_PAPER);
}

function serve(_badge: i32, method: i32, _w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	if (method !== HAND_OVER) return answer(UNKNOWN, 0);
	map(MYSELF, SLOT_PAPER, SHEET, RIGHT_READ | RIGHT_WRITE);
	setAlarm(SOON, BEGIN);
	return answer(0, 0);
}

/** How many characters it blackened. */
function blacken(): i32 {
	let count: i32 = 0;
	const length = min<u32>(load32(SHEET_LENGTH), TEXT_MOST);
	for (let index: u32 = 0; index < length; index++) {
		const byte = load8(SHEET_TEXT + index);
		if (byte < ZERO || byte > NINE) continue;
		store8(SHEET_TEXT + index, BLACK);
		count++;
	}
	return count;
}

export function notified(_bits: u32): void {
	clear();
	add('blackened characters: ');
	addNumber(blacken());
	printLine(SLOT_CONSOLE);
	copy(SLOT_PAPER, SLOT_COPY, RIGHT_READ | RIGHT_COPY | RIGHT_TRANSFER, 0);
	unmap(MYSELF, SHEET);
	remove(SLOT_PAPER);
	callWith(SLOT_PRINTER, HAND_OVER, 0, 0, 0, 0, 0, 0, SLOT_COPY | CALL_MOVE, 0, 0, 0);
}

export { serve as protected };
