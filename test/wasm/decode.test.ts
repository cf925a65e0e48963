import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { instructions } from '../../machines/wasm/instructions.ts';
import { MalformedError } from '../../machines/wasm/reader.ts';
import { assemble } from './assemble.ts';

function names(text: string): string[] {
	const module = decodeModule(assemble(text));
	return module.bodies.flatMap((body) => instructions(module, body.code).map(({ opcode }) => opcode.name));
}

test('instructions of every kind are walked, immediates and all', () => {
	const text = `(module (memory $a 1) (memory $b 1) (table 2 funcref) (type $t (func)) (global $g (mut i64) (i64.const -5))
		(data $d "x") (elem $e func $f)
		(func $f (local f64 v128)
			(block (loop (br_table 0 1 (i32.const -1))))
			(if (i32.const 300) (then (call $f)) (else (call_indirect (type $t) (i32.const 0))))
			(i64.store32 $b offset=70000 (i32.const 1) (i64.const -9223372036854775808))
			(memory.copy $a $b (i32.const 0) (i32.const 0) (i32.const 0))
			(memory.init $b $d (i32.const 0) (i32.const 0) (i32.const 0)) (data.drop $d)
			(local.set 0 (f64.const 1.5)) (drop (f32.const 2.5))
			(drop (i32.trunc_sat_f64_u (local.get 0))) (drop (i64.extend32_s (global.get $g)))
			(local.set 1 (v128.const i32x4 1 2 3 4))
			(local.set 1 (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 (local.get 1) (local.get 1)))
			(drop (i8x16.extract_lane_u 3 (local.get 1)))
			(v128.store8_lane $a offset=3 5 (i32.const 0) (local.get 1))
			(drop (select (result i32) (i32.const 1) (i32.const 2) (i32.const 3)))
			(table.init $e (i32.const 0) (i32.const 0) (i32.const 0)) (elem.drop $e)
			(drop (ref.func $f)) (drop (ref.null func)) (atomic.fence)))`;
	const found = names(text);
	for (const name of [
		'br_table',
		'call_indirect',
		'i64.store32',
		'memory.copy',
		'memory.init',
		'data.drop',
		'i32.trunc_sat_f64_u',
		'i64.extend32_s',
		'v128.const',
		'i8x16.shuffle',
		'v128.store8_lane',
		'select_typed',
		'table.init',
		'ref.func',
		'ref.null',
		'atomic.fence',
	]) {
		assert.ok(found.includes(name), name);
	}
	assert.equal(found.at(-1), 'end');
});

test('immediates have their values', () => {
	const module = decodeModule(
		assemble(
			'(module (memory $a 1) (memory $b 1) (func (i64.store32 $b offset=70000 (i32.const -7) (i64.const -9223372036854775808))))',
		),
	);
	const [address, value, store] = instructions(module, (module.bodies[0] as (typeof module.bodies)[0]).code);
	assert.equal(address?.value, -7);
	assert.equal(value?.wide, -(2n ** 63n));
	assert.deepEqual([store?.memory, store?.offset, store?.alignment], [1, 70_000, 2]);
});

test('the nesting of blocks is known', () => {
	const module = decodeModule(assemble('(module (func (block (loop (nop))) (nop)))'));
	const [body] = module.bodies;
	const found = instructions(module, (body as (typeof module.bodies)[0]).code).map((i) => [i.opcode.name, i.depth]);
	assert.deepEqual(found, [
		['block', 0],
		['loop', 1],
		['nop', 2],
		['end', 1],
		['end', 0],
		['nop', 0],
		['end', 0],
	]);
});

test('every prefix of a binary is malformed, with the byte where it ends', () => {
	const wasm = assemble(
		'(module (import "kernel" "clock" (func (result i64))) (memory 1 1) (func (drop (call 0))) (data (i32.const 9) "x"))',
	);
	const ends = new Set([8, ...decodeModule(wasm).sections.map((section) => section.end)]);
	for (let length = 0; length < wasm.length; length++) {
		if (ends.has(length)) continue;
		assert.throws(() => decodeModule(wasm.subarray(0, length)), MalformedError, String(length));
	}
});
