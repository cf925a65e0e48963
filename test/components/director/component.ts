/** The director of the conformance suite: walks through the areas step by step, and halts the machine with the number of failures. */
import { CONFIGURE_PATIENCE, HALT, PROCESS_CONFIGURE, SIGNAL } from '../../../abi/calls.ts';
import { notify } from '../../../sdk/kernel.ts';
import { DONE, FETCH, SLOT_DIRECTOR } from '../protocol.ts';
import { AREAS, runStep } from './areas.ts';
import { heardBits, heardFault } from './heard.ts';
import { beginArea, expect, total } from './report.ts';
import { done, fetch } from './scripts.ts';
import { BIT_ALARM, BIT_USHER, CONTROL, END, IDLE, IMAGE_USHER, NEXT, SELF, SIGNAL_USHER, sys } from './stage.ts';
import { build, give, setPriority, signalSlot, start } from './subjects.ts';

const USHER: i32 = 7;
const USHER_PRIORITY: i32 = 32;
const PATIENCE_ENDLESS: i32 = 255;

let area: u32 = 0;
let step: i32 = 0;
/** Bit for which the next step waits. */
let awaited: u32 = 0;

/** The usher tells when everybody else has finished. */
function engageUsher(): i32 {
	sys(SIGNAL, 0, SIGNAL_USHER, BIT_USHER);
	build(USHER, IMAGE_USHER);
	give(USHER, SIGNAL_USHER, SLOT_DIRECTOR);
	setPriority(USHER, USHER_PRIORITY);
	return start(USHER);
}

/** Performs steps until one has to wait. */
function run(): void {
	for (;;) {
		const outcome = runStep(area, step);
		step++;
		if (outcome === END) {
			area++;
			step = 0;
			if (area === AREAS) {
				sys(HALT, CONTROL, total());
				return;
			}
		}
		if (outcome === NEXT || outcome === END) continue;
		awaited = outcome === IDLE ? BIT_USHER : BIT_ALARM;
		if (outcome === IDLE) notify(signalSlot(USHER));
		return;
	}
}

export function init(): void {
	beginArea('stage');
	sys(PROCESS_CONFIGURE, SELF, CONFIGURE_PATIENCE, PATIENCE_ENDLESS);
	expect('usher', engageUsher(), 0);
	run();
}

export function notified(bits: u32): void {
	heardBits(bits);
	if ((bits & awaited) !== 0) run();
}

export function faulted(child: u32): void {
	heardFault(child);
}

/** A server only of scripts: the suite itself runs in `notified`. */
function serve(badge: u32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	if (method === FETCH) return fetch(badge);
	return method === DONE ? done(badge, w0, w1, w2, w3, w4, w5) : 0;
}

export { serve as protected };
