/** What the user has decided, and saved: how long it lasts, and that it is there after the phone was off. By taps, in the machine's own time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryStorage } from '../../machines/hosted/devices/outputs.ts';
import { connectExactly } from '../../tools/phone/exact.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { camera } from './flows/files.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { imageOf } from './phone.ts';
import { Walk } from './walk.ts';

const DISK_BYTES = 32 * 1_048_576;
/** Milliseconds until what was decided is on the disk. */
const KEPT = 3000;

async function boot(disk = new MemoryStorage(new Uint8Array(DISK_BYTES))): Promise<Walk> {
	return new Walk(await Phone.boot('node', connectExactly(await imageOf(TRACED_SYSTEM), { disk })), 'taps');
}

/** The thief asks for the position, and gets that answer. */
async function askForPosition(walk: Walk, answer: string): Promise<void> {
	await walk.open('Thief');
	await walk.press(/^Ask, as apps may/);
	await walk.touch('Ask for your position');
	await walk.press(answer);
	await walk.see('Something was given');
}

async function leaveAndReturn(walk: Walk): Promise<void> {
	await walk.home();
	await walk.press('Thief');
}

test('this time ends when the app is left, and so the strip says', async () => {
	const walk = await boot();
	await askForPosition(walk, 'Allow this time');
	await walk.see('Location');
	await leaveAndReturn(walk);
	await walk.see('Nothing is held');
	assert.equal(await walk.sees('Location'), false);
	await walk.phone.stop();
});

test('while it is open lasts until the app is closed', async () => {
	const walk = await boot();
	await askForPosition(walk, 'Allow while it is open');
	await leaveAndReturn(walk);
	assert.ok(await walk.sees('Something was given'));
	await walk.menu('Close app');
	await walk.open('Thief');
	await walk.press(/^Ask, as apps may/);
	assert.ok(await walk.sees('Not asked yet'));
	assert.equal(await walk.sees('Location'), false);
	await walk.phone.stop();
});

test('always and never are there after the phone was off, and so are the documents', async () => {
	const disk = new MemoryStorage(new Uint8Array(DISK_BYTES));
	const first = await boot(disk);
	await camera(first);
	await first.open('Thief');
	await first.press(/^Ask, as apps may/);
	await first.touch('Ask for the microphone');
	await first.press('Never ask again');
	await first.open('Settings');
	await first.press(/^Permissions/);
	await first.press('Camera');
	await first.press('Always');
	await first.wait(KEPT);
	await first.phone.stop();
	const second = await boot(disk);
	await second.open('Thief');
	await second.press(/^Ask, as apps may/);
	await second.press('Ask for the microphone');
	await second.see('The answer: never');
	await second.open('Camera');
	await second.touch('Show viewfinder');
	await second.see('Viewfinder');
	await second.touch('Hide viewfinder');
	await second.open('Files');
	await second.wait(KEPT);
	await second.press('Open a file');
	await second.press('view');
	await second.see(/^Picture, 384 x 512/);
	await second.phone.stop();
});

test('what the user takes back is gone at once', async () => {
	const walk = await boot();
	await askForPosition(walk, 'Allow while it is open');
	await walk.open('Settings');
	await walk.press(/^Permissions/);
	await walk.press('Location');
	await walk.press('Take back');
	await walk.open('Thief');
	await walk.see('Nothing is held');
	await walk.phone.stop();
});
