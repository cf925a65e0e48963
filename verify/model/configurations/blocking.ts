/** A program that blocks in `wait`, with signals, an alarm and a budget. */

import { interrupts, notifies, setsAlarm, waits } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const PROGRAM = { row: 2, name: 'program' };
const DRIVER = { row: 3, name: 'driver' };
const SIGNAL = 4;
const [LINE_PROGRAM, LINE_DRIVER] = [40, 41];
const DELAY = 3000;

export const blocking: Configuration = {
	name: 'blocking',
	says: 'a program blocks in `wait`; a driver, its line and its alarm wake it, its budget runs out',
	canSuspend: true,
	timed: true,
	faults: true,
	grants: [],
	regions: [],
	build: (builder) => {
		builder.process({ ...PROGRAM, priority: 20, budget: 2, period: 6, patience: 1 });
		builder.process({ ...DRIVER, priority: 200, budget: 2, period: 8 });
		builder.signal(PROGRAM.row, 1, { holder: DRIVER.row, slot: SIGNAL });
		builder.line(LINE_PROGRAM, PROGRAM.row, 2);
		builder.line(LINE_DRIVER, DRIVER.row, 1);
	},
	actions: [
		...interrupts(LINE_PROGRAM, PROGRAM.name),
		...interrupts(LINE_DRIVER, DRIVER.name),
		waits(PROGRAM),
		...notifies(DRIVER, SIGNAL, PROGRAM.name),
		setsAlarm(PROGRAM, DELAY, 4),
		setsAlarm(PROGRAM, 0, 0),
	],
};
