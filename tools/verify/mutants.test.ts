import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Binary, readBinary } from '../../verify/mutation/binary.ts';
import { allMutants, buildMutant, type Mutant } from '../../verify/mutation/mutants.ts';
import { functionNames } from '../../verify/mutation/names.ts';
import { Reach } from '../../verify/mutation/reach.ts';
import type { Judgement } from '../../verify/mutation/run.ts';
import { buildKernel } from '../build/kernel.ts';
import { proverAgainst } from './mutants.ts';

/** What the prover says of the first mutant of that kind. */
async function judge(binary: Binary, fits: (mutant: Mutant) => boolean): Promise<Judgement> {
	const mutant = allMutants(binary).find(fits);
	assert.ok(mutant !== undefined, 'there is such a mutant');
	const prove = await proverAgainst(binary.module.bytes);
	const wasm = buildMutant(binary, mutant) as Uint8Array;
	return prove(wasm, new Reach(binary).callersOf(mutant.index, mutant.position));
}

test('the prover refutes a mutant whose accesses can leave their table, whatever the invariants say', async (context) => {
	const { wasm } = await buildKernel();
	const binary = readBinary(wasm, await functionNames(wasm));
	const mask = await judge(binary, ({ key }) => key.startsWith('ready/insertReady i32.const 255 -> 511'));
	context.diagnostic(mask.why);
	assert.equal(mask.outcome, 'proof');
	assert.match(mask.why, /not safe in every state/);
});
