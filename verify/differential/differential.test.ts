/** The same bytes, twice: kernel.wasm in V8 and as native code (wasm2c, clang), under the same random sequences of kernel entries. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ModelKernel } from '../../test/kernel/kernel.ts';
import { step } from '../../test/kernel/random.ts';
import { Session } from '../../test/kernel/session.ts';
import { bootWorld } from '../../test/kernel/world.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { buildRunner } from './native.ts';
import { Program } from './program.ts';

const SEQUENCES = Number(process.env.TESSERA_RUNS ?? 2000);
const SEED = Number(process.env.TESSERA_SEED ?? 2026);

/** Boots both kernels; `perform` may then run sequences from that state. */
async function onBoth(canSuspend: boolean, perform: (program: Program, start: () => Session) => void): Promise<void> {
	const { wasm } = await buildKernel();
	const kernel = new ModelKernel(new WebAssembly.Module(new Uint8Array(wasm)));
	const program = new Program();
	const enter = kernel.enter.bind(kernel);
	kernel.enter = (name, ...values) => {
		const result = enter(name, ...values);
		program.enter(name, values, result);
		return result;
	};
	bootWorld(kernel, canSuspend);
	program.mark();
	program.reset();
	program.hash(kernel);
	const saved = kernel.save();
	perform(program, () => {
		kernel.restore(saved);
		program.reset();
		return new Session(kernel);
	});
	assert.deepEqual(program.compare(buildRunner(wasm)), undefined);
}

/** Random sequences from fast-check, without its own judgement: the verdict comes from the native run. */
function sequences(count: number): number[][] {
	const seeds = fc.array(fc.nat(0x7fffffff), { minLength: 20, maxLength: 60, size: 'max' });
	return fc.sample(seeds, { numRuns: count, seed: SEED });
}

for (const canSuspend of [true, false]) {
	const machine = canSuspend ? 'that can suspend' : 'that cannot suspend';
	test(`V8 and native code agree on a machine ${machine}: results, memory, machine functions`, async () => {
		await onBoth(canSuspend, (program, start) => {
			for (const seeds of sequences(SEQUENCES)) {
				const session = start();
				for (const seed of seeds) step(session, seed);
				program.hash(session.kernel);
			}
		});
	});
}

test('V8 and native code agree after every single entry', async () => {
	await onBoth(true, (program, start) => {
		for (const seeds of sequences(30)) {
			const session = start();
			session.after = () => program.hash(session.kernel);
			for (const seed of seeds) step(session, seed);
		}
	});
});

test('a difference would be found', async () => {
	const { wasm } = await buildKernel();
	const kernel = new ModelKernel(new WebAssembly.Module(new Uint8Array(wasm)));
	const program = new Program();
	program.enter('bootBegin', [1, 65536, 4096, 1, 2], kernel.enter('bootBegin', 1, 65536, 4096, 1, 2));
	kernel.words[9000] = 1;
	program.hash(kernel);
	assert.equal(program.compare(buildRunner(wasm))?.operation, 'memory');
});
