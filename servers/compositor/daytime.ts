/** What time it is, and how full the battery is, as far as the machine's sensors know. */
import { value, valueFirst, valueMilliseconds, valueSecond } from '../../interfaces/sensors/client.ts';
import { addDayOfMonth, addTimeOfDay, addWeekday } from '../../sdk/calendar.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';
import { SLOT_BATTERY, SLOT_CLOCK } from './slots.ts';
import { MILLISECOND, setTimer, TIMER_CLOCK, time } from './timers.ts';

const MINUTE: u64 = 60_000;
const DAY: u64 = 86_400_000;
/** Asked again so long after a sensor did not answer. */
const RETRY: u64 = 2_000;
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

/** The text becomes the time of day, such as 09:41. */
export function sayTime(): void {
	clear();
	addTimeOfDay(<u32>((millisecondsNow() % DAY) / MINUTE));
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
	addWeekday(days);
	addByte(0x20);
	addDayOfMonth(days);
}
