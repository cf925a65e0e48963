/** R7: a secret is typed only into the system's keyboard, which comes when the user swipes, for the app that it names; and no sheet rises by itself. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVENT_SECRET, EVENT_TEXT, EVENT_TOUCH_DOWN } from '../../interfaces/display/events.ts';
import { GADGET_OPEN, GADGET_SIGN_IN } from '../../interfaces/display/gadgets.ts';
import { EDIT_TEXT } from '../../interfaces/display/look.ts';
import { INPUT_TOUCH_DOWN } from '../../interfaces/input/queue.ts';
import { ANSWER_DISMISSED, ANSWER_KEY, ANSWER_TYPE, BADGE_KEYBOARD } from '../../interfaces/trusted/answers.ts';
import { APP, EDIT, FINISH, KEYBOARD, LOOK, POWERBOX, SHEET, TrustedStage, TYPE } from './trusted.ts';

const GONE = 18;
const NOT_YOURS = 17;
const OUTSIDE = 16;
const HELD = 17;
const SIGN_IN = [100, 300, 200, 60] as const;
const MIDDLE = [200, 362] as const;
const BAND = 0xf2c14e;
/** A place in the band of the keyboard for a secret, between seal and words. */
const IN_BAND = [190, 420] as const;
const KEY_A = 30;
/** On the keyboard, where an edge zone is elsewhere. */
const OUTER_KEY = [12, 620] as const;

function signIn(): TrustedStage {
	const stage = TrustedStage.withApp();
	stage.gadget(0, GADGET_SIGN_IN, ...SIGN_IN);
	stage.advance(1000);
	stage.quickTap(...MIDDLE);
	stage.told(KEYBOARD);
	return stage;
}

function swipeUp(stage: TrustedStage): void {
	stage.drag(
		[
			[195, 842],
			[195, 600],
		],
		120,
	);
	stage.lift(195, 600);
	stage.rest();
}

function ceremony(): TrustedStage {
	const stage = signIn();
	swipeUp(stage);
	assert.equal(stage.call(KEYBOARD, SHEET, [APP, 1]), 0);
	stage.rest();
	stage.told(KEYBOARD);
	stage.events(APP);
	return stage;
}

describe('the keyboard for a secret', () => {
	test('comes by the sign-in gadget and the swipe together, for that app', () => {
		const stage = signIn();
		assert.equal(stage.call(KEYBOARD, SHEET, [APP, 1]), GONE);
		swipeUp(stage);
		assert.deepEqual(stage.told(KEYBOARD), [{ kind: ANSWER_TYPE, app: APP, what: EDIT_TEXT, value: 1 }]);
		assert.equal(stage.call(KEYBOARD, SHEET, [1, 1]), GONE);
		assert.equal(stage.call(POWERBOX, SHEET, [APP, 1]), GONE);
		assert.equal(stage.call(KEYBOARD, SHEET, [APP, 1]), 0);
		stage.rest();
		assert.equal(stage.at(...IN_BAND), BAND);
	});

	test('does not come by the swipe alone, nor half a minute later, nor for an app that was left', () => {
		const alone = TrustedStage.withApp();
		swipeUp(alone);
		assert.deepEqual(alone.told(KEYBOARD), []);
		const late = signIn();
		late.advance(31_000);
		swipeUp(late);
		assert.deepEqual(late.told(KEYBOARD), []);
		const left = signIn();
		left.drag(
			[
				[2, 500],
				[300, 500],
			],
			100,
		);
		left.lift(300, 500);
		left.rest();
		left.tap(100, 200);
		swipeUp(left);
		assert.deepEqual(left.told(KEYBOARD), []);
	});

	test('freezes the app and keeps every touch and key from it', () => {
		const stage = ceremony();
		assert.equal(stage.fill(APP, 0, 0, 0, 390, 40, 0xffffff), HELD);
		for (const y of [100, 300, 440, 560, 700]) stage.quickTap(150, y);
		stage.key(KEY_A, true);
		assert.deepEqual(stage.events(APP), []);
		assert.deepEqual(
			stage.told(KEYBOARD).map(({ kind, what }) => [kind, what]),
			[[ANSWER_KEY, KEY_A]],
		);
		assert.equal(stage.call(KEYBOARD, TYPE, [EVENT_TEXT, 0x61]), GONE);
		assert.ok(stage.events(BADGE_KEYBOARD).some(({ kind }) => kind === EVENT_TOUCH_DOWN));
	});

	test('tells the app how many bytes wait, and no other', () => {
		const stage = ceremony();
		assert.equal(stage.call(KEYBOARD, FINISH, [APP, 5]), 0);
		const secrets = (app: number) => stage.events(app).filter(({ kind }) => kind === EVENT_SECRET);
		assert.deepEqual(
			secrets(APP).map(({ first }) => first),
			[5],
		);
		assert.deepEqual(secrets(1), []);
		stage.rest();
		assert.notEqual(stage.at(...IN_BAND), BAND);
	});

	test('is dismissed, and its typing forgotten, when the app is left', () => {
		const stage = ceremony();
		stage.drag(
			[
				[2, 200],
				[300, 200],
			],
			100,
		);
		stage.lift(300, 200);
		stage.rest();
		assert.ok(stage.told(KEYBOARD).some(({ kind }) => kind === ANSWER_DISMISSED));
		assert.ok(stage.events(APP).some(({ kind, first }) => kind === EVENT_SECRET && first === 0));
	});
});

