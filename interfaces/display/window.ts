/**
 * The shell of an app: `start` in `init`, `run` in `notified`, with the app's class (sdk/ui/app.ts). It takes events, keeps the window and the cover as they are declared, and
 * draws what has changed in bands, a few in each activation, so that no activation takes long.
 */

import { makeSignal } from '../../sdk/capability.ts';
import { notify } from '../../sdk/kernel.ts';
import { now } from '../../sdk/time.ts';
import { App } from '../../sdk/ui/app.ts';
import { depth } from '../../sdk/ui/pages.ts';
import { advance, schedule } from './animation.ts';
import { drawSome } from './drawing.ts';
import { clearGiven } from './given.ts';
import { handleEvents, lookFirst } from './handling.ts';
import { BIT_ALARM, BIT_DRAW, BIT_EVENT, SLOT_DRAW } from './slots.ts';

/** To be called in `init`. */
export function start<A extends App>(): void {
	makeSignal(0, SLOT_DRAW, <i32>BIT_DRAW);
	// After a restart there may be what was given before: it is dead, or not wanted any more.
	clearGiven();
	lookFirst();
	changetype<A>(0).opened();
	notify(SLOT_DRAW);
}

/** Depth of the stack of pages when the app was told last. */
let toldDepth: u32 = 0;

/** To be called in `notified`. */
export function run<A extends App>(bits: u32): void {
	const time = now();
	// Its own signal may stand for events that had to wait.
	let fresh = handleEvents<A>();
	if ((bits & BIT_ALARM) !== 0) advance<A>(time);
	const others = bits & ~(BIT_EVENT | BIT_ALARM | BIT_DRAW);
	if (others !== 0) changetype<A>(0).notified(others);
	if (depth !== toldDepth) {
		toldDepth = depth;
		changetype<A>(0).paged();
	}
	if (bits !== BIT_DRAW) fresh = true;
	drawSome<A>(fresh);
	schedule(time);
}
