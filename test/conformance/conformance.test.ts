/** The conformance suite: the same components say the same of the kernel on every machine. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { SystemImage } from '../../tools/image/types.ts';
import { checkInvariants } from '../../verify/invariants/check.ts';
import { MACHINES, type Outcome, runOn } from '../support/run.ts';
import { buildStage } from '../support/stage.ts';
import { CONFORMANCE } from './stage.ts';

/** Assertions that there must be at least: an area that silently falls out is a failure. */
const ASSERTIONS_LEAST = 875;
const AREAS_LEAST = 17;

const outcomes = new Map<string, Outcome>();

function assertions({ lines }: Outcome): string[] {
	return lines.filter((line) => !line.startsWith('total '));
}

describe('conformance', () => {
	let image: SystemImage;
	before(async () => {
		image = await buildStage(CONFORMANCE);
	});

	for (const machine of MACHINES) {
		test(`every assertion holds on ${machine}`, async () => {
			const outcome = await runOn(machine, image);
			outcomes.set(machine, outcome);
			assert.deepEqual(
				assertions(outcome).filter((line) => !line.startsWith('ok ')),
				[],
			);
			assert.equal(outcome.lines.at(-1), `total ${assertions(outcome).length} assertions, 0 failed`);
			assert.equal(outcome.exitCode, 0);
		});
	}

	test('both machines print the same', () => {
		assert.deepEqual(outcomes.get('arm64')?.lines, outcomes.get('node')?.lines);
	});

	test('the kernel is in order afterwards', () => {
		const memory = outcomes.get('node')?.memory;
		assert.ok(memory !== undefined);
		assert.deepEqual(checkInvariants(memory), []);
	});

	test('nothing has fallen out', () => {
		const lines = assertions(outcomes.get('node') ?? { exitCode: undefined, lines: [] });
		const areas = new Set(lines.map((line) => line.split(/[ .]/)[1]));
		assert.ok(lines.length >= ASSERTIONS_LEAST, `${lines.length} assertions`);
		assert.ok(areas.size >= AREAS_LEAST, [...areas].join(' '));
		assert.equal(new Set(lines).size, lines.length, 'two assertions have the same name');
	});
});
