/** The kernels of sdk/graphics/rows.ts give what their plain definition gives, for whatever pixels, colours and coverage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as protocol from '../components/graphics/protocol.ts';
import { openGraphics } from './graphics.ts';

const MOST = 70;
const graphics = openGraphics(1);
graphics.call(protocol.ROWS, protocol.ROWS_WHERE, 0, 0, 0);
const [under = 0, source = 0, coverage = 0] = graphics.results();

type Channels = readonly number[];

/** A product of two parts of 255, rounded to the nearest. */
const times = (value: number, part: number): number => Math.floor((2 * value * part + 255) / 510);
/** What a word keeps of a channel. */
const byte = (value: number): number => value & 255;

function over(above: Channels, below: Channels): Channels {
	return above.map((value, index) => byte(value + times(below[index] ?? 0, 255 - (above[3] ?? 0))));
}

const faded = (pixel: Channels, alpha: number): Channels => pixel.map((value) => times(value, alpha));
const lift = (covered: number): number => covered + ((covered * (255 - covered)) >> 10);

/** Colours are multiplied by their alpha. */
const pixel = fc
	.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.oneof(fc.constant(255), fc.nat(255)))
	.map(([red, green, blue, alpha]) => [red, green, blue].map((value) => times(value, alpha)).concat(alpha));
/** Rows as they are: mostly in stretches of one kind. */
const stretches = <T>(one: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
	fc
		.array(fc.tuple(one, fc.integer({ min: 1, max: 24 })), { minLength: length, maxLength: length })
		.map((parts) => parts.flatMap(([value, count]) => Array<T>(count).fill(value)).slice(0, length));
const row = stretches(pixel, MOST);
const covered = stretches(fc.oneof(fc.constant(0), fc.constant(255), fc.nat(255)), MOST);
const count = fc.integer({ min: 1, max: MOST });

function set(place: number, pixels: readonly Channels[]): void {
	graphics.bytes(place, 4 * pixels.length).set(pixels.flat());
}

const wordOf = (colour: Channels): number => Buffer.from(colour).readInt32LE();

/** Lets a kernel work on a row, and compares: pixels behind the last one must stay. */
function expectRow(place: number, before: readonly Channels[], length: number, expected: readonly Channels[]): void {
	const shown = [...graphics.bytes(place, 4 * MOST)];
	assert.deepEqual(shown, [...expected.slice(0, length), ...before.slice(length)].flat());
}

function cover(values: readonly number[], length: number): void {
	graphics.bytes(coverage, length).set(values.slice(0, length));
	graphics.bytes(coverage + length, 8).fill(0);
}

test('one colour, opaque or not, over a row', () => {
	fc.assert(
		fc.property(row, count, pixel, (before, length, colour) => {
			set(under, before);
			graphics.call(protocol.ROWS, protocol.ROWS_COLOUR, length, wordOf(colour), 0);
			expectRow(
				under,
				before,
				length,
				before.map((below) => over(colour, below)),
			);
			graphics.call(protocol.ROWS, protocol.ROWS_FILL, length, wordOf(colour), 0);
			expectRow(
				under,
				before,
				length,
				before.map(() => colour),
			);
		}),
	);
});

test('one colour through coverage, lifted or not', () => {
	fc.assert(
		fc.property(row, covered, count, pixel, fc.boolean(), (before, parts, length, colour, lifted) => {
			set(under, before);
			cover(parts, length);
			graphics.call(protocol.ROWS, protocol.ROWS_INK, length, wordOf(colour), lifted ? 1 : 0);
			const ink = (part: number) => faded(colour, lifted ? lift(part) : part);
			expectRow(
				under,
				before,
				length,
				before.map((below, index) => over(ink(parts[index] ?? 0), below)),
			);
		}),
		{ numRuns: 500 },
	);
});

test('a row over another, whole or through coverage, fainter or not', () => {
	fc.assert(
		fc.property(row, row, covered, count, fc.nat(255), (before, above, parts, length, alpha) => {
			set(under, before);
			set(source, above);
			graphics.call(protocol.ROWS, protocol.ROWS_SOURCE, length, 0, 0);
			expectRow(
				under,
				before,
				length,
				before.map((below, index) => over(above[index] ?? [], below)),
			);
			set(under, before);
			cover(parts, length);
			graphics.call(protocol.ROWS, protocol.ROWS_SOURCE_COVERED, length, 0, 0);
			const part = (index: number) => faded(above[index] ?? [], parts[index] ?? 0);
			expectRow(
				under,
				before,
				length,
				before.map((below, index) => over(part(index), below)),
			);
			graphics.call(protocol.ROWS, protocol.ROWS_FADE, length, alpha, 0);
			expectRow(
				source,
				above,
				length,
				above.map((one) => faded(one, alpha)),
			);
		}),
	);
});

test('coverage of glyphs that overlap is added, none beyond whole, none beside the row', () => {
	const place = fc.tuple(fc.integer({ min: -20, max: MOST }), fc.integer({ min: 1, max: 40 }), fc.nat(500));
	fc.assert(
		fc.property(
			covered,
			stretches(fc.nat(255), 600),
			count,
			place,
			(parts, picture, length, [column, width, offset]) => {
				graphics.asset(600).set(picture.slice(0, 600));
				cover(parts, length);
				const behind = graphics.bytes(coverage + length, 8).slice();
				graphics.call(protocol.ADD_COVERAGE, offset, width, column, length);
				const added = parts.slice(0, length).map((part, index) => {
					const inside = index >= column && index < column + width;
					return Math.min(255, part + (inside ? (picture[offset + index - column] ?? 0) : 0));
				});
				assert.deepEqual([...graphics.bytes(coverage, length)], added);
				assert.deepEqual(graphics.bytes(coverage + length, 8), behind);
			},
		),
	);
});
