/** The overlay: tries to draw over what is not its own, and to disturb a question of the system while the user looks at it. */
import { SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { CAPABILITY_CAMERA } from '../../interfaces/permissions/capabilities.ts';
import { request } from '../../interfaces/permissions/client.ts';
import { ICON_CAMERA } from '../../sdk/graphics/icon-numbers.ts';
import { add, addNumber, clear, pointer, size } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import { openTrials, stepTrials, trialList } from '../../sdk/ui/trials.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { ATTEMPTS, Attempts, flash } from './attempts.ts';

/** It flashes so often, for five seconds. */
const FLASHES: u32 = 50;
const FLASH: i64 = 100_000_000;
let flashes: u32 = FLASHES;
let refused: u32 = 0;

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
	if (stepTrials<Attempts>() || flashes >= FLASHES) return;
	if (flash(flashes)) refused++;
	flashes++;
	ui.wake(now() + FLASH);
}

@unmanaged
class Overlay extends ui.App {
	opened(): void {
		openTrials(ATTEMPTS);
	}

	build(_page: u32): void {
		ui.header('Overlay');
		ui.note('This app tries to draw where it has no business. Everything below must say "refused".', 4);
		trialList<Attempts>();
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
