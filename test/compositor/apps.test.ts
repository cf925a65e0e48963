/** Apps that misbehave, fail or never answer; drivers and the compositor itself that are restarted. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as events from '../../interfaces/display/events.ts';
import { VISIBLE_COVER, VISIBLE_NOTHING, VISIBLE_WINDOW } from '../../interfaces/display/look.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_MOVE, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { CHOICE_DARK, CHOICE_HUE, CHOICE_SEAL } from '../../interfaces/preferences/choices.ts';
import { BAD_ARGUMENT } from '../../sdk/interface.ts';
import * as slots from '../../servers/compositor/slots.ts';
import { HEIGHT, STRIP, Stage, WIDTH } from './stage.ts';
import { COLOURS, home, NAMES, open, showGrid, withApps } from './support.ts';

/** Errors of interfaces/display and interfaces/preferences, in the order of their definitions. */
const OUTSIDE = 16;
const BAD_NODE = 18;
const NOT_YOURS = 16;
const OUT_OF_RANGE = 17;
const PRESENT = 2;
const SHIFT = 3;
const DESCRIBE = 5;
const WINDOW = 0;
const COVER = 1;
const NODE_BYTES = 96;
const SETTINGS = 512 + 67;
const KINDS = (list: readonly { kind: number }[]) => list.map(({ kind }) => kind);

function look(stage: Stage, app: number) {
	stage.call(app, 1);
	const [window = 0, cover = 0, word = 0, visible = 0, serial = 0] = stage.words();
	return { window, cover, word, visible, serial };
}

