import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as call from '../../abi/calls.ts';
import * as error from '../../abi/errors.ts';
import * as rights from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import * as on from './ladder.ts';
import { asDriver, ladder, perform, refuse } from './ladder.ts';
import * as world from './world.ts';

const { SLOT_CHILD_ACCOUNT, SLOT_OWN_ACCOUNT, SLOT_OWN_SELF } = world;

ladder(
	'ACCOUNT_CREATE',
	call.ACCOUNT_CREATE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 128, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, world.CHILD_ACCOUNT, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 100, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 2, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 2, 0, 256],
		[error.PRIORITY, SLOT_OWN_ACCOUNT, 2, 0, 255],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, 2, 0, 254],
		[error.SLOT_OCCUPIED, SLOT_OWN_ACCOUNT, 2, SLOT_OWN_SELF, 254],
	],
	[SLOT_OWN_ACCOUNT, 2, on.FREE, 254],
);
ladder(
	'ACCOUNT_GIVE',
	call.ACCOUNT_GIVE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, SLOT_OWN_SELF, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, SLOT_OWN_SELF, 0, 0],
		[error.INVALID_CAPABILITY, SLOT_OWN_ACCOUNT, SLOT_OWN_SELF, 0, 0],
		[error.MISSING_RIGHT, SLOT_OWN_ACCOUNT, on.WEAK_ACCOUNT, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, SLOT_OWN_ACCOUNT, rights.RESOURCE_SLOTS, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, 0, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, 7, 0],
		[error.QUOTA_EXCEEDED, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_SLOTS, 0xffffffff],
		[error.QUOTA_EXCEEDED, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_CPU, 65536],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_PROCESS_ROW, 256],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_PROCESS_ROW, 200],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_PROCESS_ROW, world.CLIENT],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_REGION_ROW, 1024],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_REGION_ROW, 1],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_REGION_ROW, world.memoryRow(3)],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_GRANT_ROW, 1024],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_GRANT_ROW, 500],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_ACCOUNT_ROW, 128],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_ACCOUNT_ROW, world.CHILD_ACCOUNT],
	],
	[SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_SLOTS, 100],
);
ladder(
	'ACCOUNT_DESTROY',
	call.ACCOUNT_DESTROY,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 128],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 2],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, world.ACCOUNT],
	],
	[SLOT_OWN_ACCOUNT, world.CHILD_ACCOUNT],
);
ladder(
	'ACCOUNT_REVOKE',
	call.ACCOUNT_REVOKE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0, 0],
		[error.MISSING_RIGHT, on.WEAK_ACCOUNT, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 0, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 128, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, 2, 0],
		[error.NOT_AVAILABLE, SLOT_OWN_ACCOUNT, world.ACCOUNT, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_ACCOUNT, world.CHILD_ACCOUNT, 0],
		[error.SLOT_OCCUPIED, SLOT_OWN_ACCOUNT, world.CHILD_ACCOUNT, SLOT_CHILD_ACCOUNT],
	],
	[SLOT_OWN_ACCOUNT, world.CHILD_ACCOUNT, on.FREE],
);
ladder(
	'ACCOUNT_READ',
	call.ACCOUNT_READ,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0],
		[error.INVALID_ARGUMENT, on.WEAK_ACCOUNT, 0],
	],
	[on.WEAK_ACCOUNT, call.READ_ACCOUNT_CEILING],
);

/** What each resource is, as an amount or a row that the driver's account owns and that is free. */
const GIFTS: readonly [string, number, number][] = [
	['slots', rights.RESOURCE_SLOTS, 10],
	['CPU share', rights.RESOURCE_CPU, 10],
	['process row', rights.RESOURCE_PROCESS_ROW, 10],
	['extent', rights.RESOURCE_REGION_ROW, 87],
	['unused region row', rights.RESOURCE_REGION_ROW, 81],
	['grant row', rights.RESOURCE_GRANT_ROW, 5],
	['account row', rights.RESOURCE_ACCOUNT_ROW, 2],
];
for (const [name, resource, value] of GIFTS) {
	test(`ACCOUNT_GIVE ${name}: there and back; a child that owns rows is not destroyed`, async () => {
		const session = await asDriver();
		const before = session.kernel.save().dense;
		perform(session, call.ACCOUNT_GIVE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, resource, value);
		const amount = resource <= rights.RESOURCE_CPU;
		if (!amount) refuse(session, error.WRONG_STATE, call.ACCOUNT_DESTROY, SLOT_OWN_ACCOUNT, world.CHILD_ACCOUNT);
		if (!amount)
			refuse(session, error.NOT_AVAILABLE, call.ACCOUNT_GIVE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, resource, value);
		perform(session, call.ACCOUNT_GIVE, SLOT_CHILD_ACCOUNT, SLOT_OWN_ACCOUNT, resource, value);
		const accounts = (dense: Uint8Array) => dense.slice(layout.ACCOUNT_BASE, layout.GRANT_BASE);
		assert.deepEqual(accounts(session.kernel.save().dense), accounts(before));
	});
}

test('a grant that is in use stays with its account', async () => {
	const session = await asDriver();
	perform(session, call.COPY, world.SLOT_OWN_REGION, on.FREE, 255, 5);
	refuse(
		session,
		error.NOT_AVAILABLE,
		call.ACCOUNT_GIVE,
		SLOT_OWN_ACCOUNT,
		SLOT_CHILD_ACCOUNT,
		rights.RESOURCE_GRANT_ROW,
		5,
	);
});

test('ACCOUNT_DESTROY returns amounts to the parent and ends all capabilities to the account', async () => {
	const session = await asDriver();
	const slots = () => perform(session, call.ACCOUNT_READ, SLOT_OWN_ACCOUNT, call.READ_ACCOUNT_SLOTS);
	const before = slots();
	perform(session, call.ACCOUNT_GIVE, SLOT_OWN_ACCOUNT, SLOT_CHILD_ACCOUNT, rights.RESOURCE_SLOTS, 77);
	assert.equal(slots(), before - 77);
	perform(session, call.ACCOUNT_DESTROY, SLOT_OWN_ACCOUNT, world.CHILD_ACCOUNT);
	assert.equal(slots(), before);
	assert.equal(perform(session, call.IDENTIFY, SLOT_CHILD_ACCOUNT), 0);
});

test('ACCOUNT_READ tells slots, share, pages, processes and ceiling', async () => {
	const session = await asDriver();
	const read = (what: number) => perform(session, call.ACCOUNT_READ, SLOT_OWN_ACCOUNT, what);
	assert.equal(read(call.READ_ACCOUNT_PAGES), 4096);
	assert.equal(read(call.READ_ACCOUNT_PROCESSES), 6);
	assert.equal(read(call.READ_ACCOUNT_CEILING), 254);
	assert.equal(read(call.READ_ACCOUNT_CPU), session.kernel.account(world.ACCOUNT, layout.ACCOUNT_CPU));
	assert.equal(read(call.READ_ACCOUNT_SLOTS), session.kernel.account(world.ACCOUNT, layout.ACCOUNT_SLOTS));
});
