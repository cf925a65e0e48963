/** What the store says to the console: damage, and what it has done about it. */

import { printLine } from '../../interfaces/console/print.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';

const SLOT_CONSOLE: i32 = 1;

export function say(text: string): void {
	clear();
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
