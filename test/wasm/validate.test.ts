import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { meterComponent } from '../../machines/wasm/meter.ts';
import { type ComponentDeclaration, type ProblemCode, validateComponent } from '../../machines/wasm/validate.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { assemble } from './assemble.ts';

const DECLARED: ComponentDeclaration = {
	memoryPages: 1,
	memories: [
		{ memory: 1, name: 'rx', rights: RIGHT_READ },
		{ memory: 3, name: 'tx', rights: RIGHT_READ | RIGHT_WRITE },
	],
};
const IMPORTS = '(import "memory" "1" (memory $rx 0)) (import "memory" "3" (memory $tx 0))';
const OWN = '(memory $own 1 1) (export "memory" (memory $own))';

function problems(text: string) {
	return validateComponent(assemble(text), DECLARED);
}

test('a component that keeps to its declaration is accepted', () => {
	const text = `(module (import "kernel" "notify" (func $notify (param i32) (result i32))) ${IMPORTS} ${OWN}
		(func (export "init") (drop (call $notify (i32.load $rx (i32.const 0)))) (i32.store $tx (i32.const 0) (i32.const 1))
			(memory.copy $own $rx (i32.const 0) (i32.const 0) (i32.const 4)))
		(func (export "protected") (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32) (i32.const 0)))`;
	assert.deepEqual(problems(text), []);
	assert.deepEqual(problems(`(module ${OWN} (data (i32.const 1024) "hello"))`), []);
});

/** Each: what is wrong, the code it gets, the module's fields. */
const REFUSED: readonly (readonly [string, ProblemCode, string])[] = [
	['a function of another module', 'import', `(import "env" "abort" (func)) ${OWN}`],
	['a kernel function that does not exist', 'import', `(import "kernel" "reboot" (func)) ${OWN}`],
	['a kernel function as a memory', 'import', `(import "kernel" "call0" (memory 0)) ${OWN}`],
	['a kernel function with another signature', 'import-type', `(import "kernel" "call0" (func (param i32))) ${OWN}`],
	['an imported global', 'import', `(import "kernel" "clock" (global i32)) ${OWN}`],
	['an imported table', 'import', `(import "kernel" "wait" (table 1 funcref)) ${OWN}`],
	["memory 13, which is the machine's", 'import', `(import "memory" "13" (memory 0)) ${OWN}`],
	['memory 0 as a region', 'import', `(import "memory" "0" (memory 0)) ${OWN}`],
	['memory "01"', 'import', `(import "memory" "01" (memory 0)) ${OWN}`],
	['a region that is not declared', 'region', `(import "memory" "2" (memory 0)) ${OWN}`],
	['a region twice', 'region', `(import "memory" "1" (memory 0)) (import "memory" "1" (memory 0)) ${OWN}`],
	['a region of a certain size', 'import-type', `(import "memory" "1" (memory 1)) ${OWN}`],
	['no memory', 'memory', '(func (export "init"))'],
	['a memory that can grow', 'memory', '(memory (export "memory") 1 2)'],
	['a memory without maximum', 'memory', '(memory (export "memory") 1)'],
	['a memory of another size', 'memory', '(memory (export "memory") 2 2)'],
	['a memory that is not exported', 'memory', '(memory 1 1)'],
	['two memories', 'memory', `${OWN} (memory 1 1)`],
	['a region exported as its memory', 'memory', `${IMPORTS} (memory 1 1) (export "memory" (memory $rx))`],
	['a shared memory', 'memory', '(memory (export "memory") 1 1 shared)'],
	['an export that nobody calls', 'export', `${OWN} (func (export "main"))`],
	['an exported global', 'export', `${OWN} (global (export "init") i32 (i32.const 0))`],
	['an entry point with another signature', 'export-type', `${OWN} (func (export "notified"))`],
	[
		'a kernel function as entry point',
		'export-type',
		`(import "kernel" "call6" (func $c (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32))) ${OWN} (export "protected" (func $c))`,
	],
	['a start function', 'start', `${OWN} (func $s) (start $s)`],
	["static data in the ABI's bytes", 'segment', `${OWN} (data (i32.const 64) "x")`],
	['static data outside memory', 'segment', `${OWN} (data (i32.const 65535) "xy")`],
	['static data in a region', 'segment', `${IMPORTS} ${OWN} (data (i32.const 1024) "x")`],
	['passive data', 'segment', `${OWN} (data "x")`],
	['two tables', 'table', `${OWN} (table 1 1 funcref) (table 1 1 funcref)`],
	['a table part outside the table', 'segment', `${OWN} (table 1 1 funcref) (elem (i32.const 1) $f) (func $f)`],
	['memory.grow', 'instruction', `${OWN} (func (export "init") (drop (memory.grow (i32.const 1))))`],
	['memory.size of a region', 'instruction', `${IMPORTS} ${OWN} (func (export "init") (drop (memory.size $rx)))`],
	['a vector instruction', 'instruction', `${OWN} (func (export "init") (drop (v128.load (i32.const 0))))`],
	['a tail call', 'instruction', `${OWN} (func $f) (func (export "init") (return_call $f))`],
	['an atomic instruction', 'instruction', `${OWN} (func (export "init") (drop (i32.atomic.load (i32.const 0))))`],
	[
		'a store into a read-only region',
		'read-only',
		`${IMPORTS} ${OWN} (func (export "init") (i32.store8 $rx (i32.const 0) (i32.const 0)))`,
	],
	[
		'a fill of a read-only region',
		'read-only',
		`${IMPORTS} ${OWN} (func (export "init") (memory.fill $rx (i32.const 0) (i32.const 0) (i32.const 1)))`,
	],
	[
		'a copy into a read-only region',
		'read-only',
		`${IMPORTS} ${OWN} (func (export "init") (memory.copy $rx $own (i32.const 0) (i32.const 0) (i32.const 1)))`,
	],
	['wrong operand types', 'invalid', `${OWN} (func (export "init") (drop (i32.add (i64.const 0) (i32.const 0))))`],
];