describe('an app', () => {
	test('has its own rectangle and no other: whatever lies outside is refused, and nothing of it is drawn', () => {
		const stage = withApps(1);
		const before = stage.picture().pixels;
		const rows = HEIGHT - STRIP;
		for (const [x, y, width, height] of [
			[WIDTH, 0, 1, 1],
			[0, rows, 1, 1],
			[380, 0, 11, 1],
			[0, rows - 1, 1, 2],
			[0xffff, 0xffff, 1, 1],
			[0, 0, WIDTH + 1, 1],
		] as const) {
			assert.equal(stage.fill(0, WINDOW, x, y, width, height, 0xff0000), OUTSIDE, `${x} ${y} ${width} ${height}`);
		}
		assert.equal(stage.fill(0, COVER, 0, 229, 168, 2, 0xff0000), OUTSIDE);
		const words = [WINDOW, 0, 10 | (10 << 16)];
		assert.equal(stage.call(0, PRESENT, words, new Uint8Array(404)), OUTSIDE);
		assert.equal(stage.call(0, PRESENT, [WINDOW, 0, 0], new Uint8Array(4)), OUTSIDE);
		assert.equal(stage.call(0, SHIFT, [0, WIDTH | (rows << 16), rows]), OUTSIDE);
		stage.rest();
		assert.deepEqual(stage.picture().pixels, before);
	});

	test('that nobody knows has nothing at all', () => {
		const stage = withApps(1);
		for (const badge of [32, 63, 67, 255]) assert.equal(stage.call(badge, 1), BAD_ARGUMENT);
		assert.equal(stage.fill(3, WINDOW, 0, 0, 10, 10, 0xff0000), 0);
		stage.rest();
		assert.equal(stage.at(5, STRIP + 5), COLOURS[0]);
	});

	test('in the background changes no pixel of the app in front, nor learns that it is there', () => {
		const stage = withApps(2);
		stage.events(0);
		assert.equal(stage.fill(0, WINDOW, 0, 0, WIDTH, 80, 0xff0000), 0);
		stage.rest();
		assert.equal(stage.at(100, STRIP + 50), COLOURS[1]);
		stage.tap(200, 400);
		assert.deepEqual(stage.events(0), []);
		assert.equal(look(stage, 0).visible, VISIBLE_NOTHING);
		assert.equal(look(stage, 1).visible, VISIBLE_WINDOW);
	});

	test('sees nothing of who had the window before it', () => {
		const stage = withApps(1);
		home(stage);
		showGrid(stage);
		stage.tap(150, 140);
		const pixels = new Set<number>();
		for (let y = STRIP; y < HEIGHT; y += 7) for (let x = 0; x < WIDTH; x += 7) pixels.add(stage.at(x, y));
		assert.ok(!pixels.has(COLOURS[0] ?? 0));
	});

	test('that takes no events loses movements, then everything, and begins afresh', () => {
		const stage = withApps(1);
		for (let index = 0; index < 100; index++) {
			stage.touch(INPUT_TOUCH_DOWN, 100, 300);
			for (let x = 101; x < 120; x++) stage.touch(INPUT_TOUCH_MOVE, x, 300);
			stage.touch(INPUT_TOUCH_UP, 120, 300);
		}
		const kinds = KINDS(stage.events(0));
		assert.ok(kinds.length < 50);
		assert.deepEqual(kinds.slice(-3), [events.EVENT_TOUCH_CANCEL, events.EVENT_LOOK, events.EVENT_EXPOSE]);
		stage.tap(100, 300);
		assert.deepEqual(KINDS(stage.events(0)), [events.EVENT_TOUCH_DOWN, events.EVENT_TOUCH_UP]);
	});

	test('moves rows of its window', () => {
		const stage = withApps(1);
		stage.fill(0, WINDOW, 0, 100, WIDTH, 10, 0xff8800);
		stage.call(0, SHIFT, [50 << 16, WIDTH | (200 << 16), 30]);
		stage.rest();
		assert.equal(stage.at(10, STRIP + 135), 0xff8800);
		assert.equal(stage.at(10, STRIP + 129), COLOURS[0]);
		assert.equal(stage.at(10, STRIP + 140), COLOURS[0]);
	});

	test('that says what is not of the form is not believed', () => {
		const stage = withApps(1);
		const node = (change: (view: DataView) => void) => {
			const bytes = new Uint8Array(NODE_BYTES);
			const view = new DataView(bytes.buffer);
			view.setUint8(2, 3);
			view.setUint8(13, 255);
			change(view);
			return stage.call(0, DESCRIBE, [WINDOW], bytes);
		};
		assert.equal(
			node(() => {}),
			0,
		);
		for (const role of [0, 11, 64, 255])
			assert.equal(
				node((view) => view.setUint8(2, role)),
				BAD_NODE,
			);
		assert.equal(
			node((view) => view.setUint8(12, 0x80)),
			BAD_NODE,
		);
		assert.equal(
			node((view) => view.setUint8(16, 7)),
			BAD_NODE,
		);
		assert.equal(stage.call(0, DESCRIBE, [WINDOW], new Uint8Array(95)), BAD_NODE);
	});

	test('that fails keeps its place, says so, and opens again with a tap', () => {
		const stage = withApps(2);
		stage.states.set(1, 2);
		stage.signal(slots.BIT_LIFECYCLE);
		stage.rest();
		assert.deepEqual(stage.calls, [[3, 255]]);
		assert.notEqual(stage.at(290, 200), COLOURS[1]);
		assert.equal(stage.at(100, 200), COLOURS[0]);
		stage.calls.length = 0;
		stage.tap(290, 200);
		assert.deepEqual(stage.calls, [
			[1, 1],
			[3, 1],
		]);
	});

	test('that somebody else closes is gone, wherever it was', () => {
		const stage = withApps(2);
		stage.states.set(1, 0);
		stage.signal(slots.BIT_LIFECYCLE);
		stage.rest();
		assert.equal(stage.at(100, 200), COLOURS[0]);
		assert.notEqual(stage.at(290, 200), COLOURS[1]);
	});

	test('learns from look what is seen of it', () => {
		const stage = withApps(1);
		assert.deepEqual(
			[look(stage, 0).window, look(stage, 0).cover, look(stage, 0).visible],
			[WIDTH | ((HEIGHT - STRIP) << 16), 168 | (230 << 16), VISIBLE_WINDOW],
		);
		home(stage);
		assert.equal(look(stage, 0).visible, VISIBLE_COVER);
		assert.deepEqual(KINDS(stage.events(0)), [events.EVENT_LOOK]);
	});
});

