import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { METER_FUEL, METER_STACK, meterComponent } from '../../machines/wasm/meter.ts';
import { planStack } from '../../machines/wasm/stack.ts';
import { assemble } from './assemble.ts';

/** What the hosted machine uses. */
const STACK_LIMIT = 524_288;

class Exhausted extends Error {}
class Overflow extends Error {}

/** An instance of the metered text with `fuel`, and its counters. */
function start(text: string, fuel: number) {
	const { wasm, stackBound } = meterComponent(assemble(text), { stackLimit: STACK_LIMIT });
	const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
	const words = new Int32Array(memory.buffer);
	words[METER_FUEL >> 2] = fuel;
	let refills = 0;
	const meter = {
		memory,
		exhausted: () => {
			if (refills-- <= 0) throw new Exhausted();
			words[METER_FUEL >> 2] = (words[METER_FUEL >> 2] as number) + fuel;
		},
		overflow: () => {
			throw new Overflow();
		},
	};
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { meter });
	return {
		run: (value: number) => (exports.run as (value: number) => number)(value),
		used: () => fuel - (words[METER_FUEL >> 2] as number),
		stack: () => words[METER_STACK >> 2] as number,
		allowRefills: (count: number) => {
			refills = count;
		},
		stackBound,
	};
}

const SUM = `(module (memory (export "memory") 1 1)
	(func (export "run") (param $n i32) (result i32) (local $sum i32)
		(loop $again
			(local.set $sum (i32.add (local.get $sum) (local.get $n)))
			(local.set $n (i32.sub (local.get $n) (i32.const 1)))
			(br_if $again (local.get $n)))
		(local.get $sum)))`;

const FIBONACCI = `(module (memory (export "memory") 1 1)
	(func $fib (export "run") (param $n i32) (result i32)
		(if (i32.lt_s (local.get $n) (i32.const 2)) (then (return (local.get $n))))
		(i32.add (call $fib (i32.sub (local.get $n) (i32.const 1))) (call $fib (i32.sub (local.get $n) (i32.const 2))))))`;

test('a metered program computes the same, and pays for each turn of its loop', () => {
	const machine = start(SUM, 1_000_000);
	assert.equal(machine.run(100), 5050);
	assert.equal(machine.used(), 100 * 10 + 4);
	assert.equal(machine.stack(), 0);
});

test('an endless loop stops when the fuel is used up', () => {
	const machine = start(
		'(module (memory (export "memory") 1 1) (func (export "run") (param i32) (loop (br 0))))',
		1000,
	);
	assert.throws(() => machine.run(0), Exhausted);
});

test('a refill lets the program go on where it was', () => {
	const machine = start(SUM, 1000);
	machine.allowRefills(1000);
	assert.equal(machine.run(20_000), (20_000 * 20_001) / 2);
});

test('copies and fills are paid by length', () => {
	const text = `(module (memory (export "memory") 4 4)
		(func (export "run") (param $n i32) (memory.fill (i32.const 0) (i32.const 7) (local.get $n))
			(memory.copy (i32.const 8) (i32.const 0) (local.get $n))))`;
	const machine = start(text, 1_000_000);
	machine.run(65536);
	assert.equal(machine.used(), 9 + 2 * 4096);
});

test('recursion counts its stack, and gives it back', () => {
	const machine = start(FIBONACCI, 1_000_000);
	assert.equal(machine.run(15), 610);
	assert.equal(machine.stack(), 0);
	assert.equal(machine.stackBound, undefined);
});

test('a small function without loops is paid for by its callers', () => {
	const text = `(module (memory (export "memory") 1 1)
		(func $three (param i32) (result i32) (i32.add (local.get 0) (i32.const 3)))
		(func (export "run") (param i32) (result i32) (call $three (local.get 0))))`;
	const machine = start(text, 1000);
	assert.equal(machine.run(4), 7);
	assert.equal(machine.used(), 3 + 4);
});

/** A function with so many parameters, variables and operands that calls itself for ever. */
function deep(parameters: number, variables: number, operands: number): string {
	const pass = Array.from({ length: parameters }, (_, index) => `(local.get ${index})`).join(' ');
	const push = '(local.get 1) '.repeat(operands);
	const add = 'i32.add '.repeat(operands);
	const locals = '(local i32) '.repeat(variables + 1);
	const params = '(param i32) '.repeat(parameters);
	return `(module (memory (export "memory") 1 1)
		(func $deep ${params} (result i32) ${locals} ${push} (call $deep ${pass}) ${add})
		(func (export "run") (param i32) (result i32) (call $deep ${'(local.get 0) '.repeat(parameters)})))`;
}

