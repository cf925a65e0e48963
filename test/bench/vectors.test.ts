/** Kernels with vectors (bench/vectors) give what the plain ones give, byte for byte, for whatever pixels, coverage and length. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as kinds from '../../bench/vectors/kinds.ts';
import { openProgram, type Program } from '../../bench/vectors/node.ts';

/** Pixels of the longest row that is tried: no multiple of what a vector holds, and no more than a shadow has columns. */
const MOST = 63;
/** Zeros behind the coverage, as sdk/graphics/rows.ts has it. */
const BEHIND = 8;
const SHADOW = kinds.SHADOW_MOST;
const plain = await openProgram('plain');
const vectors = await openProgram('vectors');

/** Rows as they are: in stretches of one kind. */
const stretches = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
	fc
		.array(fc.tuple(one, fc.integer({ min: 1, max: 24 })), { minLength: MOST, maxLength: MOST })
		.map((parts) => parts.flatMap(([value, count]) => Array<T>(count).fill(value)).slice(0, MOST));
/** Any four bytes, those included that are no colour multiplied by its alpha. */
const pixel = fc.oneof(
	fc.integer(),
	fc.integer().map((value) => value | 0xff00_0000),
);
const light = fc.nat(256);
const covered = fc.oneof(fc.constant(0), fc.constant(255), fc.nat(255));

function bytes(program: Program, row: number, length: number): Uint8Array {
	return new Uint8Array(program.memory.buffer, program.where(row), length);
}

interface Rows {
	readonly under: readonly number[];
	readonly source: readonly number[];
	readonly coverage: readonly number[];
	readonly lights: readonly number[];
}

/** What becomes of `row` when a kernel works on the first `count` pixels. */
function worked(
	program: Program,
	rows: Rows,
	kernel: number,
	count: number,
	colour: number,
	row: number,
	length: number,
) {
	bytes(program, kinds.ROW_UNDER, 4 * MOST).set(new Uint8Array(Int32Array.from(rows.under).buffer));
	bytes(program, kinds.ROW_SOURCE, 4 * MOST).set(new Uint8Array(Int32Array.from(rows.source).buffer));
	bytes(program, kinds.ROW_LIGHTS, 4 * SHADOW).set(new Uint8Array(Int32Array.from(rows.lights).buffer));
	bytes(program, kinds.ROW_COVERAGE, MOST).set(rows.coverage);
	bytes(program, kinds.ROW_COVERAGE, count + BEHIND).fill(0, count);
	program.work(kernel, count, colour);
	return bytes(program, row, length).slice();
}

/** Kernels, the row that each changes, and how much of it is looked at: what lies behind the last pixel of SOURCE is nobody's. */
const KERNELS: readonly (readonly [string, number, number, (count: number) => number])[] = [
	['one colour that hides', kinds.KERNEL_FILL, kinds.ROW_UNDER, () => 4 * MOST],
	['one colour', kinds.KERNEL_COLOUR, kinds.ROW_UNDER, () => 4 * MOST],
	['ink', kinds.KERNEL_INK, kinds.ROW_UNDER, () => 4 * MOST],
	['light ink', kinds.KERNEL_LIFTED_INK, kinds.ROW_UNDER, () => 4 * MOST],
	['a picture', kinds.KERNEL_SOURCE, kinds.ROW_UNDER, () => 4 * MOST],
	['a picture through coverage', kinds.KERNEL_SOURCE_COVERED, kinds.ROW_UNDER, () => 4 * MOST],
	['a fainter picture', kinds.KERNEL_FADE, kinds.ROW_SOURCE, (count) => 4 * count],
	['a period of a gradient', kinds.KERNEL_PERIOD, kinds.ROW_SOURCE, (count) => 4 * count],
	['a shadow', kinds.KERNEL_DARKEN, kinds.ROW_UNDER, (count) => 4 * count],
	['a sum', kinds.KERNEL_SUM, kinds.ROW_RESULT, () => 8],
];

for (const [name, kernel, row, lengthFor] of KERNELS) {
	test(`${name}: vectors give what words give`, () => {
		const lights = fc.array(light, { minLength: SHADOW, maxLength: SHADOW });
		const rows = fc.record({ under: stretches(pixel), source: stretches(pixel), coverage: stretches(covered), lights });
		fc.assert(
			fc.property(rows, fc.integer({ min: 1, max: MOST }), pixel, (contents, count, colour) => {
				const run = (program: Program) => worked(program, contents, kernel, count, colour, row, lengthFor(count));
				assert.deepEqual(run(vectors), run(plain));
			}),
		);
	});
}
