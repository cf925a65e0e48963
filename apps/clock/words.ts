/** Times in words, as texts of the toolkit. */

import { DAY, MINUTE, millisecondsNow } from '../../interfaces/sensors/daytime.ts';
import { addDayOfMonth, addTimeOfDay, addWeekday } from '../../sdk/calendar.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';
import { built } from '../../sdk/ui/words.ts';
import { alarmMinute, alarmOn, untilAlarm } from './alarm.ts';
import { remaining, SECOND } from './timer.ts';

const TENTH: i64 = 100_000_000;
const SIXTY: i64 = 60;
const ZERO: u32 = 0x30;
const SPACE: u32 = 0x20;
const COLON: u32 = 0x3a;
const POINT: u32 = 0x2e;

function addTwo(value: i64): void {
	addByte(ZERO + <u32>(value / 10));
	addByte(ZERO + <u32>(value % 10));
}

/** Such as 05:00 or 1:05:00; `tenths` as well if wanted. */
export function duration(nanoseconds: i64, tenths: bool): u32 {
	clear();
	const seconds = nanoseconds / SECOND;
	const hours = seconds / (SIXTY * SIXTY);
	if (hours > 0) {
		addNumber(hours);
		addByte(COLON);
	}
	addTwo((seconds / SIXTY) % SIXTY);
	addByte(COLON);
	addTwo(seconds % SIXTY);
	if (tenths) {
		addByte(POINT);
		addNumber((nanoseconds % SECOND) / TENTH);
	}
	return built();
}

/** What is left, counted so that 0 comes only at the end. */
export function countdown(): u32 {
	const left = remaining();
	return duration(left === 0 ? 0 : left + SECOND - 1, false);
}

export function timeOfDay(): u32 {
	clear();
	addTimeOfDay(<u32>((millisecondsNow() % DAY) / MINUTE));
	return built();
}

export function day(): u32 {
	const days = <u32>(millisecondsNow() / DAY);
	clear();
	addWeekday(days);
	addByte(SPACE);
	addDayOfMonth(days);
	return built();
}

export function alarmTime(): u32 {
	clear();
	addTimeOfDay(alarmMinute);
	return built();
}

/** Such as "In 7 h 20 min". */
export function alarmDistance(): u32 {
	clear();
	if (!alarmOn) {
		add('Off');
		return built();
	}
	const minutes = (untilAlarm() + MINUTE - 1) / MINUTE;
	add('In ');
	if (minutes >= 60) {
		addNumber(minutes / 60);
		add(' h ');
	}
	addNumber(minutes % 60);
	add(' min');
	return built();
}

/** Such as "It did not ring at 07:00: Clock was closed." */
export function missed(): u32 {
	clear();
	add('It did not ring at ');
	addTimeOfDay(alarmMinute);
	add(': Clock was closed.');
	return built();
}