describe('choices', () => {
	test('are for settings only, and of the ranges that are written', () => {
		const stage = withApps(1);
		assert.equal(stage.call(512 + 3, 2, [CHOICE_DARK, 0]), NOT_YOURS);
		assert.equal(stage.call(SETTINGS, 2, [CHOICE_HUE, 360]), OUT_OF_RANGE);
		assert.equal(stage.call(SETTINGS, 2, [99, 0]), OUT_OF_RANGE);
		assert.equal(stage.call(SETTINGS, 2, [CHOICE_SEAL, 36]), OUT_OF_RANGE);
		const { serial } = look(stage, 0);
		assert.equal(stage.call(SETTINGS, 2, [CHOICE_DARK, 0]), 0);
		assert.equal(stage.call(SETTINGS, 1, [CHOICE_DARK]), 0);
		assert.equal(stage.words()[0], 0);
		assert.ok(look(stage, 0).serial > serial);
		assert.deepEqual(KINDS(stage.events(0)), [events.EVENT_LOOK, events.EVENT_EXPOSE]);
	});
});

describe('after a restart', () => {
	test('of the compositor the same apps are there in the same order, and the same is in front', () => {
		const before = withApps(3);
		before.call(SETTINGS, 2, [CHOICE_HUE, 20]);
		const stage = before.restarted(NAMES);
		assert.deepEqual(stage.calls, [[3, 2]]);
		for (const app of [0, 1, 2]) assert.ok(KINDS(stage.events(app)).includes(events.EVENT_EXPOSE));
		for (const app of [0, 1, 2]) stage.paint(app, COLOURS[app] ?? 0);
		stage.rest();
		assert.equal(stage.at(100, 300), COLOURS[2]);
		home(stage);
		assert.deepEqual([stage.at(100, 200), stage.at(290, 200), stage.at(100, 500)], COLOURS.slice(0, 3));
		stage.call(SETTINGS, 1, [CHOICE_HUE]);
		assert.equal(stage.words()[0], 20);
	});

	test('of the compositor an app that has been closed meanwhile is not there', () => {
		const before = withApps(2);
		before.states.set(1, 0);
		const stage = before.restarted(NAMES);
		stage.rest();
		assert.deepEqual(stage.calls, []);
		stage.tap(100, 200);
		assert.deepEqual(stage.calls, [[3, 0]]);
	});

	test('of the display driver everything is shown again', () => {
		const stage = withApps(1);
		stage.restartScreen();
		stage.rest();
		assert.equal(stage.at(100, 300), COLOURS[0]);
	});

	test('nothing in the session region is believed', () => {
		for (let seed = 1; seed < 12; seed++) {
			const before = withApps(1);
			before.spoilSession(seed);
			const stage = before.restarted(NAMES);
			open(stage, 1);
			assert.equal(stage.at(100, 300), COLOURS[1]);
		}
	});
});

test('a driver that is slow is never given two frames at once, and gets the newest state when it is ready', () => {
	const stage = withApps(1);
	stage.holdFrames = true;
	stage.drag(
		[
			[2, 500],
			[300, 500],
		],
		300,
	);
	const frames = stage.frames;
	stage.advance(200);
	assert.equal(stage.frames, frames);
	stage.holdFrames = false;
	stage.answerFrames();
	stage.advance(32);
	assert.equal(stage.at(289, 700), COLOURS[0]);
	assert.notEqual(stage.at(280, 700), COLOURS[0]);
});

test('a frame of a swipe costs at most two million instructions, and a phone at rest nothing', () => {
	const stage = withApps(3);
	stage.touch(INPUT_TOUCH_DOWN, 2, 500);
	stage.touch(INPUT_TOUCH_MOVE, 30, 500);
	stage.advance(16);
	const before = stage.instructions();
	const frames = stage.frames;
	stage.touch(INPUT_TOUCH_MOVE, 200, 500);
	stage.advance(16);
	assert.equal(stage.frames, frames + 1);
	assert.ok(stage.instructions() - before < 2_000_000, `${stage.instructions() - before}`);
	stage.lift(200, 500);
	stage.rest();
	stage.rest();
	const still = stage.instructions();
	stage.advance(10_000);
	assert.ok(stage.instructions() - still < 100_000, `${stage.instructions() - still}`);
});

test('a phone without apps begins with home', () => {
	const stage = new Stage(NAMES);
	stage.rest();
	assert.equal(stage.at(10, 10), 0);
	assert.notEqual(stage.at(10, 100), 0);
});
