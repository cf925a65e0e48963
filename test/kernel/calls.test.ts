/** Protected calls: admission, donation, loans, capabilities on the way there and back, and what happens when one side ends. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as call from '../../abi/calls.ts';
import { CALL_MOVE } from '../../abi/component.ts';
import * as error from '../../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import * as on from './ladder.ts';
import { perform, refuse, sound } from './ladder.ts';
import type { Session } from './session.ts';
import { Shadow } from './shadow.ts';
import { startWorld } from './start.ts';
import * as world from './world.ts';

const { gateOf, SLOT_OWN_MEMORY, SLOT_OWN_REGION, WORST_CASE } = world;
const READ_LOAN = RIGHT_READ << 8;
const BOTH_LOAN = (RIGHT_READ | RIGHT_WRITE) << 8;

async function asClient(): Promise<Session> {
	const session = await startWorld();
	session.activate(world.CLIENT);
	return session;
}

/** A call that is refused leaves everything as it was. */
function refuseCall(session: Session, expected: number, gate: number, ...more: number[]): void {
	const before = new Shadow(session.kernel);
	before.take();
	const result = more.length === 0 ? session.call(gate) : session.callWith(gate, ...(more as [number]));
	assert.equal(result, expected, `call(${[gate, ...more].join(', ')})`);
	assert.deepEqual(before.differences(), []);
	if (more.length === 0) refuseCall(session, expected, gate, 0);
}

test('call: every error, in order, changes nothing', async () => {
	const session = await asClient();
	refuseCall(session, error.INVALID_CAPABILITY, 256 + gateOf(world.SERVER));
	refuseCall(session, error.INVALID_CAPABILITY, on.EMPTY);
	refuseCall(session, error.INVALID_CAPABILITY, SLOT_OWN_REGION);
	perform(session, call.COPY, gateOf(world.SERVER), on.WEAK_GATE, 3, 0);
	refuseCall(session, error.MISSING_RIGHT, on.WEAK_GATE);
	refuseCall(session, error.PRIORITY, gateOf(world.CLIENT));
	refuseCall(session, error.PRIORITY, gateOf(world.OTHER_CLIENT));
	refuseCall(session, error.PRIORITY, gateOf(world.BLOCKING));
	refuseCall(session, error.SERVER_GONE, gateOf(world.INIT));
	session.spend(world.BUDGET - WORST_CASE + 1);
	refuseCall(session, error.BUDGET, gateOf(world.SERVER));
});

test('call: a server that is stopped or faulted is gone', async () => {
	const session = await asClient();
	session.finish();
	session.activate(world.SERVER);
	session.fault(call.CAUSE_STACK);
	session.activate(world.CLIENT);
	refuseCall(session, error.SERVER_GONE, gateOf(world.SERVER));
});

test('call and reply: the worst case is donated, what is left comes back, the status arrives', async () => {
	const session = await asClient();
	const before = session.left;
	assert.equal(session.call(gateOf(world.SERVER)), world.SERVER);
	sound(session);
	assert.equal(session.current, world.SERVER);
	assert.equal(session.left, WORST_CASE);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT), world.CLIENT);
	session.spend(700);
	assert.equal(session.reply(0xc0000001 | 0), world.CLIENT);
	sound(session);
	assert.equal(session.left, before - 700);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT), 0x40000001);
});

test('a server that overruns its worst case faults; its client gets the error and only loses the donation', async () => {
	const session = await asClient();
	const before = session.left;
	session.call(gateOf(world.SERVER));
	session.expire();
	sound(session);
	assert.equal(session.state(world.SERVER), call.STATE_FAULTED);
	assert.equal(session.kernel.process(world.SERVER, layout.PROCESS_CAUSE), call.CAUSE_OVERRUN);
	assert.equal(session.current, world.CLIENT);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT) | 0, error.SERVER_FAULT);
	assert.equal(session.left, before - WORST_CASE);
});

