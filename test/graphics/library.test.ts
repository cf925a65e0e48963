import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as protocol from '../components/graphics/protocol.ts';
import { openGraphics } from './graphics.ts';
import { contrast } from './wcag.ts';

const graphics = openGraphics(1);

/** In the order of sdk/graphics/ambience.ts. */
const TOKENS = [
	'top',
	'bottom',
	'surface1',
	'surface2',
	'surface3',
	'text',
	'text2',
	'text3',
	'outline',
	'decoration',
	'accent',
	'ink',
];

function ambience(hue: number, chroma: number, dark: boolean): Record<string, number> {
	graphics.call(protocol.AMBIENCE, hue, chroma, dark ? 1 : 0);
	return Object.fromEntries([...graphics.words(TOKENS.length)].map((pixel, index) => [TOKENS[index], pixel >>> 0]));
}

test('text reaches 4.5:1 and controls 3:1 on every surface, for every hue, in both schemes', () => {
	for (const dark of [true, false]) {
		for (let hue = 0; hue < 360; hue += 3) {
			for (const chroma of [0, 60, 97, 120]) {
				const tokens = ambience(hue, chroma, dark);
				for (const ink of ['text', 'text2', 'text3', 'accent']) {
					for (const ground of ['surface1', 'surface2', 'surface3', 'top', 'bottom']) {
						const ratio = contrast(tokens[ink] ?? 0, tokens[ground] ?? 0);
						assert.ok(ratio >= 4.5, `${ink} on ${ground}, hue ${hue}, chroma ${chroma}, dark ${dark}: ${ratio}`);
					}
				}
				assert.ok(contrast(tokens.ink ?? 0, tokens.accent ?? 0) >= 4.5, `ink on accent, hue ${hue}`);
				assert.ok(contrast(tokens.outline ?? 0, tokens.surface1 ?? 0) >= 3, `outline, hue ${hue}`);
				assert.ok(contrast(tokens.outline ?? 0, tokens.surface2 ?? 0) >= 3, `outline, hue ${hue}`);
			}
		}
	}
});

test('the default ambience is the one of the design', () => {
	const tokens = ambience(245, 97, true);
	const design = {
		top: 0x0e2537,
		bottom: 0x030b14,
		surface1: 0x13202b,
		surface3: 0x293946,
		text: 0xf0f4f7,
		accent: 0x8ecbff,
	};
	for (const [name, colour] of Object.entries(design)) {
		for (const [index, shift] of [16, 8, 0].entries()) {
			const channel = ((tokens[name] ?? 0) >> (8 * index)) & 255;
			assert.ok(Math.abs(channel - ((colour >> shift) & 255)) <= 3, `${name}: ${tokens[name]?.toString(16)}`);
		}
	}
});

test('no ambience has the hue of the gold band', () => {
	assert.deepEqual(ambience(80, 97, true), ambience(75, 97, true));
	assert.deepEqual(ambience(95, 97, true), ambience(100, 97, true));
	assert.notDeepEqual(ambience(75, 97, true), ambience(100, 97, true));
});

test('contrast in whole numbers is the contrast of WCAG', () => {
	fc.assert(
		fc.property(fc.nat(0xffffff), fc.nat(0xffffff), (first, second) => {
			const exact = 100 * contrast(first, second);
			const computed = graphics.call(protocol.CONTRAST, first, second);
			assert.ok(Math.abs(computed - exact) <= 1 + exact / 500, `${computed}, not ${exact}`);
		}),
	);
});

/** Positions in points, frame by frame. */
function spring(distance: number, velocity: number, rate: number): number[] {
	graphics.call(protocol.SPRING, distance, velocity, rate);
	return [...graphics.words(32)].map((position) => position / 64);
}

test('a spring starts with the velocity of the finger, never jumps, and has arrived after 420 ms', () => {
	fc.assert(
		fc.property(fc.integer({ min: -390, max: 390 }), fc.integer({ min: -3000, max: 3000 }), (distance, velocity) => {
			const positions = spring(distance, velocity, 60);
			const first = positions[0] ?? 0;
			// A sixtieth of a second at that velocity, and what the pull adds or the damping takes by then.
			assert.ok(
				Math.abs(first - velocity / 60) <= Math.abs(velocity) * 0.006 + Math.abs(distance) * 0.05 + 0.5,
				`${first}`,
			);
			assert.equal(positions[26], distance);
			assert.equal(positions[31], distance);
		}),
	);
});

test('a spring is in the same place at the same time, whatever the frame rate', () => {
	const slow = spring(300, 500, 30);
	const fast = spring(300, 500, 60);
	for (let frame = 0; frame < 15; frame++) {
		// A frame may fall one step (1/240 s) before or after the other.
		assert.ok(Math.abs((slow[frame] ?? 0) - (fast[2 * frame + 1] ?? 0)) < 8, `frame ${frame}`);
	}
});

type Rectangle = [left: number, top: number, right: number, bottom: number];

test('damage covers all that was added, in at most eight rectangles, none empty', () => {
	const rectangle = fc.tuple(
		fc.nat(390),
		fc.nat(844),
		fc.integer({ min: -2, max: 200 }),
		fc.integer({ min: -2, max: 200 }),
	);
	fc.assert(
		fc.property(fc.array(rectangle, { maxLength: 40 }), (added) => {
			graphics.call(protocol.DAMAGE, 0);
			for (const parts of added) graphics.call(protocol.DAMAGE, 1, ...parts);
			const [count = 0, ...coordinates] = graphics.words(1 + 4 * 8);
			assert.ok(count <= 8);
			const areas = Array.from(
				{ length: count },
				(_, index) => coordinates.slice(4 * index, 4 * index + 4) as Rectangle,
			);
			for (const [left, top, right, bottom] of areas) assert.ok(left < right && top < bottom);
			for (const [x, y, width, height] of added) {
				if (width <= 0 || height <= 0) continue;
				const inside = areas.some(
					([left, top, right, bottom]) => left <= x && top <= y && right >= x + width && bottom >= y + height,
				);
				assert.ok(inside, `${[x, y, width, height]} is not inside ${JSON.stringify(areas)}`);
			}
		}),
	);
});

test('damage far apart stays apart, damage side by side is merged', () => {
	const count = (...added: number[][]) => {
		graphics.call(protocol.DAMAGE, 0);
		for (const parts of added) graphics.call(protocol.DAMAGE, 1, ...parts);
		return graphics.words(1)[0];
	};
	assert.equal(count([0, 0, 10, 10], [300, 700, 10, 10]), 2);
	assert.equal(count([0, 0, 10, 10], [10, 0, 10, 10]), 1);
	assert.equal(count([0, 0, 10, 10], [20, 0, 10, 10], [10, 0, 10, 10]), 1);
});

test('wrapped lines fit, and together are the whole text', () => {
	const lines = (width: number) => {
		graphics.call(protocol.WRAP, width);
		const [count = 0] = graphics.words(1);
		return [...graphics.words(1 + count)].slice(1);
	};
	const [whole = 0] = lines(10_000);
	for (const width of [90, 150, 350, 700]) {
		const widths = lines(width);
		assert.ok(widths.length > 1);
		for (const line of widths) assert.ok(line > 0 && line <= width + 1, `${line} at ${width}`);
		const sum = widths.reduce((total, line) => total + line, 0);
		// At each break one space (about 4 pixels) goes, and each width is rounded up.
		assert.ok(Math.abs(sum + 4 * (widths.length - 1) - whole) <= 2 * widths.length, `${sum} of ${whole} at ${width}`);
	}
});
