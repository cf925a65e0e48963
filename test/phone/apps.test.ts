/** Camera and files on the whole phone: a picture is taken with the shutter, looked at by name and by finger, and is there after the phone has been off. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { MemoryStorage } from '../../machines/hosted/devices/outputs.ts';
import { connectExactly } from '../../tools/phone/exact.ts';
import { Phone, type Picture } from '../../tools/phone/phone.ts';
import { differingPixels, readPicture, writePicture } from '../../tools/phone/picture.ts';
import { HANGS } from '../support/patience.ts';
import { goldenFile, TRACED_SYSTEM, wrongFile } from './golden.ts';
import { imageOf } from './phone.ts';

const GOLDEN = 'apps';
/** Rows of the strip: its clock is not the apps'. */
const STRIP = 32;
const DISK_BYTES = 32 * 1_048_576;
/** Milliseconds that a gadget must have stood still, and some more. */
const STILL = 700;

/** The window below the strip. */
function windowOf({ width, height, pixels }: Picture): Picture {
	return { width, height: height - STRIP, pixels: pixels.subarray(4 * width * STRIP) };
}

/** The window of the app in front is as its golden picture, which `GOLDEN=1` writes anew. */
async function shows(phone: Phone, name: string): Promise<void> {
	await phone.rest();
	const window = windowOf(await phone.screenshot());
	const file = goldenFile(GOLDEN, name);
	if (process.env.GOLDEN !== undefined) writePicture(file, window);
	const differing = existsSync(file) ? differingPixels(readPicture(file), window) : 'all';
	if (differing === 0) return;
	writePicture(wrongFile(GOLDEN, name), window);
	assert.fail(`${differing} pixels of ${name} are not those of ${file}: see ${wrongFile(GOLDEN, name)}`);
}

async function openApp(phone: Phone, name: string): Promise<void> {
	await phone.rest();
	await phone.swipe(
		[
			[195, 843],
			[195, 500],
		],
		200,
	);
	await phone.tapOn(name);
}

const boot = async (disk: MemoryStorage) => Phone.boot('node', connectExactly(await imageOf(TRACED_SYSTEM), { disk }));

test('a picture is taken, looked at, and there after the phone was off', HANGS, async () => {
	const disk = new MemoryStorage(new Uint8Array(DISK_BYTES));
	const first = await boot(disk);
	await openApp(first, 'Files');
	await first.find('Files sees only');
	await shows(first, 'files-empty');
	await openApp(first, 'Camera');
	await first.find('The viewfinder is off');
	await shows(first, 'camera-off');
	await first.wait(STILL);
	await first.tapOn('Take picture');
	await first.find('The picture is kept');
	await first.perform(/^Pictures$/);
	await first.perform('Picture 1');
	await first.find('Save to files');
	await shows(first, 'camera-picture');
	await first.tapOn('Delete');
	await first.perform('Deleting the picture');
	await first.find('Picture 1');
	await first.stop();
	const second = await boot(disk);
	await openApp(second, 'Camera');
	await second.tapOn(/^Pictures$/);
	await second.tapOn('Picture 1');
	await second.find('Save to files');
	await shows(second, 'camera-picture');
	await second.stop();
});