for (const [parameters, variables, operands] of [
	[1, 0, 0],
	[1, 200, 0],
	[40, 3, 0],
	[2, 1, 150],
	[8, 8, 8],
] as const) {
	test(`the counted stack covers the real one: ${parameters} parameters, ${variables} variables, ${operands} operands`, () => {
		// A RangeError would mean that the engine's stack (984 KiB) ended before the counted one.
		const machine = start(deep(parameters, variables, operands), 2_000_000_000);
		assert.throws(() => machine.run(1), Overflow);
	});
}

test('a chain of calls without recursion is charged in advance', () => {
	const chain = Array.from({ length: 100 }, (_, index) =>
		index === 99
			? '(func $f99 (param i32) (result i32) (local.get 0))'
			: `(func $f${index} (param i32) (result i32) (i32.add (i32.const 1) (call $f${index + 1} (local.get 0))))`,
	).join('\n');
	const machine = start(
		`(module (memory (export "memory") 1 1) ${chain} (func (export "run") (param i32) (result i32) (call $f0 (local.get 0))))`,
		1_000_000,
	);
	assert.equal(machine.run(1), 100);
	assert.ok((machine.stackBound as number) > 100 * 100 && (machine.stackBound as number) < STACK_LIMIT);
});

test('recursion through the table is counted', () => {
	const text = `(module (memory (export "memory") 1 1) (table 1 1 funcref) (elem (i32.const 0) $f) (type $t (func (param i32) (result i32)))
		(func $f (param i32) (result i32) (i32.add (i32.const 1) (call_indirect (type $t) (local.get 0) (i32.const 0))))
		(func (export "run") (param i32) (result i32) (call $f (local.get 0))))`;
	assert.throws(() => start(text, 2_000_000_000).run(1), Overflow);
});

test('what the table reaches is charged to those who call through it, on a cycle or not', () => {
	const wide = '(local.get 0) '.repeat(200);
	const text = (
		inTable: string,
	) => `(module (memory (export "memory") 1 1) (table 3 3 funcref) (elem (i32.const 0) ${inTable}) (type $t (func (param i32) (result i32)))
		(func $wide (param i32) (result i32) ${wide} ${'i32.add '.repeat(199)})
		(func $f (param i32) (result i32) (call_indirect (type $t) (local.get 0) (i32.const 0)))
		(func $g (param i32) (result i32) (call_indirect (type $t) (local.get 0) (i32.const 1)))
		(func (export "run") (param i32) (result i32) (i32.add (call $g (local.get 0)) (call $f (local.get 0)))))`;
	const straight = planStack(decodeModule(assemble(text('$wide $wide $wide'))));
	assert.ok((straight.bound as number) > 200 * 8);
	const cyclic = planStack(decodeModule(assemble(text('$f $g $wide'))));
	assert.equal(cyclic.bound, undefined);
	for (const position of [1, 2]) assert.ok((cyclic.charges[position] as number) > 200 * 8, String(position));
});

/** Of a processor: what is linear takes a hundredth, what is quadratic some minutes. */
const MICROSECONDS_MOST = 10_000_000;

test('a hostile table takes no more than linear time and memory', () => {
	const callers = Array.from(
		{ length: 3000 },
		(_, index) => `(func $f${index} (drop (call_indirect (type $t) (i32.const 0) (i32.const 0))))`,
	);
	const names = callers.map((_, index) => `$f${index}`).join(' ');
	const text = `(module (memory (export "memory") 1 1) (type $t (func (param i32) (result i32))) (table 3000 3000 funcref) (elem (i32.const 0) ${names}) ${callers.join('\n')})`;
	const wasm = assemble(text);
	const begin = process.cpuUsage();
	meterComponent(wasm, { stackLimit: STACK_LIMIT });
	const { user, system } = process.cpuUsage(begin);
	assert.ok(user + system < MICROSECONDS_MOST, `${user + system} microseconds`);
});

test('every way out of a counted function gives its stack back', () => {
	const text = `(module (memory (export "memory") 1 1)
		(func (export "run") (param i32) (result i32)
			(block $out (block $in
				(br_table $in $out (local.get 0)))
				(return (i32.const 10)))
			(i32.const 20)))`;
	const machine = start(text, 1000);
	assert.equal(machine.run(0), 10);
	assert.equal(machine.run(1), 20);
	assert.equal(machine.stack(), 0);
});
