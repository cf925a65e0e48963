/** P7: each edge says what it does, beside the app in front and never for long; who knows it is not told any more. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { HEIGHT, STRIP, Stage, WIDTH } from '../compositor/stage.ts';
import { COLOURS, home, NAMES, open, showGrid, withApps } from '../compositor/support.ts';

const HINT = { width: 112, height: 30 };
const MIDDLE = (HEIGHT - STRIP) / 2 + STRIP;
/** Where each is looked at: beside its words, inside its round end. */
const PLACES: Readonly<Record<string, readonly [x: number, y: number]>> = {
	top: [(WIDTH - HINT.width) / 2 + 6, STRIP + 25],
	left: [16, MIDDLE],
	right: [WIDTH - 16, MIDDLE],
	bottom: [(WIDTH - HINT.width) / 2 + 6, HEIGHT - 25],
};
const EVERY = Object.keys(PLACES);
/** Milliseconds in which they have come, and after which they must have gone. */
const COME = 400;
const GONE = 4000;
/** Gestures after which nobody needs them. */
const KNOWN = 12;

/** The edges that say something over the window of an app. */
function said(stage: Stage, app: number): string[] {
	return EVERY.filter((edge) => stage.at(...(PLACES[edge] as [number, number])) !== COLOURS[app]);
}

/** Opens an app from home, and returns before the hints have been there for long. */
function bring(stage: Stage, app: number): void {
	showGrid(stage);
	const [x, y] = [60 + 90 * (app % 4), 140] as const;
	stage.touch(INPUT_TOUCH_DOWN, x, y);
	stage.advance(40);
	stage.touch(INPUT_TOUCH_UP, x, y);
	stage.paint(app, COLOURS[app] ?? 0);
	stage.advance(COME);
}

describe('the edges', () => {
	test('say what they do when an app comes to the front, and leave it alone then', () => {
		const stage = new Stage(NAMES);
		bring(stage, 0);
		assert.deepEqual(said(stage, 0), EVERY);
		stage.advance(GONE);
		assert.deepEqual(said(stage, 0), []);
	});

	test('are silent as soon as a finger does something', () => {
		const stage = new Stage(NAMES);
		bring(stage, 0);
		stage.touch(INPUT_TOUCH_DOWN, 200, 600);
		stage.advance(16);
		assert.deepEqual(said(stage, 0), []);
	});

	test('say it twice after a start, no more', () => {
		const stage = new Stage(NAMES);
		for (const [app, edges] of [EVERY, EVERY, []].entries()) {
			bring(stage, app);
			assert.deepEqual(said(stage, app), edges, `app ${app}`);
			stage.rest();
			home(stage);
		}
	});

	test('say nothing to who has made a dozen gestures, after a start neither', () => {
		for (const [gestures, edges] of [
			[2, EVERY],
			[KNOWN, []],
		] as const) {
			const stage = withApps(1);
			home(stage);
			for (let count = 2; count < gestures; count += 2) {
				open(stage, 0);
				home(stage);
			}
			const again = stage.restarted(NAMES);
			again.rest();
			bring(again, 1);
			assert.deepEqual(said(again, 1), edges, `${gestures} gestures`);
		}
	});
});
