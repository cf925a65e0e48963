/** A capability that goes to and fro with calls and replies, moved or copied, while its region is mapped. */

import * as call from '../../../abi/calls.ts';
import { CALL_MOVE } from '../../../abi/component.ts';
import { asks, calls, callsWith, deletes, interrupts } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const SERVER = { row: 3, name: 'server' };
const [GATE, REGION, OTHER, RETURNED] = [4, 5, 6, 7];
const REGION_ROW = 60;
const MEMORY = 3;
const READ_WRITE = 12;
const [LINE_CLIENT, LINE_SERVER] = [40, 41];

export const move: Configuration = {
	name: 'move',
	says: 'a region moves and is copied with calls and replies while it is mapped',
	canSuspend: true,
	timed: false,
	faults: false,
	grants: [],
	regions: [REGION_ROW],
	build: (builder) => {
		builder.process({ ...CLIENT, priority: 100 });
		builder.process({ ...SERVER, priority: 200, worstCase: 1 });
		builder.gate(SERVER.row, 1, { holder: CLIENT.row, slot: GATE });
		builder.region(REGION_ROW, { holder: CLIENT.row, slot: REGION });
		builder.line(LINE_CLIENT, CLIENT.row, 1);
		builder.line(LINE_SERVER, SERVER.row, 1);
	},
	actions: [
		...interrupts(LINE_CLIENT, CLIENT.name),
		...interrupts(LINE_SERVER, SERVER.name),
		calls(CLIENT, GATE, SERVER.name),
		callsWith(CLIENT, GATE, REGION | CALL_MOVE, `${SERVER.name} and moves the region there`),
		callsWith(CLIENT, GATE, REGION | (RETURNED << 16), `${SERVER.name} with a copy, and a slot for another`),
		callsWith(CLIENT, GATE, RETURNED << 16, `${SERVER.name} with a slot for what comes back`),
		...[CLIENT, SERVER].map((by) =>
			asks(by, 'maps the region', call.REGION_MAP, [0, REGION, MEMORY, READ_WRITE], [REGION]),
		),
		...[CLIENT, SERVER].map((by) => asks(by, 'unmaps it', call.REGION_UNMAP, [0, MEMORY], [])),
		asks(SERVER, 'names a slot for what arrives', call.RECEIVE, [REGION], []),
		asks(SERVER, 'attaches the region to its reply', call.REPLY_CAPABILITY, [REGION, 0], [REGION]),
		asks(SERVER, 'attaches the region, to be moved', call.REPLY_CAPABILITY, [REGION, 1], [REGION]),
		asks(CLIENT, 'moves what came back to its old place', call.MOVE, [RETURNED, REGION], [RETURNED]),
		asks(SERVER, 'moves the region to another slot', call.MOVE, [REGION, OTHER], [REGION]),
		deletes(CLIENT, REGION),
		deletes(SERVER, REGION),
		deletes(SERVER, OTHER),
	],
};
