import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as call from '../../abi/calls.ts';
import * as error from '../../abi/errors.ts';
import { RESOURCE_SLOTS, RIGHT_COPY } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import * as on from './ladder.ts';
import { asDriver, asInit, ladder, perform, refuse } from './ladder.ts';
import * as world from './world.ts';

const { SLOT_OWN_ACCOUNT, SLOT_OWN_CONTROL, SLOT_OWN_REGION, SLOT_OWN_SELF } = world;
const BLOCK = world.BLOCK_ROWS[0] ?? 0;
const MIDDLE = world.processSlot(world.MIDDLE);
const CLIENT = world.processSlot(world.CLIENT);

ladder(
	'PROCESS_CREATE',
	call.PROCESS_CREATE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 0, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 0, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0, BLOCK, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 256, BLOCK, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 200, BLOCK, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, world.CLIENT, BLOCK, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 10, 1024, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 10, world.memoryRow(world.CLIENT), 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 10, world.EXTENT_ROW, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 10, BLOCK, 1, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 10, BLOCK, 257, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 10, BLOCK, 64, 0],
		[error.SLOT_OCCUPIED, SLOT_OWN_ACCOUNT, 10, BLOCK, 64, SLOT_OWN_SELF],
	],
	[SLOT_OWN_ACCOUNT, 10, BLOCK, 64, on.FREE],
);

test('PROCESS_CREATE: slots are paid for', async () => {
	const session = await asDriver();
	const free = perform(session, call.ACCOUNT_READ, SLOT_OWN_ACCOUNT, call.READ_ACCOUNT_SLOTS);
	perform(session, call.ACCOUNT_GIVE, SLOT_OWN_ACCOUNT, world.SLOT_CHILD_ACCOUNT, RESOURCE_SLOTS, free - 15);
	refuse(session, error.QUOTA_EXCEEDED, call.PROCESS_CREATE, SLOT_OWN_ACCOUNT, 10, BLOCK, 16, on.FREE);
	perform(session, call.PROCESS_CREATE, SLOT_OWN_ACCOUNT, 10, BLOCK, 15, on.FREE);
	assert.equal(perform(session, call.ACCOUNT_READ, SLOT_OWN_ACCOUNT, call.READ_ACCOUNT_SLOTS), 0);
});

ladder(
	'PROCESS_CONFIGURE priority',
	call.PROCESS_CONFIGURE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION, 9],
		[error.MISSING_RIGHT, on.WEAK_PROCESS, 9],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, 9],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_PRIORITY, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_PRIORITY, 256],
		[error.PRIORITY, SLOT_OWN_SELF, call.CONFIGURE_PRIORITY, 255],
		[error.WRONG_STATE, SLOT_OWN_SELF, call.CONFIGURE_PRIORITY, 254],
	],
	[on.FREE, call.CONFIGURE_PRIORITY, 254],
	asDriverWithChild,
);
ladder(
	'PROCESS_CONFIGURE budget',
	call.PROCESS_CONFIGURE,
	[
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_BUDGET, 999, 2000],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_BUDGET, 0x80000000, 0xffffffff],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_BUDGET, 2000, 1999],
		[error.WRONG_STATE, SLOT_OWN_SELF, call.CONFIGURE_BUDGET, 1000, 1000],
		[error.QUOTA_EXCEEDED, on.FREE, call.CONFIGURE_BUDGET, 1000, 1000],
	],
	[on.FREE, call.CONFIGURE_BUDGET, 1000, 0xffffffff],
	asDriverWithChild,
);
ladder(
	'PROCESS_CONFIGURE worst case',
	call.PROCESS_CONFIGURE,
	[
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_WORST_CASE, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_WORST_CASE, 0x80000000],
		[error.WRONG_STATE, SLOT_OWN_SELF, call.CONFIGURE_WORST_CASE, 1],
	],
	[on.FREE, call.CONFIGURE_WORST_CASE, 0x7fffffff],
	asDriverWithChild,
);
ladder(
	'PROCESS_CONFIGURE handler',
	call.PROCESS_CONFIGURE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, call.CONFIGURE_HANDLER, SLOT_OWN_REGION],
		[error.MISSING_RIGHT, SLOT_OWN_SELF, call.CONFIGURE_HANDLER, on.WEAK_GATE],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_HANDLER, on.FREE_TOO],
	],
	[SLOT_OWN_SELF, call.CONFIGURE_HANDLER, world.gateOf(world.SERVER)],
	async () => {
		const session = await asDriver();
		perform(session, call.GATE, 0, on.FREE_TOO, 32);
		return session;
	},
);
ladder(
	'PROCESS_CONFIGURE patience',
	call.PROCESS_CONFIGURE,
	[[error.INVALID_ARGUMENT, SLOT_OWN_SELF, call.CONFIGURE_PATIENCE, 256]],
	[SLOT_OWN_SELF, call.CONFIGURE_PATIENCE, 255],
);

