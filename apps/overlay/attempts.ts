/** What the overlay tries against the screen; of each attempt, how often it got something. */
import {
	coverActions,
	describe,
	edit,
	gadget,
	HELD,
	look,
	lookWindow,
	present,
	shift,
} from '../../interfaces/display/client.ts';
import { GADGET_SHUTTER } from '../../interfaces/display/gadgets.ts';
import { SLOT_DISPLAY } from '../../interfaces/display/slots.ts';
import { Trials } from '../../sdk/ui/trials.ts';

export const ATTEMPTS: u32 = 6;
const PIXELS: u32 = memory.data(62400, 8) as u32;
const PIXELS_BYTES: u32 = 62_400;
const BYTES_A_PIXEL: u32 = 4;
const STRIP: u32 = 32;
const FLOOD: u32 = 60;
const NODE_BYTES: u32 = 96;
/** The last gadget of the four, which the page does not use. */
const GADGET: u32 = 3;

@unmanaged
export class Attempts extends Trials {
	name(attempt: u32): string {
		if (attempt === 0) return 'Draw outside of the window';
		if (attempt === 1) return 'Draw over the strip';
		if (attempt === 2) return 'Describe what is not its own';
		if (attempt === 3) return 'Hide a gadget under a finger';
		if (attempt === 4) return 'Move pixels of others';
		return 'Disturb with a flood of calls';
	}

	make(attempt: u32): i32 {
		if (attempt === 0) return drawOutside();
		if (attempt === 1) return drawStrip();
		if (attempt === 2) return describeOthers();
		if (attempt === 3) return placeGadgets();
		return attempt === 4 ? moveOthers() : flood();
	}
}

/** A rectangle of one row; whether it was taken. */
function row(surface: u32, x: u32, y: u32, width: u32): i32 {
	const bytes = min(PIXELS_BYTES, width * BYTES_A_PIXEL);
	return present(SLOT_DISPLAY, PIXELS, bytes, surface, x | (y << 16), width | (1 << 16)) === 0 ? 1 : 0;
}

function drawOutside(): i32 {
	look(SLOT_DISPLAY);
	const width = lookWindow() & 0xffff;
	const height = lookWindow() >> 16;
	let got = row(0, 0, height, width) + row(0, 1, 0, width) + row(0, width, 0, 1) + row(0, 0, 0, width + 1);
	for (let surface: u32 = 2; surface < 40; surface++) got += row(surface, 0, 0, 1);
	return got;
}

/** The strip would be above the window: numbers that would be negative if they were signed. */
function drawStrip(): i32 {
	let got: i32 = 0;
	for (let above: u32 = 1; above <= STRIP; above++) got += row(0, 0, 0x1_0000 - above, 390);
	return got;
}

function describeOthers(): i32 {
	memory.fill(PIXELS, 0xff, NODE_BYTES);
	let got: i32 = describe(SLOT_DISPLAY, PIXELS, NODE_BYTES, 0) === 0 ? 1 : 0;
	for (let surface: u32 = 2; surface < 40; surface++) {
		if (describe(SLOT_DISPLAY, PIXELS, NODE_BYTES, surface) === 0) got++;
	}
	return got;
}

function place(x: u32, y: u32, width: u32, height: u32): i32 {
	return gadget(SLOT_DISPLAY, GADGET, GADGET_SHUTTER, x | (y << 16), width | (height << 16), 0) === 0 ? 1 : 0;
}

/** Too small to be seen, out of the window, on the strip. */
function placeGadgets(): i32 {
	return place(0, 0, 1, 1) + place(380, 0, 60, 60) + place(0, 800, 60, 60) + place(0, 0xffe0, 60, 60);
}

function moveOthers(): i32 {
	let got: i32 = 0;
	if (shift(SLOT_DISPLAY, 0, 390 | (900 << 16), 10) === 0) got++;
	if (shift(SLOT_DISPLAY, 0xffe0_0000, 390 | (64 << 16), 10) === 0) got++;
	return got;
}

/** Calls are answered; but each costs the app its own time, and none of them delays anybody. */
function flood(): i32 {
	for (let round: u32 = 0; round < FLOOD; round++) {
		coverActions(SLOT_DISPLAY, round, round);
		edit(SLOT_DISPLAY, 0);
	}
	return 0;
}

/** Changes every pixel of the window's upper rows, as a page that flashes does. Whether that was refused, because a question of the system is on the screen. */
export function flash(round: u32): bool {
	memory.fill(PIXELS, (round & 1) === 0 ? 0xff : 0, PIXELS_BYTES);
	return present(SLOT_DISPLAY, PIXELS, 390 * 40 * BYTES_A_PIXEL, 0, 0, 390 | (40 << 16)) === HELD;
}
