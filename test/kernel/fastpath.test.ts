/** The fast paths do exactly what the slow paths do: the same result, the same state, the same machine functions. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as layout from '../../kernel/layout.ts';
import type { Effect, EntryName, ModelKernel } from './kernel.ts';
import { step } from './random.ts';
import type { Session } from './session.ts';
import { Shadow } from './shadow.ts';
import { startWorld } from './start.ts';

const SEEDS = fc.array(fc.nat(0x7fffffff), { minLength: 40, maxLength: 80, size: 'max' });
const CALL_NEXT = 0x7fffffff;

/** The slow way to do an entry that has a fast one; undefined for the others. */
function slowly(kernel: ModelKernel, name: EntryName, values: readonly number[]): number | undefined {
	if (name === 'call') return kernel.enter('callSlow', ...values);
	if (name === 'reply') return kernel.enter('replySlow', ...values);
	if (name !== 'notifySwitch' && name !== 'interruptSwitch') return undefined;
	const [left = 0, argument = 0, ...now] = values;
	const result = kernel.enter(name === 'notifySwitch' ? 'notify' : 'interrupt', argument);
	if (result < 0 || kernel.global(layout.GLOBAL_OUT_PREEMPT) === 0) return result;
	kernel.enter('preempt', left);
	return kernel.enter('next', ...now) || CALL_NEXT;
}

/** Does each entry twice, the slow way first, and compares. */
function compare(session: Session, counts: Map<string, number>): void {
	const { kernel } = session;
	const before = new Shadow(kernel);
	const after = new Shadow(kernel);
	let slow: { result: number; effects: readonly Effect[] } | undefined;
	session.before = (name, values) => {
		slow = undefined;
		if (!['call', 'reply', 'notifySwitch', 'interruptSwitch'].includes(name)) return;
		before.take();
		kernel.effects = [];
		const result = slowly(kernel, name, values) ?? 0;
		slow = { result, effects: kernel.effects };
		after.take();
		before.restore();
		kernel.effects = [];
	};
	session.after = (made) => {
		if (slow === undefined) return;
		const told = `${made.name}(${made.values.join(', ')})`;
		assert.equal(made.result, slow.result, `${told} has another result than its slow path`);
		assert.deepEqual(after.differences(), [], `${told} leaves another state than its slow path`);
		assert.deepEqual(kernel.effects, slow.effects, `${told} uses other machine functions than its slow path`);
		const key = `${made.name} ${made.result < 0 ? 'refused' : 'done'}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	};
}

test('fast and slow paths agree', async () => {
	const counts = new Map<string, number>();
	await fc.assert(
		fc.asyncProperty(SEEDS, fc.boolean(), async (seeds, canSuspend) => {
			const session = await startWorld(canSuspend);
			compare(session, counts);
			for (const seed of seeds) step(session, seed);
		}),
		{ numRuns: 500, seed: 7, endOnFailure: false },
	);
	for (const key of [
		'call done',
		'call refused',
		'reply done',
		'notifySwitch done',
		'notifySwitch refused',
		'interruptSwitch done',
	]) {
		assert.ok((counts.get(key) ?? 0) > 50, `${key}: only ${counts.get(key)} times`);
	}
});
