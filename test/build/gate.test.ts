import assert from 'node:assert/strict';
import { test } from 'node:test';
import wabtModule from 'wabt';
import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { checkKernel } from '../../tools/build/gate.ts';
import { buildKernel } from '../../tools/build/kernel.ts';

const wabt = await wabtModule();

/** Problems of a module whose body is `wat`, entries and size left out of account. */
function problems(wat: string): string[] {
	const { buffer } = wabt.parseWat('test.wat', wat).toBinary({});
	return checkKernel(buffer).filter((problem) => !problem.startsWith('the kernel lacks the entry'));
}

const memory = `(memory (export "memory") ${KERNEL_PAGES} ${KERNEL_PAGES})`;
const loop = (bound: number, step: string) =>
	`(module ${memory} (func (local i32) (loop (if (i32.lt_u (local.get 0) (i32.const ${bound})) (then ${step} (br 1))))))`;

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
	['a float', `(module ${memory} (func (result f64) (f64.const 1)))`, /f64.const is outside/],
	['an indirect call', `(module ${memory} (table 1 funcref) (func (call_indirect (i32.const 0))))`, /has a table/],
	['growing memory', `(module ${memory} (func (drop (memory.grow (i32.const 1)))))`, /memory.grow is outside/],
	['a trap by intent', `(module ${memory} (func (unreachable)))`, /unreachable is outside/],
	['a variable outside the tables', `(module ${memory} (global (mut i32) (i32.const 0)))`, /has globals/],
	['data', `(module ${memory} (data (i32.const 0) "x"))`, /data segments/],
	['a larger memory', '(module (memory (export "memory") 1 2))', /one memory of exactly/],
	['an unknown import', `(module (import "machine" "peek" (func)) ${memory})`, /machine.peek, which is no function/],
	['an unknown entry', `(module ${memory} (func (export "backdoor")))`, /exports backdoor/],
	['recursion', `(module ${memory} (func $a (call $b)) (func $b (call $a)))`, /recursion/],
	['a start function', `(module ${memory} (func $s) (start $s))`, /start function/],
	['a loop without bound', `(module ${memory} (func (loop (br 0))))`, /does not start by comparing/],
	['a loop that is too long', loop(65, '(local.set 0 (i32.add (local.get 0) (i32.const 1)))'), /may run 65 times/],
	['a loop that does not count', loop(8, ''), /without counting/],
	[
		'a loop that counts by nothing',
		loop(8, '(local.set 0 (i32.add (local.get 0) (i32.const 0)))'),
		/other than by adding 1/,
	],
	[
		'a loop that counts only sometimes',
		loop(8, '(if (i32.const 0) (then (local.set 0 (i32.add (local.get 0) (i32.const 1)))))'),
		/without counting/,
	],
];

for (const [what, wat, message] of REFUSED) {
	test(`the gate refuses ${what}`, () => {
		assert.match(problems(wat).join('\n'), message);
	});
}

test('the gate accepts a counted loop', () => {
	assert.deepEqual(problems(loop(64, '(local.set 0 (i32.add (local.get 0) (i32.const 1)))')), []);
});

test('the kernel passes the gate and has at most 32 KiB', async () => {
	const { wasm } = await buildKernel();
	assert.deepEqual(checkKernel(wasm), []);
	assert.ok(wasm.length <= 32 * 1024);
});
