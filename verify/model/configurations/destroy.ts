/** A server that is revoked, stopped, destroyed and made anew while its client has gates and signals to it, and may be in a call. */

import * as call from '../../../abi/calls.ts';
import { asks, calls, interrupts, notifies } from '../actions.ts';
import { blockRow } from '../builder.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const SERVER = { row: 3, name: 'server' };
const MANAGER = { row: 4, name: 'manager' };
const [ACCOUNT, SELF, GATE, SIGNAL, CLIENT_SELF] = [2, 5, 6, 7, 8];
const [LINE_CLIENT, LINE_SERVER, LINE_MANAGER] = [40, 41, 42];
const SLOTS = 24;

export const destroy: Configuration = {
	name: 'destroy',
	says: 'a server is revoked, stopped, destroyed and made anew under its client',
	canSuspend: true,
	timed: false,
	faults: true,
	grants: [],
	regions: [],
	build: (builder) => {
		builder.process({ ...CLIENT, priority: 100 });
		builder.process({ ...SERVER, priority: 150, worstCase: 1 });
		builder.process({ ...MANAGER, priority: 200 });
		builder.gate(SERVER.row, 1, { holder: CLIENT.row, slot: GATE });
		builder.signal(SERVER.row, 1, { holder: CLIENT.row, slot: SIGNAL });
		builder.account({ holder: MANAGER.row, slot: ACCOUNT });
		builder.self(SERVER.row, { holder: MANAGER.row, slot: SELF });
		builder.self(CLIENT.row, { holder: MANAGER.row, slot: CLIENT_SELF });
		builder.handler(CLIENT.row, SERVER.row, 3);
		builder.line(LINE_CLIENT, CLIENT.row, 1);
		builder.line(LINE_SERVER, SERVER.row, 1);
		builder.line(LINE_MANAGER, MANAGER.row, 1);
	},
	actions: [
		...interrupts(LINE_CLIENT, CLIENT.name),
		...interrupts(LINE_SERVER, SERVER.name),
		...interrupts(LINE_MANAGER, MANAGER.name),
		calls(CLIENT, GATE, SERVER.name),
		...notifies(CLIENT, SIGNAL, SERVER.name),
		asks(MANAGER, 'stops the server', call.PROCESS_STOP, [SELF], [SELF]),
		asks(MANAGER, 'restarts the server', call.PROCESS_RESTART, [SELF], [SELF]),
		asks(MANAGER, 'restarts the client', call.PROCESS_RESTART, [CLIENT_SELF], [CLIENT_SELF]),
		asks(MANAGER, 'revokes the server', call.PROCESS_REVOKE, [ACCOUNT, SERVER.row, SELF], [ACCOUNT]),
		asks(MANAGER, 'destroys the server', call.PROCESS_DESTROY, [ACCOUNT, SERVER.row], [ACCOUNT]),
		asks(
			MANAGER,
			'makes it anew',
			call.PROCESS_CREATE,
			[ACCOUNT, SERVER.row, blockRow(SERVER.row), SLOTS, SELF],
			[ACCOUNT],
		),
		asks(MANAGER, 'gives up its capability to the server', call.DELETE, [SELF], []),
		asks(MANAGER, 'makes a gate and gives it to the client', call.GATE, [SELF, 9, 1], [SELF]),
		asks(MANAGER, 'gives the gate to the client', call.INSTALL, [CLIENT_SELF, 9, GATE, 255, 0], [CLIENT_SELF, 9]),
		asks(MANAGER, 'deletes its gate', call.DELETE, [9], []),
		asks(CLIENT, 'deletes its gate', call.DELETE, [GATE], []),
	],
};
