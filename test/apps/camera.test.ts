/** The camera app: one picture by the shutter, the viewfinder only when it is given, pictures that stay, and whatever can go wrong with them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VISIBLE_COVER } from '../../interfaces/display/look.ts';
import { CAPABILITY_CAMERA, CAPABILITY_PICTURE } from '../../interfaces/permissions/capabilities.ts';
import { DAMAGED, NO_ROOM, PENDING, STALE } from '../ui/codes.ts';
import { READ, REMOVE, SYNC, WRITE } from '../ui/store.ts';
import { openTestApp, type TestApp } from './app.ts';
import { HEIGHT, openCamera, pixelOf, WIDTH } from './camera.ts';
import { decode } from './qoi.ts';

const FOLDER = 'apps/camera';
const SHUTTER = 1;
const SAVE = 3;
const NEVER = 16;
/** Instructions of an activation: what the budget of an app in front lets it do without being held up for a whole period. */
const LONGEST = 12_000_000;
const KEPT = ['p0001.qoi', 'p0001.small'];

function shoot(app: TestApp): void {
	app.give(CAPABILITY_PICTURE, openCamera(2));
	app.rest();
}

async function withPictures(count: number): Promise<TestApp> {
	const app = await openTestApp(FOLDER);
	for (let index = 0; index < count; index++) shoot(app);
	return app;
}

function open(app: TestApp, ...names: string[]): void {
	for (const name of names) {
		app.phone.press(name);
		app.rest();
	}
}

const gadgets = ({ phone }: TestApp) => [...phone.gadgets.values()].map(([kind]) => kind);
const files = ({ volume }: TestApp) => [...volume.files.keys()].sort();

test('the shutter alone takes a picture, which is kept to the pixel, and its capability is given up', async () => {
	const app = await openTestApp(FOLDER);
	assert.deepEqual(gadgets(app), [SHUTTER]);
	shoot(app);
	assert.ok(app.phone.has('The picture is kept'));
	assert.deepEqual(files(app), KEPT);
	const { width, height, pixels } = decode(app.volume.files.get('p0001.qoi') ?? new Uint8Array());
	assert.deepEqual([width, height], [WIDTH, HEIGHT]);
	const words = new Uint32Array(pixels.buffer);
	assert.ok(words.every((word, index) => word === pixelOf(1, index % WIDTH, Math.floor(index / WIDTH))));
	assert.equal(app.phone.services.has(16 + CAPABILITY_PICTURE), false);
	assert.deepEqual(app.asked, []);
	assert.ok(app.phone.longest < LONGEST, `${app.phone.longest} instructions`);
});

test('the viewfinder is asked for, shown, and given back', async () => {
	const app = await openTestApp(FOLDER);
	app.phone.press('Show viewfinder');
	app.phone.wait(50);
	assert.deepEqual(app.asked, [1]);
	app.give(CAPABILITY_CAMERA, openCamera());
	app.phone.wait(300);
	assert.ok(app.phone.has('Viewfinder'));
	const before = app.phone.window.presented;
	app.phone.wait(300);
	assert.ok(app.phone.window.presented - before > 2 * WIDTH * HEIGHT, 'it moves');
	app.phone.press('Hide viewfinder');
	app.rest();
	assert.deepEqual(app.asked, [1, 2]);
	assert.ok(app.phone.has('The viewfinder is off'));
});

test('who says no sees a calm page on which the shutter works', async () => {
	const app = await openTestApp(FOLDER);
	app.phone.press('Show viewfinder');
	app.take(CAPABILITY_CAMERA);
	app.rest();
	assert.ok(app.phone.has('Show viewfinder'));
	shoot(app);
	assert.deepEqual(files(app), KEPT);
});

test('who never wants to be asked is not asked', async () => {
	const app = await openTestApp(FOLDER, [], NEVER);
	app.phone.press('Show viewfinder');
	app.rest();
	assert.equal(app.phone.has('Show viewfinder'), false);
	assert.deepEqual(gadgets(app), [SHUTTER]);
});

test('the viewfinder that is taken back while it runs is gone at once, and nothing else', async () => {
	const app = await openTestApp(FOLDER);
	app.give(CAPABILITY_CAMERA, openCamera());
	app.phone.wait(200);
	app.take(CAPABILITY_CAMERA);
	app.rest();
	assert.ok(app.phone.has('The viewfinder is off'));
});

test('a camera that does not answer is said to do so, in time', async () => {
	const app = await openTestApp(FOLDER);
	app.give(CAPABILITY_PICTURE, openCamera(Number.MAX_SAFE_INTEGER));
	app.rest();
	assert.ok(app.phone.has('The camera did not answer'));
	assert.deepEqual(gadgets(app), [SHUTTER]);
});

test('without room nothing is kept by half', async () => {
	const app = await openTestApp(FOLDER);
	app.volume.quota = 40_000;
	shoot(app);
	assert.ok(app.phone.has('No room: the picture was not kept'));
	open(app, 'Pictures');
	assert.equal(app.phone.has('Picture 1'), false);
	const again = await openTestApp(FOLDER, app.volume.files);
	assert.deepEqual(files(again), []);
});

