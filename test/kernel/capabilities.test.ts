import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as call from '../../abi/calls.ts';
import * as error from '../../abi/errors.ts';
import { KIND_REGION, RIGHT_CONFIGURE, RIGHT_COPY, RIGHT_READ, RIGHT_TRANSFER } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import * as on from './ladder.ts';
import { asDriver, asInit, ladder, perform, refuse } from './ladder.ts';
import * as world from './world.ts';

const { SLOT_OWN_ACCOUNT, SLOT_OWN_CONTROL, SLOT_OWN_REGION, SLOT_OWN_SELF } = world;
const FOREIGN_GRANT = 500;

ladder(
	'COPY',
	call.COPY,
	[
		[error.INVALID_CAPABILITY, on.EMPTY, 0, 255, 5000],
		[error.INVALID_CAPABILITY, on.DEAD, 0, 255, 5000],
		[error.INVALID_CAPABILITY, 256 + SLOT_OWN_REGION, 0, 255, 5000],
		[error.MISSING_RIGHT, on.ONLY_READ, 0, 255, 5000],
		[error.INVALID_ARGUMENT, SLOT_OWN_REGION, 0, 255, 5000],
		[error.INVALID_ARGUMENT, SLOT_OWN_REGION, 64, 255, 5000],
		[error.SLOT_OCCUPIED, SLOT_OWN_REGION, SLOT_OWN_SELF, 255, 5000],
		[error.SLOT_OCCUPIED, SLOT_OWN_REGION, on.DEAD, 255, 5000],
		[error.NOT_AVAILABLE, SLOT_OWN_REGION, on.FREE, 255, 5000],
		[error.NOT_AVAILABLE, SLOT_OWN_REGION, on.FREE, 255, FOREIGN_GRANT],
	],
	[SLOT_OWN_REGION, on.FREE, 255, 1],
);
ladder(
	'MOVE',
	call.MOVE,
	[
		[error.INVALID_CAPABILITY, on.EMPTY, 0],
		[error.INVALID_ARGUMENT, on.ONLY_READ, 0],
		[error.SLOT_OCCUPIED, on.ONLY_READ, SLOT_OWN_SELF],
	],
	[on.ONLY_READ, on.FREE],
);
ladder(
	'DELETE',
	call.DELETE,
	[
		[error.INVALID_ARGUMENT, 0],
		[error.INVALID_ARGUMENT, 256],
	],
	[on.EMPTY],
);
ladder(
	'REVOKE',
	call.REVOKE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 1024],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, FOREIGN_GRANT],
	],
	[SLOT_OWN_ACCOUNT, 1],
);
ladder(
	'INSTALL',
	call.INSTALL,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION, on.EMPTY, 0, 255, 5000],
		[error.MISSING_RIGHT, on.WEAK_PROCESS, on.EMPTY, 0, 255, 5000],
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, on.EMPTY, 0, 255, 5000],
		[error.MISSING_RIGHT, SLOT_OWN_SELF, on.ONLY_READ, 0, 255, 5000],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, SLOT_OWN_REGION, 0, 255, 5000],
		[error.SLOT_OCCUPIED, SLOT_OWN_SELF, SLOT_OWN_REGION, SLOT_OWN_SELF, 255, 5000],
		[error.NOT_AVAILABLE, SLOT_OWN_SELF, SLOT_OWN_REGION, on.FREE, 255, 5000],
	],
	[SLOT_OWN_SELF, SLOT_OWN_REGION, on.FREE, 255, 1],
);
ladder('RECEIVE', call.RECEIVE, [[error.INVALID_ARGUMENT, 64]], [on.FREE]);
ladder(
	'GATE',
	call.GATE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION, 0, 0x80000000],
		[error.MISSING_RIGHT, on.WEAK_PROCESS, 0, 0x80000000],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, 0, 0x80000000],
		[error.SLOT_OCCUPIED, 0, SLOT_OWN_SELF, 0x80000000],
		[error.INVALID_ARGUMENT, 0, on.FREE, 0x80000000],
	],
	[0, on.FREE, 0x7fffffff],
);
ladder(
	'SIGNAL',
	call.SIGNAL,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_PROCESS, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, 64, 0],
		[error.SLOT_OCCUPIED, 0, SLOT_OWN_SELF, 0],
		[error.INVALID_ARGUMENT, 0, on.FREE, 0],
	],
	[0, on.FREE, 0x80000000],
);

