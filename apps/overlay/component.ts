/** The overlay: tries to draw over what is not its own, and to disturb a question of the system while the user looks at it. */
import { SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { CAPABILITY_CAMERA } from '../../interfaces/permissions/capabilities.ts';
import { request } from '../../interfaces/permissions/client.ts';
import { ICON_BUG, ICON_CAMERA } from '../../sdk/graphics/icon-numbers.ts';
import { add, addNumber, clear, pointer, size } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { ATTEMPTS, flash, make, nameOf } from './attempts.ts';

const RESULTS: u32 = memory.data(32, 4) as u32;
const PAUSE: i64 = 40_000_000;
/** It flashes so often, for five seconds. */
const FLASHES: u32 = 50;
const FLASH: i64 = 100_000_000;
let next: u32 = ATTEMPTS;
let flashes: u32 = FLASHES;
let refused: u32 = 0;

function resultOf(attempt: u32): i32 {
	return load<i32>(RESULTS + 4 * attempt);
}

function tryAll(): void {
	for (let attempt: u32 = 0; attempt < ATTEMPTS; attempt++) store<i32>(RESULTS + 4 * attempt, -1);
	next = 0;
	ui.wake(now() + PAUSE);
}

function verdict(attempt: u32): string {
	if (resultOf(attempt) < 0) return 'not tried';
	return resultOf(attempt) === 0 ? 'refused' : 'SUCCEEDED';
}

/** Asks for the camera, and flashes all the while, so that the user may touch the wrong thing. */
function disturb(): void {
	clear();
	add('To film you');
	request(SLOT_PERMISSIONS, pointer(), size(), CAPABILITY_CAMERA);
	flashes = 0;
	refused = 0;
	ui.wake(now() + FLASH);
}

function sayRefused(): u32 {
	clear();
	add('Flashes refused: ');
	addNumber(refused);
	add(' of ');
	addNumber(FLASHES);
	return ui.built();
}

function step(): void {
	if (next < ATTEMPTS) {
		store<i32>(RESULTS + 4 * next, make(next));
		next++;
		ui.wake(now() + PAUSE);
	} else if (flashes < FLASHES) {
		if (flash(flashes)) refused++;
		flashes++;
		ui.wake(now() + FLASH);
	}
}

@unmanaged
class Overlay extends ui.App {
	opened(): void {
		for (let attempt: u32 = 0; attempt < ATTEMPTS; attempt++) store<i32>(RESULTS + 4 * attempt, -1);
	}

	build(_page: u32): void {
		ui.header('Overlay');
		ui.note('This app tries to draw where it has no business. Everything below must say "refused".', 4);
		ui.gap(8);
		if (ui.primaryButton('Try everything', ICON_BUG)) tryAll();
		ui.gap(8);
		for (let attempt: u32 = 0; attempt < ATTEMPTS; attempt++) {
			ui.key(attempt + 1);
			if (ui.valueItem(nameOf(attempt), verdict(attempt), 0)) store<i32>(RESULTS + 4 * attempt, make(attempt));
		}
		ui.key(0);
		if (ui.dangerButton('Ask, and flash meanwhile', ICON_CAMERA)) disturb();
		ui.gap(8);
		ui.note(sayRefused(), 2);
	}

	woken(): void {
		step();
	}

	cover(): void {
		ui.note('Stays in its rectangle', 2);
	}
}

export function init(): void {
	start<Overlay>();
}

export function notified(bits: u32): void {
	run<Overlay>(bits);
}
