/** Who executes, for how long, and what signals, faults and time do about it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as call from '../../abi/calls.ts';
import * as error from '../../abi/errors.ts';
import * as layout from '../../kernel/layout.ts';
import * as on from './ladder.ts';
import { perform, sound } from './ladder.ts';
import { Shadow } from './shadow.ts';
import { startWorld } from './start.ts';
import * as world from './world.ts';

const { gateOf, processSlot, signalOf } = world;

test('notify: every error, in order, changes nothing', async () => {
	const session = await startWorld();
	session.activate(world.INIT);
	perform(session, call.PROCESS_STOP, processSlot(world.SERVER));
	session.finish();
	session.activate(world.CLIENT);
	perform(session, call.COPY, signalOf(world.DRIVER), on.FREE, 3, 0);
	const cases: [number, number][] = [
		[error.INVALID_CAPABILITY, 256 + signalOf(world.DRIVER)],
		[error.INVALID_CAPABILITY, on.EMPTY],
		[error.INVALID_CAPABILITY, gateOf(world.DRIVER)],
		[error.MISSING_RIGHT, on.FREE],
		[error.SERVER_GONE, signalOf(world.SERVER)],
	];
	const before = new Shadow(session.kernel);
	before.take();
	for (const [expected, slot] of cases) {
		assert.equal(session.notify(slot), expected);
		assert.equal(session.notifySwitch(slot), expected);
		assert.deepEqual(before.differences(), []);
	}
});

for (const way of ['notify', 'notifySwitch'] as const) {
	test(`${way}: a higher process executes at once, a lower one afterwards; bits add up`, async () => {
		const session = await startWorld();
		session.activate(world.MIDDLE);
		session[way](signalOf(world.CLIENT));
		session[way](signalOf(world.CLIENT));
		assert.equal(session.current, world.MIDDLE);
		session[way](signalOf(world.SERVER));
		assert.equal(session.current, world.SERVER);
		assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT), 1 << world.MIDDLE);
		sound(session);
		session.finish();
		assert.equal(session.current, world.MIDDLE);
		assert.equal(session.out(layout.GLOBAL_OUT_KIND), layout.ENTER_RESUME);
		session.finish();
		assert.equal(session.current, world.CLIENT);
		session.finish();
		assert.equal(session.current, 0);
	});
}

test('processes of one priority take turns', async () => {
	const session = await startWorld();
	session.activate(world.INIT);
	for (const row of [world.CLIENT, world.OTHER_CLIENT]) {
		perform(session, call.SIGNAL, processSlot(row), 60 + row, 1);
	}
	const order: number[] = [];
	for (let turn = 0; turn < 3; turn++) {
		session.notify(60 + world.CLIENT);
		session.notify(60 + world.OTHER_CLIENT);
		session.finish();
		while (session.current !== 0) {
			order.push(session.current);
			session.finish();
		}
		session.activate(world.INIT);
	}
	const [first, second] = [world.CLIENT, world.OTHER_CLIENT];
	assert.deepEqual(order, [first, second, first, second, first, second]);
});

test('an activation in progress goes on before another of its priority begins', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	session.notify(signalOf(world.OTHER_CLIENT));
	session.notify(signalOf(world.SERVER));
	session.finish();
	assert.equal(session.current, world.CLIENT);
});

test('a budget that is used up comes back one period after the activation began, not earlier', async () => {
	const session = await startWorld();
	session.activate(world.BLOCKING);
	session.activate(world.DRIVER);
	const began = session.now;
	assert.equal(session.expire(), 0);
	sound(session);
	assert.equal(session.kernel.process(world.DRIVER, layout.PROCESS_CAUSE), call.CAUSE_OVERRUN);
	const patient = world.MIDDLE;
	session.finish();
	session.activate(world.INIT);
	perform(session, call.PROCESS_CONFIGURE, processSlot(patient), call.CONFIGURE_PATIENCE, 1);
	session.finish();
	const start = session.now;
	session.activate(patient);
	session.expire();
	assert.equal(session.kernel.process(patient, layout.PROCESS_THROTTLED), 1);
	assert.ok(start >= began);
	session.tick(start + BigInt(world.PERIOD) - 1n);
	assert.equal(session.current, 0);
	session.tick(start + BigInt(world.PERIOD));
	assert.equal(session.current, patient);
	assert.equal(session.left, world.BUDGET);
	session.expire();
	assert.equal(session.state(patient), call.STATE_FAULTED);
});

test('a machine that cannot suspend goes on with the next refill, and pays a period later', async () => {
	const session = await startWorld(false);
	session.activate(world.INIT);
	perform(session, call.PROCESS_CONFIGURE, processSlot(world.CLIENT), call.CONFIGURE_PATIENCE, 255);
	session.finish();
	const start = session.now;
	session.activate(world.CLIENT);
	for (let times = 1; times <= 3; times++) {
		assert.equal(session.expire(), 1);
		sound(session);
		assert.equal(session.left, world.BUDGET);
		const refill = session.kernel.process64(world.CLIENT, layout.PROCESS_STARTED_AT_64);
		assert.equal(refill, start + BigInt(times * world.PERIOD));
	}
});

test('wait: blocked until a signal comes, which is its result', async () => {
	const session = await startWorld();
	session.activate(world.BLOCKING);
	session.spend(100);
	session.wait();
	sound(session);
	assert.equal(session.current, 0);
	session.interrupt(world.lineOf(world.BLOCKING));
	assert.equal(session.current, world.BLOCKING);
	assert.equal(session.out(layout.GLOBAL_OUT_KIND), layout.ENTER_RESULT);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT), 0x100);
	session.notify(signalOf(world.BLOCKING));
	assert.equal(session.wait(), 1 << world.BLOCKING);
	assert.equal(session.current, world.BLOCKING);
});

test('wait in a program that does not block is a fault', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	session.wait();
	assert.equal(session.kernel.process(world.CLIENT, layout.PROCESS_CAUSE), call.CAUSE_BAD_CALL);
});

test('a fault is recorded and told to the handler, which restarts its child', async () => {
	const session = await startWorld();
	session.activate(world.INIT);
	perform(session, call.GATE, 3, 60, 9);
	perform(session, call.PROCESS_CONFIGURE, processSlot(world.CLIENT), call.CONFIGURE_HANDLER, 60);
	session.finish();
	session.activate(world.CLIENT);
	session.fault(call.CAUSE_MEMORY, 0xabc);
	sound(session);
	assert.equal(session.current, world.INIT);
	assert.equal(session.out(layout.GLOBAL_OUT_KIND), layout.ENTER_FAULTED);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT), 9);
	perform(session, call.PROCESS_RESTART, processSlot(world.CLIENT));
	session.finish();
	assert.equal(session.current, world.CLIENT);
	assert.equal(session.out(layout.GLOBAL_OUT_KIND), layout.ENTER_INIT);
});

test('a process that stops itself executes no further', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	assert.equal(session.system(call.PROCESS_STOP, 0), error.OK);
	sound(session);
	assert.equal(session.current, 0);
	assert.equal(session.state(world.CLIENT), call.STATE_STOPPED);
	session.interrupt(world.lineOf(world.CLIENT));
	assert.equal(session.current, 0);
});

test('without a current process there are no calls', async () => {
	const session = await startWorld();
	assert.equal(session.kernel.enter('system', call.IDENTIFY, 1, 0, 0, 0, 0, 0, 0, 0), error.WRONG_STATE);
});

test('time is conserved: what a chain of calls uses is what its first caller pays', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	session.spend(111);
	session.call(gateOf(world.MIDDLE));
	session.spend(222);
	session.reply();
	session.call(gateOf(world.SERVER));
	session.spend(333);
	session.reply();
	session.finish();
	assert.equal(session.kernel.process(world.CLIENT, layout.PROCESS_REMAINING), world.BUDGET - 666);
	assert.equal(session.kernel.process(world.SERVER, layout.PROCESS_REMAINING), world.BUDGET);
	assert.equal(session.kernel.process(world.CLIENT, layout.PROCESS_AMOUNT0), 666);
});
