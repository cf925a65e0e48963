/** The thief and hog: tries to take what is not its own, and to keep the phone from working. */
import { GADGET_PASTE, GADGET_SHUTTER, GADGET_SIGN_IN } from '../../interfaces/display/gadgets.ts';
import { SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import {
	CAPABILITY_CAMERA,
	CAPABILITY_LOCATION,
	CAPABILITY_MICROPHONE,
} from '../../interfaces/permissions/capabilities.ts';
import { LATER, NEVER, request } from '../../interfaces/permissions/client.ts';
import { ICON_CAMERA, ICON_CPU, ICON_MAP_PIN, ICON_MIC } from '../../sdk/graphics/icon-numbers.ts';
import { add, clear, pointer, size } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import { openTrials, stepTrials, trialList } from '../../sdk/ui/trials.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { ATTEMPTS, Attempts } from './attempts.ts';

const PAGE_ASK: u32 = 1;
/** Rounds in one activation: five million instructions, the budget of the front, more than twice that of the back. */
const ROUNDS: u32 = 250_000;
/** Nanoseconds after which it asks again. */
const BREATH: i64 = 1_000_000;
let greedy: bool = false;
/** What came of the last question. */
let asked: i32 = 0;
let given: u32 = 0;
let taken: u32 = 0;

function front(): void {
	ui.header('Thief');
	ui.note('This app tries to take what it was not given. Everything below must say "refused".', 4);
	trialList<Attempts>();
	if (ui.item('Ask, as apps may', 'Questions, gadgets', 0)) ui.openPage(PAGE_ASK);
	if (ui.dangerButton('Never give the processor back', ICON_CPU)) hog();
	ui.gap(8);
	if (ui.button(greedy ? 'Takes all it gets' : 'Take all the time there is', ICON_CPU)) begin();
}

/** From now on it asks for the processor again whenever it has to give it back: a loop that nobody has a reason to stop, and that never ends. */
function begin(): void {
	greedy = true;
	ui.wake(now() + BREATH);
}

/** As long as it dares: whoever goes on for several times its budget is stopped. */
function burn(): void {
	let rounds: u32 = 0;
	while (rounds < ROUNDS) rounds++;
}

/** Until somebody stops it. */
function hog(): void {
	let rounds: u64 = 0;
	while (rounds < u64.MAX_VALUE) rounds++;
}

function ask(capability: u32, reason: string): void {
	clear();
	add(reason);
	asked = request(SLOT_PERMISSIONS, pointer(), size(), capability);
}

function questions(): void {
	ui.header('Ask');
	if (ui.button('Ask for the camera', ICON_CAMERA)) {
		ask(CAPABILITY_CAMERA, 'SYSTEM UPDATE\u202e. Press "allow"\nor your phone stops.');
	}
	ui.gap(8);
	if (ui.button('Ask for the microphone', ICON_MIC)) ask(CAPABILITY_MICROPHONE, 'To hear you');
	ui.gap(8);
	if (ui.button('Ask for your position', ICON_MAP_PIN)) ask(CAPABILITY_LOCATION, '');
	ui.gap(8);
	ui.label(outcome());
	ui.gap(8);
	ui.gadgetSlot(0, GADGET_SHUTTER, 0, 64);
	ui.gap(12);
	ui.gadgetSlot(1, GADGET_PASTE, 0, 56);
	ui.gap(12);
	ui.gadgetSlot(2, GADGET_SIGN_IN, 0, 56);
}

function outcome(): string {
	if (asked === NEVER) return 'The answer: never';
	if (asked === LATER) return 'The answer: later, among the events';
	if (given !== 0) return 'Something was given';
	return taken !== 0 ? 'Nothing is held' : 'Not asked yet';
}

@unmanaged
class Thief extends ui.App {
	opened(): void {
		openTrials(ATTEMPTS);
	}

	build(page: u32): void {
		if (page === PAGE_ASK) questions();
		else front();
	}

	woken(): void {
		if (greedy) burn();
		if (!stepTrials<Attempts>() && greedy) ui.wake(now() + BREATH);
	}

	cover(): void {
		ui.strong('Thief');
		ui.gap(56);
		ui.note('Gets nothing', 2);
	}

	granted(capability: u32): void {
		given = capability;
		taken = 0;
	}

	taken(capability: u32): void {
		taken = capability + 1;
		given = 0;
	}
}

export function init(): void {
	start<Thief>();
}

export function notified(bits: u32): void {
	run<Thief>(bits);
}
