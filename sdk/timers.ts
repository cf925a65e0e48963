/** Many timers on the component's one alarm. A timer is a small number; when its time has come, the component is woken and takes it. */
import { now, setAlarm } from './time.ts';

/** Timers are 0 .. TIMERS - 1. */
export const TIMERS: u32 = 16;
export const MILLISECOND: u64 = 1_000_000;
/** u64 each: when, nanoseconds since boot; 0 = not set. */
const TIMES: u32 = memory.data(128, 8) as u32;
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

/** Ends an activation: sets the alarm, which raises `bits`, for the timer that is due first. */
export function armAlarm(bits: u32): void {
	let first: u64 = 0;
	for (let timer: u32 = 0; timer < TIMERS; timer++) {
		const at = load<u64>(TIMES + 8 * timer);
		if (at !== 0 && (first === 0 || at < first)) first = at;
	}
	if (first === 0 || first === armed) return;
	armed = first;
	setAlarm(first > time ? first - time : 1, bits);
}
