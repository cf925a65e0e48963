/** Floods the timer: an alarm that is always due already, and others far away. */
import { ALARM } from '../../../../abi/calls.ts';
import { system } from '../../../../sdk/kernel.ts';
import { awkward } from '../random.ts';

const ALARMS: i32 = 50;

function alarms(): void {
	for (let set = 0; set < ALARMS; set++) system(ALARM, awkward(), awkward(), awkward(), 0, 0, 0);
	system(ALARM, 1, 0, -1, 0, 0, 0);
}

export function init(): void {
	alarms();
}

export function notified(_bits: u32): void {
	alarms();
}
