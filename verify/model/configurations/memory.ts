/** Mappings that die: regions revoked, destroyed and made anew, grants revoked, flows tightened, while somebody has them mapped. */

import { ROW_FREE_RAM } from '../../../abi/boot.ts';
import * as call from '../../../abi/calls.ts';
import { FLOW_ALL, FLOW_WRITE } from '../../../abi/rights.ts';
import { asks, deletes, interrupts } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const USER = { row: 2, name: 'user' };
const OWNER = { row: 3, name: 'owner' };
const [ACCOUNT, REGION, CONTROL, USER_SELF, SHARED] = [2, 5, 6, 7, 8];
const REGION_ROW = 60;
const GRANT = 1;
const MEMORY = 3;
const READ_WRITE = 12;
const READ = 4;
const [LINE_USER, LINE_OWNER] = [40, 41];

export const memory: Configuration = {
	name: 'memory',
	says: 'a region that is mapped is revoked, destroyed and made anew, its grant revoked, its flow forbidden',
	canSuspend: true,
	timed: false,
	faults: false,
	grants: [GRANT],
	regions: [REGION_ROW],
	build: (builder) => {
		builder.process({ ...USER, priority: 100 });
		builder.process({ ...OWNER, priority: 200 });
		builder.region(REGION_ROW, { holder: OWNER.row, slot: REGION });
		builder.account({ holder: OWNER.row, slot: ACCOUNT });
		builder.control({ holder: OWNER.row, slot: CONTROL });
		builder.self(USER.row, { holder: OWNER.row, slot: USER_SELF });
		builder.line(LINE_USER, USER.row, 1);
		builder.line(LINE_OWNER, OWNER.row, 1);
	},
	actions: [
		...interrupts(LINE_USER, USER.name),
		...interrupts(LINE_OWNER, OWNER.name),
		...[READ, READ_WRITE].map((rights) =>
			asks(USER, `maps what it was given (rights ${rights})`, call.REGION_MAP, [0, SHARED, MEMORY, rights], [SHARED]),
		),
		asks(USER, 'unmaps it', call.REGION_UNMAP, [0, MEMORY], []),
		deletes(USER, SHARED),
		asks(OWNER, 'shares the region', call.INSTALL, [USER_SELF, REGION, SHARED, 255, 0], [REGION]),
		asks(OWNER, 'shares it under the grant', call.INSTALL, [USER_SELF, REGION, SHARED, 255, GRANT], [REGION]),
		asks(OWNER, 'maps it for the user', call.REGION_MAP, [USER_SELF, REGION, MEMORY, READ_WRITE], [REGION]),
		asks(OWNER, 'maps it', call.REGION_MAP, [0, REGION, MEMORY, READ_WRITE], [REGION]),
		asks(OWNER, 'revokes the grant', call.REVOKE, [ACCOUNT, GRANT], [ACCOUNT]),
		asks(OWNER, 'revokes the region', call.REGION_REVOKE, [ACCOUNT, REGION_ROW, REGION], [ACCOUNT]),
		asks(OWNER, 'destroys the region', call.REGION_DESTROY, [ACCOUNT, REGION_ROW], [ACCOUNT]),
		asks(
			OWNER,
			'joins its pages with the free ones',
			call.EXTENT_MERGE,
			[ACCOUNT, ROW_FREE_RAM, REGION_ROW],
			[ACCOUNT],
		),
		asks(OWNER, 'makes it anew', call.REGION_CREATE, [ACCOUNT, ROW_FREE_RAM, REGION_ROW, 16, REGION], [ACCOUNT]),
		asks(OWNER, 'prepares it', call.REGION_PREPARE, [ACCOUNT, REGION_ROW, 0], [ACCOUNT]),
		deletes(OWNER, REGION),
		asks(OWNER, 'forbids to write', call.FLOW_SET, [CONTROL, 0, 0, FLOW_ALL & ~FLOW_WRITE], [CONTROL]),
		asks(OWNER, 'allows to write', call.FLOW_SET, [CONTROL, 0, 0, FLOW_ALL], [CONTROL]),
	],
};
