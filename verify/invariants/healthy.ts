/** Systems in the middle of much, with nothing wrong in them: what tests of checkers damage. */
import assert from 'node:assert/strict';
import * as call from '../../abi/calls.ts';
import type { Session } from '../../test/kernel/session.ts';
import { startWorld } from '../../test/kernel/start.ts';
import * as world from '../../test/kernel/world.ts';

/** The client is in a call to the server, which executes; others are ready, throttled, blocked; a grant and an alarm are in use. */
export async function busySystem(): Promise<Session> {
	const session = await startWorld();
	session.activate(world.BLOCKING);
	session.wait();
	session.activate(world.MIDDLE);
	session.expire();
	session.activate(world.CLIENT);
	session.system(call.COPY, world.SLOT_OWN_REGION, 50, 255, 1);
	session.system(call.COPY, 50, 51, 255, 2);
	session.system(call.REGION_MAP, 0, 50, 3, 12);
	session.system(call.ALARM, 1_000_000, 0, 1);
	session.spend(1000);
	session.notify(world.signalOf(world.OTHER_CLIENT));
	assert.equal(session.callWith(world.gateOf(world.SERVER), 52 << 16, 12 << 8, 0, 16), world.SERVER);
	return session;
}

/** On a machine that cannot suspend, the driver lives on a borrowed refill, with others to come, and waits for the server, which executes. */
export async function borrowingSystem(): Promise<Session> {
	const session = await startWorld(false);
	session.activate(world.MIDDLE);
	session.spend(1000);
	session.finish();
	session.activate(world.MIDDLE);
	session.expire();
	session.spend(10);
	session.interrupt(world.lineOf(world.SERVER));
	assert.equal(session.current, world.SERVER);
	return session;
}
