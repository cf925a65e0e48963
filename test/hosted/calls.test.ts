import assert from 'node:assert/strict';
import test from 'node:test';
import * as calls from '../../abi/calls.ts';
import { RIGHTS_ALL } from '../../abi/rights.ts';
import { boot, component, type MoreRecords } from './support.ts';

const CLIENT_GATE = 3;
const CONTROL = 1;

/** Gives the client a gate to the server with badge 7, and the Control capability for logging. */
const wire: MoreRecords = (slots) => {
	const gate = slots.free();
	return [
		[calls.GATE, slots.process('server'), gate, 7],
		[calls.INSTALL, slots.process('client'), gate, CLIENT_GATE, RIGHTS_ALL],
		[calls.INSTALL, slots.process('client'), CONTROL, CONTROL, RIGHTS_ALL],
	];
};

/** Returns (badge + method + words) << 3. */
const adder = component(`
	(func (export "protected") (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
		(i32.shl (i32.add (i32.add (i32.add (local.get 0) (local.get 1)) (i32.add (local.get 2) (local.get 3)))
			(i32.add (i32.add (local.get 4) (local.get 5)) (i32.add (local.get 6) (local.get 7)))) (i32.const 3)))`);

test('a call carries badge, method and words, and brings back the status', async () => {
	const client = component(`(func (export "init")
		(call $halt (i32.add (i32.shr_u (call $call6 (i32.const ${CLIENT_GATE}) (i32.const 1)
			(i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6) (i32.const 7)) (i32.const 3))
			(i32.shr_u (call $call0 (i32.const ${CLIENT_GATE}) (i32.const 9)) (i32.const 3)))))`);
	const machine = await boot({
		processes: [
			{ name: 'client', wasm: client, priority: 40 },
			{ name: 'server', wasm: adder, priority: 50, worstCase: 10_000 },
		],
		more: wire,
	});
	const result = await machine.run();
	assert.equal(result.exitCode, 7 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 7 + 9);
	assert.deepEqual(
		machine.counters().map(({ name, calls }) => [name, calls]),
		[
			['init', 0],
			['client', 2],
			['server', 0],
		],
	);
});
