/** Words for times and days, added to the text of text.ts. */
import { add, addByte, addNumber } from './text.ts';

const DIGIT_ZERO: u32 = 0x30;

function addTwoDigits(number: u32): void {
	addByte(DIGIT_ZERO + number / 10);
	addByte(DIGIT_ZERO + (number % 10));
}

/** Adds a time of day, such as 09:41, from minutes since midnight. */
export function addTimeOfDay(minutes: u32): void {
	addTwoDigits(minutes / 60);
	addByte(0x3a);
	addTwoDigits(minutes % 60);
}

/** Adds the weekday of a day since 1 January 1970, a Thursday. */
export function addWeekday(days: u32): void {
	const day = (days + 4) % 7;
	if (day === 0) add('Sunday');
	else if (day === 1) add('Monday');
	else if (day === 2) add('Tuesday');
	else if (day === 3) add('Wednesday');
	else if (day === 4) add('Thursday');
	else if (day === 5) add('Friday');
	else add('Saturday');
}

/** Adds day and month of a day since 1970, by the civil calendar counted in years that begin in March (Hinnant 2013). */
export function addDayOfMonth(days: u32): void {
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
