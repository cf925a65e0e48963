/**
 * The hostile suite: each attack runs beside innocent bystanders, on every machine. Afterwards the bystanders have got on with their
 * work, the attacker's parent has everything back, and an independent checker finds the kernel's memory in order.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCOUNT_BASE, ACCOUNT_PAGES, GLOBAL_BASE, GLOBAL_BOOTED } from '../../kernel/layout.ts';
import { checkInvariants } from '../../verify/invariants/check.ts';
import { type IdleOutcome, MACHINES, type Machine, runUntilIdle } from '../support/run.ts';
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

/** Runs one attack to its end on one machine. */
async function run(attack: string, options: number, machine: Machine): Promise<IdleOutcome> {
	const image = await buildStage({
		name: `hostile-${attack}`,
		director: 'test/components/warden',
		components: [...BYSTANDERS, `hostile/${attack}`].map((name) => `test/components/${name}`),
		options,
	});
	return runUntilIdle(machine, image);
}

for (const [attack, options] of Object.entries(ATTACKS)) {
	describe(`a component that ${attack}`, () => {
		for (const machine of MACHINES) {
			test(`harms nobody on ${machine}`, async () => {
				const { lines, memory } = await run(attack, options, machine);
				assert.deepEqual(
					lines.filter((line) => !line.startsWith('ok ')),
					[`total ${lines.length - 1} assertions, 0 failed`],
				);
				assert.deepEqual(checkInvariants(memory), []);
			});
		}
	});
}

describe('the check of the suite itself', () => {
	for (const machine of MACHINES) {
		test(`a single wrong word does not escape it on ${machine}`, async () => {
			const { memory } = await run('traps', CALLED, machine);
			const words = new DataView(memory.buffer, memory.byteOffset);
			assert.equal(
				words.getUint32(GLOBAL_BASE + GLOBAL_BOOTED, true),
				1,
				'this is not the memory of a kernel that has booted',
			);
			words.setUint32(ACCOUNT_BASE + ACCOUNT_PAGES, words.getUint32(ACCOUNT_BASE + ACCOUNT_PAGES, true) + 1, true);
			assert.notDeepEqual(checkInvariants(memory), []);
		});
	}
});
