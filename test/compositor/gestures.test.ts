/** Gestures: the window follows the finger, whatever apps do; nothing is told to an app before it is settled. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SCENE_APP, SCENE_EVENTS, SCENE_GRID, SCENE_LOCK } from '../../abi/accessibility.ts';
import * as events from '../../interfaces/display/events.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_MOVE, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { FRAME, HEIGHT, STRIP, Stage, WIDTH } from './stage.ts';
import { COLOURS, NAMES, open, withApps } from './support.ts';

const OPENED = 1;
const CLOSED = 2;
const FRONTED = 3;
const NOBODY = 255;
const SLOP = 10;

/** Where the window of app 0 begins on a row in the middle; WIDTH: it cannot be seen. */
function left(stage: Stage): number {
	for (let x = 0; x < WIDTH; x++) if (stage.at(x, 700) === COLOURS[0]) return x;
	return WIDTH;
}

/** Columns of the window that can be seen on that row. */
function columns(stage: Stage): number {
	let count = 0;
	for (let x = 0; x < WIDTH; x++) if (stage.at(x, 700) === COLOURS[0]) count++;
	return count;
}

/** A swipe from the left edge to `x`, slowly enough not to be a fling; the finger is still down. */
function swipe(stage: Stage, x: number): void {
	stage.drag(
		[
			[2, 500],
			[x, 500],
		],
		400,
	);
	stage.advance(200);
}

describe('a swipe from a side edge', () => {
	test('moves the window exactly as far as the finger, in the next frame', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 20, max: 380 }), { minLength: 1, maxLength: 6 }), (places) => {
				const stage = withApps(1);
				stage.touch(INPUT_TOUCH_DOWN, 2, 500);
				stage.touch(INPUT_TOUCH_MOVE, 14, 500);
				for (const x of places) {
					stage.advance(FRAME);
					stage.touch(INPUT_TOUCH_MOVE, x, 500);
					stage.advance(FRAME);
					assert.equal(left(stage), x - 2 - SLOP);
				}
			}),
			{ numRuns: 12 },
		);
	});

	test('and back again is a peek: home is seen, and the app hears nothing', () => {
		const stage = withApps(1);
		swipe(stage, 250);
		assert.equal(left(stage), 238);
		stage.drag([[250, 500]], 0);
		for (let x = 240; x >= 10; x -= 10) {
			stage.advance(FRAME);
			stage.touch(INPUT_TOUCH_MOVE, x, 500);
		}
		stage.advance(100);
		stage.lift(10, 500);
		stage.rest();
		assert.equal(columns(stage), WIDTH);
		assert.deepEqual(stage.events(0), []);
		assert.deepEqual(stage.calls, []);
	});

	test('commits at 60 points, and takes that back only below 48', () => {
		for (const [places, home] of [
			[[59], false],
			[[61], true],
			[[70, 50], true],
			[[70, 47], false],
			[[70, 47, 55], false],
		] as const) {
			const stage = withApps(1);
			swipe(stage, 20);
			for (const x of places) {
				stage.touch(INPUT_TOUCH_MOVE, x + 2, 500);
				stage.advance(200);
			}
			stage.lift((places.at(-1) ?? 0) + 2, 500);
			stage.rest();
			assert.equal(left(stage) === WIDTH, home, places.join(', '));
			assert.deepEqual(stage.calls, home ? [[FRONTED, NOBODY]] : []);
		}
	});

	test('from the right goes the other way', () => {
		const stage = withApps(1);
		stage.drag(
			[
				[388, 500],
				[200, 500],
			],
			300,
		);
		assert.equal(left(stage), 0);
		assert.equal(columns(stage), WIDTH - (188 - SLOP));
		stage.lift(200, 500);
		stage.rest();
		assert.equal(columns(stage), 0);
	});

	test('needs no distance when it is fast, and none counts when it turns back fast', () => {
		const stage = withApps(1);
		stage.drag(
			[
				[2, 500],
				[40, 500],
			],
			32,
		);
		stage.lift(40, 500);
		stage.rest();
		assert.equal(columns(stage), 0);
		const other = withApps(1);
		swipe(other, 200);
		other.touch(INPUT_TOUCH_MOVE, 160, 500);
		other.advance(FRAME);
		other.touch(INPUT_TOUCH_MOVE, 120, 500);
		other.lift(120, 500);
		other.rest();
		assert.equal(columns(other), WIDTH);
	});

	test('can be caught while the window still moves, without a jump', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 12 }), (frames) => {
				const stage = withApps(1);
				stage.drag(
					[
						[2, 500],
						[130, 500],
					],
					160,
				);
				stage.lift(130, 500);
				const places = [left(stage)];
				for (let frame = 0; frame < frames; frame++) {
					stage.advance(FRAME);
					places.push(left(stage));
				}
				const before = places.at(-1) ?? 0;
				const last = before - (places.at(-2) ?? before);
				if (before >= WIDTH - 2) return;
				stage.touch(INPUT_TOUCH_DOWN, 380, 500);
				stage.advance(FRAME);
				const jump = Math.abs(left(stage) - before);
				assert.ok(jump <= Math.max(2, 1.5 * Math.abs(last)), `${jump} after ${last}`);
				stage.touch(INPUT_TOUCH_MOVE, 370, 500);
				stage.advance(FRAME);
				assert.ok(Math.abs(left(stage) - (before - 10)) <= Math.max(2, Math.abs(last)));
			}),
			{ numRuns: 12 },
		);
	});

	test('does not wait for an app that never takes an event or answers', () => {
		const stage = withApps(1);
		for (let index = 0; index < 500; index++) {
			stage.touch(INPUT_TOUCH_DOWN, 100, 300);
			stage.touch(INPUT_TOUCH_UP, 100, 300);
		}
		swipe(stage, 200);
		assert.equal(left(stage), 188);
	});

	test('that rests far inside opens the app that was in front before', () => {
		const stage = withApps(1);
		open(stage, 1);
		stage.calls.length = 0;
		swipe(stage, 240);
		stage.advance(350);
		stage.lift(240, 500);
		stage.rest();
		assert.deepEqual(stage.calls, [
			[FRONTED, NOBODY],
			[FRONTED, 0],
		]);
	});

	test('keeps the cover of an app where it was opened, whatever is used', () => {
		const stage = withApps(1);
		open(stage, 1);
		open(stage, 2);
		swipe(stage, 240);
		stage.lift(240, 500);
		stage.rest();
		const places = () => [stage.at(100, 200), stage.at(290, 200), stage.at(100, 500)];
		assert.deepEqual(places(), COLOURS.slice(0, 3));
		stage.tap(290, 200);
		swipe(stage, 240);
		stage.lift(240, 500);
		stage.rest();
		assert.deepEqual(places(), COLOURS.slice(0, 3));
	});
});

