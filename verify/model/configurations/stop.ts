/** Processes that are stopped while they execute, call, serve or wait to go on: by a manager, and by themselves. */

import * as call from '../../../abi/calls.ts';
import { asks, calls, interrupts } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const MIDDLE = { row: 3, name: 'middle' };
const SERVER = { row: 4, name: 'server' };
const MANAGER = { row: 5, name: 'manager' };
const GATE = 4;
const PARTS = [CLIENT, MIDDLE, SERVER];
const LINES = [40, 41, 42, 43];

export const stop: Configuration = {
	name: 'stop',
	says: 'client, middle and server are stopped by a manager of the highest priority, also in the middle of calls, and started again',
	canSuspend: true,
	timed: false,
	faults: false,
	grants: [],
	regions: [],
	build: (builder) => {
		builder.process({ ...CLIENT, priority: 100 });
		builder.process({ ...MIDDLE, priority: 150, worstCase: 2 });
		builder.process({ ...SERVER, priority: 200, worstCase: 1 });
		builder.process({ ...MANAGER, priority: 220 });
		builder.gate(MIDDLE.row, 1, { holder: CLIENT.row, slot: GATE });
		builder.gate(SERVER.row, 2, { holder: MIDDLE.row, slot: GATE });
		for (const { row } of PARTS) builder.self(row, { holder: MANAGER.row, slot: row });
		for (const [index, { row }] of [...PARTS, MANAGER].entries()) builder.line(LINES[index] as number, row, 1);
	},
	actions: [
		...[...PARTS, MANAGER].flatMap(({ name }, index) => interrupts(LINES[index] as number, name)),
		calls(CLIENT, GATE, MIDDLE.name),
		calls(MIDDLE, GATE, SERVER.name),
		...PARTS.flatMap(({ row, name }) => [
			asks(MANAGER, `stops ${name}`, call.PROCESS_STOP, [row], [row]),
			asks(MANAGER, `starts ${name}`, call.PROCESS_START, [row], [row]),
		]),
		...[CLIENT, SERVER].map((by) => asks(by, 'stops itself', call.PROCESS_STOP, [0], [])),
	],
};
