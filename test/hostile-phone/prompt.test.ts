/** R4 and R5: nobody but the user, looking at it for a second, answers a prompt; nobody can cover, move, delay or take it away. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVENT_RELEASED, EVENT_TOUCH_DOWN } from '../../interfaces/display/events.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_MOVE, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import {
	CAPABILITY_CAMERA,
	CAPABILITY_LOCATION,
	GRANT_ASK,
	GRANT_NEVER,
	GRANT_ONCE,
	GRANT_OPEN,
} from '../../interfaces/permissions/capabilities.ts';
import { ANSWER_LEFT, ANSWER_PROMPT } from '../../interfaces/trusted/answers.ts';
import { differingPixels } from '../../tools/phone/picture.ts';
import { FRAME } from '../compositor/stage.ts';
import {
	APP,
	ARMING,
	ASK,
	BUTTON_X,
	COLOUR,
	DENY,
	KEYBOARD,
	NEVER,
	ONCE,
	OPEN,
	PERMISSIONS,
	POWERBOX,
	SHIFT,
	TRUSTED,
	TrustedStage,
} from './trusted.ts';

const HELD = 17;
const BUSY = 16;
const NOT_YOURS = 17;
const GONE = 18;
const KEY_ENTER = 28;
const KEY_SPACE = 57;
const FLOOD = 400;

/** A place on the only cover of home. */
const COVER = [90, 200] as const;
/** Milliseconds after which the hints at the edges are there, over an app that has just come to the front. */
const HINTS_RISE = 800;

function asked(): TrustedStage {
	const stage = TrustedStage.withApp();
	assert.equal(stage.prompt(CAPABILITY_CAMERA), 0);
	return stage;
}

/** Answers of prompts alone. */
const prompts = (stage: TrustedStage) => stage.told(PERMISSIONS).filter(({ kind }) => kind === ANSWER_PROMPT);

