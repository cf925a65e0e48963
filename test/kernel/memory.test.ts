import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as call from '../../abi/calls.ts';
import * as error from '../../abi/errors.ts';
import * as layout from '../../kernel/layout.ts';
import * as on from './ladder.ts';
import { asDriver, asInit, ladder, perform, refuse } from './ladder.ts';
import * as world from './world.ts';

const { EXTENT_ROW, SLOT_OWN_ACCOUNT, SLOT_OWN_CONTROL, SLOT_OWN_MEMORY, SLOT_OWN_REGION, SLOT_OWN_SELF } = world;
const NOT_EXTENT = world.memoryRow(world.CLIENT);
const OWN_REGION = world.regionRow(world.DRIVER);
const FOREIGN_ROW = 900;

ladder(
	'EXTENT_SPLIT',
	call.EXTENT_SPLIT,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0, 81, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 1024, 81, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, NOT_EXTENT, 81, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 1, 81, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, 1024, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, FOREIGN_ROW, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, EXTENT_ROW, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, EXTENT_ROW, 81, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, EXTENT_ROW, 81, 0xffffffff],
	],
	[SLOT_OWN_ACCOUNT, EXTENT_ROW, 81, 7],
);
ladder(
	'EXTENT_MERGE',
	call.EXTENT_MERGE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0, 81],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, NOT_EXTENT],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, EXTENT_ROW],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 81, EXTENT_ROW],
	],
	[SLOT_OWN_ACCOUNT, EXTENT_ROW, 81],
	async () => {
		const session = await asDriver();
		perform(session, call.EXTENT_SPLIT, SLOT_OWN_ACCOUNT, EXTENT_ROW, 81, 7);
		return session;
	},
);
ladder(
	'REGION_CREATE',
	call.REGION_CREATE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 0, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 0, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, NOT_EXTENT, 81, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 87, NOT_EXTENT, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 87, 81, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 87, 81, 8193, 0],
		[error.QUOTA_EXCEEDED, SLOT_OWN_ACCOUNT, 87, 81, 3, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 87, 81, 2, 0],
		[error.SLOT_OCCUPIED, SLOT_OWN_ACCOUNT, 87, 81, 2, SLOT_OWN_SELF],
	],
	[SLOT_OWN_ACCOUNT, 87, 81, 2, on.FREE],
);
ladder(
	'REGION_PREPARE',
	call.REGION_PREPARE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 9],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 9],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, 9],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 3, 9],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 81, 1],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, OWN_REGION, 1],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, OWN_REGION, 0],
	],
	[SLOT_OWN_ACCOUNT, 81, 0],
	asDriverWithRegion,
);

/** `FREE` holds a fresh region of 32 pages in row 81. */
async function asDriverWithRegion() {
	const session = await asDriver();
	perform(session, call.REGION_CREATE, SLOT_OWN_ACCOUNT, EXTENT_ROW, 81, 32, on.FREE);
	return session;
}

ladder(
	'REGION_MAP',
	call.REGION_MAP,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION, on.EMPTY, 16, 0],
		[error.MISSING_RIGHT, on.WEAK_PROCESS, on.EMPTY, 16, 0],
		[error.INVALID_ARGUMENT, 0, on.EMPTY, 16, 12],
		[error.INVALID_ARGUMENT, 0, on.EMPTY, 1, 0],
		[error.INVALID_ARGUMENT, 0, on.EMPTY, 1, 1],
		[error.INVALID_CAPABILITY, 0, on.EMPTY, 1, 12],
		[error.INVALID_CAPABILITY, 0, on.DEAD, 1, 12],
		[error.MISSING_RIGHT, 0, on.ONLY_READ, 1, 12],
		[error.MISSING_RIGHT, 0, on.FREE, 15, 20],
		[error.INVALID_ARGUMENT, 0, on.FREE, 1, 8],
		[error.INVALID_ARGUMENT, 0, on.FREE, 0, 4],
		[error.INVALID_ARGUMENT, 0, on.FREE, 13, 4],
		[error.INVALID_ARGUMENT, 0, on.FREE, 14, 12],
		[error.INVALID_ARGUMENT, 0, on.FREE, 15, 12],
		[error.WRONG_STATE, 0, on.FREE, 0, 12],
		[error.SLOT_OCCUPIED, 0, SLOT_OWN_REGION, 0, 12],
	],
	[0, SLOT_OWN_REGION, 1, 4],
	asDriverWithRegion,
);

