/** What time it is, and how full the battery is, as far as the machine's sensors know. */
import { value, valueFirst, valueMilliseconds, valueSecond } from '../../interfaces/sensors/client.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';
import { SLOT_BATTERY, SLOT_CLOCK } from './slots.ts';
import { MILLISECOND, setTimer, TIMER_CLOCK, time } from './timers.ts';

const MINUTE: u64 = 60_000;
const DAY: u64 = 86_400_000;
/** Asked again so long after a sensor did not answer. */
const RETRY: u64 = 2_000;
const DIGIT_ZERO: u32 = 0x30;
/** The battery's level is unknown. */
export const UNKNOWN_LEVEL: i32 = -1;

/** Milliseconds since 1970 when the phone was booted; 0: nobody knows. */
let bootedAt: u64 = 0;
export let batteryLevel: i32 = UNKNOWN_LEVEL;
export let batteryCharges: bool = false;

/** Asks the sensors, and sets the timer for the next change of what is shown. */
export function readSensors(): void {
	if (value(SLOT_CLOCK) === 0) {
		bootedAt = (((<u64>(<u32>valueSecond())) << 32) | <u32>valueFirst()) - valueMilliseconds();
	}
	if (value(SLOT_BATTERY) === 0) {
		batteryLevel = valueFirst();
		batteryCharges = valueSecond() !== 0;
	}
	const untilMinute = MINUTE - (millisecondsNow() % MINUTE);
	setTimer(TIMER_CLOCK, MILLISECOND * (bootedAt === 0 ? min(RETRY, untilMinute) : untilMinute));
}

function millisecondsNow(): u64 {
	return bootedAt + time / MILLISECOND;
}

function addTwoDigits(number: u32): void {
	addByte(DIGIT_ZERO + number / 10);
	addByte(DIGIT_ZERO + (number % 10));
}

/** The text becomes the time of day, such as 09:41. */
export function sayTime(): void {
	const minutes = <u32>((millisecondsNow() % DAY) / MINUTE);
	clear();
	addTwoDigits(minutes / 60);
	addByte(0x3a);
	addTwoDigits(minutes % 60);
}

/** The text becomes the battery's level; empty when it is unknown. */
export function sayBattery(): void {
	clear();
	if (batteryLevel < 0) return;
	if (batteryCharges) add('Charging ');
	addNumber(batteryLevel);
	add(' %');
}

/** The text becomes the day, such as Thursday 26 November; empty when nobody knows. */
export function sayDate(): void {
	clear();
	if (bootedAt === 0) return;
	const days = <u32>(millisecondsNow() / DAY);
	addWeekday((days + 4) % 7);
	addByte(0x20);
	addDayOfYear(days);
}

function addWeekday(day: u32): void {
	if (day === 0) add('Sunday');
	else if (day === 1) add('Monday');
	else if (day === 2) add('Tuesday');
	else if (day === 3) add('Wednesday');
	else if (day === 4) add('Thursday');
	else if (day === 5) add('Friday');
	else add('Saturday');
}

/** Day and month of a day since 1970, by the civil calendar counted in years that begin in March (Hinnant 2013). */
function addDayOfYear(days: u32): void {
	const shifted = days + 719_468;
	const ofEra = shifted % 146_097;
	const year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
	const ofYear = ofEra - (365 * year + year / 4 - year / 100);
	const month = (5 * ofYear + 2) / 153;
	addNumber(ofYear - (153 * month + 2) / 5 + 1);
	addByte(0x20);
	addMonth((month + 2) % 12);
}

function addMonth(month: u32): void {
	if (month === 0) add('January');
	else if (month === 1) add('February');
	else if (month === 2) add('March');
	else if (month === 3) add('April');
	else if (month === 4) add('May');
	else if (month === 5) add('June');
	else if (month === 6) add('July');
	else if (month === 7) add('August');
	else if (month === 8) add('September');
	else if (month === 9) add('October');
	else if (month === 10) add('November');
	else add('December');
}
