import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROCESS_DESTROY, PROCESS_RESTART, PROCESS_START } from '../../abi/calls.ts';
import { checkKernel } from '../../tools/build/gate.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { buildSpecification } from '../../tools/build/specification.ts';
import { applyEdits, readBinary } from './binary.ts';
import { markBlocks } from './coverage.ts';
import { Duel } from './duel.ts';
import { readGroups } from './equivalent.ts';
import { allMutants, buildMutant, onlyReachedFrom, sampleMutants } from './mutants.ts';
import { functionNames } from './names.ts';
import { Reach } from './reach.ts';
import { runMutants } from './run.ts';
import { recordRunning } from './scenarios.ts';

/** By few recorded entries and without the prover, equivalent mutants counted as mistakes; the whole run is in docs/PROOFS.md. */
const SCORE_LEAST = 0.7;

async function readKernel() {
	const { wasm } = await buildKernel();
	return readBinary(wasm, await functionNames(wasm));
}

test('every function of the kernel has its name from the sources', async () => {
	const { names } = await readKernel();
	assert.deepEqual(
		names.filter((name) => name.startsWith('function ')),
		[],
	);
	assert.ok(names.includes('gate/admit'));
});

test('no edit, the same binary', async () => {
	const binary = await readKernel();
	assert.deepEqual(applyEdits(binary, []), binary.module.bytes);
});

test('mutants are thousands, have keys of their own, and are valid', async () => {
	const binary = await readKernel();
	const all = allMutants(binary);
	assert.ok(all.length > 10_000, String(all.length));
	assert.equal(new Set(all.map(({ key }) => key)).size, all.length);
	for (const mutant of sampleMutants(all, 200, 1)) {
		const wasm = buildMutant(binary, mutant);
		assert.ok(wasm !== undefined, mutant.what);
		assert.notDeepEqual(wasm, binary.module.bytes, mutant.what);
	}
});

test('a sample has mutants of every function, and is the same for the same seed', async () => {
	const all = allMutants(await readKernel());
	const sample = sampleMutants(all, 300, 5);
	assert.deepEqual(sample, sampleMutants(all, 300, 5));
	assert.notDeepEqual(sample, sampleMutants(all, 300, 6));
	assert.deepEqual(new Set(sample.map(({ index }) => index)), new Set(all.map(({ index }) => index)));
});

test('what only the boot reaches, and who reaches what', async () => {
	const binary = await readKernel();
	const boot = onlyReachedFrom(binary, (name) => name.startsWith('boot'));
	const names = [...boot].map((index) => binary.names[index]);
	assert.ok(names.includes('boot/bootBegin') && !names.includes('mapping/setMap'));
	const reach = new Reach(binary);
	const callers = (name: string) =>
		reach.callersOf(binary.names.indexOf(name), 0).map(({ entry, number }) => number ?? entry);
	assert.ok(callers('budget/consume').includes('finish') && !callers('budget/consume').includes('bootEnd'));
	assert.deepEqual(callers('process/processDestroy'), [PROCESS_DESTROY]);
	assert.deepEqual(new Set(callers('process/processStart')), new Set([PROCESS_START, PROCESS_RESTART]));
});

test('the kernel itself shows no difference; the kernel with marks is no kernel', async () => {
	const binary = await readKernel();
	const { bytes } = binary.module;
	const coverage = markBlocks(binary);
	const duel = new Duel(recordRunning(bytes, bytes, coverage, 50));
	for (let block = 0; block < coverage.count; block += 8) assert.equal(duel.fight(bytes, block), undefined);
	assert.notDeepEqual(checkKernel(coverage.wasm), []);
});

test('a sample of mutants is noticed', { timeout: 120_000 }, async (context) => {
	const { wasm } = await buildKernel();
	const reference = await buildSpecification();
	const report = await runMutants({ kernel: wasm, reference, count: 200, seed: 3, sequences: 300 });
	context.diagnostic(`${report.running.tried} mutants, ${Math.round(report.running.score * 1000) / 10} % noticed`);
	assert.ok(report.running.score >= SCORE_LEAST, JSON.stringify(report.survivors, null, '\t'));
});

test('every mutant that is called equivalent still exists', async () => {
	const keys = new Set(allMutants(await readKernel()).map(({ key }) => key));
	const gone = readGroups().flatMap((group) => group.keys.filter((key) => !keys.has(key)));
	assert.deepEqual(gone, []);
});
