/** Priority, budget and worst case that change while there is work, while a refill is due, and between calls. */

import * as call from '../../../abi/calls.ts';
import { asks, calls, interrupts } from '../actions.ts';
import { type Configuration, QUANTUM } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const SERVER = { row: 3, name: 'server' };
const MANAGER = { row: 4, name: 'manager' };
const GATE = 5;
const LINE_FIRST = 40;
const EVERYBODY = [CLIENT, SERVER, MANAGER];
const PERIOD = 8;

function sets(row: number, name: string, what: string, field: number, value: number, value2 = 0) {
	return asks(MANAGER, `sets ${what} of ${name}`, call.PROCESS_CONFIGURE, [row, field, value, value2], [row]);
}

export const configure: Configuration = {
	name: 'configure',
	says: 'priority, budget and worst case change while there is work to do, while refills are due, between calls',
	canSuspend: true,
	timed: true,
	faults: false,
	grants: [],
	regions: [],
	build: (builder) => {
		builder.process({ ...CLIENT, priority: 100, budget: 2, period: PERIOD, patience: 1 });
		builder.process({ ...SERVER, priority: 150, worstCase: 1, budget: 1, period: PERIOD });
		builder.process({ ...MANAGER, priority: 200, budget: 1, period: 100 });
		builder.gate(SERVER.row, 1, { holder: CLIENT.row, slot: GATE });
		for (const { row } of [CLIENT, SERVER]) builder.self(row, { holder: MANAGER.row, slot: row });
		for (const { row } of EVERYBODY) builder.line(LINE_FIRST + row, row, 1);
	},
	actions: [
		...EVERYBODY.flatMap(({ row, name }) => interrupts(LINE_FIRST + row, name)),
		calls(CLIENT, GATE, SERVER.name),
		...[90, 150].map((priority) =>
			sets(CLIENT.row, CLIENT.name, `the priority ${priority}`, call.CONFIGURE_PRIORITY, priority),
		),
		...[1, 3].map((budget) =>
			sets(CLIENT.row, CLIENT.name, `a budget of ${budget}`, call.CONFIGURE_BUDGET, budget * QUANTUM, PERIOD * QUANTUM),
		),
		...[80, 150].map((priority) =>
			sets(SERVER.row, SERVER.name, `the priority ${priority}`, call.CONFIGURE_PRIORITY, priority),
		),
		sets(SERVER.row, SERVER.name, 'a worst case of 2', call.CONFIGURE_WORST_CASE, 2 * QUANTUM),
	],
};
