/** An alarm at a time of day, every day while it is on. */
import { DAY, isTimeKnown, MINUTE, millisecondsNow } from '../../interfaces/sensors/daytime.ts';

export const MINUTES_IN_DAY: u32 = 1440;

/** Minutes since midnight. */
export let alarmMinute: u32 = 420;
export let alarmOn: bool = false;
/** It has gone off, and nobody has said that they know. */
export let alarmRings: bool = false;
/** It should have gone off while the app was closed, and nobody has looked at it since. */
export let alarmMissed: bool = false;
/** When it goes off next, milliseconds since 1970. */
let next: u64 = 0;

/** Sets it for the next time that it is `minute` o'clock; what is no minute of a day is taken as one. */
export function setAlarmTo(minute: u32, on: bool): void {
	alarmMinute = minute % MINUTES_IN_DAY;
	alarmOn = on;
	alarmRings = false;
	alarmMissed = false;
	const time = millisecondsNow();
	const today = time - (time % DAY) + MINUTE * alarmMinute;
	next = today > time ? today : today + DAY;
}

/** Moves it by minutes, round the clock. */
export function moveAlarm(minutes: i32): void {
	setAlarmTo(<u32>(<i32>(alarmMinute + MINUTES_IN_DAY) + minutes), alarmOn);
}

/** The user knows: it goes off again tomorrow. */
export function quietAlarm(): void {
	setAlarmTo(alarmMinute, alarmOn);
}

/** When it goes off next, milliseconds since 1970. */
export function nextAlarm(): u64 {
	return next;
}

/** Sets it as it was in an earlier life of the app, in which it was to go off at `planned`: if that has passed, nobody was there to ring. */
export function resumeAlarm(minute: u32, on: bool, planned: u64): void {
	setAlarmTo(minute, on);
	alarmMissed = on && planned !== 0 && planned <= millisecondsNow();
}

/** Milliseconds until it goes off. */
export function untilAlarm(): u64 {
	const time = millisecondsNow();
	return next > time ? next - time : 0;
}

/** Whether it goes off now. Without a clock it never does. */
export function checkAlarm(): bool {
	if (!alarmOn || alarmRings || !isTimeKnown() || untilAlarm() > 0) return false;
	alarmRings = true;
	return true;
}
