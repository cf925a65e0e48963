/** The day and the time, as far as the machine's clock knows. */
import { DAY, isTimeKnown, learnTime, MINUTE, millisecondsNow } from '../../interfaces/sensors/daytime.ts';
import { addDayOfMonth, addTimeOfDay, addWeekday } from '../../sdk/calendar.ts';
import { addByte, clear } from '../../sdk/text.ts';
import { SLOT_CLOCK } from './slots.ts';

/** Asked again so long after the clock did not answer, milliseconds. */
const RETRY: u64 = 2_000;

/** Asks the clock; milliseconds until something else is to be shown. */
export function askClock(): u64 {
	learnTime(SLOT_CLOCK);
	const untilMinute = MINUTE - (millisecondsNow() % MINUTE);
	return isTimeKnown() ? untilMinute : min(RETRY, untilMinute);
}

/** The text becomes the time of day, such as 09:41. */
export function sayTime(): void {
	clear();
	addTimeOfDay(<u32>((millisecondsNow() % DAY) / MINUTE));
}

/** The text becomes the day, such as Thursday 26 November; empty when nobody knows. */
export function sayDate(): void {
	clear();
	if (!isTimeKnown()) return;
	const days = <u32>(millisecondsNow() / DAY);
	addWeekday(days);
	addByte(0x20);
	addDayOfMonth(days);
}