test('GATE, SIGNAL, INSTALL: the matrix is asked before the capability exists', async () => {
	const session = await asDriver();
	perform(session, call.PROCESS_CREATE, SLOT_OWN_ACCOUNT, 10, world.BLOCK_ROWS[0] ?? 0, 16, on.FREE);
	perform(session, call.PROCESS_LABEL, SLOT_OWN_CONTROL, on.FREE, 2);
	perform(session, call.FLOW_SET, SLOT_OWN_CONTROL, 0, 2, 0);
	refuse(session, error.FORBIDDEN_FLOW, call.GATE, on.FREE, on.FREE_TOO, 1);
	refuse(session, error.FORBIDDEN_FLOW, call.SIGNAL, on.FREE, on.FREE_TOO, 1);
	refuse(session, error.FORBIDDEN_FLOW, call.INSTALL, on.FREE, SLOT_OWN_REGION, 2, 255, 0);
	perform(session, call.FLOW_SET, SLOT_OWN_CONTROL, 0, 2, 31);
	refuse(session, error.FORBIDDEN_FLOW, call.INSTALL, on.FREE, SLOT_OWN_REGION, 2, 255, 0);
	perform(session, call.FLOW_SET, SLOT_OWN_CONTROL, 2, 0, 4);
	refuse(session, error.FORBIDDEN_FLOW, call.INSTALL, on.FREE, SLOT_OWN_REGION, 2, 255, 0);
	perform(session, call.INSTALL, on.FREE, SLOT_OWN_REGION, 2, RIGHT_READ | RIGHT_COPY, 0);
});

test('a copy has at most the rights that are asked for, and at most those of its source', async () => {
	const session = await asDriver();
	perform(session, call.COPY, SLOT_OWN_REGION, on.FREE, RIGHT_READ | RIGHT_COPY, 0);
	assert.equal(perform(session, call.IDENTIFY, on.FREE), KIND_REGION | ((RIGHT_READ | RIGHT_COPY) << 8));
	perform(session, call.COPY, on.FREE, on.FREE_TOO, 255, 0);
	assert.equal(perform(session, call.IDENTIFY, on.FREE_TOO), KIND_REGION | ((RIGHT_READ | RIGHT_COPY) << 8));
});

test('IDENTIFY tells kind, rights and badge of what is usable, and nothing of what is not', async () => {
	const session = await asDriver();
	perform(session, call.GATE, 0, on.FREE, 77);
	assert.equal(perform(session, call.IDENTIFY, on.FREE) & 255, 1);
	assert.equal(session.out(layout.GLOBAL_OUT_WORDS), 1);
	assert.equal(session.out(layout.GLOBAL_OUT_WORD0), 77);
	for (const slot of [0, on.EMPTY, on.DEAD, 256, 0xffffffff]) assert.equal(perform(session, call.IDENTIFY, slot), 0);
	assert.equal(session.out(layout.GLOBAL_OUT_WORDS), 0);
});

test('REVOKE takes back a grant with all that was derived from it, mappings included, and leaves the rest', async () => {
	const session = await asDriver();
	perform(session, call.COPY, SLOT_OWN_REGION, 52, 255, 1);
	perform(session, call.COPY, 52, 53, 255, 2);
	perform(session, call.COPY, SLOT_OWN_REGION, 54, 255, 3);
	perform(session, call.REGION_MAP, 0, 53, 4, 12);
	perform(session, call.REVOKE, SLOT_OWN_ACCOUNT, 1);
	for (const slot of [52, 53]) assert.equal(perform(session, call.IDENTIFY, slot), 0, `slot ${slot}`);
	for (const slot of [54, SLOT_OWN_REGION]) assert.notEqual(perform(session, call.IDENTIFY, slot), 0, `slot ${slot}`);
	assert.equal(session.kernel.mapping(world.DRIVER, 4, layout.MAPPING_RIGHTS), 0);
});

