import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wasmToC } from '../../tools/arm64/toolchain.ts';
import { type Translation, translate } from '../../tools/arm64/translate.ts';
import { assemble } from './toy.ts';

async function translated(text: string): Promise<Translation> {
	return translate(await wasmToC(assemble(text), 'component'));
}

const PARAMETERS = '(param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)';

test('accesses to own memory may be merged, those to regions happen as written', async () => {
	const { source } =
		await translated(`(module (import "memory" "3" (memory $region 1 1)) (memory $own 1 1) (export "memory" (memory $own))
		(func (export "notified") (param i32)
			(i32.store8 $region offset=5 (local.get 0) (i32.load16_s $own offset=8 (local.get 0)))))`);
	assert.match(source, /READ\(, s16, s32, OWN, var_i1, 8\)/);
	assert.match(source, /WRITE\(volatile, u8, REGION\(3\), var_i0, 5, var_i1\)/);
});

test('no instance is left', async () => {
	const { source } =
		await translated(`(module (memory 1 1) (export "memory" (memory 0)) (global $g (mut i32) (i32.const 7)) (table 2 funcref)
		(elem (i32.const 0) $f $f) (func $f) (func (export "init") (global.set $g (i32.const 1)) (call_indirect (i32.const 1))))`);
	assert.doesNotMatch(source, /\\binstance->|w2c_component\\* ?instance/);
	assert.match(source, /INSTANCE\.w2c_g0 = /);
	assert.match(source, /placeTable\(&INSTANCE\.w2c_T0, 0, 2\)/);
});

test('which parameters of protected are used', async () => {
	const { protectedUses } = await translated(`(module (memory 1 1) (export "memory" (memory 0))
		(func (export "protected") ${PARAMETERS} (i32.add (local.get 1) (local.get 4))))`);
	assert.deepEqual(protectedUses, [true, false, false, true, false, false, false]);
});

test('floating point is noticed in code, not in helpers', async () => {
	const plain = await translated('(module (memory 1 1) (export "memory" (memory 0)) (func (export "init")))');
	const floating = await translated(
		'(module (memory 1 1) (export "memory" (memory 0)) (func (export "notified") (param i32) (f64.store (i32.const 0) (f64.const 1))))',
	);
	assert.deepEqual([plain.floating, floating.floating], [false, true]);
});