test('a server that traps: the client gets SERVER_FAULT and what was left', async () => {
	const session = await asClient();
	const before = session.left;
	session.call(gateOf(world.MIDDLE));
	session.call(gateOf(world.SERVER));
	session.spend(500);
	session.fault(call.CAUSE_TRAP, 7);
	assert.equal(session.current, world.MIDDLE);
	session.fault(call.CAUSE_TRAP, 8);
	assert.equal(session.current, world.CLIENT);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT) | 0, error.SERVER_FAULT);
	assert.equal(session.left, before - 500);
	sound(session);
});

test('a nested call must fit into the donation', async () => {
	const session = await asClient();
	session.call(gateOf(world.MIDDLE));
	session.spend(1);
	refuseCall(session, error.BUDGET, gateOf(world.SERVER));
});

test('a client that is stopped during its call ends when the call returns', async () => {
	const session = await asClient();
	session.call(gateOf(world.SERVER));
	session.interrupt(world.lineOf(world.INIT));
	perform(session, call.PROCESS_STOP, world.processSlot(world.CLIENT));
	refuse(session, error.WRONG_STATE, call.PROCESS_RESTART, world.processSlot(world.CLIENT));
	session.finish();
	assert.equal(session.current, world.SERVER);
	assert.equal(session.reply(), 0);
	sound(session);
	assert.equal(session.kernel.process(world.CLIENT, layout.PROCESS_ACTIVE), layout.ACTIVE_NONE);
	assert.equal(session.current, 0);
});

test('a server that is stopped during a call: its client gets SERVER_GONE', async () => {
	const session = await asClient();
	session.call(gateOf(world.SERVER));
	session.interrupt(world.lineOf(world.INIT));
	perform(session, call.PROCESS_STOP, world.processSlot(world.SERVER));
	session.finish();
	assert.equal(session.current, world.CLIENT);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT) | 0, error.SERVER_GONE);
});

test('a server in the middle of its own activation, without budget, finishes it first on the caller’s budget', async () => {
	const session = await startWorld();
	session.activate(world.INIT);
	perform(
		session,
		call.PROCESS_CONFIGURE,
		world.processSlot(world.CLIENT),
		call.CONFIGURE_BUDGET,
		3_000_000,
		30_000_000,
	);
	session.finish();
	session.tick(40_000_000n);
	session.activate(world.SERVER);
	session.expire();
	session.activate(world.CLIENT);
	const before = session.left;
	assert.equal(session.call(gateOf(world.SERVER)), 0);
	sound(session);
	assert.equal(session.current, world.SERVER);
	assert.equal(session.out(layout.GLOBAL_OUT_KIND), layout.ENTER_RESUME);
	session.spend(1000);
	session.finish();
	assert.equal(session.current, world.SERVER);
	assert.equal(session.out(layout.GLOBAL_OUT_KIND), layout.ENTER_PROTECTED);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT), world.CLIENT);
	session.spend(10);
	assert.equal(session.reply(), world.CLIENT);
	assert.equal(session.left, before - 1010);
});

test('a deferred call whose donation is used up comes back as SERVER_BUSY', async () => {
	const session = await startWorld();
	session.activate(world.INIT);
	perform(
		session,
		call.PROCESS_CONFIGURE,
		world.processSlot(world.CLIENT),
		call.CONFIGURE_BUDGET,
		3_000_000,
		30_000_000,
	);
	session.finish();
	session.tick(40_000_000n);
	session.activate(world.SERVER);
	session.expire();
	session.activate(world.CLIENT);
	const before = session.left;
	session.call(gateOf(world.SERVER));
	session.expire();
	sound(session);
	assert.equal(session.current, world.CLIENT);
	assert.equal(session.out(layout.GLOBAL_OUT_ARGUMENT) | 0, error.SERVER_BUSY);
	assert.equal(session.left, before - world.BUDGET);
});

