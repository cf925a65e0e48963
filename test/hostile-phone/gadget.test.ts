/** R6: what a gadget yields comes from the user's own tap on something that has stood still, and that the system has drawn. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVENT_TOUCH_DOWN } from '../../interfaces/display/events.ts';
import { GADGET_OPEN, GADGET_PASTE, GADGET_SHUTTER } from '../../interfaces/display/gadgets.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { CAPABILITY_CAMERA } from '../../interfaces/permissions/capabilities.ts';
import { ANSWER_GADGET } from '../../interfaces/trusted/answers.ts';
import { APP, PERMISSIONS, POWERBOX, TrustedStage } from './trusted.ts';

const REFUSED = 19;
const STILL = 500;
/** Where the gadget lies in the window, and its middle on the screen. */
const PLACE = [100, 300, 200, 60] as const;
const MIDDLE = [200, 362] as const;

function withShutter(): TrustedStage {
	const stage = TrustedStage.withApp();
	assert.equal(stage.gadget(0, GADGET_SHUTTER, ...PLACE), 0);
	return stage;
}

const pressed = (stage: TrustedStage, badge = PERMISSIONS) =>
	stage.told(badge).filter(({ kind }) => kind === ANSWER_GADGET);

describe('a gadget', () => {
	test('is refused when it is too small, reaches out of the window, lies over another, or is unknown', () => {
		const stage = withShutter();
		assert.equal(stage.gadget(1, GADGET_PASTE, 10, 10, 47, 60), REFUSED);
		assert.equal(stage.gadget(1, GADGET_PASTE, 10, 10, 60, 47), REFUSED);
		assert.equal(stage.gadget(1, GADGET_PASTE, 350, 10, 60, 60), REFUSED);
		assert.equal(stage.gadget(1, GADGET_PASTE, 10, 790, 60, 60), REFUSED);
		assert.equal(stage.gadget(1, GADGET_PASTE, 65530, 10, 60, 60), REFUSED);
		assert.equal(stage.gadget(1, GADGET_PASTE, 250, 330, 60, 60), REFUSED);
		assert.equal(stage.gadget(1, 6, 10, 10, 60, 60), REFUSED);
		assert.equal(stage.gadget(1, GADGET_PASTE, 10, 10, 60, 60), 0);
	});

	test('yields nothing before it has stood still for half a second', () => {
		const stage = withShutter();
		stage.advance(STILL - 60);
		stage.quickTap(...MIDDLE);
		assert.deepEqual(pressed(stage), []);
		stage.advance(STILL);
		stage.quickTap(...MIDDLE);
		assert.deepEqual(pressed(stage), [{ kind: ANSWER_GADGET, app: APP, what: GADGET_SHUTTER, value: 0 }]);
	});

	test('yields nothing when it is put under a finger, or becomes another kind there', () => {
		const stage = TrustedStage.withApp();
		stage.gadget(0, GADGET_PASTE, ...PLACE);
		stage.advance(1000);
		stage.touch(INPUT_TOUCH_DOWN, ...MIDDLE);
		stage.gadget(0, GADGET_SHUTTER, ...PLACE);
		stage.advance(1000);
		stage.touch(INPUT_TOUCH_UP, ...MIDDLE);
		assert.deepEqual(pressed(stage), []);
		stage.touch(INPUT_TOUCH_DOWN, 50, 600);
		stage.gadget(0, GADGET_SHUTTER, 20, 540, 100, 80);
		stage.advance(1000);
		stage.touch(INPUT_TOUCH_UP, 50, 600);
		assert.deepEqual(pressed(stage), []);
	});

	test('has to stand still anew when one beside it has moved', () => {
		const stage = withShutter();
		stage.advance(1000);
		stage.gadget(1, GADGET_PASTE, 100, 380, 200, 60);
		stage.advance(100);
		stage.quickTap(...MIDDLE);
		assert.deepEqual(pressed(stage), []);
	});

	test('keeps its touches from the app, and its pixels', () => {
		const stage = withShutter();
		stage.advance(1000);
		stage.events(APP);
		const before = stage.at(200, 340);
		stage.quickTap(...MIDDLE);
		stage.fill(APP, 0, 100, 300, 200, 60, 0xffffff);
		stage.rest();
		assert.equal(stage.at(200, 340), before);
		assert.deepEqual(
			stage.events(APP).filter(({ kind }) => kind === EVENT_TOUCH_DOWN),
			[],
		);
	});

	test('can be touched only in the window in front, at rest and uncovered', () => {
		const stage = withShutter();
		stage.prompt(CAPABILITY_CAMERA);
		stage.advance(300);
		stage.quickTap(...MIDDLE);
		assert.deepEqual(pressed(stage), []);
		const other = TrustedStage.withApp();
		other.gadget(0, GADGET_SHUTTER, ...PLACE, 1);
		other.advance(1000);
		other.quickTap(...MIDDLE);
		assert.deepEqual(pressed(other), []);
	});

	test('tells who has what it yields, and nobody else', () => {
		const stage = TrustedStage.withApp();
		stage.gadget(0, GADGET_OPEN, ...PLACE);
		stage.advance(1000);
		stage.quickTap(...MIDDLE);
		assert.deepEqual(pressed(stage), []);
		assert.equal(pressed(stage, POWERBOX).length, 1);
	});
});
