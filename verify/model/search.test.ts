/** The real kernel, explored: in every state that these small systems can ever be in, every statement holds. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONFIGURATIONS } from './configurations/all.ts';
import { stopChain } from './configurations/stop.ts';
import { search } from './search.ts';
import { buildWorld, loadBinaries } from './world.ts';

/** Explored by command only: `node verify/model/run.ts`. */
const LARGE = [stopChain];

const LIMITS = { states: 1e6, restEvery: 1, invariantsEvery: 10, everythingEvery: 10_000 };
const binaries = await loadBinaries();

for (const configuration of CONFIGURATIONS.filter((each) => !LARGE.includes(each))) {
	test(`${configuration.name}: ${configuration.says}`, (context) => {
		const outcome = search(buildWorld(configuration, binaries), LIMITS);
		assert.equal(outcome.found?.statement, undefined);
		assert.ok(outcome.fixpoint, 'every state that can be reached was looked at');
		context.diagnostic(`${outcome.states} states, ${outcome.transitions} transitions, depth ${outcome.depth}`);
	});
}