async function asDriverWithChild() {
	const session = await asDriver();
	perform(session, call.PROCESS_CREATE, SLOT_OWN_ACCOUNT, 10, BLOCK, 16, on.FREE);
	return session;
}

ladder(
	'PROCESS_START wants a stopped process with priority, budget and memories',
	call.PROCESS_START,
	[
		[error.INVALID_CAPABILITY, 0],
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION],
		[error.MISSING_RIGHT, on.WEAK_PROCESS],
		[error.WRONG_STATE, SLOT_OWN_SELF],
		[error.WRONG_STATE, on.FREE],
	],
	[on.FREE_TOO],
	asDriverWithStartable,
);

/** `FREE` stands for a process without anything, `FREE_TOO` for one that can start. */
async function asDriverWithStartable() {
	const session = await asDriverWithChild();
	perform(session, call.PROCESS_CREATE, SLOT_OWN_ACCOUNT, 11, world.BLOCK_ROWS[1] ?? 0, 16, on.FREE_TOO);
	refuse(session, error.WRONG_STATE, call.PROCESS_START, on.FREE_TOO);
	perform(session, call.PROCESS_CONFIGURE, on.FREE_TOO, call.CONFIGURE_PRIORITY, 50);
	refuse(session, error.WRONG_STATE, call.PROCESS_START, on.FREE_TOO);
	perform(session, call.PROCESS_CONFIGURE, on.FREE_TOO, call.CONFIGURE_BUDGET, 1000, 0xffffffff);
	refuse(session, error.WRONG_STATE, call.PROCESS_START, on.FREE_TOO);
	perform(session, call.REGION_MAP, on.FREE_TOO, SLOT_OWN_REGION, 0, 12);
	refuse(session, error.WRONG_STATE, call.PROCESS_START, on.FREE_TOO);
	session.finish();
	session.activate(world.INIT);
	perform(session, call.INSTALL, world.processSlot(world.DRIVER), 8, 60, 255, 0);
	session.finish();
	session.activate(world.DRIVER);
	perform(session, call.REGION_MAP, on.FREE_TOO, 60, 15, 20);
	return session;
}

test('PROCESS_START, PROCESS_STOP, PROCESS_RESTART: the life of a process', async () => {
	const session = await asInit();
	refuse(session, error.WRONG_STATE, call.PROCESS_START, CLIENT);
	refuse(session, error.WRONG_STATE, call.PROCESS_RESTART, CLIENT);
	perform(session, call.PROCESS_STOP, CLIENT);
	refuse(session, error.WRONG_STATE, call.PROCESS_STOP, CLIENT);
	assert.equal(perform(session, call.PROCESS_READ, CLIENT, call.READ_PROCESS_STATE), call.STATE_STOPPED);
	session.kernel.effects = [];
	perform(session, call.PROCESS_START, CLIENT);
	assert.deepEqual(session.kernel.effects, [{ name: 'reset', values: [world.CLIENT] }]);
	perform(session, call.PROCESS_STOP, CLIENT);
	perform(session, call.PROCESS_RESTART, CLIENT);
	session.finish();
	assert.equal(session.current, world.CLIENT);
	assert.equal(session.out(layout.GLOBAL_OUT_KIND), layout.ENTER_INIT);
	session.fault(call.CAUSE_TRAP, 0x1234);
	session.activate(world.INIT);
	refuse(session, error.WRONG_STATE, call.PROCESS_START, CLIENT);
	assert.equal(perform(session, call.PROCESS_READ, CLIENT, call.READ_PROCESS_FAULT), call.CAUSE_TRAP);
	assert.equal(session.out(layout.GLOBAL_OUT_WORD0), 0x1234);
	assert.equal(session.out(layout.GLOBAL_OUT_WORD1), 1);
	perform(session, call.PROCESS_RESTART, CLIENT);
});

ladder(
	'PROCESS_STOP',
	call.PROCESS_STOP,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION],
		[error.MISSING_RIGHT, on.WEAK_PROCESS],
		[error.WRONG_STATE, on.FREE],
	],
	[0],
	asDriverWithChild,
);

ladder(
	'PROCESS_RESTART',
	call.PROCESS_RESTART,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION],
		[error.MISSING_RIGHT, on.WEAK_PROCESS],
		[error.WRONG_STATE, SLOT_OWN_SELF],
	],
	[on.FREE_TOO],
	asDriverWithStartable,
);

ladder(
	'PROCESS_DESTROY',
	call.PROCESS_DESTROY,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 256],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, world.INIT],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 11],
		[error.WRONG_STATE, SLOT_OWN_ACCOUNT, world.DRIVER],
	],
	[SLOT_OWN_ACCOUNT, 10],
	asDriverWithChild,
);

