/** What the machine tells of capabilities: whose they are, what they lead to, and how often they were called through. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { KIND_GATE } from '../../abi/rights.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { buildSystem } from '../../tools/image/build.ts';

test('calls are counted at the gate that they went through', async () => {
	const machine = createMachine(await buildSystem('hello'), { host: nodeHost(), deterministic: true, watched: true });
	await machine.run();
	const rows = new Map(machine.inspect().map(({ name, row }) => [name, row]));
	const gates = machine.holdings(rows.get('hello') ?? 0).filter(({ kind }) => kind === KIND_GATE);
	assert.deepEqual(
		gates.map(({ object, badge, calls }) => ({ object, badge, called: calls > 0 })),
		[{ object: rows.get('console'), badge: 1, called: true }],
	);
});

test('init holds nothing once the system runs', async () => {
	const machine = createMachine(await buildSystem('hello'), { host: nodeHost(), deterministic: true });
	await machine.run();
	const init = machine.inspect().find(({ name }) => name === 'init');
	// init gives everything away and deletes what it has.
	assert.deepEqual(init === undefined ? [] : machine.holdings(init.row), []);
});
