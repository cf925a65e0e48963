import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Binary, readBinary } from '../../verify/mutation/binary.ts';
import { allMutants, buildMutant } from '../../verify/mutation/mutants.ts';
import { functionNames } from '../../verify/mutation/names.ts';
import { buildInvariants } from '../build/invariants.ts';
import { buildKernel } from '../build/kernel.ts';
import { type EntryJudgement, judgeEntry } from './mutant-prover.ts';

/** What the prover says of one entry of the first mutant whose key begins so. */
async function judge(binary: Binary, beginning: string, entry: string): Promise<EntryJudgement> {
	const mutant = allMutants(binary).find(({ key }) => key.startsWith(beginning));
	assert.ok(mutant !== undefined, 'there is such a mutant');
	const found: EntryJudgement[] = [];
	const kernel = buildMutant(binary, mutant) as Uint8Array;
	const material = { kernel: binary.module.bytes, invariants: await buildInvariants() };
	await judgeEntry(material, entry, [{ key: mutant.key, kernel }], (judgement) => found.push(judgement));
	return found[0] as EntryJudgement;
}

const { wasm } = await buildKernel();
const binary = readBinary(wasm, await functionNames(wasm));

test('a mutant that is a mistake is refuted', async (context) => {
	const { answer, why } = await judge(binary, 'mapping/unmap i64.store dropped', 'REGION_UNMAP');
	context.diagnostic(why);
	assert.equal(answer, 'refuted');
	assert.match(why, /^REGION_UNMAP: refinement/);
});

test('of an entry that does not execute the mistake the same is proved, without a solver', async () => {
	const start = performance.now();
	const { answer } = await judge(binary, 'mapping/unmap i64.store dropped', 'COPY');
	assert.equal(answer, 'same');
	assert.ok(performance.now() - start < 30_000);
});
