/** Two clients alike, which can be exchanged, of one server: calls, signals to and fro, faults, restarts. */

import * as call from '../../../abi/calls.ts';
import { asks, calls, interrupts, notifies } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const ONE = { row: 2, name: 'one' };
const OTHER = { row: 3, name: 'other' };
const SERVER = { row: 4, name: 'server' };
const SUPERVISOR = { row: 5, name: 'supervisor' };
const CLIENTS = [ONE, OTHER];
const FAULTY = [ONE, OTHER, SERVER];
const [GATE, SIGNAL] = [4, 5];
/** Of the server: its signal to a client is in the slot with this number and its row. */
const SLOT_OF_CLIENT = 6;
const LINE_FIRST = 40;

const system: Omit<Configuration, 'name' | 'says'> = {
	canSuspend: true,
	timed: false,
	faults: true,
	grants: [],
	regions: [],
	build: (builder) => {
		for (const part of CLIENTS) builder.process({ ...part, priority: 100 });
		builder.process({ ...SERVER, priority: 150, worstCase: 1 });
		builder.process({ ...SUPERVISOR, priority: 200 });
		for (const { row } of CLIENTS) {
			builder.gate(SERVER.row, 1, { holder: row, slot: GATE });
			builder.signal(SERVER.row, 1, { holder: row, slot: SIGNAL });
			builder.signal(row, 2, { holder: SERVER.row, slot: SLOT_OF_CLIENT + row });
			builder.line(LINE_FIRST + row, row, 1);
		}
		for (const { row } of FAULTY) {
			builder.handler(row, SUPERVISOR.row, 1);
			builder.self(row, { holder: SUPERVISOR.row, slot: row });
		}
	},
	actions: [
		...CLIENTS.flatMap((client) => [
			...interrupts(LINE_FIRST + client.row, client.name),
			calls(client, GATE, SERVER.name),
			...notifies(client, SIGNAL, SERVER.name),
			...notifies(SERVER, SLOT_OF_CLIENT + client.row, client.name),
		]),
		...FAULTY.map(({ row, name }) => asks(SUPERVISOR, `restarts ${name}`, call.PROCESS_RESTART, [row], [row])),
	],
};

export const clients: Configuration = {
	...system,
	name: 'clients',
	says: 'two clients that can be exchanged, their server, and a supervisor; of mirror images only one is looked at',
	alike: { rows: [ONE.row, OTHER.row], lines: [LINE_FIRST + ONE.row, LINE_FIRST + OTHER.row] },
};

/** The same without: for comparison. */
export const clientsApart: Configuration = {
	...system,
	name: 'clients-apart',
	says: 'as `clients`, mirror images as well',
};