describe('a touch', () => {
	test('inside belongs to the app, in its own coordinates', () => {
		const stage = withApps(1);
		stage.touch(INPUT_TOUCH_DOWN, 100, 300);
		stage.touch(INPUT_TOUCH_MOVE, 120, 310);
		stage.touch(INPUT_TOUCH_UP, 120, 310);
		const at = (x: number, y: number) => x | ((y - STRIP) << 16);
		assert.deepEqual(stage.events(0), [
			{ kind: events.EVENT_TOUCH_DOWN, first: at(100, 300), second: 0 },
			{ kind: events.EVENT_TOUCH_MOVE, first: at(120, 310), second: 0 },
			{ kind: events.EVENT_TOUCH_UP, first: at(120, 310), second: 0 },
		]);
	});

	test('at an edge is kept from the app until it has idled, and taken back when it becomes a gesture', () => {
		const stage = withApps(1);
		stage.touch(INPUT_TOUCH_DOWN, 4, 300);
		stage.advance(140);
		assert.deepEqual(stage.events(0), []);
		stage.advance(20);
		assert.deepEqual(
			stage.events(0).map(({ kind }) => kind),
			[events.EVENT_TOUCH_DOWN],
		);
		stage.touch(INPUT_TOUCH_MOVE, 40, 300);
		assert.deepEqual(
			stage.events(0).map(({ kind }) => kind),
			[events.EVENT_TOUCH_CANCEL],
		);
	});

	test('at an edge that is only a tap reaches the app, whole', () => {
		const stage = withApps(1);
		stage.touch(INPUT_TOUCH_DOWN, 386, 300);
		stage.touch(INPUT_TOUCH_UP, 386, 300);
		assert.deepEqual(
			stage.events(0).map(({ kind }) => kind),
			[events.EVENT_TOUCH_DOWN, events.EVENT_TOUCH_UP],
		);
	});

	test('on the strip never reaches an app', () => {
		const stage = withApps(1);
		stage.tap(100, 16);
		stage.tap(100, 700);
		assert.deepEqual(stage.events(0), []);
	});

	test('of whatever kind leaves the system in order', () => {
		const place = fc.tuple(fc.integer({ min: 0, max: WIDTH - 1 }), fc.integer({ min: 0, max: HEIGHT - 1 }));
		const step = fc.record({
			kind: fc.constantFrom(INPUT_TOUCH_DOWN, INPUT_TOUCH_MOVE, INPUT_TOUCH_MOVE, INPUT_TOUCH_UP),
			place,
			finger: fc.constantFrom(0, 0, 0, 1),
			wait: fc.constantFrom(0, 8, 16, 200),
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const stage = withApps(1);
				for (const { kind, place: at, finger, wait } of steps) {
					stage.touch(kind, at[0], at[1], finger);
					stage.advance(wait);
					for (const { kind: event, first } of stage.events(0)) {
						if (event < events.EVENT_TOUCH_DOWN || event > events.EVENT_TOUCH_UP) continue;
						assert.ok((first << 16) >> 16 < WIDTH && first >> 16 < HEIGHT - STRIP);
					}
				}
				for (const finger of [0, 1]) stage.touch(INPUT_TOUCH_UP, 0, 0, finger);
				stage.rest();
				// The strip is the system's, whatever has happened.
				assert.equal(stage.at(200, 2), 0);
			}),
			{ numRuns: 25 },
		);
	});
});