test('a store that waits or is restarted costs time, not the picture', async () => {
	const app = await openTestApp(FOLDER);
	app.volume.troubles.set(WRITE, [PENDING, PENDING, 0, STALE, 0, 0, PENDING, STALE]);
	app.volume.troubles.set(SYNC, [PENDING, STALE]);
	shoot(app);
	app.rest();
	assert.deepEqual(files(app), KEPT);
	assert.equal(decode(app.volume.files.get('p0001.qoi') ?? new Uint8Array()).height, HEIGHT);
});

test('pictures are there after a restart; what was interrupted is cleared away, what is foreign is left', async () => {
	const app = await withPictures(2);
	const left = [
		...app.volume.files,
		['p0003.qoi~', new Uint8Array(9)],
		['p0009.small', new Uint8Array(9)],
		['other', new Uint8Array(1)],
	] as const;
	const again = await openTestApp(FOLDER, left);
	assert.deepEqual(files(again), ['other', ...KEPT, 'p0002.qoi', 'p0002.small']);
	open(again, 'Pictures', 'Picture 2');
	assert.ok(again.phone.has('Older picture'));
	assert.equal(again.phone.has('Newer picture'), false);
	again.phone.perform('Older picture');
	again.rest();
	assert.equal(again.phone.node(/^Picture/).name, 'Picture 1');
});

test('deleting can be regretted, and deletes then', async () => {
	const app = await withPictures(2);
	open(app, 'Pictures', 'Picture 1');
	app.phone.press('Delete');
	app.phone.wait(1500);
	assert.deepEqual([app.phone.has('Picture 1'), app.phone.has('Picture 2')], [false, true]);
	app.phone.press(/^Deleting the picture/);
	app.rest();
	assert.ok(app.phone.has('Picture 1'));
	assert.equal(files(app).length, 4);
	app.phone.perform('Picture 1');
	app.rest();
	app.phone.perform('Delete');
	app.rest();
	app.rest();
	assert.deepEqual(files(app), ['p0002.qoi', 'p0002.small']);
	assert.equal(app.phone.has('Picture 1'), false);
});

test('who deletes two has both deleted; what cannot be deleted is there again', async () => {
	const app = await withPictures(3);
	open(app, 'Pictures');
	for (const name of ['Picture 1', 'Picture 2']) {
		app.phone.press(name);
		app.phone.wait(800);
		app.phone.press('Delete');
		app.phone.wait(800);
	}
	app.rest();
	app.rest();
	assert.deepEqual(files(app), ['p0003.qoi', 'p0003.small']);
	open(app, 'Picture 3');
	app.volume.troubles.set(REMOVE, [DAMAGED]);
	app.phone.press('Delete');
	app.rest();
	app.rest();
	assert.ok(app.phone.has('It could not be deleted'));
	assert.ok(app.phone.has('Picture 3'));
});

test('a picture is saved to the file that the user names, byte for byte', async () => {
	const app = await withPictures(1);
	open(app, 'Pictures', 'Picture 1');
	assert.deepEqual(gadgets(app), [SAVE]);
	app.giveDocument('view.qoi');
	app.rest();
	assert.ok(app.phone.has('Saved to your files'));
	assert.deepEqual(app.documents.files.get('view.qoi'), app.volume.files.get('p0001.qoi'));
	assert.deepEqual(app.asked, [2]);
	app.documents.troubles.set(WRITE, [NO_ROOM]);
	app.giveDocument('other.qoi');
	app.rest();
	assert.ok(app.phone.has('It could not be saved to your files'));
});

test('a damaged picture is said to be damaged, and can be deleted', async () => {
	const app = await withPictures(2);
	app.volume.files.set('p0001.qoi', new Uint8Array(5000));
	app.volume.files.set('p0001.small', new Uint8Array(3));
	const again = await openTestApp(FOLDER, app.volume.files);
	open(again, 'Pictures', 'Picture 1');
	assert.ok(again.phone.has('This picture is damaged'));
	again.volume.troubles.set(READ, [0, DAMAGED]);
	again.phone.press('Newer picture');
	again.rest();
	assert.ok(again.phone.has('This picture is damaged'));
	again.phone.press('Older picture');
	again.rest();
	again.phone.press('Delete');
	again.rest();
	again.rest();
	assert.deepEqual(files(again), ['p0002.qoi', 'p0002.small']);
});

test('the cover shows a picture, and its actions the others', async () => {
	const app = await withPictures(2);
	app.phone.relook({}, VISIBLE_COVER);
	app.rest();
	const shown = () => app.phone.cover.nodes.map(({ name }) => name);
	assert.deepEqual(shown(), ['Picture 2']);
	assert.ok(app.phone.actions.every((icon) => icon > 0));
	app.phone.event(9, 1);
	app.rest();
	assert.deepEqual(shown(), ['Picture 1']);
});