test('a grant in use takes copies of the same parent only, chains are at most eight deep', async () => {
	const session = await asDriver();
	perform(session, call.COPY, SLOT_OWN_REGION, 52, 255, 1);
	perform(session, call.COPY, SLOT_OWN_REGION, 53, 255, 1);
	perform(session, call.COPY, 52, 54, 255, 2);
	refuse(session, error.NOT_AVAILABLE, call.COPY, SLOT_OWN_REGION, 55, 255, 2);
	refuse(session, error.NOT_AVAILABLE, call.COPY, 54, 55, 255, 2);
	let source = 54;
	for (let grant = 3; grant <= 8; grant++) {
		perform(session, call.COPY, source, source + 1, 255, grant);
		source += 1;
	}
	refuse(session, error.QUOTA_EXCEEDED, call.COPY, source, 61, 255, 9);
});

test('rows whose generations are used up are retired', async () => {
	const session = await asDriver();
	const poke = (address: number) => {
		session.kernel.words[address >>> 2] = layout.GENERATION_LAST;
	};
	poke(layout.GRANT_BASE + 4 * layout.GRANT_STRIDE + layout.GRANT_GENERATION);
	refuse(session, error.RETIRED, call.COPY, SLOT_OWN_REGION, on.FREE, 255, 4);
	refuse(session, error.RETIRED, call.REVOKE, SLOT_OWN_ACCOUNT, 4);
	poke(layout.REGION_BASE + 81 * layout.REGION_STRIDE + layout.REGION_GENERATION);
	refuse(session, error.RETIRED, call.REGION_CREATE, SLOT_OWN_ACCOUNT, world.EXTENT_ROW, 81, 16, on.FREE);
	poke(layout.PROCESS_BASE + 10 * layout.PROCESS_STRIDE + layout.PROCESS_GENERATION);
	refuse(session, error.RETIRED, call.PROCESS_CREATE, SLOT_OWN_ACCOUNT, 10, world.BLOCK_ROWS[0] ?? 0, 16, on.FREE);
	poke(layout.ACCOUNT_BASE + 2 * layout.ACCOUNT_STRIDE + layout.ACCOUNT_GENERATION);
	refuse(session, error.RETIRED, call.ACCOUNT_CREATE, SLOT_OWN_ACCOUNT, 2, on.FREE, 100);
	poke(layout.INTERRUPT_BASE + 90 * layout.INTERRUPT_STRIDE + layout.INTERRUPT_GENERATION);
	refuse(session, error.RETIRED, call.INTERRUPT_CREATE, SLOT_OWN_CONTROL, 90, on.FREE);
	const own = world.regionRow(world.CLIENT);
	poke(layout.REGION_BASE + own * layout.REGION_STRIDE + layout.REGION_GENERATION);
	refuse(session, error.RETIRED, call.REGION_REVOKE, SLOT_OWN_ACCOUNT, own, on.FREE);
});

test('without a right to configure it, a process cannot be given anything', async () => {
	const session = await asInit();
	const client = world.processSlot(world.CLIENT);
	perform(session, call.COPY, client, 60, RIGHT_COPY | RIGHT_TRANSFER, 0);
	refuse(session, error.MISSING_RIGHT, call.INSTALL, 60, client, 60, 255, 0);
	perform(session, call.COPY, client, 61, RIGHT_CONFIGURE, 0);
	perform(session, call.INSTALL, 61, client, 60, 255, 0);
	assert.notEqual(session.kernel.capability(world.CLIENT, 60, layout.CAPABILITY_KIND), 0);
});