for (const [what, code, fields] of REFUSED) {
	test(`refused: ${what}`, () => {
		const found = problems(`(module ${fields})`);
		assert.ok(found.length > 0, 'accepted');
		assert.equal(found[0]?.code, code, found[0]?.message ?? '');
	});
}

test('a message says where, what, and what to do', () => {
	const [problem] = problems(
		`(module ${IMPORTS} ${OWN} (func (export "init") (i32.store $rx (i32.const 0) (i32.const 0))))`,
	);
	assert.equal(problem?.function, 0);
	assert.match(
		problem?.message ?? '',
		/^function 0, byte \d+: i32.store writes memory 1, region 'rx', which manifest.ts declares without the right 'write'$/,
	);
});

test('bytes that are not WebAssembly are refused, never an exception', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			assert.ok(validateComponent(bytes, DECLARED).length > 0);
			const withHeader = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...bytes);
			for (const { code, message } of validateComponent(withHeader, DECLARED)) assert.ok(code && message);
		}),
		{ numRuns: 500 },
	);
});

test('mutated components: whatever is accepted can be metered, compiled, and still imports only what it may', async () => {
	const component = await buildComponent('test/components/queue');
	let accepted = 0;
	const place = fc.nat(component.wasm.length - 1);
	const change = fc.record({ at: place, to: fc.integer({ min: 0, max: 255 }) });
	fc.assert(
		fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(3), (changes, cut) => {
			const bytes = component.wasm.slice(0, component.wasm.length - (cut === 3 ? 7 : 0));
			for (const { at, to } of changes) bytes[at] = to;
			if (validateComponent(bytes, component).length > 0) return;
			accepted++;
			const { wasm } = meterComponent(bytes, { stackLimit: 100_000 });
			new WebAssembly.Module(Uint8Array.from(wasm));
			const modules = new Set(decodeModule(wasm).imports.map((entry) => entry.module));
			assert.ok([...modules].every((name) => ['kernel', 'memory', 'meter'].includes(name)));
		}),
		{ numRuns: 2000 },
	);
	assert.ok(accepted > 0, 'no mutant was accepted: the test has not tested metering');
});