test('REGION_MAP: whole WebAssembly pages, images only as code, the matrix', async () => {
	const session = await asDriver();
	perform(session, call.REGION_CREATE, SLOT_OWN_ACCOUNT, EXTENT_ROW, 81, 5, on.FREE);
	perform(session, call.REGION_PREPARE, SLOT_OWN_ACCOUNT, 81, 0);
	refuse(session, error.INVALID_ARGUMENT, call.REGION_MAP, 0, on.FREE, 1, 12);
	perform(session, call.REGION_MAP, 0, on.FREE, 13, 12);
	perform(session, call.FLOW_SET, SLOT_OWN_CONTROL, 0, 3, 4);
	perform(session, call.REGION_LABEL, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, OWN_REGION, 3);
	refuse(session, error.FORBIDDEN_FLOW, call.REGION_MAP, 0, SLOT_OWN_REGION, 1, 12);
	perform(session, call.REGION_MAP, 0, SLOT_OWN_REGION, 1, 4);
	session.finish();
	session.activate(world.INIT);
	refuse(session, error.INVALID_ARGUMENT, call.REGION_MAP, world.processSlot(world.DRIVER), 8, 2, 4);
});

ladder(
	'REGION_UNMAP',
	call.REGION_UNMAP,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION, 16],
		[error.MISSING_RIGHT, on.WEAK_PROCESS, 16],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, 16],
		[error.INVALID_ARGUMENT, 0, 1],
	],
	[0, 0],
);
ladder(
	'REGION_CLEAR',
	call.REGION_CLEAR,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 9],
		[error.MISSING_RIGHT, on.ONLY_READ, 9],
		[error.INVALID_ARGUMENT, on.FREE, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_REGION, 1],
	],
	[SLOT_OWN_REGION, 0],
	asDriverWithRegion,
);
ladder(
	'REGION_REVOKE',
	call.REGION_REVOKE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, OWN_REGION, 0],
		[error.SLOT_OCCUPIED, SLOT_OWN_ACCOUNT, OWN_REGION, SLOT_OWN_REGION],
	],
	[SLOT_OWN_ACCOUNT, OWN_REGION, on.FREE],
);
ladder(
	'REGION_DESTROY',
	call.REGION_DESTROY,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, world.blockRow(world.DRIVER)],
	],
	[SLOT_OWN_ACCOUNT, OWN_REGION],
);
ladder(
	'REGION_HAND_ON',
	call.REGION_HAND_ON,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, SLOT_OWN_SELF],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, SLOT_OWN_SELF],
		[error.INVALID_CAPABILITY, SLOT_OWN_ACCOUNT, 0, SLOT_OWN_SELF],
		[error.MISSING_RIGHT, SLOT_OWN_ACCOUNT, 0, on.WEAK_ACCOUNT],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, EXTENT_ROW, world.SLOT_CHILD_ACCOUNT],
	],
	[SLOT_OWN_ACCOUNT, OWN_REGION, world.SLOT_CHILD_ACCOUNT],
);
ladder(
	'REGION_DEVICE',
	call.REGION_DEVICE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, SLOT_OWN_SELF, 0, 0, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_CONTROL, SLOT_OWN_SELF, 0, 0, 0, 0],
		[error.INVALID_CAPABILITY, SLOT_OWN_CONTROL, SLOT_OWN_SELF, 0, 0, 0, 0],
		[error.MISSING_RIGHT, SLOT_OWN_CONTROL, on.WEAK_ACCOUNT, 0, 0, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, OWN_REGION, 81, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 81, EXTENT_ROW, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 82, 81, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 82, 81, 0, 17 << 16],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 82, 81, 0xffffffff, 16 << 16],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 82, 81, world.RAM_END - 1, 1 << 16],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 82, 81, world.RAM_FIRST - 1, 2 << 16],
		[error.QUOTA_EXCEEDED, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 82, 81, world.RAM_END, 1 << 16],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 87, 81, world.RAM_END, 1 << 16],
	],
	[SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, 87, 81, world.RAM_FIRST - 1, (1 << 16) | on.FREE],
	async () => {
		const session = await asDriver();
		perform(session, call.EXTENT_SPLIT, SLOT_OWN_ACCOUNT, EXTENT_ROW, 82, 1);
		return session;
	},
);
ladder(
	'REGION_READ',
	call.REGION_READ,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0],
		[error.INVALID_ARGUMENT, on.ONLY_READ, 0],
	],
	[on.ONLY_READ, call.READ_REGION_PAGES],
);
ladder(
	'REGION_LABEL',
	call.REGION_LABEL,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, SLOT_OWN_SELF, 0, 64],
		[error.MISSING_RIGHT, on.WEAK_CONTROL, SLOT_OWN_SELF, 0, 64],
		[error.INVALID_CAPABILITY, SLOT_OWN_CONTROL, SLOT_OWN_SELF, 0, 64],
		[error.MISSING_RIGHT, SLOT_OWN_CONTROL, on.WEAK_ACCOUNT, 0, 64],
		[error.NOT_AVAILABLE, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, EXTENT_ROW, 64],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, OWN_REGION, 64],
	],
	[SLOT_OWN_CONTROL, SLOT_OWN_ACCOUNT, OWN_REGION, 63],
);