describe('a pull', () => {
	test('from a top corner closes the app at 72 points', () => {
		for (const [distance, closes] of [
			[66, false],
			[80, true],
		] as const) {
			const stage = withApps(1);
			stage.drag(
				[
					[20, 8],
					[24, 8 + distance],
				],
				400,
			);
			stage.advance(200);
			stage.lift(24, 8 + distance);
			stage.rest();
			assert.deepEqual(
				stage.calls,
				closes
					? [
							[CLOSED, 0],
							[FRONTED, NOBODY],
						]
					: [],
			);
			assert.equal(stage.at(100, 200) === COLOURS[0], !closes);
		}
	});

	test('from the bottom brings the apps over whatever is there, and down again they go', () => {
		const stage = withApps(1);
		stage.drag(
			[
				[195, 841],
				[195, 400],
			],
			300,
		);
		stage.advance(FRAME);
		assert.equal(stage.at(195, 380), COLOURS[0]);
		assert.notEqual(stage.at(195, 440), COLOURS[0]);
		stage.lift(195, 400);
		stage.rest();
		assert.equal(columns(stage), 0);
		stage.drag(
			[
				[195, 500],
				[195, 700],
			],
			300,
		);
		stage.lift(195, 700);
		stage.rest();
		assert.equal(columns(stage), WIDTH);
		assert.deepEqual(stage.events(0), []);
	});
});

describe('everything that a gesture does, a tap does', () => {
	/** The strip opens the menu; then one of its buttons. */
	function choose(stage: Stage, x: number, y: number): void {
		stage.tap(100, 16);
		stage.tap(x, y);
	}

	test('home, apps, events, lock, close', () => {
		const stage = withApps(1);
		choose(stage, 100, 322);
		assert.deepEqual(stage.calls.splice(0), [[FRONTED, NOBODY]]);
		choose(stage, 100, 380);
		assert.equal(stage.tree?.scene, SCENE_EVENTS);
		choose(stage, 290, 322);
		assert.equal(stage.tree?.scene, SCENE_GRID);
		stage.tap(60, 140);
		assert.deepEqual(stage.calls.splice(0), [[FRONTED, 0]]);
		choose(stage, 290, 380);
		assert.equal(stage.tree?.scene, SCENE_LOCK);
		stage.tap(195, 730);
		assert.equal(stage.tree?.scene, SCENE_APP);
		assert.deepEqual(stage.calls.splice(0), []);
		choose(stage, 290, 440);
		assert.deepEqual(stage.calls.splice(0), [
			[CLOSED, 0],
			[FRONTED, NOBODY],
		]);
	});

	test('an app opens from its cover, and its cover actions run without opening it', () => {
		const stage = withApps(1);
		stage.call(0, 8, [1, 0]);
		swipe(stage, 240);
		stage.lift(240, 500);
		stage.rest();
		stage.events(0);
		stage.calls.length = 0;
		stage.tap(100, 310);
		assert.deepEqual(
			stage.events(0).map(({ kind }) => kind),
			[events.EVENT_COVER_ACTION],
		);
		assert.deepEqual(stage.calls, []);
		stage.tap(100, 150);
		assert.deepEqual(stage.calls, [[FRONTED, 0]]);
	});
});

test('an app is opened once', () => {
	const stage = new Stage(NAMES);
	open(stage, 2);
	assert.deepEqual(stage.calls, [
		[OPENED, 2],
		[FRONTED, 2],
	]);
});
