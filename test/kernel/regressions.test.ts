/** Mistakes that the kernel once had. Each test failed before its fix. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SLOT_ACCOUNT, SLOT_CONTROL } from '../../abi/boot.ts';
import * as call from '../../abi/calls.ts';
import { FORBIDDEN_FLOW, INVALID_ARGUMENT, OK, SERVER_BUSY, WRONG_STATE } from '../../abi/errors.ts';
import { FLOW_ALL, FLOW_RAISE, FLOW_READ, FLOW_WRITE, RIGHT_READ } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { startWorld } from './start.ts';
import * as world from './world.ts';

test('a process that destroys a region cannot reach it through its own mapping afterwards', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	const row = world.regionRow(world.CLIENT);
	assert.equal(session.system(call.REGION_MAP, 0, world.SLOT_OWN_REGION, 3, 12), OK);
	assert.equal(session.system(call.REGION_DESTROY, world.SLOT_OWN_ACCOUNT, row), OK);
	assert.equal(session.current, world.CLIENT);
	assert.equal(session.kernel.mapping(world.CLIENT, 3, layout.MAPPING_RIGHTS), 0);
	const window = session.kernel.block(world.CLIENT) + layout.BLOCK_L1_64 + 64 * (3 + 1);
	assert.equal(session.kernel.long(window), 0n);
});

test('a server whose `init` waits for budget is not entered before it', async () => {
	const session = await startWorld();
	session.activate(world.SERVER);
	session.expire();
	session.sleep();
	session.expire();
	assert.equal(session.state(world.SERVER), call.STATE_FAULTED);
	session.activate(world.INIT);
	assert.equal(session.system(call.PROCESS_RESTART, world.processSlot(world.SERVER)), OK);
	session.finish();
	session.activate(world.CLIENT);
	assert.equal(session.kernel.process(world.SERVER, layout.PROCESS_INIT_DUE), 1);
	assert.equal(session.call(world.gateOf(world.SERVER)), SERVER_BUSY);
});

test('a program that blocks is never finished on a caller’s budget', async () => {
	const session = await startWorld();
	session.activate(world.INIT);
	const client = world.processSlot(world.CLIENT);
	assert.equal(session.system(call.PROCESS_CONFIGURE, client, call.CONFIGURE_PRIORITY, 10), OK);
	assert.equal(session.system(call.PROCESS_CONFIGURE, client, call.CONFIGURE_BUDGET, 4_000_000, 100_000_000), OK);
	session.finish();
	session.tick(200_000_000n);
	session.activate(world.BLOCKING);
	session.expire();
	assert.equal(session.kernel.process(world.BLOCKING, layout.PROCESS_THROTTLED), 1);
	session.activate(world.CLIENT);
	assert.equal(session.call(world.gateOf(world.BLOCKING)), SERVER_BUSY);
});

test('refills stay in order after one was taken ahead of its time', async () => {
	const session = await startWorld(false);
	session.activate(world.MIDDLE);
	const { kernel } = session;
	const row = world.MIDDLE;
	kernel.words[(layout.PROCESS_BASE + row * layout.PROCESS_STRIDE + layout.PROCESS_PATIENCE) >>> 2] = 255;
	assert.equal(session.expire(), 1);
	session.spend(1000);
	session.finish();
	assert.equal(kernel.process(row, layout.PROCESS_REMAINING), 0, 'what it took ahead of its time is not there before');
	assert.equal(kernel.process(row, layout.PROCESS_REFILLS), 2);
	assert.ok(kernel.process64(row, layout.PROCESS_REFILL0_64) <= kernel.process64(row, layout.PROCESS_REFILL1_64));
});

test('the flow matrix holds for clearing and for fresh capabilities to memory', async () => {
	const session = await startWorld();
	session.activate(world.INIT);
	const flow = (operations: number) => session.system(call.FLOW_SET, SLOT_CONTROL, 0, 0, operations);
	assert.equal(flow(FLOW_ALL & ~FLOW_WRITE), OK);
	session.finish();
	session.activate(world.CLIENT);
	assert.equal(session.system(call.REGION_CLEAR, world.SLOT_OWN_REGION, 0), FORBIDDEN_FLOW);
	const create = [world.SLOT_OWN_ACCOUNT, world.EXTENT_ROW, 81, 16, world.SLOT_FREE];
	assert.equal(session.system(call.REGION_CREATE, ...create), FORBIDDEN_FLOW);
	const row = world.regionRow(world.CLIENT);
	assert.equal(session.system(call.REGION_REVOKE, world.SLOT_OWN_ACCOUNT, row, world.SLOT_FREE), FORBIDDEN_FLOW);
	session.finish();
	session.activate(world.INIT);
	assert.equal(flow(FLOW_ALL & ~FLOW_READ), OK);
	const device = [SLOT_CONTROL, SLOT_ACCOUNT, 1, 90, 0x9000, 60 | (1 << 16)];
	assert.equal(session.system(call.REGION_DEVICE, ...device), FORBIDDEN_FLOW);
});

test('the flow matrix holds for interrupts raised by software', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	assert.equal(session.system(call.INTERRUPT_BIND, world.SLOT_OWN_LINE, world.signalOf(world.DRIVER)), OK);
	session.finish();
	session.activate(world.INIT);
	assert.equal(session.system(call.FLOW_SET, SLOT_CONTROL, 0, 0, FLOW_ALL & ~FLOW_RAISE), OK);
	session.finish();
	session.kernel.words[(layout.PROCESS_BASE + world.CLIENT * layout.PROCESS_STRIDE + layout.PROCESS_PENDING) >>> 2] = 0;
	session.interrupt(world.lineOf(world.MIDDLE));
	assert.equal(session.current, world.MIDDLE);
	assert.equal(session.system(call.INTERRUPT_RAISE, world.SLOT_OWN_LINE), FORBIDDEN_FLOW);
	const bind = session.system(call.INTERRUPT_BIND, world.SLOT_OWN_LINE, world.signalOf(world.DRIVER));
	assert.equal(bind, FORBIDDEN_FLOW);
});

test('a capability is attached to the reply of a call only while one is served', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	assert.equal(session.system(call.REPLY_CAPABILITY, world.SLOT_OWN_REGION, 0), WRONG_STATE);
});

test('memory 16 is not memory 0', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	const loan = 16 | (RIGHT_READ << 8);
	assert.equal(session.callWith(world.gateOf(world.SERVER), 0, loan, 0, 4), INVALID_ARGUMENT);
});

test('an interrupt that nobody handles still says whether to preempt', async () => {
	const session = await startWorld();
	session.activate(world.CLIENT);
	session.kernel.words[(layout.GLOBAL_BASE + layout.GLOBAL_OUT_PREEMPT) >>> 2] = 1;
	session.kernel.enter('interrupt', 200);
	assert.equal(session.out(layout.GLOBAL_OUT_PREEMPT), 0);
});