describe('a prompt', () => {
	test('has nothing over it, the hints at the edges neither', () => {
		const stage = TrustedStage.withApp();
		stage.drag(
			[
				[2, 420],
				[300, 420],
			],
			120,
		);
		stage.lift(300, 420);
		stage.rest();
		stage.quickTap(...COVER);
		stage.advance(HINTS_RISE);
		assert.equal(stage.prompt(CAPABILITY_CAMERA), 0);
		stage.advance(ARMING + 200);
		const early = stage.picture();
		stage.advance(4000);
		assert.equal(differingPixels(early, stage.picture()), 0);
	});

	test('is not answered within a second of being seen', () => {
		const stage = asked();
		stage.advance(ARMING - 60);
		stage.quickTap(BUTTON_X, ONCE);
		assert.deepEqual(prompts(stage), []);
		stage.advance(200);
		stage.quickTap(BUTTON_X, ONCE);
		assert.deepEqual(prompts(stage), [{ kind: ANSWER_PROMPT, app: APP, what: CAPABILITY_CAMERA, value: GRANT_ONCE }]);
	});

	test('is not answered by a finger that came down before', () => {
		const stage = asked();
		stage.advance(ARMING - 100);
		stage.touch(INPUT_TOUCH_DOWN, BUTTON_X, ONCE);
		stage.advance(1500);
		stage.touch(INPUT_TOUCH_UP, BUTTON_X, ONCE);
		assert.deepEqual(prompts(stage), []);
	});

	test('is not answered by a finger that slides onto a button, nor by one that has left it', () => {
		const stage = asked();
		stage.advance(1500);
		stage.touch(INPUT_TOUCH_DOWN, BUTTON_X, DENY);
		stage.touch(INPUT_TOUCH_MOVE, BUTTON_X, ONCE);
		stage.touch(INPUT_TOUCH_UP, BUTTON_X, ONCE);
		stage.touch(INPUT_TOUCH_DOWN, BUTTON_X, ONCE);
		stage.touch(INPUT_TOUCH_MOVE, BUTTON_X, DENY);
		stage.touch(INPUT_TOUCH_MOVE, BUTTON_X, ONCE);
		stage.touch(INPUT_TOUCH_UP, BUTTON_X, ONCE);
		assert.deepEqual(prompts(stage), []);
	});

	test('is not answered while a second finger is down', () => {
		const stage = asked();
		stage.advance(1500);
		stage.touch(INPUT_TOUCH_DOWN, BUTTON_X, ONCE, 0);
		stage.touch(INPUT_TOUCH_DOWN, 60, 300, 1);
		stage.touch(INPUT_TOUCH_UP, BUTTON_X, ONCE, 0);
		stage.touch(INPUT_TOUCH_UP, 60, 300, 1);
		assert.deepEqual(prompts(stage), []);
	});

	test('gives each answer by one tap of the same size', () => {
		for (const [y, grant] of [
			[ONCE, GRANT_ONCE],
			[OPEN, GRANT_OPEN],
			[DENY, GRANT_ASK],
			[NEVER, GRANT_NEVER],
		] as const) {
			const stage = asked();
			stage.advance(1500);
			stage.quickTap(BUTTON_X, y);
			assert.deepEqual(
				prompts(stage).map(({ value }) => value),
				[grant],
			);
			assert.deepEqual(
				stage.events(APP).map(({ kind }) => kind),
				[EVENT_RELEASED],
			);
		}
	});

	test('holds what the app shows, and nothing that the app does changes the picture or delays it', () => {
		const stage = asked();
		stage.advance(200);
		const before = stage.picture();
		for (let round = 0; round < FLOOD; round++) {
			assert.equal(stage.fill(APP, 0, 0, round % 700, 390, 40, 0xffffff), HELD);
			assert.equal(stage.call(APP, SHIFT, [0, 390 | (100 << 16), 10]), HELD);
			stage.gadget(round % 4, 1 + (round % 5), 20, 100 + (round % 300), 200, 60);
			stage.call(APP, 7, [round % 4]);
			stage.call(APP, 5, [round % 2]);
			stage.call(APP, 8, [round % 90, 2]);
		}
		stage.advance(0);
		const rows = (picture: typeof before) => Buffer.from(picture.pixels.subarray(4 * 390 * 288, 4 * 390 * 570));
		assert.ok(rows(before).equals(rows(stage.picture())));
		stage.advance(ARMING - 200);
		stage.quickTap(BUTTON_X, DENY);
		assert.equal(prompts(stage).length, 1);
	});

	test('begins its second anew when it was out of sight, and waits meanwhile', () => {
		const stage = asked();
		stage.advance(1500);
		stage.drag(
			[
				[2, 500],
				[300, 500],
			],
			100,
		);
		stage.lift(300, 500);
		stage.rest();
		assert.equal(stage.prompt(CAPABILITY_LOCATION), GONE);
		stage.quickTap(100, 200);
		for (let frame = 0; frame < 50; frame++) stage.advance(FRAME);
		stage.quickTap(BUTTON_X, ONCE);
		stage.rest();
		assert.deepEqual(prompts(stage), []);
		stage.quickTap(BUTTON_X, ONCE);
		assert.equal(prompts(stage).length, 1);
	});

	test('lets the user go home, and nowhere else', () => {
		const stage = asked();
		stage.advance(1500);
		const before = stage.picture();
		for (const [from, to] of [
			[
				[195, 842],
				[195, 400],
			],
			[
				[195, 4],
				[195, 400],
			],
		] as const) {
			stage.drag([from, to], 100);
			stage.lift(...to);
			stage.rest();
			assert.ok(Buffer.from(before.pixels).equals(Buffer.from(stage.picture().pixels)));
		}
		stage.drag(
			[
				[388, 500],
				[100, 500],
			],
			100,
		);
		stage.lift(100, 500);
		stage.rest();
		const left = stage.told(PERMISSIONS).filter(({ kind }) => kind === ANSWER_LEFT);
		assert.deepEqual(
			left.map(({ app, value }) => [app, value]),
			[[APP, 0]],
		);
	});

	test('takes all touches and keys, and hands none to the app', () => {
		const stage = asked();
		stage.advance(1500);
		stage.quickTap(195, 150);
		stage.quickTap(195, 500);
		for (const key of [KEY_ENTER, KEY_SPACE]) {
			stage.key(key, true);
			stage.key(key, false);
		}
		assert.deepEqual(prompts(stage), []);
		assert.deepEqual(stage.told(KEYBOARD), []);
		assert.deepEqual(
			stage.events(APP).filter(({ kind }) => kind === EVENT_TOUCH_DOWN),
			[],
		);
	});

	test('is shown over the app in front only, one of each app, and only for the permission server', () => {
		const stage = asked();
		assert.equal(stage.prompt(CAPABILITY_LOCATION), BUSY);
		assert.equal(stage.prompt(CAPABILITY_CAMERA, '', 1), GONE);
		for (const badge of [KEYBOARD, POWERBOX, TRUSTED + 68, TRUSTED + APP]) {
			assert.equal(stage.call(badge, ASK, [APP, CAPABILITY_CAMERA, 0], new Uint8Array(0)), NOT_YOURS);
		}
	});

	test('goes with its app, without an answer', () => {
		const stage = asked();
		stage.advance(1500);
		stage.drag(
			[
				[20, 10],
				[20, 400],
			],
			200,
		);
		stage.lift(20, 400);
		stage.rest();
		const told = stage.told(PERMISSIONS);
		assert.deepEqual(
			told.map(({ kind, value }) => [kind, value]),
			[
				[ANSWER_LEFT, 0],
				[ANSWER_LEFT, 1],
			],
		);
		assert.notEqual(stage.at(195, 700), COLOUR);
	});

	test('shows an app’s reason as a quotation of plain characters', () => {
		const pictureFor = (reason: string) => {
			const stage = TrustedStage.withApp();
			stage.prompt(CAPABILITY_CAMERA, reason);
			stage.advance(200);
			return Buffer.from(stage.picture().pixels);
		};
		const plain = pictureFor("yes? ?no ???'");
		assert.ok(plain.equals(pictureFor('yes\u202e \u200bno \n\u0007\u{1f512}"')));
		assert.ok(!plain.equals(pictureFor('yes')));
	});
});