test('boot regions are never destroyed, images never revoked', async () => {
	const session = await asInit();
	refuse(session, error.WRONG_STATE, call.REGION_DESTROY, 2, 8);
	refuse(session, error.WRONG_STATE, call.REGION_REVOKE, 2, 8, 60);
});

test('memory is zero when it is handed out, whoever had it before', async () => {
	const session = await asDriver();
	perform(session, call.REGION_DESTROY, SLOT_OWN_ACCOUNT, OWN_REGION);
	perform(session, call.REGION_CREATE, SLOT_OWN_ACCOUNT, OWN_REGION, 81, 16, on.FREE);
	refuse(session, error.WRONG_STATE, call.REGION_MAP, 0, on.FREE, 1, 12);
	session.kernel.effects = [];
	perform(session, call.REGION_PREPARE, SLOT_OWN_ACCOUNT, 81, 0);
	const page = session.kernel.region(81, layout.REGION_PAGE);
	assert.deepEqual(session.kernel.effects, [{ name: 'clear', values: [81, page, 0, 16] }]);
	perform(session, call.REGION_MAP, 0, on.FREE, 1, 12);
});

test('a region of more than 512 pages has a second page table; prepared to the last page it can be mapped', async () => {
	const session = await asDriver();
	perform(session, call.REGION_CREATE, SLOT_OWN_ACCOUNT, EXTENT_ROW, 81, 528, on.FREE);
	assert.equal(session.kernel.region(81, layout.REGION_TABLE_PAGES), 3);
	for (let step = 0; step < 33; step++) {
		refuse(session, error.WRONG_STATE, call.REGION_MAP, 0, on.FREE, 1, 12);
		perform(session, call.REGION_PREPARE, SLOT_OWN_ACCOUNT, 81, step);
	}
	perform(session, call.REGION_MAP, 0, on.FREE, 1, 12);
});

test('REGION_REVOKE ends capabilities and mappings of everybody but the caller’s fresh one', async () => {
	const session = await asDriver();
	const row = world.memoryRow(world.CLIENT);
	perform(session, call.REGION_REVOKE, SLOT_OWN_ACCOUNT, row, on.FREE);
	session.finish();
	session.activate(world.CLIENT);
	assert.equal(perform(session, call.IDENTIFY, SLOT_OWN_MEMORY), 0);
	assert.equal(session.kernel.process(world.CLIENT, layout.PROCESS_MAPPED), 1 << 15);
});

test('REGION_READ tells pages, kind and label', async () => {
	const session = await asDriver();
	const read = (what: number) => perform(session, call.REGION_READ, SLOT_OWN_REGION, what);
	assert.deepEqual([1, 2, 3].map(read), [16, layout.MEMORY_NORMAL, 0]);
});
