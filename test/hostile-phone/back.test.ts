/** P8: back, which is the app's, and home, which is the phone's, begin at different places and look different: nobody who means the one gets the other. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SCENE_APP, SCENE_HOME } from '../../abi/accessibility.ts';
import { connectExactly } from '../../tools/phone/exact.ts';
import { Phone, type Picture, POINTS_WIDTH } from '../../tools/phone/phone.ts';
import { TRACED_SYSTEM } from '../phone/golden.ts';
import { imageOf } from '../phone/phone.ts';
import { Walk } from '../phone/walk.ts';

const STRIP = 32;
const ROW = 500;
/** Outside of every edge zone that the user may choose, and inside of the least. */
const INSIDE = 40;
const AT_EDGE = 2;
/** How far the finger goes, and how far what it moves is behind it: the slop. */
const FAR = 200;
const SLOP = 10;
const MILLISECONDS = 400;

/** Pixels of columns of all rows below the strip, from `left` on. */
function columns({ width, height, pixels }: Picture, left: number, count: number): Buffer {
	const rows = Array.from({ length: height - STRIP }, (_, row) => {
		const at = 4 * ((STRIP + row) * width + left);
		return pixels.subarray(at, at + 4 * count);
	});
	return Buffer.concat(rows);
}

describe('on a page of an app', () => {
	let phone: Phone;
	let walk: Walk;
	/** What home, the app's first page and its second one show at rest. */
	let home: Picture;
	let first: Picture;
	let second: Picture;

	before(async () => {
		phone = await Phone.boot('node', connectExactly(await imageOf(TRACED_SYSTEM)));
		walk = new Walk(phone, 'taps');
		await walk.open('Settings');
		first = await picture();
		await walk.home();
		home = await picture();
		await walk.press('Settings');
		await enter();
		second = await picture();
	});
	after(() => phone.stop());

	async function picture(): Promise<Picture> {
		await phone.rest();
		return phone.screenshot();
	}

	async function enter(): Promise<void> {
		await walk.press(/^About/);
		await walk.see('Back');
	}

	/** A finger goes to the right from `x`, and stays down; what is shown then. */
	async function draw(x: number): Promise<Picture> {
		await phone.touch('down', x, ROW);
		await phone.drag(
			[
				[x, ROW],
				[x + FAR, ROW],
			],
			MILLISECONDS,
		);
		await phone.wait(MILLISECONDS);
		return phone.screenshot();
	}

	test('a swipe inside takes the page away, and nothing else', async () => {
		const drawn = await draw(INSIDE);
		// A place of the screen becomes one of the touch screen and back: that may be a pixel less.
		const places = [FAR - SLOP, FAR - SLOP - 1].filter((left) => {
			return columns(drawn, left, POINTS_WIDTH - left).equals(columns(second, 0, POINTS_WIDTH - left));
		});
		assert.equal(places.length, 1, 'the page follows the finger');
		assert.equal(phone.seen?.scene, SCENE_APP);
		await phone.touch('up', INSIDE + FAR, ROW);
		const shown = await picture();
		assert.equal(phone.seen?.scene, SCENE_APP);
		assert.ok(columns(shown, 0, POINTS_WIDTH).equals(columns(first, 0, POINTS_WIDTH)), 'the page before it is there');
		await enter();
	});

	test('a swipe from the edge takes the app away, with the page as it is', async () => {
		const drawn = await draw(AT_EDGE);
		assert.ok(columns(drawn, 0, INSIDE).equals(columns(home, 0, INSIDE)), 'home lies under the app');
		await phone.touch('up', AT_EDGE + FAR, ROW);
		await phone.rest();
		assert.equal(phone.seen?.scene, SCENE_HOME);
		await walk.press('Settings');
		await walk.see('Back');
		const shown = await picture();
		assert.ok(columns(shown, 0, POINTS_WIDTH).equals(columns(second, 0, POINTS_WIDTH)), 'the page is still there');
	});

	test('on the way they do not look alike', async () => {
		const back = await draw(INSIDE);
		await phone.touch('up', INSIDE + FAR, ROW);
		await phone.rest();
		await enter();
		const away = await draw(AT_EDGE);
		await phone.touch('up', AT_EDGE + FAR, ROW);
		const part = (picture: Picture) => columns(picture, 0, INSIDE);
		assert.ok(!part(back).equals(part(away)));
		assert.ok(!part(back).equals(columns(home, 0, INSIDE)));
	});
});
