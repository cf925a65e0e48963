/** Splits its account between two greedy children, lets them help themselves, and takes everything back. */
import { READ_ACCOUNT_CPU, READ_ACCOUNT_PAGES, READ_ACCOUNT_SLOTS } from '../../abi/calls.ts';
import { printLine } from '../../interfaces/console/print.ts';
import { inspect } from '../../sdk/account.ts';
import { halt } from '../../sdk/control.ts';
import { call4, callWith } from '../../sdk/kernel.ts';
import { word } from '../../sdk/message.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { GRAB, TAKE } from '../child/protocol.ts';
import { SLOT_FAMILY, split, takeBack } from './family.ts';
import { ANN_ACCOUNT, ANN_EXTENT, ANN_ROWS, ROWS_EACH, TOM_ACCOUNT, TOM_EXTENT, TOM_ROWS } from './rows.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_POWER: i32 = 2;
const SLOT_TOM: i32 = 4;
const SLOT_ANN: i32 = 5;
const SLOT_TOM_PURSE: i32 = 6;
const SLOT_ANN_PURSE: i32 = 7;
/** A region of one page takes three: its own, and two of page tables. */
const TOM_PAGES: i32 = 16;
const ANN_PAGES: i32 = 32;

function sayFamily(): void {
	clear();
	add('the family has ');
	addNumber(inspect(SLOT_FAMILY, READ_ACCOUNT_PAGES));
	add(' pages, ');
	addNumber(inspect(SLOT_FAMILY, READ_ACCOUNT_SLOTS));
	add(' slots, ');
	addNumber(inspect(SLOT_FAMILY, READ_ACCOUNT_CPU));
	add('/65536 of the CPU');
	printLine(SLOT_CONSOLE);
}

function sayStatus(what: string, status: i32): void {
	clear();
	add(what);
	addNumber(status);
	printLine(SLOT_CONSOLE);
}

/** Tells a child to help itself; how many regions it made. */
function letGrab(name: string, child: i32, extent: i32, first: i32): i32 {
	call4(child, GRAB, extent, first, ROWS_EACH, 0);
	const made = word(0);
	const error = word(1);
	clear();
	add(name);
	add(' made ');
	addNumber(made);
	add(' regions, then got ');
	addNumber(error);
	printLine(SLOT_CONSOLE);
	return made;
}

export function init(): void {
	sayFamily();
	sayStatus('a purse for tom: ', split(TOM_ACCOUNT, SLOT_TOM_PURSE, TOM_EXTENT, TOM_ROWS, TOM_PAGES));
	sayStatus('a purse for ann: ', split(ANN_ACCOUNT, SLOT_ANN_PURSE, ANN_EXTENT, ANN_ROWS, ANN_PAGES));
	callWith(SLOT_TOM, TAKE, 0, 0, 0, 0, 0, 0, SLOT_TOM_PURSE, 0, 0, 0);
	callWith(SLOT_ANN, TAKE, 0, 0, 0, 0, 0, 0, SLOT_ANN_PURSE, 0, 0, 0);
	sayFamily();
	const tom = letGrab('tom', SLOT_TOM, TOM_EXTENT, TOM_ROWS);
	letGrab("out of ann's purse tom", SLOT_TOM, ANN_EXTENT, ANN_ROWS);
	const ann = letGrab('ann', SLOT_ANN, ANN_EXTENT, ANN_ROWS);
	sayStatus("ann's purse taken back: ", takeBack(ANN_ACCOUNT, SLOT_ANN_PURSE, ANN_EXTENT, ANN_ROWS, ann));
	sayStatus("tom's purse taken back: ", takeBack(TOM_ACCOUNT, SLOT_TOM_PURSE, TOM_EXTENT, TOM_ROWS, tom));
	letGrab('afterwards tom', SLOT_TOM, TOM_EXTENT, TOM_ROWS);
	sayFamily();
	halt(SLOT_POWER, 0);
}
