/** The real kernel, explored: in every state that these small systems can ever be in, every statement holds. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONFIGURATIONS } from './configurations/all.ts';
import { clients, clientsApart } from './configurations/clients.ts';
import { configure } from './configurations/configure.ts';
import { deferred } from './configurations/deferred.ts';
import { stopChain } from './configurations/stop.ts';
import { search } from './search.ts';
import { buildWorld, loadBinaries } from './world.ts';

/** Explored by command only: `node verify/model/run.ts`. */
const LARGE = [stopChain, deferred, configure];

const LIMITS = { states: 1e6, restEvery: 1, invariantsEvery: 25, everythingEvery: 20_000 };
const binaries = await loadBinaries();

for (const configuration of CONFIGURATIONS.filter((each) => !LARGE.includes(each))) {
	test(`${configuration.name}: ${configuration.says}`, (context) => {
		const outcome = search(buildWorld(configuration, binaries), LIMITS);
		assert.equal(outcome.found?.statement, undefined);
		assert.ok(outcome.fixpoint, 'every state that can be reached was looked at');
		context.diagnostic(`${outcome.states} states, ${outcome.transitions} transitions, depth ${outcome.depth}`);
	});
}

for (const configuration of LARGE) {
	test(`the beginning of ${configuration.name}: ${configuration.says}`, () => {
		const outcome = search(buildWorld(configuration, binaries), { ...LIMITS, states: 20_000 });
		assert.equal(outcome.found?.statement, undefined);
	});
}

test('looking at one of two mirror images only halves what there is to see, and loses nothing', () => {
	const halved = search(buildWorld(clients, binaries), LIMITS);
	const whole = search(buildWorld(clientsApart, binaries), LIMITS);
	// The first state is its own image but for where the round robin stands, and no state leads back to it.
	assert.equal(whole.states, 2 * halved.states - 1);
});
