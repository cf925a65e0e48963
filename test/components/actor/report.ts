/** What the script prints, and how it speaks with the stand-in for user and compositor. */
import { printLine } from '../../../interfaces/console/print.ts';
import { FIRST_SLOT } from '../../../interfaces/permissions/capabilities.ts';
import { value } from '../../../interfaces/sensors/client.ts';
import { call4 } from '../../../sdk/kernel.ts';
import { word } from '../../../sdk/message.ts';
import { add, addNumber, clear } from '../../../sdk/text.ts';
import { ASKED, DO, FRONT, NOTICED, SHOWN, TOLD } from '../user/protocol.ts';

const SLOT_USER: i32 = 1;
const SLOT_CONSOLE: i32 = 6;

/** A line with a number. */
export function say(what: string, number: i32): void {
	clear();
	add(what);
	addNumber(number);
	printLine(SLOT_CONSOLE);
}

/** A line with `count` result words of the stand-in's `method`. */
function sayWords(what: string, method: i32, app: i32, count: u32): void {
	call4(SLOT_USER, method, app, 0, 0, 0);
	clear();
	add(what);
	for (let index: u32 = 0; index < count; index++) {
		if (index > 0) add(' ');
		addNumber(word(index));
	}
	printLine(SLOT_CONSOLE);
}

/** Questions so far; app, capability, danger and reason's bytes of the last one. */
export function sayAsked(): void {
	sayWords('asked ', ASKED, 0, 5);
}

/** What of the app is in use, and what waits among the events. */
export function sayShown(app: i32): void {
	sayWords('shown ', SHOWN, app, 2);
}

/** How many events the app was told, and the last. */
export function sayTold(app: i32): void {
	sayWords('told ', TOLD, app, 3);
}

/** Notices so far; app, kind and bytes of the last one. */
export function sayNoticed(): void {
	sayWords('noticed ', NOTICED, 0, 4);
}

/** What comes of using what is in the slot of a capability. */
export function sayUse(what: string, capability: u32): void {
	say(what, value(FIRST_SLOT + <i32>capability));
}

export function userDoes(kind: u32, app: i32, what: u32, value: u32): void {
	call4(SLOT_USER, DO, kind, app, what, value);
}

export function bringToFront(app: i32): void {
	call4(SLOT_USER, FRONT, app, 0, 0, 0);
}