test('callWith: every further error, in order, changes nothing', async () => {
	const session = await asClient();
	const gate = gateOf(world.SERVER);
	const both = (sent: number, returned: number) => (sent | (returned << 16)) >>> 0;
	refuseCall(session, error.INVALID_ARGUMENT, gate, both(on.EMPTY, 64), 14 | READ_LOAN, 0, 0);
	refuseCall(session, error.SLOT_OCCUPIED, gate, both(on.EMPTY, SLOT_OWN_REGION), 14 | READ_LOAN, 0, 0);
	refuseCall(session, error.INVALID_ARGUMENT, gate, both(on.EMPTY, on.FREE), 13 | READ_LOAN, 0, 0);
	refuseCall(session, error.INVALID_ARGUMENT, gate, both(on.EMPTY, on.FREE), 16 | READ_LOAN, 0, 0);
	refuseCall(session, error.INVALID_ARGUMENT, gate, both(on.EMPTY, on.FREE), 1, 0, 0);
	refuseCall(session, error.INVALID_ARGUMENT, gate, both(on.EMPTY, on.FREE), 0x1000, 0, 0);
	refuseCall(session, error.OUT_OF_BOUNDS, gate, both(on.EMPTY, on.FREE), 1 | READ_LOAN, 0, 1);
	refuseCall(session, error.OUT_OF_BOUNDS, gate, both(on.EMPTY, on.FREE), READ_LOAN, 65_535, 2);
	refuseCall(session, error.OUT_OF_BOUNDS, gate, both(on.EMPTY, on.FREE), READ_LOAN, 0xffffffff, 0xffffffff);
	refuseCall(session, error.INVALID_ARGUMENT, gate, both(gate | CALL_MOVE, on.FREE), READ_LOAN, 0, 4);
	refuseCall(session, error.INVALID_CAPABILITY, gate, both(on.EMPTY, on.FREE), READ_LOAN, 0, 4);
	refuseCall(session, error.SLOT_OCCUPIED, gate, both(SLOT_OWN_REGION, on.FREE), READ_LOAN, 0, 4);
	perform(session, call.COPY, SLOT_OWN_REGION, 52, RIGHT_READ | 2, 0);
	refuseCall(session, error.MISSING_RIGHT, gate, both(52, on.FREE), READ_LOAN, 0, 4);
	assert.equal(session.callWith(gate, both(0, on.FREE), READ_LOAN, 65_532, 4), world.SERVER);
	sound(session);
});

/** The server names `slot` for a capability, then the client executes. */
async function receiving(slot: number): Promise<Session> {
	const session = await startWorld();
	session.activate(world.SERVER);
	perform(session, call.RECEIVE, slot);
	session.finish();
	session.activate(world.CLIENT);
	return session;
}

test('a capability that is copied with a call arrives in the receive slot, once', async () => {
	const session = await receiving(on.FREE);
	assert.equal(session.callWith(gateOf(world.SERVER), SLOT_OWN_REGION), world.SERVER);
	sound(session);
	assert.notEqual(perform(session, call.IDENTIFY, on.FREE), 0);
	session.reply();
	assert.notEqual(perform(session, call.IDENTIFY, SLOT_OWN_REGION), 0);
	refuseCall(session, error.SLOT_OCCUPIED, gateOf(world.SERVER), SLOT_OWN_REGION);
});

test('a region that is moved leaves the giver’s table and memories', async () => {
	const session = await receiving(on.FREE);
	perform(session, call.REGION_MAP, 0, SLOT_OWN_REGION, 3, 12);
	assert.equal(session.callWith(gateOf(world.SERVER), SLOT_OWN_REGION | CALL_MOVE), world.SERVER);
	sound(session);
	perform(session, call.REGION_MAP, 0, on.FREE, 3, 12);
	session.reply();
	assert.equal(perform(session, call.IDENTIFY, SLOT_OWN_REGION), 0);
	assert.equal(session.kernel.mapping(world.CLIENT, 3, layout.MAPPING_RIGHTS), 0);
});

