/**
 * Proofs of the kernel as it is built now: those that take seconds. `npx tessera verify` makes all of them, and docs/PROOFS.md says what came of them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildKernel } from '../../tools/build/kernel.ts';
import { materialFor } from '../../tools/verify/proof.ts';
import { proveMany } from './pool.ts';

/** Entries that are proved to be what the specification says: all but those that `npx tessera verify` takes longer for. */
const SPECIFIED =
	'ACCOUNT_CREATE ACCOUNT_DESTROY ACCOUNT_READ ACCOUNT_REVOKE ALARM COPY DELETE EXTENT_MERGE EXTENT_SPLIT FLOW_SET GATE HALT IDENTIFY INSTALL ' +
	'INTERRUPT_ACKNOWLEDGE INTERRUPT_BIND INTERRUPT_CREATE INTERRUPT_RAISE LOAN_READ LOAN_SIZE LOAN_WRITE LOG MOVE PROCESS_CONFIGURE PROCESS_CREATE ' +
	'PROCESS_DESTROY PROCESS_LABEL PROCESS_READ PROCESS_RESTART PROCESS_REVOKE PROCESS_START PROCESS_STOP RECEIVE REGION_CLEAR REGION_CREATE ' +
	'REGION_DEVICE REGION_HAND_ON REGION_LABEL REGION_PREPARE REGION_READ REGION_REVOKE REGION_UNMAP REPLY_CAPABILITY REVOKE SIGNAL next call notify ' +
	'wait finish preempt tick interrupt fault callSlow';

async function open(entries: readonly string[], properties: readonly string[]): Promise<string[]> {
	const verdicts = await proveMany(await materialFor((await buildKernel()).wasm), { entries, properties });
	assert.ok(verdicts.length >= entries.length);
	return verdicts
		.filter(({ verdict }) => verdict !== 'proved')
		.map(({ entry, property, verdict, failures }) => `${entry} ${property} ${verdict}: ${failures.join()}`);
}

test('safety, errors and refinement', async () => {
	assert.deepEqual(await open(SPECIFIED.split(' '), ['safety', 'errors', 'refinement']), []);
});

test('invariants are kept by calls about accounts and capabilities', async () => {
	const entries = ['ACCOUNT_CREATE', 'ACCOUNT_READ', 'ACCOUNT_REVOKE', 'DELETE', 'GATE'];
	assert.deepEqual(await open(entries, ['invariants']), []);
});

test('security of calls that pass authority or tell something', async () => {
	const properties = ['integrity', 'amplification', 'confinement', 'sums', 'possible', 'noninterference'];
	assert.deepEqual(await open(['COPY', 'MOVE', 'GATE', 'notify', 'PROCESS_START'], properties), []);
});
