/** A chain of calls with faults: client, middle, server, and the supervisor that is told of faults and restarts whoever had them. */

import * as call from '../../../abi/calls.ts';
import { asks, calls, interrupts, notifies } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const MIDDLE = { row: 3, name: 'middle' };
const SERVER = { row: 4, name: 'server' };
const SUPERVISOR = { row: 5, name: 'supervisor' };
const [GATE, SIGNAL] = [4, 5];
const PARTS = [CLIENT, MIDDLE, SERVER];
const LINES = [40, 41, 42];

export const chain: Configuration = {
	name: 'chain',
	says: 'client, middle and server call one another and fault; a supervisor restarts them',
	canSuspend: true,
	timed: false,
	faults: true,
	grants: [],
	regions: [],
	build: (builder) => {
		builder.process({ ...CLIENT, priority: 100 });
		builder.process({ ...MIDDLE, priority: 150, worstCase: 2 });
		builder.process({ ...SERVER, priority: 200, worstCase: 1 });
		builder.process({ ...SUPERVISOR, priority: 180 });
		builder.gate(MIDDLE.row, 1, { holder: CLIENT.row, slot: GATE });
		builder.gate(SERVER.row, 2, { holder: MIDDLE.row, slot: GATE });
		builder.signal(CLIENT.row, 4, { holder: SERVER.row, slot: SIGNAL });
		for (const [index, { row }] of PARTS.entries()) {
			builder.self(row, { holder: SUPERVISOR.row, slot: row });
			builder.handler(row, SUPERVISOR.row, row);
			builder.line(LINES[index] as number, row, 1);
		}
	},
	actions: [
		...PARTS.flatMap(({ name }, index) => interrupts(LINES[index] as number, name)),
		calls(CLIENT, GATE, MIDDLE.name),
		calls(MIDDLE, GATE, SERVER.name),
		...notifies(SERVER, SIGNAL, CLIENT.name),
		...PARTS.map(({ row, name }) => asks(SUPERVISOR, `restarts ${name}`, call.PROCESS_RESTART, [row], [row])),
	],
};
