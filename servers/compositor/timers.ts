/** The compositor has one alarm and many reasons to wake up: the time of each is kept here. */
import { now, setAlarm } from '../../sdk/time.ts';
import { BIT_ALARM } from './slots.ts';

export const TIMER_FRAME: u32 = 0;
/** A touch in an edge zone goes to the app after a while. */
export const TIMER_REPLAY: u32 = 1;
/** The finger rests during a swipe. */
export const TIMER_PAUSE: u32 = 2;
/** The power key is held. */
export const TIMER_POWER: u32 = 3;
/** The clock goes on. */
export const TIMER_CLOCK: u32 = 4;
/** The semantics tree may be sent again. */
export const TIMER_TREE: u32 = 5;
/** A driver or the store is asked again. */
export const TIMER_RETRY: u32 = 6;
/** A notice goes away. */
export const TIMER_NOTICE: u32 = 7;
/** The prompt is armed. */
export const TIMER_PROMPT: u32 = 8;
/** A sign-in that was touched waits for the swipe. */
export const TIMER_CEREMONY: u32 = 9;
const TIMERS: u32 = 10;

export const MILLISECOND: u64 = 1_000_000;
/** u64 each: when, nanoseconds since boot; 0 = not set. */
const TIMES: u32 = memory.data(80, 8) as u32;
/** What the alarm is set to; 0 = it is not. */
let armed: u64 = 0;
/** Time of this activation, nanoseconds since boot. */
export let time: u64 = 0;

/** A new activation begins. */
export function refreshTime(): void {
	time = <u64>now();
}

/** Milliseconds since boot, as events carry them. */
export function milliseconds(): u32 {
	return <u32>(time / MILLISECOND);
}

/** Sets a timer `delay` nanoseconds from now. */
export function setTimer(timer: u32, delay: u64): void {
	store<u64>(TIMES + 8 * timer, time + max<u64>(1, delay));
}

export function cancelTimer(timer: u32): void {
	store<u64>(TIMES + 8 * timer, 0);
}

export function isSet(timer: u32): bool {
	return load<u64>(TIMES + 8 * timer) !== 0;
}

/** Whether a timer is due; it is then no longer set. */
export function takeTimer(timer: u32): bool {
	const at = load<u64>(TIMES + 8 * timer);
	if (at === 0 || at > time) return false;
	cancelTimer(timer);
	return true;
}

/** The alarm has gone off. */
export function alarmed(): void {
	armed = 0;
}

/** Ends an activation: sets the alarm for the timer that is due first. */
export function armAlarm(): void {
	let first: u64 = 0;
	for (let timer: u32 = 0; timer < TIMERS; timer++) {
		const at = load<u64>(TIMES + 8 * timer);
		if (at !== 0 && (first === 0 || at < first)) first = at;
	}
	if (first === 0 || first === armed) return;
	armed = first;
	setAlarm(first > time ? first - time : 1, BIT_ALARM);
}