describe('a sheet', () => {
	test('rises for nobody who was not asked for', () => {
		const stage = TrustedStage.withApp();
		assert.equal(stage.call(KEYBOARD, SHEET, [APP, 1]), GONE);
		assert.equal(stage.call(POWERBOX, SHEET, [APP, 1]), GONE);
		assert.equal(stage.call(256 + APP, SHEET, [APP, 1]), NOT_YOURS);
		stage.gadget(0, GADGET_OPEN, ...SIGN_IN);
		stage.advance(1000);
		stage.quickTap(...MIDDLE);
		assert.equal(stage.call(KEYBOARD, SHEET, [APP, 1]), GONE);
		assert.equal(stage.call(POWERBOX, SHEET, [APP, 1]), 0);
	});

	test('for ordinary text has no band, and leaves the app its window above it', () => {
		const stage = TrustedStage.withApp();
		stage.call(APP, EDIT, [EDIT_TEXT]);
		assert.equal(stage.call(KEYBOARD, SHEET, [APP, 1]), 0);
		stage.rest();
		for (let y = 32; y < 844; y += 8) assert.notEqual(stage.at(IN_BAND[0], y), BAND);
		stage.call(APP, LOOK);
		assert.equal((stage.words()[0] ?? 0) >>> 16, 812 - 264);
		assert.equal(stage.fill(APP, 0, 0, 700, 390, 40, 0xffffff), OUTSIDE);
		assert.equal(stage.fill(APP, 0, 0, 100, 390, 40, 0xffffff), 0);
		assert.equal(stage.call(KEYBOARD, TYPE, [EVENT_TEXT, 0x61]), 0);
	});

	test('has its outer keys outside of the edge zones', () => {
		const stage = TrustedStage.withApp();
		stage.call(APP, EDIT, [EDIT_TEXT]);
		stage.call(KEYBOARD, SHEET, [APP, 1]);
		stage.rest();
		stage.events(BADGE_KEYBOARD);
		stage.touch(INPUT_TOUCH_DOWN, ...OUTER_KEY);
		assert.ok(stage.events(BADGE_KEYBOARD).some(({ kind }) => kind === EVENT_TOUCH_DOWN));
	});

	test('takes pixels from its owner only, and only inside', () => {
		const stage = TrustedStage.withApp();
		assert.equal(stage.fill(BADGE_KEYBOARD, 0, 0, 0, 390, 40, 0xffffff), OUTSIDE);
		stage.call(APP, EDIT, [EDIT_TEXT]);
		stage.call(KEYBOARD, SHEET, [APP, 1]);
		assert.equal(stage.fill(BADGE_KEYBOARD, 0, 0, 0, 390, 40, 0xffffff), 0);
		assert.equal(stage.fill(BADGE_KEYBOARD, 0, 0, 240, 390, 40, 0xffffff), OUTSIDE);
		assert.equal(stage.fill(BADGE_KEYBOARD + 1, 0, 0, 0, 390, 40, 0xffffff), OUTSIDE);
	});
});
