/** R2, R3 and R8: an app has its own rectangle, and nothing that it says reaches the strip or anything outside; of X-Ray it hears nothing. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { EVENT_TOUCH_DOWN } from '../../interfaces/display/events.ts';
import { KEY_CODE_F12 } from '../../interfaces/input/queue.ts';
import { CAPABILITY_CAMERA } from '../../interfaces/permissions/capabilities.ts';
import { HEIGHT, STRIP, WIDTH } from '../compositor/stage.ts';
import { APP, COLOUR, DESCRIBE, IN_USE, PERMISSIONS, PRESENT, SHIFT, TrustedStage } from './trusted.ts';

const OUTSIDE = 16;
const BAD_ARGUMENT = 2;
const BAD_NODE = 18;
const WHITE = 0xffffff;
const WORD = 0xffff;
const NODE_BYTES = 96;

/** The strip's pixels. */
const strip = (stage: TrustedStage) => Buffer.from(stage.picture().pixels.subarray(0, 4 * WIDTH * STRIP));

describe('an app', () => {
	test('draws inside its window or not at all', () => {
		const stage = TrustedStage.withApp();
		const before = strip(stage);
		const number = fc.integer({ min: 0, max: WORD });
		fc.assert(
			fc.property(
				number,
				number,
				fc.integer({ min: 1, max: 500 }),
				fc.integer({ min: 1, max: 60 }),
				(x, y, width, height) => {
					const inside = x + width <= WIDTH && y + height <= HEIGHT - STRIP;
					const loan = new Uint8Array(4 * width * height);
					const code = stage.call(APP, PRESENT, [0, x | (y << 16), width | (height << 16)], loan);
					assert.equal(code, inside ? 0 : OUTSIDE);
				},
			),
			{ numRuns: 300 },
		);
		stage.rest();
		assert.ok(strip(stage).equals(before));
	});

	test('has no other surface, and shows no more or fewer bytes than the rectangle has', () => {
		const stage = TrustedStage.withApp();
		const bytes = new Uint8Array(4 * 100);
		for (const surface of [2, 3, 255]) {
			assert.equal(stage.call(APP, PRESENT, [surface, 0, 10 | (10 << 16)], bytes), BAD_ARGUMENT);
		}
		assert.equal(stage.call(APP, PRESENT, [0, 0, 10 | (11 << 16)], bytes), OUTSIDE);
		assert.equal(stage.call(APP, PRESENT, [0, 0, 0], bytes), OUTSIDE);
		assert.equal(stage.call(APP, SHIFT, [0, WIDTH | (HEIGHT << 16), 1]), OUTSIDE);
	});

	test('that is not in front shows nothing, however often it tries', () => {
		const stage = TrustedStage.withApp();
		for (let y = 0; y < HEIGHT - STRIP; y += 58) stage.fill(1, 0, 0, y, WIDTH, 58, WHITE);
		stage.rest();
		assert.equal(stage.at(200, 400), COLOUR);
	});

	test('cannot change the strip, which says what it uses', () => {
		const stage = TrustedStage.withApp();
		const before = strip(stage);
		assert.equal(stage.call(PERMISSIONS, IN_USE, [APP, CAPABILITY_CAMERA, 1]), 0);
		stage.rest();
		const using = strip(stage);
		assert.ok(!using.equals(before));
		assert.notEqual(stage.call(256 + APP, IN_USE, [APP, CAPABILITY_CAMERA, 0]), 0);
		stage.paint(APP, WHITE);
		stage.rest();
		assert.ok(strip(stage).equals(using));
	});

	test('describes nothing that is not of the form', () => {
		const stage = TrustedStage.withApp();
		const node = new Uint8Array(NODE_BYTES);
		assert.equal(stage.call(APP, DESCRIBE, [0], node), BAD_NODE);
		node[2] = 3;
		node.set([0x1b, 0x5b], 16);
		assert.equal(stage.call(APP, DESCRIBE, [0], node), BAD_NODE);
	});

	test('hears nothing of X-Ray, and touches in it are not for it', () => {
		const stage = TrustedStage.withApp();
		stage.key(KEY_CODE_F12, true);
		stage.advance(500);
		stage.key(KEY_CODE_F12, false);
		stage.rest();
		assert.notEqual(stage.at(200, 400), COLOUR);
		stage.tap(200, 400);
		assert.deepEqual(
			stage.events(APP).filter(({ kind }) => kind === EVENT_TOUCH_DOWN),
			[],
		);
	});
});
