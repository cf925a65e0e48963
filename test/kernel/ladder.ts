/**
 * Tests of single kernel calls. A ladder makes the same call again and again: at first everything about it is wrong, then one thing
 * after the other is put right, so that each step shows the next error of the specification's order. An error must leave
 * the whole state as it was. The last step succeeds.
 */

import assert from 'node:assert/strict';
import { describe as group, test } from 'node:test';
import * as call from '../../abi/calls.ts';
import { checkSnapshot, describe } from '../../verify/invariants/check.ts';
import { OUT_OF_ERRORS } from './random.ts';
import type { Session } from './session.ts';
import { Shadow } from './shadow.ts';
import { startWorld } from './start.ts';
import * as world from './world.ts';

/** Slots that `asDriver` fills with capabilities that lack what matters: the rights COPY and TRANSFER alone, or READ alone. */
export const WEAK_ACCOUNT = 41;
export const WEAK_PROCESS = 42;
export const ONLY_READ = 43;
export const WEAK_LINE = 44;
export const WEAK_GATE = 45;
export const WEAK_SIGNAL = 46;
export const WEAK_CONTROL = 47;
/** A capability that was revoked. */
export const DEAD = 48;
/** Empty slots, and one that is never filled. */
export const FREE = 50;
export const FREE_TOO = 51;
export const EMPTY = 63;
/** A grant row of the processes' account that no ladder uses otherwise. */
const GRANT = 10;
const COPY_AND_TRANSFER = 3;
const READ = 4;

/** Refused with `error`, and nothing has changed. */
export function refuse(session: Session, error: number, number: number, ...values: readonly number[]): void {
	const before = new Shadow(session.kernel);
	session.kernel.effects = [];
	before.take();
	assert.equal(session.system(number, ...values), error, `${number}(${values.join(', ')})`);
	assert.deepEqual(before.differences(OUT_OF_ERRORS), [], `${number}(${values.join(', ')}) changed something`);
	assert.deepEqual(session.kernel.effects, [], `${number}(${values.join(', ')}) used the machine`);
}

/** Performed; its status, which is not an error. */
export function perform(session: Session, number: number, ...values: readonly number[]): number {
	const result = session.system(number, ...values);
	assert.ok(result >= 0, `${number}(${values.join(', ')}) = ${result}`);
	sound(session);
	return result;
}

/** All invariants hold. */
export function sound(session: Session): void {
	assert.deepEqual(checkSnapshot(session.kernel).map(describe), []);
}

/** The driver executes; it holds a capability of every kind, weak ones and a dead one among them. */
export async function asDriver(): Promise<Session> {
	const session = await startWorld();
	session.activate(world.DRIVER);
	const weaken = (source: number, slot: number, rights: number) => perform(session, call.COPY, source, slot, rights, 0);
	weaken(world.SLOT_OWN_ACCOUNT, WEAK_ACCOUNT, COPY_AND_TRANSFER);
	weaken(world.SLOT_OWN_SELF, WEAK_PROCESS, COPY_AND_TRANSFER);
	weaken(world.SLOT_OWN_REGION, ONLY_READ, READ);
	weaken(world.SLOT_OWN_LINE, WEAK_LINE, COPY_AND_TRANSFER);
	weaken(world.gateOf(world.SERVER), WEAK_GATE, COPY_AND_TRANSFER);
	weaken(world.signalOf(world.SERVER), WEAK_SIGNAL, COPY_AND_TRANSFER);
	weaken(world.SLOT_OWN_CONTROL, WEAK_CONTROL, COPY_AND_TRANSFER);
	perform(session, call.COPY, world.SLOT_OWN_REGION, DEAD, 255, GRANT);
	perform(session, call.REVOKE, world.SLOT_OWN_ACCOUNT, GRANT);
	return session;
}

/** As the driver, with init's capabilities to all processes: slot `world.processSlot(row)`. */
export async function asInit(): Promise<Session> {
	const session = await startWorld();
	session.activate(world.INIT);
	return session;
}

export type Rung = readonly [error: number, ...values: number[]];

/** Declares the test of one call: its refusals in order, then the arguments with which it succeeds. */
export function ladder(
	name: string,
	number: number,
	rungs: readonly Rung[],
	success: readonly number[],
	prepare: () => Promise<Session> = asDriver,
): void {
	test(name, async () => {
		const session = await prepare();
		for (const [error, ...values] of rungs) refuse(session, error, number, ...values);
		perform(session, number, ...success);
	});
}

export { group };
