/** The first of the pipeline: writes on the sheet, hands it over, and finds that it has nothing left. */
import { CALL_MOVE } from '../../abi/component.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { printLine, printText } from '../../interfaces/console/print.ts';
import { identify } from '../../sdk/capability.ts';
import { callWith } from '../../sdk/kernel.ts';
import { store32, write } from '../../sdk/region/memory1.ts';
import { map } from '../../sdk/region.ts';
import { add, addNumber, clear, pointer, size } from '../../sdk/text.ts';
import { setAlarm } from '../../sdk/time.ts';
import { HAND_OVER, SHEET, SHEET_LENGTH, SHEET_TEXT, SLOT_PAPER } from './protocol.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_CENSOR: i32 = 2;
const MYSELF: i32 = 0;
const BEGIN: i32 = 1;
const LOOK_BACK: i32 = 2;
const SOON: u64 = 1000;
/** Long after the others are done. */
const LATER: u64 = 20_000_000;

/** A mapping is there from the next activation on. */
export function init(): void {
	map(MYSELF, SLOT_PAPER, SHEET, RIGHT_READ | RIGHT_WRITE);
	setAlarm(SOON, BEGIN);
}

function handOver(): void {
	clear();
	add('The weather is fine. The secret is 4711.');
	store32(SHEET_LENGTH, size());
	write(SHEET_TEXT, pointer(), size());
	printText(SLOT_CONSOLE, 'wrote a sheet');
	callWith(SLOT_CENSOR, HAND_OVER, 0, 0, 0, 0, 0, 0, SLOT_PAPER | CALL_MOVE, 0, 0, 0);
}

export function notified(bits: u32): void {
	if ((bits & BEGIN) !== 0) {
		setAlarm(LATER, LOOK_BACK);
		handOver();
		return;
	}
	clear();
	add('mapping the sheet again: ');
	addNumber(map(MYSELF, SLOT_PAPER, SHEET, RIGHT_READ));
	add(', capability: ');
	addNumber(identify(SLOT_PAPER));
	printLine(SLOT_CONSOLE);
}
