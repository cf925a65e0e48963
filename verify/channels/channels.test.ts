import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startWorld } from '../../test/kernel/start.ts';
import { CLIENT, MIDDLE, OTHER_CLIENT, SERVER } from '../../test/kernel/world.ts';
import { capacityOf } from './capacity.ts';
import { type Experiment, runExperiment, SYMBOL_PERIOD } from './processor.ts';

const NANOSECONDS_OF_SECOND = 1e9;

test('capacities that are known', () => {
	assert.equal(capacityOf([[1]]), 0);
	assert.ok(
		Math.abs(
			capacityOf([
				[5, 0],
				[0, 9],
			]) - 1,
		) < 1e-5,
		'two symbols, never mistaken',
	);
	assert.ok(
		capacityOf([
			[3, 7],
			[3, 7],
		]) < 1e-5,
		'what is received does not depend on what is sent',
	);
	// A binary symmetric channel with one error in ten: 1 - H(0.1).
	assert.ok(
		Math.abs(
			capacityOf([
				[9, 1],
				[1, 9],
			]) - 0.531,
		) < 1e-3,
	);
	// An erasure channel: one minus the part that is lost.
	assert.ok(
		Math.abs(
			capacityOf([
				[3, 0, 1],
				[0, 3, 1],
			]) - 0.75,
		) < 1e-4,
	);
});

async function bitsPerSecond(experiment: Experiment): Promise<number> {
	const bits = capacityOf(runExperiment(await startWorld(), experiment));
	return (bits * NANOSECONDS_OF_SECOND) / SYMBOL_PERIOD;
}

test('a process of higher priority can signal one of lower priority by the time that it uses', async (context) => {
	const quiet = await bitsPerSecond({ sender: MIDDLE, receiver: CLIENT, levels: 16, noise: 0, uses: 2000 });
	const noisy = await bitsPerSecond({ sender: MIDDLE, receiver: CLIENT, levels: 16, noise: 400_000, uses: 40_000 });
	context.diagnostic(
		`16 levels: ${quiet.toFixed(0)} bit/s when nothing else happens, ${noisy.toFixed(0)} bit/s beside a busy driver`,
	);
	assert.ok(Math.abs(quiet - 200) < 1, String(quiet));
	assert.ok(noisy > 20 && noisy < quiet, String(noisy));
});

test('a process of lower priority cannot signal one of higher priority so', async (context) => {
	for (const noise of [0, 400_000]) {
		const bits = await bitsPerSecond({ sender: CLIENT, receiver: SERVER, levels: 16, noise, uses: 2000 });
		context.diagnostic(`${bits.toFixed(3)} bit/s with up to ${noise} ns of others`);
		assert.ok(bits < 0.01, String(bits));
	}
});

test('processes of one priority: who is first can be signalled to the other', async (context) => {
	const bits = await bitsPerSecond({ sender: CLIENT, receiver: OTHER_CLIENT, levels: 16, noise: 0, uses: 2000 });
	context.diagnostic(`${bits.toFixed(0)} bit/s`);
	assert.ok(bits <= 200.001, String(bits));
});
