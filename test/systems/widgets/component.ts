/**
 * An easel for the gallery of widgets: it asks for one look after another, and each time that nothing has been drawn for a while prints the hash of the window's pixels. At the end it
 * presses the button that opens the sheet.
 */

import { printLine } from '../../../interfaces/console/print.ts';
import { EVENT_ACTIVATE, EVENT_LOOK, EVENT_NONE } from '../../../interfaces/display/events.ts';
import * as look from '../../../interfaces/display/look.ts';
import { NODE_ACTION_PRESS, NODE_BYTES, NODE_NAME, NODE_NUMBER } from '../../../interfaces/display/nodes.ts';
import * as service from '../../../interfaces/display/server.ts';
import { halt } from '../../../sdk/control.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { notify } from '../../../sdk/kernel.ts';
import { readLoan } from '../../../sdk/loan.ts';
import { add, addNumber } from '../../../sdk/text.ts';
import { setAlarm } from '../../../sdk/time.ts';

const CONSOLE: i32 = 1;
const POWER: i32 = 2;
const APP: i32 = 3;
const BIT_ALARM: i32 = 1;
/** Nanoseconds without a call after which a picture is complete. */
const QUIET: u64 = 1_000_000_000;
const WIDTH: u32 = 390;
const HEIGHT: u32 = 812;
const COVER: u32 = 168 | (230 << 16);
/** Behind the static data. */
const PIXELS: u32 = 0x10_0000;
const NODES_BYTES: u32 = 6144;
const NODES: u32 = memory.data(6144, 8) as u32;
/** "Shee" and "t", with the end of the name. */
const SHEET_FIRST: u32 = 0x65656853;
const SHEET_SECOND: u32 = 0x74;

const HUE: u32 = 245;
const HUE_OF_LIGHT: u32 = 140;
const NORMAL: u32 = 1;
const LARGEST: u32 = 3;
const USUAL: u32 = (97 << look.LOOK_CHROMA_SHIFT) | (1 << look.LOOK_SCALE_SHIFT);

let picture: i32 = 0;
let described: u32 = 0;
/** The event that waits for the app. */
let kind: u32 = EVENT_LOOK;
let first: u32 = 0;

function lookOf(which: i32): u32 {
	if (which === 1) return USUAL | HUE_OF_LIGHT | (NORMAL << look.LOOK_TEXT_SHIFT);
	const dark = USUAL | HUE | look.LOOK_DARK;
	if (which === 2) return dark | look.LOOK_CONTRAST | (LARGEST << look.LOOK_TEXT_SHIFT);
	return dark | (NORMAL << look.LOOK_TEXT_SHIFT);
}

function nameOf(which: i32): string {
	if (which === 0) return 'dark-1x: ';
	if (which === 1) return 'light-1x: ';
	if (which === 2) return 'contrast-1x: ';
	return which === 3 ? 'dark-1x again: ' : 'sheet-1x: ';
}

function printPicture(): void {
	let sum: u32 = 2_166_136_261;
	for (let place = PIXELS; place < PIXELS + 4 * WIDTH * HEIGHT; place += 4) sum = (sum ^ load<u32>(place)) * 16_777_619;
	add(nameOf(picture));
	addNumber(<i64>sum);
	printLine(CONSOLE);
}

function tell(what: u32, about: u32): void {
	kind = what;
	first = about;
	notify(APP);
	setAlarm(QUIET, BIT_ALARM);
}

/** Number of the button, 0: there is none. */
function sheetButton(): u32 {
	for (let node = NODES; node < NODES + described; node += NODE_BYTES) {
		const name = node + NODE_NAME;
		if (load<u32>(name) === SHEET_FIRST && load<u16>(name, 4) === <u16>SHEET_SECOND)
			return load<u16>(node, NODE_NUMBER);
	}
	return 0;
}

export function init(): void {
	setAlarm(QUIET, BIT_ALARM);
}

/** Nobody has drawn for a while. */
export function notified(_bits: u32): void {
	printPicture();
	picture++;
	if (picture <= 3) tell(EVENT_LOOK, 0);
	else if (picture === 4) tell(EVENT_ACTIVATE, sheetButton());
	else halt(POWER, 0);
}

@unmanaged
class Easel extends service.DisplayService {
	look(_badge: u32): i32 {
		service.setLookWindow(WIDTH | (HEIGHT << 16));
		service.setLookCover(COVER);
		service.setLookLook(lookOf(picture));
		service.setLookVisible(look.VISIBLE_WINDOW);
		service.setLookSerial(<u32>picture);
		return SUCCESS;
	}

	present(_badge: u32, length: u32, surface: u32, place: u32, size: u32): i32 {
		setAlarm(QUIET, BIT_ALARM);
		const left = place & 0xffff;
		const top = place >>> 16;
		const wide = size & 0xffff;
		const high = size >>> 16;
		if (surface !== 0) return SUCCESS;
		if (left + wide > WIDTH || top + high > HEIGHT || length !== 4 * wide * high) return service.OUTSIDE;
		for (let row: u32 = 0; row < high; row++) {
			const status = readLoan(4 * wide * row, PIXELS + 4 * ((top + row) * WIDTH + left), 4 * wide);
			if (status < 0) return status;
		}
		return SUCCESS;
	}

	event(_badge: u32): i32 {
		service.setEventKind(kind);
		service.setEventFirst(first);
		service.setEventSecond(kind === EVENT_ACTIVATE ? NODE_ACTION_PRESS : 0);
		service.setEventMilliseconds(0);
		kind = EVENT_NONE;
		return SUCCESS;
	}

	describe(_badge: u32, length: u32, surface: u32): i32 {
		if (surface !== 0) return SUCCESS;
		described = min(length, NODES_BYTES);
		return readLoan(0, NODES, described);
	}

	gadget(_badge: u32, _number: u32, _kind: u32, _place: u32, _size: u32, _argument: u32): i32 {
		return SUCCESS;
	}

	edit(_badge: u32, _purpose: u32): i32 {
		return SUCCESS;
	}

	coverActions(_badge: u32, _first: u32, _second: u32): i32 {
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchDisplay<Easel>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
