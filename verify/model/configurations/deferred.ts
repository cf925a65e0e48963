/** Calls that wait for the server's own activation, and everything that can come in between: stops, faults, restarts, refills. */

import * as call from '../../../abi/calls.ts';
import { asks, calls, interrupts } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const SERVER = { row: 3, name: 'server' };
const MANAGER = { row: 4, name: 'manager' };
const GATE = 5;
const LINE_FIRST = 40;
const EVERYBODY = [CLIENT, SERVER, MANAGER];

export const deferred: Configuration = {
	name: 'deferred',
	says: 'a call waits for the own activation of a throttled server, while a manager stops and restarts both and they fault',
	canSuspend: true,
	timed: true,
	faults: true,
	grants: [],
	regions: [],
	build: (builder) => {
		builder.process({ ...CLIENT, priority: 100, budget: 4, period: 10 });
		builder.process({ ...SERVER, priority: 150, worstCase: 1, budget: 2, period: 10, patience: 2 });
		builder.process({ ...MANAGER, priority: 200, budget: 1, period: 10 });
		builder.gate(SERVER.row, 1, { holder: CLIENT.row, slot: GATE });
		for (const { row } of [CLIENT, SERVER]) {
			builder.self(row, { holder: MANAGER.row, slot: row });
			builder.handler(row, MANAGER.row, row);
		}
		for (const { row } of EVERYBODY) builder.line(LINE_FIRST + row, row, 1);
	},
	actions: [
		...EVERYBODY.flatMap(({ row, name }) => interrupts(LINE_FIRST + row, name)),
		calls(CLIENT, GATE, SERVER.name),
		...[CLIENT, SERVER].flatMap(({ row, name }) => [
			asks(MANAGER, `stops ${name}`, call.PROCESS_STOP, [row], [row]),
			asks(MANAGER, `restarts ${name}`, call.PROCESS_RESTART, [row], [row]),
		]),
	],
};
