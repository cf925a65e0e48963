/** How soon an app that was tapped is seen, in the machine's own time: what components execute, whatever the host does meanwhile. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { APPS } from '../../systems/phone/apps.ts';
import type { Picture } from '../../tools/phone/phone.ts';
import { type Replay, replayExactly } from '../../tools/phone/replay.ts';
import type { Step } from '../../tools/phone/trace.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { imageOf } from './phone.ts';

/** Milliseconds from the tap to the first frame with the app's pixels, at most; and until the grid has left and all of the window is seen. */
const FIRST_MOST = 50;
const WHOLE_MOST = 400;
/** When the app has long come to rest. */
const AFTERWARDS = 900;
const BOOTED = 1000;
/** Of one app: the grid, the tap, and home again. */
const ROUND = 2600;
const STEP = 8;
/** Rows of the strip, and of the window's head, in which no system picture has anything but one colour. */
const STRIP = 32;
const HEAD = 72;
/** Rows of the window that may have changed since it was first whole: something that ticks. */
const TICKING = 80;
const COLUMNS = 4;

function swipe(at: number, from: readonly [number, number], to: readonly [number, number]): Step[] {
	const length = 160;
	const part = (passed: number, index: 0 | 1) => from[index] + ((to[index] - from[index]) * passed) / length;
	const steps: Step[] = [{ at, touch: 'down', x: from[0], y: from[1] }];
	for (let passed = STEP; passed < length; passed += STEP) {
		steps.push({ at: at + passed, touch: 'move', x: part(passed, 0), y: part(passed, 1) });
	}
	return [...steps, { at: at + length, touch: 'up', x: to[0], y: to[1] }];
}

/** Opens the app at a place of the grid, takes pictures, and goes home. */
function round(name: string, place: number): Step[] {
	const at = BOOTED + ROUND * place;
	const tapped = at + 900;
	const [x, y] = [58 + 90 * (place % COLUMNS), 135 + 104 * Math.floor(place / COLUMNS)];
	return [
		...swipe(at, [195, 842], [195, 560]),
		{ at: tapped - 40, touch: 'down', x, y },
		{ at: tapped, touch: 'up', x, y },
		{ at: tapped + FIRST_MOST, picture: `${name} first` },
		{ at: tapped + WHOLE_MOST, picture: `${name} whole` },
		{ at: tapped + AFTERWARDS, picture: `${name} afterwards` },
		...swipe(tapped + AFTERWARDS + 100, [2, 420], [300, 420]),
	];
}

const rowOf = ({ width, pixels }: Picture, row: number): Uint8Array =>
	pixels.subarray(4 * width * row, 4 * width * (row + 1));

function isPlain(row: Uint8Array): boolean {
	return row.every((byte, index) => byte === row[index % 4]);
}

/** Rows of two pictures that are the same, `from` up to `to`. */
function sameRows(one: Picture, other: Picture, from: number, to: number): number[] {
	const rows = Array.from({ length: to - from }, (_, index) => from + index);
	return rows.filter((row) => Buffer.compare(rowOf(one, row), rowOf(other, row)) === 0);
}

describe('apps are opened one after the other, and stay open', () => {
	let replay: Replay;
	const apps = [...APPS].sort((one, other) => one.badge - other.badge);
	const picture = (name: string): Picture => replay.pictures.get(name) ?? assert.fail(`no picture '${name}'`);

	before(async () => {
		const steps = apps.flatMap(({ name }, place) => round(name, place));
		replay = await replayExactly(await imageOf(TRACED_SYSTEM), { description: 'every app is opened', steps });
	});

	for (const { name } of apps) {
		test(`${name}: its own pixels within ${FIRST_MOST} ms`, () => {
			const first = picture(`${name} first`);
			const own = sameRows(first, picture(`${name} afterwards`), STRIP, STRIP + HEAD);
			assert.ok(own.some((row) => !isPlain(rowOf(first, row))));
		});

		test(`${name}: the whole window as soon as the grid is gone`, () => {
			const whole = picture(`${name} whole`);
			const same = sameRows(whole, picture(`${name} afterwards`), STRIP, whole.height);
			assert.ok(same.length >= whole.height - STRIP - TICKING, `${same.length} rows`);
		});
	}

	test('none of them has failed', () => {
		const failed = replay.processes.filter(({ faults }) => faults > 0).map(({ name }) => name);
		assert.deepEqual(failed, []);
	});
});
