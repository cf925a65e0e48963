import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ENTRIES } from '../../test/kernel/kernel.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { arm64Bounds } from './arm64.ts';
import { parseFunctions } from './code.ts';
import { roundsOf } from './counted-loops.ts';
import { type FlowNode, longestPath, loopsOf } from './graph.ts';
import { EntryWatch, measureEntries } from './measured.ts';
import { type Bound, wasmBounds } from './wasm.ts';

let bounds: readonly Bound[];
before(async () => {
	bounds = await arm64Bounds((await buildKernel()).wasm);
});

/** Nodes of cost 1, by what can follow each. */
function graph(...next: number[][]): FlowNode[] {
	return next.map((following) => ({ cost: 1, next: following }));
}

test('the longest of two ways, and a loop as often as it may run', () => {
	const never = () => assert.fail('there is no loop');
	assert.equal(longestPath(graph([1, 2], [3], [4], [5], [5], []), 0, never), 4);
	// 0, then 1 2 three times, of which the last leaves from 1, then 3.
	assert.equal(
		longestPath(graph([1], [2, 3], [1], []), 0, () => 3),
		1 + 2 * 2 + 1 + 1,
	);
	// A loop in a loop.
	const nested = graph([1], [2, 4], [3], [2, 1], []);
	assert.equal(loopsOf(nested, 0).length, 2);
	assert.equal(
		longestPath(nested, 0, ({ header }) => (header === 1 ? 2 : 5)),
		1 + 1 + 5 * 2 + 1 + 1,
	);
});

test('a loop without a way out, or with two ways in, has no bound', () => {
	assert.throws(() => longestPath(graph([1], [1]), 0, () => 1), /no way out/);
	assert.throws(() => longestPath(graph([1, 2], [2], [1, 3], []), 0, () => 1), /entered at 2 places/);
});

/** Rounds of the only loop of a function in the disassembler's words; lines have their index as address. */
function roundsIn(...lines: string[]): number {
	const text = lines.map((line, index) => `  ${(4 * index).toString(16)}:\t${line}`).join('\n');
	const [{ code = [] } = {}] = parseFunctions(`0000000000000000 <f>:\n${text}`);
	const nodes = code.map(({ name, operands }, index) => {
		if (name === 'ret') return { cost: 1, next: [] };
		const target = Number(operands.at(-1)) / 4;
		const branches = /^(b\..+|cbn?z)$/.test(name);
		return { cost: 1, next: branches ? [index + 1, target] : [index + 1] };
	});
	const [loop] = loopsOf(nodes, 0);
	assert.ok(loop !== undefined, 'there is a loop');
	return roundsOf({ code, nodes }, loop);
}

test('loops of machine code: counted up, down, and by an offset', () => {
	assert.equal(roundsIn('mov x8, xzr', 'add x8, x8, #1', 'cmp x8, #16', 'b.ne 0x4', 'ret'), 16);
	assert.equal(roundsIn('mov w8, #12', 'sub w8, w8, #3', 'cbnz w8, 0x4', 'ret'), 4);
	assert.equal(roundsIn('mov w8, wzr', 'cmp w8, #14', 'b.hi 0x14', 'add w8, w8, #1', 'cbnz w9, 0x4', 'ret'), 16);
});

test('loops of machine code that nothing bounds are refused', () => {
	const refused = /no bound that can be seen/;
	assert.throws(() => roundsIn('add x8, x8, #1', 'cmp x8, #16', 'b.ne 0x0', 'ret'), refused, 'an unknown beginning');
	assert.throws(
		() => roundsIn('mov x8, xzr', 'add x8, x8, #3', 'cmp x8, #16', 'b.ne 0x4', 'ret'),
		refused,
		'never equal',
	);
	assert.throws(() => roundsIn('mov x8, xzr', 'ldr x8, [x9]', 'cmp x8, #16', 'b.ne 0x4', 'ret'), refused, 'no step');
	const skipped = ['mov x8, xzr', 'cbz x9, 0xc', 'add x8, x8, #1', 'cmp x8, #16', 'b.ne 0x4', 'ret'];
	assert.throws(() => roundsIn(...skipped), refused, 'not counted in every round');
	assert.throws(
		() => roundsIn('mov x8, xzr', 'frob x8, x8', 'cmp x8, #16', 'b.ne 0x4', 'ret'),
		/nothing is known about frob/,
	);
});

test('every entry has a bound, in both kinds of instructions', async (context) => {
	const wasm = wasmBounds((await buildKernel()).wasm);
	for (const { entry, instructions } of bounds) {
		const other = wasm.find((bound) => bound.entry === entry)?.instructions ?? 0;
		context.diagnostic(`${entry}: ${instructions} of ARM64, ${other} of WebAssembly`);
		assert.ok(instructions > 10 && other > 10, entry);
	}
	assert.deepEqual(
		bounds.map(({ entry }) => entry),
		[...ENTRIES],
	);
});

test('the trace is taken apart into entries', () => {
	const functions = ['boot', 'kernel_next', 'kernel_f3', 'machine_clear'].map((name, index) => ({
		name,
		address: 64 * index,
	}));
	const watch = new EntryWatch(functions);
	// next: 2 instructions, a function of its own, the machine, and back; then once more, shorter.
	for (const low of [0, 64, 68, 128, 192, 196, 132, 4, 64, 8]) watch.step(0xffffff80, low);
	assert.deepEqual(watch.finish().get('next'), { times: 2, most: 4 });
});

test('no entry of a running system takes more than its bound', { timeout: 240_000 }, async (context) => {
	const measured = await measureEntries('hello');
	assert.ok((measured.get('system')?.times ?? 0) > 100);
	for (const { entry, instructions } of bounds) {
		const { times, most } = measured.get(entry) ?? { times: 0, most: 0 };
		context.diagnostic(`${entry}: ${times} times, ${most} of ${instructions}`);
		assert.ok(most <= instructions, `${entry}: ${most} > ${instructions}`);
	}
});
