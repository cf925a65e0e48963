/**
 * The executor against V8: the formulas of every entry must foretell what the binary does, to the last instruction, in states that a
 * system reaches and in states that none does. More calls with TESSERA_RUNS=<number>, others with TESSERA_SEED=<number>.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dice } from '../../test/kernel/arguments.ts';
import { CALLS, step } from '../../test/kernel/random.ts';
import { Session } from '../../test/kernel/session.ts';
import { bootWorld } from '../../test/kernel/world.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { Executor } from './executor.ts';
import { Mirror } from './mirror.ts';
import { disturb, fittingCall, lend, litter, soup, subjectOf, wildCall } from './random-states.ts';

const RUNS = Number(process.env.TESSERA_RUNS ?? 100_000);
const SEED = Number(process.env.TESSERA_SEED ?? 2026);
/** Calls between two comparisons of all memory. */
const WHOLE = 5000;

const { wasm } = await buildKernel();
const executor = new Executor(wasm);
const ENTRIES = executor.exports.map((name) => [name, executor.parameters(name).length] as const);
const mirror = new Mirror(wasm);
const empty = mirror.kernel.save();
const worlds = [true, false].map((canSuspend) => {
	mirror.restore(empty);
	bootWorld(mirror.kernel, canSuspend);
	return mirror.kernel.save();
});
mirror.restore(empty);

function countCalls(): number {
	return [...mirror.counts.values()].reduce((sum, { calls }) => sum + calls, 0);
}

/** Makes calls until there are `most` more; all memory is compared now and then. */
function until(most: number, calls: () => void): void {
	const first = countCalls();
	for (let last = first; last < first + most; ) {
		calls();
		if (countCalls() - last < WHOLE && countCalls() < first + most) continue;
		mirror.compareAll();
		last = countCalls();
	}
}

test('a booting system', () => {
	mirror.restore(empty);
	const { kernel } = mirror;
	const enter = kernel.enter.bind(kernel);
	kernel.enter = (name, ...values) => {
		const compare = mirror.prepare(subjectOf(name, values[0] as number), values);
		const result = enter(name, ...values);
		compare(result);
		return result;
	};
	for (const canSuspend of [true, false]) {
		mirror.restore(empty);
		bootWorld(kernel, canSuspend);
	}
	kernel.enter = enter;
	mirror.compareAll();
});

test('states that a system reaches', () => {
	let seed = SEED;
	until(RUNS * 0.4, () => {
		mirror.restore(worlds[seed % 2] as (typeof worlds)[number]);
		const session = new Session(mirror.kernel);
		let compare: (result: number) => void;
		session.before = (name, values) => {
			compare = mirror.prepare(subjectOf(name, values[0] as number), values);
		};
		session.after = ({ result }) => {
			compare(result);
			mirror.kernel.effects = [];
		};
		const dice = new Dice(seed++);
		for (let count = 0; count < 100; count++) step(session, dice.next());
	});
});

test('states of which a few fields are wrong', () => {
	let seed = SEED;
	until(RUNS * 0.3, () => {
		mirror.restore(worlds[seed % 2] as (typeof worlds)[number]);
		const dice = new Dice(seed++);
		for (let count = 0; count < 40; count++) {
			if (dice.oneIn(3)) disturb(mirror, dice, 1 + dice.below(6));
			if (dice.oneIn(20)) lend(mirror, dice);
			if (dice.oneIn(10)) litter(mirror, dice);
			const { subject, values } = fittingCall(mirror, ENTRIES, dice, count * 1_000_000);
			mirror.call(subject, values);
		}
	});
});

test('states without any sense', () => {
	let seed = SEED;
	until(RUNS * 0.3, () => {
		const dice = new Dice(seed++);
		soup(mirror, dice);
		for (let count = 0; count < 400; count++) {
			disturb(mirror, dice, 1 + dice.below(12));
			if (dice.oneIn(20)) litter(mirror, dice);
			const { subject, values } = dice.oneIn(3) ? fittingCall(mirror, ENTRIES, dice, 0) : wildCall(ENTRIES, dice);
			mirror.call(subject, values);
		}
	});
});

test('every entry and every kernel call was made, and succeeded', () => {
	const names = [...ENTRIES.map(([name]) => name), ...CALLS.map(([number]) => subjectOf('system', number).name)];
	const lines = names.map((name) => {
		const { calls, succeeded } = mirror.counts.get(name) ?? { calls: 0, succeeded: 0 };
		return `${name}: ${calls} calls, ${succeeded} succeeded`;
	});
	console.log(`${countCalls()} calls\n${lines.join('\n')}`);
	for (const name of names) {
		const count = mirror.counts.get(name);
		assert.ok(count !== undefined && count.calls > 0, `${name} was never called`);
		assert.ok(count.succeeded > 0 || name === 'system 99', `${name} never succeeded`);
	}
});
