/** The invariants of the proof hold of the real kernel: at boot, and after every entry of random sequences. The machine's promises are kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dice } from '../../test/kernel/arguments.ts';
import { ModelKernel } from '../../test/kernel/kernel.ts';
import { step } from '../../test/kernel/random.ts';
import type { Session } from '../../test/kernel/session.ts';
import { startWorld } from '../../test/kernel/start.ts';
import { bootInit } from '../../test/kernel/world.ts';
import { EXPORTS, INVARIANTS, PROMISES } from './catalogue.ts';
import { Evaluator } from './evaluate.ts';

/** Checks of all invariants; TESSERA_RUNS=<number> for more. */
const CHECKS = Number(process.env.TESSERA_RUNS ?? 3000);
const SEED = Number(process.env.TESSERA_SEED ?? 2026);
const STEPS = 80;

test('every name of the catalogue is there once', () => {
	const names = INVARIANTS.map(({ name }) => name);
	assert.equal(new Set(names).size, names.length);
	assert.ok(EXPORTS.size > names.length);
});

test('the invariants hold at the end of boot', async () => {
	const kernel = await ModelKernel.load();
	bootInit(kernel, true);
	assert.deepEqual((await Evaluator.over(kernel.memory)).broken(), []);
});

/** Checks everything after each entry of the session, and what the machine promises before it. */
function watch(session: Session, evaluator: Evaluator, checked: () => void): void {
	const before = evaluator.conserved();
	session.before = (name, values) => {
		for (const promise of PROMISES.filter(({ entries }) => entries.includes(name))) {
			const parameters = promise.argument === undefined ? [] : [values[promise.argument] ?? 0];
			assert.ok(evaluator.holds(promise.name, ...parameters), `before ${name}: ${promise.says}`);
		}
	};
	session.after = ({ name, values, result }) => {
		checked();
		const broken = evaluator.brokenSince(before).map(({ text }) => text);
		assert.deepEqual(broken, [], `after ${name}(${values.join(', ')}) = ${result}`);
		assert.deepEqual(evaluator.broken('used'), []);
	};
}

test('the invariants hold after every entry', async () => {
	const dice = new Dice(SEED);
	let checks = 0;
	for (let canSuspend = true; checks < CHECKS; canSuspend = !canSuspend) {
		const session = await startWorld(canSuspend);
		watch(session, await Evaluator.over(session.kernel.memory), () => checks++);
		for (let made = 0; made < STEPS; made++) step(session, dice.next());
	}
});
