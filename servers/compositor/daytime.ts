/** What time it is, and how full the battery is, as far as the machine's sensors know. */
import { value, valueFirst, valueSecond } from '../../interfaces/sensors/client.ts';
import { DAY, isTimeKnown, learnTime, MINUTE, millisecondsNow } from '../../interfaces/sensors/daytime.ts';
import { addTimeOfDay } from '../../sdk/calendar.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { SLOT_BATTERY, SLOT_CLOCK } from './slots.ts';
import { MILLISECOND, setTimer, TIMER_CLOCK } from './timers.ts';

/** Asked again so long after a sensor did not answer. */
const RETRY: u64 = 2_000;
/** The battery's level is unknown. */
export const UNKNOWN_LEVEL: i32 = -1;

export let batteryLevel: i32 = UNKNOWN_LEVEL;
export let batteryCharges: bool = false;

/** Asks the sensors, and sets the timer for the next change of what is shown. */
export function readSensors(): void {
	learnTime(SLOT_CLOCK);
	if (value(SLOT_BATTERY) === 0) {
		batteryLevel = valueFirst();
		batteryCharges = valueSecond() !== 0;
	}
	const untilMinute = MINUTE - (millisecondsNow() % MINUTE);
	setTimer(TIMER_CLOCK, MILLISECOND * (isTimeKnown() ? untilMinute : min(RETRY, untilMinute)));
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
