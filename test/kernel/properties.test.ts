/**
 * What holds whatever anybody does: random sequences of kernel entries, on a machine that can suspend activations and on one that
 * cannot. More of them with TESSERA_RUNS=<number>, others with TESSERA_SEED=<number>.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as layout from '../../kernel/layout.ts';
import { isGood, readCapability } from '../../verify/invariants/capabilities.ts';
import { CALLS, step } from './random.ts';
import type { Session } from './session.ts';
import { startWorld } from './start.ts';
import { Watch } from './watch.ts';

const RUNS = Number(process.env.TESSERA_RUNS ?? 120);
const SEED = Number(process.env.TESSERA_SEED ?? 2026);
const SEEDS = fc.array(fc.nat(0x7fffffff), { minLength: 30, maxLength: 80, size: 'max' });
const SETTINGS = { numRuns: RUNS, seed: SEED, endOnFailure: false };

/** Runs `body` for both machines with random steps. */
async function always(body: (session: Session, seeds: readonly number[]) => void): Promise<void> {
	for (const canSuspend of [true, false]) {
		await fc.assert(
			fc.asyncProperty(SEEDS, async (seeds) => body(await startWorld(canSuspend), seeds)),
			SETTINGS,
		);
	}
}

test('every step keeps the invariants, errors change nothing, authority never grows, nothing revoked comes back', async () => {
	const results = new Map<number, Set<boolean>>();
	await always((session, seeds) => {
		new Watch(session);
		const examine = session.after;
		session.after = (made) => {
			examine(made);
			if (made.name !== 'system') return;
			const number = made.values[0] ?? 0;
			results.set(number, (results.get(number) ?? new Set()).add(made.result >= 0));
		};
		for (const seed of seeds) step(session, seed);
	});
	for (const [number] of CALLS) assert.ok(results.has(number), `kernel call ${number} was never made`);
});

test('whoever is ready executes in the end: everybody who returns lets the system come to rest', async () => {
	await always((session, seeds) => {
		for (const seed of seeds) step(session, seed);
		assert.ok(session.drain(), 'the system does not come to rest');
		assert.equal(session.out(layout.GLOBAL_TOP), 0);
		for (const row of session.kernel.processes()) {
			assert.equal(session.kernel.process(row, layout.PROCESS_THROTTLED), 0, `process ${row} stays throttled`);
			const waits = session.kernel.process(row, layout.PROCESS_WAITING);
			const active = session.kernel.process(row, layout.PROCESS_ACTIVE);
			assert.equal(active !== layout.ACTIVE_NONE, waits === 1, `process ${row} is left in the middle`);
		}
	});
});

test('the kernel finds exactly the capabilities that are good by the checker’s own reading', async () => {
	await always((session, seeds) => {
		for (const seed of seeds) step(session, seed);
		const row = session.current;
		if (row === 0) return;
		for (let slot = 0; slot < layout.SLOTS_MOST; slot++) {
			const capability = readCapability(session.kernel, row, slot);
			const expected = isGood(session.kernel, capability) ? capability.kind | (capability.rights << 8) : 0;
			assert.equal(session.kernel.enter('system', 6, slot, 0, 0, 0, 0, 0, 0, 0), expected, `slot ${slot}`);
		}
	});
});
