/** What the store says to the console: damage, and what it has done about it. */

import { LEVEL_ERROR } from '../../interfaces/console/levels.ts';
import { printLine } from '../../interfaces/console/print.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';

const SLOT_CONSOLE: i32 = 1;

/** `level`: LEVEL_WARNING or LEVEL_ERROR. */
export function say(level: u32, text: string): void {
	clear();
	addByte(level);
	add(text);
	printLine(SLOT_CONSOLE);
}

export function sayNumber(before: string, value: u32, behind: string): void {
	clear();
	add(before);
	addNumber(value);
	add(behind);
	printLine(SLOT_CONSOLE);
}

/** Block `address` of the disk, which has block `index` of level `level` of an object, is not what was written. */
export function sayDamaged(address: u32, object: u32, level: u32, index: u32): void {
	clear();
	addByte(LEVEL_ERROR);
	add('block ');
	addNumber(address);
	add(' is damaged: object ');
	addNumber(object);
	add(', level ');
	addNumber(level);
	add(', block ');
	addNumber(index);
	printLine(SLOT_CONSOLE);
}