test('REPLY_CAPABILITY: a capability comes back with the reply into the slot that the client named', async () => {
	const session = await asClient();
	refuse(session, error.WRONG_STATE, call.REPLY_CAPABILITY, SLOT_OWN_REGION, 0);
	session.callWith(gateOf(world.SERVER), on.FREE << 16);
	refuse(session, error.INVALID_CAPABILITY, call.REPLY_CAPABILITY, on.EMPTY, 0);
	perform(session, call.COPY, SLOT_OWN_REGION, 52, RIGHT_READ | 2, 0);
	refuse(session, error.MISSING_RIGHT, call.REPLY_CAPABILITY, 52, 0);
	perform(session, call.REPLY_CAPABILITY, 52, 1);
	assert.equal(session.reply(), world.CLIENT);
	sound(session);
	assert.equal(perform(session, call.IDENTIFY, on.FREE), 3 | ((RIGHT_READ | 2) << 8));
	session.call(gateOf(world.SERVER));
	assert.equal(perform(session, call.IDENTIFY, 52), 0);
});

test('a loan is read and written within its bounds and rights, and ends with the call', async () => {
	const session = await asClient();
	for (const number of [call.LOAN_READ, call.LOAN_WRITE, call.LOAN_SIZE])
		refuse(session, error.WRONG_STATE, number, 0, 0, 0);
	session.callWith(gateOf(world.SERVER), 0, READ_LOAN, 4096, 100);
	refuse(session, error.MISSING_RIGHT, call.LOAN_WRITE, 0, 0, 1);
	refuse(session, error.OUT_OF_BOUNDS, call.LOAN_READ, 0, 0, 101);
	refuse(session, error.OUT_OF_BOUNDS, call.LOAN_READ, 0xffffffff, 0, 2);
	refuse(session, error.OUT_OF_BOUNDS, call.LOAN_READ, 0, 65_500, 100);
	assert.equal(perform(session, call.LOAN_SIZE), 100);
	assert.equal(session.out(layout.GLOBAL_OUT_WORD0), RIGHT_READ);
	session.kernel.effects = [];
	perform(session, call.LOAN_READ, 4, 2000, 96);
	const copied = [world.CLIENT, 0, 4100, world.SERVER, 0, 2000, 96];
	assert.deepEqual(session.kernel.effects, [{ name: 'copy', values: copied }]);
	session.reply();
	session.call(gateOf(world.SERVER));
	refuse(session, error.WRONG_STATE, call.LOAN_SIZE);
});

test('a writable loan; and one whose memory is revoked meanwhile', async () => {
	const session = await asClient();
	session.callWith(gateOf(world.SERVER), 0, BOTH_LOAN, 0, 65_536);
	session.kernel.effects = [];
	perform(session, call.LOAN_WRITE, 65_000, 0, 536);
	const copied = [world.SERVER, 0, 0, world.CLIENT, 0, 65_000, 536];
	assert.deepEqual(session.kernel.effects, [{ name: 'copy', values: copied }]);
	perform(session, call.REGION_REVOKE, world.SLOT_OWN_ACCOUNT, world.memoryRow(world.CLIENT), on.FREE);
	refuse(session, error.OUT_OF_BOUNDS, call.LOAN_READ, 0, 0, 1);
	session.reply();
	assert.equal(perform(session, call.IDENTIFY, SLOT_OWN_MEMORY), 0);
});

test('reply outside a call and finish inside one are faults', async () => {
	const session = await asClient();
	session.reply();
	assert.equal(session.kernel.process(world.CLIENT, layout.PROCESS_CAUSE), call.CAUSE_BAD_CALL);
	session.activate(world.MIDDLE);
	session.call(gateOf(world.SERVER));
	session.finish();
	assert.equal(session.kernel.process(world.SERVER, layout.PROCESS_CAUSE), call.CAUSE_BAD_CALL);
	assert.equal(session.current, world.MIDDLE);
});
