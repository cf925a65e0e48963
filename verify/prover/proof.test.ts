/**
 * Proofs of the kernel as it is built now: those that take seconds. `npx tessera verify` makes all of them, and docs/PROOFS.md says what came of them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildKernel } from '../../tools/build/kernel.ts';
import { materialFor } from '../../tools/verify/proof.ts';
import { proveMany } from './pool.ts';

/** Calls that are proved to be what the specification says. */
const CALLS =
	'ACCOUNT_CREATE ACCOUNT_DESTROY ACCOUNT_READ ACCOUNT_REVOKE ALARM COPY DELETE EXTENT_MERGE EXTENT_SPLIT FLOW_SET GATE HALT IDENTIFY ' +
	'INTERRUPT_ACKNOWLEDGE INTERRUPT_BIND INTERRUPT_CREATE INTERRUPT_RAISE LOAN_READ LOAN_SIZE LOAN_WRITE LOG MOVE preempt';

async function open(entries: readonly string[], properties: readonly string[]): Promise<string[]> {
	const verdicts = await proveMany(await materialFor((await buildKernel()).wasm), { entries, properties });
	assert.ok(verdicts.length >= entries.length);
	return verdicts
		.filter(({ verdict }) => verdict !== 'proved')
		.map(({ entry, property, verdict, failures }) => `${entry} ${property} ${verdict}: ${failures.join()}`);
}

test('safety, errors and refinement of calls', async () => {
	assert.deepEqual(await open(CALLS.split(' '), ['safety', 'errors', 'refinement']), []);
});

test('invariants, integrity, amplification and confinement of COPY and MOVE', async () => {
	const properties = ['invariants', 'integrity', 'amplification', 'confinement', 'possible'];
	assert.deepEqual(await open(['COPY', 'MOVE'], properties), []);
});