ladder(
	'PROCESS_REVOKE',
	call.PROCESS_REVOKE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 256, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, world.INIT, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 10, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, world.CLIENT, 0],
		[error.SLOT_OCCUPIED, SLOT_OWN_ACCOUNT, world.CLIENT, SLOT_OWN_SELF],
	],
	[SLOT_OWN_ACCOUNT, world.CLIENT, on.FREE],
);

test('PROCESS_REVOKE ends every way to a process, which goes on; the payer has a new one', async () => {
	const session = await asDriver();
	perform(session, call.PROCESS_REVOKE, SLOT_OWN_ACCOUNT, world.SERVER, on.FREE);
	assert.equal(session.call(world.gateOf(world.SERVER)), error.INVALID_CAPABILITY);
	assert.equal(session.notify(world.signalOf(world.SERVER)), error.INVALID_CAPABILITY);
	assert.equal(session.state(world.SERVER), call.STATE_STARTED);
	perform(session, call.PROCESS_STOP, on.FREE);
});

test('PROCESS_DESTROY gives everything back, and its capabilities die', async () => {
	const session = await asDriver();
	const slots = () => perform(session, call.ACCOUNT_READ, SLOT_OWN_ACCOUNT, call.READ_ACCOUNT_SLOTS);
	const cpu = () => perform(session, call.ACCOUNT_READ, SLOT_OWN_ACCOUNT, call.READ_ACCOUNT_CPU);
	const before = [slots(), cpu()];
	perform(session, call.PROCESS_CREATE, SLOT_OWN_ACCOUNT, 10, BLOCK, 16, on.FREE);
	perform(session, call.PROCESS_CONFIGURE, on.FREE, call.CONFIGURE_BUDGET, 1000, 100_000);
	perform(session, call.GATE, on.FREE, on.FREE_TOO, 1);
	assert.notDeepEqual([slots(), cpu()], before);
	perform(session, call.PROCESS_DESTROY, SLOT_OWN_ACCOUNT, 10);
	assert.deepEqual([slots(), cpu()], before);
	for (const slot of [on.FREE, on.FREE_TOO]) assert.equal(perform(session, call.IDENTIFY, slot), 0);
	assert.equal(session.kernel.region(BLOCK, layout.REGION_STATE), layout.EXTENT_FREE);
	assert.ok(session.kernel.isZero(session.kernel.block(10), layout.BLOCK_STRIDE));
});

ladder(
	'PROCESS_READ',
	call.PROCESS_READ,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_REGION, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_SELF, 0],
		[error.INVALID_ARGUMENT, 0, 6],
	],
	[on.WEAK_PROCESS, call.READ_PROCESS_STATE],
);

test('PROCESS_READ tells state, time, label and priority', async () => {
	const session = await asInit();
	const read = (what: number) => perform(session, call.PROCESS_READ, MIDDLE, what);
	assert.equal(read(call.READ_PROCESS_STATE), call.STATE_STARTED);
	assert.equal(read(call.READ_PROCESS_PRIORITY), 150);
	assert.equal(read(call.READ_PROCESS_LABEL), 0);
	assert.equal(read(call.READ_PROCESS_TIME), 0);
	assert.equal(perform(session, call.PROCESS_READ, world.processSlot(world.OTHER_CLIENT), call.READ_PROCESS_LABEL), 1);
});

ladder(
	'PROCESS_LABEL',
	call.PROCESS_LABEL,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, SLOT_OWN_REGION, 64],
		[error.MISSING_RIGHT, on.WEAK_CONTROL, SLOT_OWN_REGION, 64],
		[error.INVALID_CAPABILITY, SLOT_OWN_CONTROL, SLOT_OWN_REGION, 64],
		[error.INVALID_CAPABILITY, SLOT_OWN_CONTROL, 0, 64],
		[error.MISSING_RIGHT, SLOT_OWN_CONTROL, on.WEAK_PROCESS, 64],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, SLOT_OWN_SELF, 64],
	],
	[SLOT_OWN_CONTROL, SLOT_OWN_SELF, 63],
);

test('a new label takes away what it may not have mapped, at once', async () => {
	const session = await asDriver();
	perform(session, call.REGION_MAP, 0, SLOT_OWN_REGION, 4, 12);
	perform(session, call.FLOW_SET, SLOT_OWN_CONTROL, 5, 0, 31 & ~8);
	perform(session, call.PROCESS_LABEL, SLOT_OWN_CONTROL, SLOT_OWN_SELF, 5);
	assert.equal(session.kernel.process(world.DRIVER, layout.PROCESS_MAPPED), 1 << 15);
});

test('START, STOP and CONFIGURE are rights of their own', async () => {
	const session = await asInit();
	perform(session, call.COPY, CLIENT, 60, RIGHT_COPY, 0);
	refuse(session, error.MISSING_RIGHT, call.PROCESS_STOP, 60);
	refuse(session, error.MISSING_RIGHT, call.PROCESS_START, 60);
	refuse(session, error.MISSING_RIGHT, call.PROCESS_CONFIGURE, 60, call.CONFIGURE_PRIORITY, 5);
});
