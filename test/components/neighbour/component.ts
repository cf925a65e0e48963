/** Draws random bytes twenty times, 10 ms apart, and says so when it has them; how often it had to ask twice. */
import { printText } from '../../../interfaces/console/print.ts';
import { fill } from '../../../interfaces/entropy/client.ts';
import { setAlarm } from '../../../sdk/time.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_ENTROPY: i32 = 2;
const ALARM_BIT: i32 = 1;
const PAUSE: u64 = 10_000_000;
const DRAWS: u32 = 20;
/** More than that would be a driver that serves others instead. */
const FAILURES_MOST: u32 = 5;
const BYTES: u32 = memory.data(32, 8) as u32;

let draws: u32 = 0;
let failures: u32 = 0;

export function init(): void {
	setAlarm(PAUSE, ALARM_BIT);
}

export function notified(_bits: u32): void {
	if (fill(SLOT_ENTROPY, BYTES, 32) === 0) draws++;
	else failures++;
	if (draws < DRAWS) setAlarm(PAUSE, ALARM_BIT);
	else printText(SLOT_CONSOLE, failures <= FAILURES_MOST ? 'was served' : 'was hardly served');
}
