/** Memory that is lent with a call, and revoked, unmapped or shared again before the server uses the loan. */

import * as call from '../../../abi/calls.ts';
import { asks, callsWith, interrupts, lends } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const CLIENT = { row: 2, name: 'client' };
const SERVER = { row: 3, name: 'server' };
const [LINE_CLIENT, LINE_SERVER] = [40, 41];
const [ACCOUNT, REGION, GATE, CLIENT_SELF, SHARED] = [2, 5, 6, 7, 8];
const REGION_ROW = 60;
const GRANT = 1;
const MEMORY = 3;
const [READ, READ_WRITE] = [4, 12];
const BYTES = 16;
const POINTER = 1024;

export const loans: Configuration = {
	name: 'loans',
	says: 'memory that a client lends is revoked, unmapped or shared again before the server uses the loan',
	canSuspend: true,
	timed: false,
	faults: false,
	grants: [GRANT],
	regions: [REGION_ROW],
	build: (builder) => {
		builder.process({ ...CLIENT, priority: 100 });
		builder.process({ ...SERVER, priority: 200, worstCase: 1 });
		builder.region(REGION_ROW, { holder: SERVER.row, slot: REGION });
		builder.account({ holder: SERVER.row, slot: ACCOUNT });
		builder.self(CLIENT.row, { holder: SERVER.row, slot: CLIENT_SELF });
		builder.gate(SERVER.row, 1, { holder: CLIENT.row, slot: GATE });
		builder.line(LINE_CLIENT, CLIENT.row, 1);
		builder.line(LINE_SERVER, SERVER.row, 1);
	},
	actions: [
		...interrupts(LINE_CLIENT, CLIENT.name),
		...interrupts(LINE_SERVER, SERVER.name),
		...[READ, READ_WRITE].flatMap((rights) => [
			asks(CLIENT, `maps what it was given (rights ${rights})`, call.REGION_MAP, [0, SHARED, MEMORY, rights], [SHARED]),
			lends(CLIENT, GATE, MEMORY | (rights << 8), BYTES, `${SERVER.name} and lends its memory (rights ${rights})`),
		]),
		asks(CLIENT, 'unmaps it', call.REGION_UNMAP, [0, MEMORY], []),
		asks(CLIENT, 'deletes what it was given', call.DELETE, [SHARED], []),
		callsWith(CLIENT, GATE, 0, `${SERVER.name} and lends nothing`),
		asks(SERVER, 'reads the loan', call.LOAN_READ, [0, POINTER, BYTES], []),
		asks(SERVER, 'writes the loan', call.LOAN_WRITE, [0, POINTER, BYTES], []),
		asks(SERVER, 'reads beyond the loan', call.LOAN_READ, [1, POINTER, BYTES], []),
		asks(SERVER, 'asks how much was lent', call.LOAN_SIZE, [], []),
		asks(SERVER, 'takes memory 3 away from the client', call.REGION_UNMAP, [CLIENT_SELF, MEMORY], [CLIENT_SELF]),
		asks(SERVER, 'shares under the grant', call.INSTALL, [CLIENT_SELF, REGION, SHARED, 255, GRANT], [REGION]),
		asks(SERVER, 'revokes the grant', call.REVOKE, [ACCOUNT, GRANT], [ACCOUNT]),
		asks(SERVER, 'deletes its region', call.DELETE, [REGION], []),
		asks(SERVER, 'revokes the region', call.REGION_REVOKE, [ACCOUNT, REGION_ROW, REGION], [ACCOUNT]),
	],
};
