import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as call from '../../abi/calls.ts';
import * as error from '../../abi/errors.ts';
import * as layout from '../../kernel/layout.ts';
import { NEVER } from './kernel.ts';
import * as on from './ladder.ts';
import { asDriver, ladder, perform, refuse } from './ladder.ts';
import * as world from './world.ts';

const { SLOT_OWN_CONTROL, SLOT_OWN_LINE, SLOT_OWN_SELF } = world;
const LINE = 90;

ladder(
	'INTERRUPT_CREATE',
	call.INTERRUPT_CREATE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 256, 0],
		[error.MISSING_RIGHT, on.WEAK_CONTROL, 256, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, 256, on.FREE],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, LINE, 0],
		[error.SLOT_OCCUPIED, SLOT_OWN_CONTROL, LINE, SLOT_OWN_SELF],
	],
	[SLOT_OWN_CONTROL, LINE, on.FREE],
);
ladder(
	'INTERRUPT_BIND',
	call.INTERRUPT_BIND,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, SLOT_OWN_SELF],
		[error.MISSING_RIGHT, on.WEAK_LINE, SLOT_OWN_SELF],
		[error.INVALID_CAPABILITY, SLOT_OWN_LINE, SLOT_OWN_SELF],
		[error.MISSING_RIGHT, SLOT_OWN_LINE, on.WEAK_SIGNAL],
	],
	[SLOT_OWN_LINE, world.signalOf(world.SERVER)],
);
ladder(
	'INTERRUPT_ACKNOWLEDGE',
	call.INTERRUPT_ACKNOWLEDGE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF],
		[error.MISSING_RIGHT, on.WEAK_LINE],
	],
	[SLOT_OWN_LINE],
);
ladder(
	'INTERRUPT_RAISE',
	call.INTERRUPT_RAISE,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF],
		[error.MISSING_RIGHT, on.WEAK_LINE],
	],
	[SLOT_OWN_LINE],
);
ladder(
	'FLOW_SET',
	call.FLOW_SET,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 64, 64, 32],
		[error.MISSING_RIGHT, on.WEAK_CONTROL, 64, 64, 32],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, 64, 63, 31],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, 63, 64, 31],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, 63, 63, 32],
	],
	[SLOT_OWN_CONTROL, 63, 63, 31],
);
ladder(
	'LOG',
	call.LOG,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 0],
		[error.MISSING_RIGHT, on.WEAK_CONTROL, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, 0],
		[error.INVALID_ARGUMENT, SLOT_OWN_CONTROL, 17],
	],
	[SLOT_OWN_CONTROL, 16, 1, 2, 3, 4],
);
ladder(
	'HALT',
	call.HALT,
	[
		[error.INVALID_CAPABILITY, SLOT_OWN_SELF, 5],
		[error.MISSING_RIGHT, on.WEAK_CONTROL, 5],
	],
	[SLOT_OWN_CONTROL, 5],
);

test('a number without a call is refused', async () => {
	const session = await asDriver();
	for (const number of [0, 9, 29, 100, -1]) refuse(session, error.NO_SUCH_CALL, number, 1, 2, 3);
});

test('an interrupt masks its line, signals its process, and waits for the acknowledgement', async () => {
	const session = await asDriver();
	const line = world.lineOf(world.DRIVER);
	perform(session, call.INTERRUPT_ACKNOWLEDGE, SLOT_OWN_LINE);
	refuse(session, error.WRONG_STATE, call.INTERRUPT_ACKNOWLEDGE, SLOT_OWN_LINE);
	session.finish();
	session.kernel.effects = [];
	session.interrupt(line);
	assert.equal(session.current, world.DRIVER);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT), 0x100);
	assert.deepEqual(session.kernel.effects, [{ name: 'lineEnable', values: [line, 0] }]);
	perform(session, call.INTERRUPT_ACKNOWLEDGE, SLOT_OWN_LINE);
	assert.deepEqual(session.kernel.effects.at(-1), { name: 'lineEnable', values: [line, 1] });
});

test('handing a line out again takes it from its holder; unbinding it ends its signals', async () => {
	const session = await asDriver();
	const line = world.lineOf(world.DRIVER);
	perform(session, call.INTERRUPT_CREATE, SLOT_OWN_CONTROL, line, on.FREE);
	refuse(session, error.INVALID_CAPABILITY, call.INTERRUPT_RAISE, SLOT_OWN_LINE);
	assert.equal(session.kernel.line(line, layout.INTERRUPT_PROCESS), 0);
	perform(session, call.INTERRUPT_BIND, on.FREE, world.signalOf(world.SERVER));
	perform(session, call.INTERRUPT_BIND, on.FREE, 0);
	session.interrupt(line);
	assert.equal(session.current, world.DRIVER);
});

test('revoking the grant of a signal silences the line that was bound to it', async () => {
	const session = await asDriver();
	perform(session, call.COPY, world.signalOf(world.SERVER), on.FREE, 255, 4);
	perform(session, call.INTERRUPT_BIND, SLOT_OWN_LINE, on.FREE);
	perform(session, call.REVOKE, world.SLOT_OWN_ACCOUNT, 4);
	session.interrupt(world.lineOf(world.DRIVER));
	assert.equal(session.current, world.DRIVER);
});

test('LOG hands its bytes to the machine four at a time, HALT its code', async () => {
	const session = await asDriver();
	session.kernel.effects = [];
	perform(session, call.LOG, SLOT_OWN_CONTROL, 6, 0x64636261, 0x6665, 0, 0);
	perform(session, call.HALT, SLOT_OWN_CONTROL, 42);
	assert.deepEqual(session.kernel.effects, [
		{ name: 'log', values: [0x64636261, 4] },
		{ name: 'log', values: [0x6665, 2] },
		{ name: 'halt', values: [42] },
	]);
});

test('a tightened matrix holds for the next use of what somebody has already', async () => {
	const session = await asDriver();
	perform(session, call.FLOW_SET, SLOT_OWN_CONTROL, 0, 0, 31 & ~3);
	assert.equal(session.call(world.gateOf(world.SERVER)), error.FORBIDDEN_FLOW);
	assert.equal(session.notify(world.signalOf(world.SERVER)), error.FORBIDDEN_FLOW);
	assert.equal(session.notifySwitch(world.signalOf(world.SERVER)), error.FORBIDDEN_FLOW);
});

test('ALARM raises the bits when its time comes; a second replaces it, no bits cancel it', async () => {
	const session = await asDriver();
	perform(session, call.ALARM, 1_000_000, 0, 2);
	perform(session, call.ALARM, 500_000, 0, 4);
	session.finish();
	assert.equal(session.kernel.global64(layout.GLOBAL_OUT_ALARM_64), session.now + 500_000n);
	session.tick(session.now + 499_999n);
	assert.equal(session.current, 0);
	session.tick(session.now + 1n);
	assert.equal(session.current, world.DRIVER);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT), 4);
	perform(session, call.ALARM, 5, 0, 1);
	perform(session, call.ALARM, 5, 0, 0);
	assert.equal(session.kernel.global64(layout.GLOBAL_OUT_ALARM_64), NEVER);
	perform(session, call.ALARM, 0xffffffff, 0xffffffff, 1);
	assert.equal(session.kernel.global64(layout.GLOBAL_OUT_ALARM_64), NEVER - 1n);
});
