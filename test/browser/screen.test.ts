/** The canvas of a machine in a worker: when it asks the browser for vertical syncs, and what it draws at one. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { CanvasScreen } from '../../machines/hosted/browser/screen.ts';

const SYNC_MILLISECONDS = 1000 / 60;
const PICTURE = { width: 4, height: 4, pixels: new Uint8ClampedArray(64) };
const PLACE = { x: 1, y: 1, width: 2, height: 2 };

/** The browser: what it has been asked for, and what has been put on the canvas. */
let asked: ((time: number) => void)[] = [];
let put: unknown[][] = [];
let shown = 0;
let time = 0;

beforeEach(() => {
	[asked, put, shown, time] = [[], [], 0, 1000];
	Object.assign(globalThis, {
		requestAnimationFrame: (call: (time: number) => void) => asked.push(call),
		ImageData: class {
			readonly data: Uint8ClampedArray;
			constructor(data: Uint8ClampedArray) {
				this.data = data;
			}
		},
	});
});
afterEach(() => {
	Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
	Reflect.deleteProperty(globalThis, 'ImageData');
});

function openScreen(): CanvasScreen {
	const context = { putImageData: (_image: unknown, ...place: unknown[]) => put.push(place) };
	const canvas = { width: 0, height: 0, getContext: () => context };
	return new CanvasScreen(canvas as unknown as OffscreenCanvas, () => {
		shown += 1;
	});
}

/** A vertical sync; how many functions waited for it. */
function sync(): number {
	const waiting = asked.splice(0);
	time += SYNC_MILLISECONDS;
	for (const call of waiting) call(time);
	return waiting.length;
}

test('what was drawn between two syncs is shown at the next, once', () => {
	const screen = openScreen();
	screen.show(PLACE, PICTURE);
	screen.show({ x: 0, y: 0, width: 1, height: 1 }, PICTURE);
	assert.deepEqual(put, []);
	assert.equal(sync(), 1);
	assert.deepEqual(put, [[0, 0, 0, 0, 3, 3]]);
	assert.equal(sync(), 1);
	assert.equal(put.length, 1);
	assert.equal(shown, 1);
});

test('every sync is awaited while frames follow each other, and none at rest', () => {
	const screen = openScreen();
	assert.equal(sync(), 0, 'nothing was shown yet');
	screen.show(PLACE, PICTURE);
	for (let frame = 0; frame < 4; frame++) assert.equal(sync(), 1);
	screen.show(PLACE, PICTURE);
	assert.equal(sync(), 1, 'a frame that comes after a pause finds the browser awake');
	assert.equal(shown, 2);
	for (let left = 60; left > 0; left--) sync();
	assert.equal(sync(), 0, 'a screen that rests costs nothing');
});
