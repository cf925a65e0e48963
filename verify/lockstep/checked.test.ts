/** `tessera run --check`: a hosted machine whose kernel is held against the specification. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMachine, type HostedMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { boot, component, connect, GATE, giveControl, type TestSystem, testSystem } from '../../test/hosted/support.ts';
import { buildSpecification } from '../../tools/build/specification.ts';
import { checkedBy } from './checked.ts';
import { compileMistake, type Mistake } from './mistake.ts';

/** A client that calls its server once and halts with the answer. */
const SYSTEM: TestSystem = {
	processes: [
		{
			name: 'server',
			wasm: component(`(func (export "protected") (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
				(i32.shl (local.get 0) (i32.const 3)))`),
			priority: 100,
			worstCase: 100_000,
		},
		{
			name: 'client',
			wasm: component(`(func (export "init")
				(call $halt (i32.shr_u (call $call0 (i32.const ${GATE}) (i32.const 0)) (i32.const 3))))`),
			priority: 50,
		},
	],
	more: (slots) => [...connect(slots, 'client', 'server'), ...giveControl(slots, 'client')],
};

const MISTAKES: readonly (Mistake & { readonly message: RegExp })[] = [
	{
		what: 'in an entry that JavaScript makes',
		file: 'kernel/region.ts',
		text: 'region(row).prepared = step + 1',
		instead: 'region(row).prepared = step + 2',
		message: /^bootPrepare\(\d+, 0\) is not what .*\n {2}REGION \d+ PREPARED: the kernel has 2, the specification 1$/m,
	},
	{
		what: 'in an entry that the passage makes',
		file: 'kernel/fastpath.ts',
		text: 'setGlobal(GLOBAL_OUT_ARGUMENT, gate.badge)',
		instead: 'setGlobal(GLOBAL_OUT_ARGUMENT, gate.badge + 1)',
		message: /^call\(\d+, 3\) is not what .*\n {2}GLOBAL 0 OUT_ARGUMENT: the kernel has 8, the specification 7$/m,
	},
	{
		what: 'in a use of a machine function',
		file: 'kernel/control.ts',
		text: 'machine.halt(code)',
		instead: 'machine.halt(code + 1)',
		message:
			/^system\(72, 1, 7,.*\) \(HALT\) is not what .*\n {2}machine function 0: the kernel has halt\(8\), the specification halt\(7\)$/m,
	},
];

test('a correct kernel runs under the check as without it', async () => {
	const instantiate = checkedBy(await buildSpecification());
	const plain = await (await boot(SYSTEM)).run();
	assert.equal(plain.exitCode, 7);
	assert.deepEqual(await (await boot(SYSTEM, { instantiate })).run(), plain);
});

for (const mistake of MISTAKES) {
	test(`the check stops a machine whose kernel has a mistake ${mistake.what}`, async () => {
		const system = await testSystem(SYSTEM);
		const kernel = { ...system.kernel, wasm: await compileMistake(mistake) };
		const instantiate = checkedBy(await buildSpecification());
		const run = async (): Promise<void> => {
			const machine: HostedMachine = createMachine(
				{ ...system, kernel },
				{ host: nodeHost(), deterministic: true, instantiate },
			);
			await machine.run();
		};
		await assert.rejects(run, (error: Error) => error.name === 'MachineError' && mistake.message.test(error.message));
	});
}
