/** Says what the time is, four times in 1.5 s, and halts. */
import { printLine } from '../../../interfaces/console/print.ts';
import * as sensors from '../../../interfaces/sensors/client.ts';
import { halt } from '../../../sdk/control.ts';
import { add, addNumber, clear } from '../../../sdk/text.ts';
import { setAlarm } from '../../../sdk/time.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_CLOCK: i32 = 2;
const SLOT_POWER: i32 = 3;
const ALARM_BIT: i32 = 1;
const PAUSE: u64 = 500_000_000;
const TIMES: u32 = 4;

let told: u32 = 0;

export function init(): void {
	tell();
}

export function notified(_bits: u32): void {
	tell();
}

/** Milliseconds since 1970. */
function moment(): i64 {
	return <i64>(((<u64>(<u32>sensors.valueSecond())) << 32) | <u64>(<u32>sensors.valueFirst()));
}

function tell(): void {
	const status = sensors.value(SLOT_CLOCK);
	clear();
	if (status === sensors.ABSENT) add('there is no clock');
	else addNumber(moment());
	printLine(SLOT_CONSOLE);
	if (++told === TIMES || status !== 0) halt(SLOT_POWER, status);
	else setAlarm(PAUSE, ALARM_BIT);
}
