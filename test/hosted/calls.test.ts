/** Protected calls, kernel calls and batches through the hosted machine. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { IDENTIFY } from '../../abi/calls.ts';
import { RESULT_WORDS } from '../../abi/component.ts';
import { INVALID_CAPABILITY, NO_SUCH_CALL } from '../../abi/errors.ts';
import { KIND_GATE } from '../../abi/rights.ts';
import { boot, component, connect, GATE, giveControl, type TestSystem } from './support.ts';

/** A client that does `body` in its `init`, and a server with the given `protected`. */
function pair(body: string, server: string): TestSystem {
	const parameters = '(param $badge i32) (param $method i32) (param $w0 i32) (param $w1 i32) (param $w2 i32)';
	return {
		processes: [
			{ name: 'client', wasm: component(`(func (export "init") (local $status i32) ${body})`), priority: 40 },
			{
				name: 'server',
				wasm: component(`(func (export "protected") ${parameters}
					(param $w3 i32) (param $w4 i32) (param $w5 i32) (result i32) ${server})`),
				priority: 50,
				worstCase: 10_000,
			},
		],
		more: (slots) => [...giveControl(slots, 'client'), ...connect(slots, 'client', 'server')],
	};
}

test('a call carries badge, method and words, and brings back the status', async () => {
	const sum = ['method', 'w0', 'w1', 'w2', 'w3', 'w4', 'w5'].reduce(
		(total, name) => `(i32.add ${total} (local.get $${name}))`,
		'(local.get $badge)',
	);
	const machine = await boot(
		pair(
			`(call $log (i32.shr_u (call $call6 (i32.const ${GATE}) (i32.const 1)
				(i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6) (i32.const 7)) (i32.const 3)))
			(call $log (i32.shr_u (call $call4 (i32.const ${GATE}) (i32.const 30)
				(i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5)) (i32.const 3)))
			(call $log (i32.shr_u (call $call0 (i32.const ${GATE}) (i32.const 60)) (i32.const 3)))
			(call $halt (i32.const 9))`,
			`(i32.shl ${sum} (i32.const 3))`,
		),
	);
	const { exitCode, log } = await machine.run();
	assert.deepEqual([exitCode, ...Buffer.from(log)], [9, 7 + 28, 7 + 30 + 14, 67]);
	const counted = machine.inspect().map(({ name, calls }) => [name, calls]);
	assert.deepEqual(counted, [
		['init', 0],
		['client', 3],
		['server', 0],
	]);
});

test('result words arrive, as many as the status says, and nothing else changes', async () => {
	const at = (index: number) => `(i32.const ${RESULT_WORDS + 4 * index})`;
	const machine = await boot(
		pair(
			`(i32.store ${at(2)} (i32.const 90))
			(drop (call $call0 (i32.const ${GATE}) (i32.const 0)))
			(call $log (i32.load ${at(0)})) (call $log (i32.load ${at(1)})) (call $log (i32.load ${at(2)}))
			(call $halt (i32.const 0))`,
			`(i32.store ${at(0)} (i32.const 65)) (i32.store ${at(1)} (i32.const 66)) (i32.store ${at(2)} (i32.const 67))
			(i32.const 2)`,
		),
	);
	assert.equal((await machine.run()).log, 'ABZ');
});

test('a kernel call returns its status and its words; an unknown one an error', async () => {
	const system = (number: number, slot: number) =>
		`(call $system (i32.const ${number}) (i32.const ${slot}) ${'(i32.const 0) '.repeat(5)})`;
	const machine = await boot(
		pair(
			`(call $log (i32.and (i32.const 255) ${system(IDENTIFY, GATE)}))
			(call $log (i32.load (i32.const ${RESULT_WORDS})))
			(call $log (i32.sub (i32.const 0) ${system(9999, 0)}))
			(call $log (i32.sub (i32.const 0) (call $call0 (i32.const 60) (i32.const 0))))
			(call $halt (i32.const 0))`,
			'(i32.const 0)',
		),
	);
	const { log } = await machine.run();
	assert.deepEqual([...Buffer.from(log)], [KIND_GATE, 7, -NO_SUCH_CALL, -INVALID_CAPABILITY]);
});

test('a batch performs its entries in order and stores each result', async () => {
	const entry = (index: number, slot: number) =>
		`(i32.store (i32.const ${2048 + 32 * index}) (i32.const ${IDENTIFY}))
		(i32.store (i32.const ${2052 + 32 * index}) (i32.const ${slot}))`;
	const machine = await boot(
		pair(
			`${entry(0, GATE)} ${entry(1, 50)}
			(call $log (call $batch (i32.const 2048) (i32.const 2)))
			(call $log (i32.load8_u (i32.const ${2048 + 28})))
			(call $log (i32.load (i32.const ${2048 + 60})))
			(call $log (i32.sub (i32.const 0) (call $batch (i32.const 2048) (i32.const 65))))
			(call $log (i32.sub (i32.const 0) (call $batch (i32.const 65528) (i32.const 1))))
			(call $halt (i32.const 0))`,
			'(i32.const 0)',
		),
	);
	assert.deepEqual([...Buffer.from((await machine.run()).log)], [2, KIND_GATE, 0, 3, 14]);
});
