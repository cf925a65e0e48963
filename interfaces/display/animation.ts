/** What happens by itself: scrolling that goes on, pages that slide, remorse that runs out, and what the app wants to be woken for. */

import { cancelAlarm, setAlarm } from '../../sdk/time.ts';
import { App } from '../../sdk/ui/app.ts';
import * as pages from '../../sdk/ui/pages.ts';
import { advanceRemorse, pendingRemorse } from '../../sdk/ui/remorse.ts';
import * as requests from '../../sdk/ui/requests.ts';
import { BIT_ALARM } from './slots.ts';

/** Nanoseconds of a frame, and of a step in which a countdown changes. */
const FRAME: i64 = 16_666_667;
const TICK: i64 = 250_000_000;
/** Longest time that one step may stand for: after a pause things go on where they were. */
const LONGEST: i64 = 50_000_000;
let last: i64 = 0;
let alarmAt: i64 = 0;

/** Lets the time since the last call pass. */
export function advance<A extends App>(time: i64): void {
	const passed = last === 0 ? 0 : time - last;
	last = time;
	alarmAt = 0;
	const step = min(passed, LONGEST);
	pages.advanceSlide(<u64>step);
	pages.scrollerOf(pages.depth).advance(step);
	const action = advanceRemorse(passed);
	if (action !== 0) changetype<A>(0).carryOut(action);
	if (requests.wakeAt === 0 || requests.wakeAt > time) return;
	requests.wake(0);
	changetype<A>(0).woken();
}

/** Sets the alarm for whatever comes next, from when time has passed last: what happens meanwhile does not put it off. */
export function schedule(time: i64): void {
	const waits = pendingRemorse() !== 0;
	if (!waits && !moves()) last = 0;
	else if (last === 0) last = time;
	let next: i64 = requests.wakeAt;
	if (waits) next = earlier(next, last + TICK);
	if (moves()) next = earlier(next, last + FRAME);
	if (next === alarmAt) return;
	alarmAt = next;
	if (next === 0) cancelAlarm();
	else setAlarm(<u64>max<i64>(1, next - time), <i32>BIT_ALARM);
}

function moves(): bool {
	return pages.isSliding() || pages.scrollerOf(pages.depth).moving || requests.wantsFrames;
}

function earlier(first: i64, second: i64): i64 {
	return first === 0 ? second : min(first, second);
}
