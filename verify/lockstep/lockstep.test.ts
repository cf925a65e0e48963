/**
 * The kernel against its specification over random sequences of entries: results, machine functions and all memory after every one. More of
 * them with TESSERA_RUNS=<sequences>, others with TESSERA_SEED=<number>.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as call from '../../abi/calls.ts';
import { Dice } from '../../test/kernel/arguments.ts';
import { CALLS, step } from '../../test/kernel/random.ts';
import type { Step } from '../../test/kernel/session.ts';
import { startWorld } from '../../test/kernel/start.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { buildSpecification } from '../../tools/build/specification.ts';
import { checkInvariants } from '../invariants/check.ts';
import { age } from './aging.ts';
import { compileMistake, type Mistake } from './mistake.ts';
import { findDivergence } from './search.ts';

const STEPS = 60;
/** A step is about two entries. */
const ENTRIES = Number(process.env.TESSERA_RUNS ?? 2000) * STEPS * 2;
const SEED = Number(process.env.TESSERA_SEED ?? 2026);
/** Entries in which a mistake must be noticed. */
const ENTRIES_FOR_MISTAKE = 100_000;

/** Kernel calls that have no error, and the number that is no call. */
const CANNOT_FAIL: readonly number[] = [call.IDENTIFY, call.ALARM];
const NO_CALL = 99;
/** Other entries with errors. */
const MAY_FAIL = ['call', 'callWith', 'notify', 'notifySwitch'];

/** How often each entry and each kernel call succeeded and failed. */
class Tally {
	readonly #counts = new Map<string, { succeeded: number; failed: number }>();

	add({ name, values, result }: Step): void {
		const counts = this.of(name === 'system' ? `call ${values[0]}` : name);
		if (result < 0) counts.failed++;
		else counts.succeeded++;
	}
	of(name: string): { succeeded: number; failed: number } {
		let counts = this.#counts.get(name);
		if (counts === undefined) {
			counts = { succeeded: 0, failed: 0 };
			this.#counts.set(name, counts);
		}
		return counts;
	}
	toString(): string {
		const order = new Intl.Collator(undefined, { numeric: true });
		const rows = [...this.#counts].sort(([left], [right]) => order.compare(left, right));
		return rows.map(([name, { succeeded, failed }]) => `${name}: ${succeeded} + ${failed} refused`).join(', ');
	}
}

test('every entry does what the specification says, and every kernel call succeeds and fails in between', async (context) => {
	const { wasm } = await buildKernel();
	const tally = new Tally();
	let deferred = 0;
	const observe = (made: Step): void => {
		tally.add(made);
		if (made.name === 'call' && made.result === 0) deferred++;
	};
	const search = { entries: ENTRIES, seed: SEED, steps: STEPS, observe };
	assert.equal(findDivergence(wasm, await buildSpecification(), search)?.message, undefined);
	context.diagnostic(`${tally}; ${deferred} calls waited for their server`);
	assert.ok(deferred > 0, 'no call waited for its server');
	for (const name of MAY_FAIL) {
		assert.ok(tally.of(name).succeeded > 0, `${name} never succeeded`);
		assert.ok(tally.of(name).failed > 0, `${name} never failed`);
	}
	for (const [number] of CALLS) {
		const { succeeded, failed } = tally.of(`call ${number}`);
		if (number !== NO_CALL) assert.ok(succeeded > 0, `kernel call ${number} never succeeded`);
		if (!CANNOT_FAIL.includes(number)) assert.ok(failed > 0, `kernel call ${number} never failed`);
	}
});

test('long sequences do what the specification says', async () => {
	const { wasm } = await buildKernel();
	const search = { entries: ENTRIES / 4, seed: SEED + 1, steps: 2000 };
	assert.equal(findDivergence(wasm, await buildSpecification(), search)?.message, undefined);
});

test('a system that becomes old is a system that could be', async () => {
	const session = await startWorld();
	const dice = new Dice(SEED);
	for (let made = 0; made < STEPS; made++) step(session, dice.next());
	age(session.kernel, dice);
	assert.deepEqual(checkInvariants(session.kernel.bytes), []);
});

/** Mistakes that break no invariant: only the specification tells that the kernel should have done something else. */
const MISTAKES: readonly Mistake[] = [
	{
		what: 'a signal that replaces those that are pending',
		file: 'kernel/signal.ts',
		text: 'receiver.pending |= signal.badge',
		instead: 'receiver.pending = signal.badge',
	},
	{
		what: 'a refill that comes a period after the end instead of the start',
		file: 'kernel/budget.ts',
		text: 'process(row).startedAt + process(row).period, remaining - left',
		instead: 'process(row).startedAt + process(row).period + (remaining - left), remaining - left',
	},
	{
		what: 'two checks in the wrong order',
		file: 'kernel/gate.ts',
		text: '\tif (server.priority <= process(client).priority) return PRIORITY;\n\tconst worst = server.worstCase;\n\tif (worst === 0) return SERVER_GONE;\n',
		instead:
			'\tconst worst = server.worstCase;\n\tif (worst === 0) return SERVER_GONE;\n\tif (server.priority <= process(client).priority) return PRIORITY;\n',
	},
	{
		what: 'an interrupt line that stays enabled while its driver has not acknowledged it',
		file: 'kernel/interrupt.ts',
		text: '\tinterruptLine(line).masked = 1;\n\tmachine.lineEnable(line, 0);\n',
		instead: '\tinterruptLine(line).masked = 1;\n',
	},
];

for (const mistake of MISTAKES) {
	test(`noticed: ${mistake.what}`, async (context) => {
		const search = { entries: ENTRIES_FOR_MISTAKE, seed: SEED, steps: STEPS };
		const found = findDivergence(await compileMistake(mistake), await buildSpecification(), search);
		assert.ok(found !== undefined, 'nothing noticed it');
		context.diagnostic(found.message);
	});
}
