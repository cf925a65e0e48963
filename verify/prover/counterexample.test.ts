/** A kernel with one wrong byte: the solver finds the state, V8 confirms it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { instructions } from '../../machines/wasm/instructions.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { and, below, belowSigned, constant, not } from './build.ts';
import { type Counterexample, describe, replay, show } from './counterexample.ts';
import { Executor } from './executor.ts';
import { type Lifted, lift, type Subject } from './lift.ts';
import type { Solver } from './solver.ts';
import { forgetTerms, type Term } from './term.ts';

const { wasm } = await buildKernel();
const CALL: Subject = { name: 'callSlow', entry: 'callSlow' };

/** It succeeds although the slot is beyond every table. */
function beyondTheTable({ results, values }: Lifted): Term {
	const [result] = results as [Term];
	return and(not(belowSigned(result, constant(0))), not(below(values[1] as Term, constant(256))));
}

/** Places of the second byte of each `i32.const 256` that a comparison follows: a bound of 256. */
function bounds(): number[] {
	const module = decodeModule(wasm);
	return module.bodies.flatMap(({ code }) => {
		const list = instructions(module, code);
		return list
			.filter(
				({ opcode, value }, at) =>
					opcode.name === 'i32.const' && value === 256 && list[at + 1]?.opcode.name === 'i32.ge_u',
			)
			.map(({ end }) => end - 1);
	});
}

async function ask(kernel: Uint8Array, solver: Solver): Promise<Counterexample | undefined> {
	forgetTerms();
	const lifted = lift(new Executor(kernel), CALL);
	return describe(CALL, lifted, [beyondTheTable(lifted)], [solver]);
}

test('the kernel has no counterexample', async () => {
	assert.equal(await ask(wasm, 'z3'), undefined);
});

for (const solver of ['z3', 'cvc5'] as const) {
	test(`a bound that is wrong by one byte is found, and confirmed (${solver})`, async () => {
		for (const place of bounds()) {
			const mutant = Uint8Array.from(wasm);
			mutant[place] = 4;
			const example = await ask(mutant, solver);
			if (example === undefined) continue;
			assert.deepEqual(replay(mutant, example), []);
			assert.ok((example.values[1] as number) >= 256 && (example.result as number) >= 0);
			assert.ok(example.reasons.some(({ table, field }) => table === 'CAPABILITY' && field === 'KIND'));
			assert.match(show(example, []), /^callSlow\(left=\d+, slot=\d+\) = \d+\nconfirmed/);
			assert.notDeepEqual(replay(wasm, example), [], 'the right kernel must not do the same');
			return;
		}
		assert.fail('no bound of 256 matters');
	});
}
