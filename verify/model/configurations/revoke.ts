/** Two processes, a call and a revocation: the client's ways to the server hang under a grant that either of them takes back. */

import * as call from '../../../abi/calls.ts';
import { asks, calls, deletes, interrupts, notifies } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const SERVER = { row: 3, name: 'server' };
const GRANT = 1;
const [LINE_CLIENT, LINE_SERVER] = [40, 41];
/** Of the client: its gate and signal under the grant, what they were copied from, a slot for one more copy. */
const [GATE, SIGNAL, GATE_OF_ALL, SIGNAL_OF_ALL, COPY] = [4, 5, 6, 7, 8];
const ACCOUNT = 2;

export const revoke: Configuration = {
	name: 'revoke',
	says: 'two processes, calls and signals under a grant that is revoked and used again',
	canSuspend: true,
	timed: false,
	faults: false,
	grants: [GRANT],
	regions: [],
	build: (builder) => {
		builder.process({ ...CLIENT, priority: 100 });
		builder.process({ ...SERVER, priority: 200, worstCase: 1 });
		builder.gate(SERVER.row, 5, { holder: CLIENT.row, slot: GATE_OF_ALL });
		builder.signal(SERVER.row, 1, { holder: CLIENT.row, slot: SIGNAL_OF_ALL });
		builder.account({ holder: CLIENT.row, slot: ACCOUNT });
		builder.account({ holder: SERVER.row, slot: ACCOUNT });
		builder.line(LINE_CLIENT, CLIENT.row, 1);
		builder.line(LINE_SERVER, SERVER.row, 2);
	},
	actions: [
		...interrupts(LINE_CLIENT, CLIENT.name),
		...interrupts(LINE_SERVER, SERVER.name),
		asks(CLIENT, 'copies its gate under the grant', call.COPY, [GATE_OF_ALL, GATE, 255, GRANT], [GATE_OF_ALL]),
		asks(CLIENT, 'copies its signal under the grant', call.COPY, [SIGNAL_OF_ALL, SIGNAL, 255, GRANT], [SIGNAL_OF_ALL]),
		asks(CLIENT, 'copies the copy of the gate', call.COPY, [GATE, COPY, 255, 0], [GATE]),
		calls(CLIENT, GATE, SERVER.name),
		calls(CLIENT, COPY, `${SERVER.name} through the copy of a copy`),
		...notifies(CLIENT, SIGNAL, SERVER.name),
		...[GATE, SIGNAL, COPY].map((slot) => deletes(CLIENT, slot)),
		...[CLIENT, SERVER].map((by) => asks(by, 'revokes the grant', call.REVOKE, [ACCOUNT, GRANT], [ACCOUNT])),
	],
};
