/**
 * The hostile suite: each attack runs beside innocent bystanders, on every machine. Afterwards the bystanders have got on with their
 * work, the attacker's parent has everything back, and an independent checker finds the kernel's memory in order.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkInvariants } from '../../verify/invariants/check.ts';
import { MACHINES, runUntilIdle } from '../support/run.ts';
import { buildStage } from '../support/stage.ts';

/** What an attack needs (test/components/warden): a queue that a bystander reads, a bystander that calls it. */
const QUEUE = 1;
const CALLED = 2;

const ATTACKS: Readonly<Record<string, number>> = {
	loops: CALLED,
	recurses: 0,
	slots: 0,
	numbers: 0,
	forges: 0,
	traps: CALLED,
	writes: 0,
	fills: 0,
	exhausts: 0,
	revokes: 0,
	floods: 0,
	lies: QUEUE,
	alarms: 0,
	saws: 0,
	breeds: 0,
	wild: CALLED,
};
const BYSTANDERS = ['bystander', 'answerer', 'listener'];

for (const [attack, options] of Object.entries(ATTACKS)) {
	describe(`a component that ${attack}`, () => {
		for (const machine of MACHINES) {
			test(`harms nobody on ${machine}`, async () => {
				const image = await buildStage({
					name: `hostile-${attack}`,
					director: 'test/components/warden',
					components: [...BYSTANDERS, `hostile/${attack}`].map((name) => `test/components/${name}`),
					options,
				});
				const { lines, memory } = await runUntilIdle(machine, image);
				assert.deepEqual(
					lines.filter((line) => !line.startsWith('ok ')),
					[`total ${lines.length - 1} assertions, 0 failed`],
				);
				assert.deepEqual(checkInvariants(memory), []);
			});
		}
	});
}
