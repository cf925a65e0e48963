/** A phone in Chromium keeps what was done to it over a reload of its page: in the browser's files, and in its database where it has no files. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { SCENE_HOME, SYSTEM_ACTION_APPS, SYSTEM_ACTION_HOME } from '../../abi/accessibility.ts';
import { STATE_SELECTED } from '../../interfaces/display/nodes.ts';
import type { Site } from '../../tools/browser/site.ts';
import { type BrowserWires, PhoneBrowser } from '../../tools/phone/browser.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { buildPhoneSite } from '../../tools/phone/site.ts';
import { HANGS } from '../support/patience.ts';
import { imageOf } from './phone.ts';

/** Put in front of the worker's script: a browser without files that workers can write at once. */
const NO_FILES = 'delete FileSystemFileHandle.prototype.createSyncAccessHandle;';
/** The same: one without room for the disk, and without a database. */
const NO_ROOM = `navigator.storage.estimate = async () => ({ quota: 4096, usage: 0 });
	Object.defineProperty(self, 'indexedDB', { value: undefined });`;
/** Middle of three keys of the keyboard, points. */
const KEYS = [
	[60, 700],
	[180, 700],
	[300, 700],
] as const;
/** Milliseconds after which an app and the system have written what was changed: three times what they wait before they write, and more for a computer that is busy. */
const WRITTEN = 12_000;
const COLOUR = 'Lagoon';

let site: Site;
before(async () => {
	site = await buildPhoneSite(new Map([[1, await imageOf('phone')]]));
});

interface Visit {
	readonly phone: Phone;
	readonly page: Page;
}

async function visit(browser: PhoneBrowser): Promise<Visit> {
	const connect = browser.connect(await browser.newContext());
	let page: Page | undefined;
	const phone = await Phone.boot('browser', async (listener) => {
		const wires = (await connect(listener)) as BrowserWires;
		page = wires.page;
		return wires;
	});
	await phone.rest();
	return { phone, page: page as unknown as Page };
}

/** A browser whose worker has `prefix` before its own script. */
function launch(prefix: string): Promise<PhoneBrowser> {
	const worker = prefix + new TextDecoder().decode(site.get('worker.js'));
	return PhoneBrowser.launch(new Map([...site, ['worker.js', new TextEncoder().encode(worker)]]));
}

async function openApp(phone: Phone, name: RegExp): Promise<void> {
	await phone.system(SYSTEM_ACTION_APPS);
	await phone.perform(name);
}

/** Writes a note; its text. */
async function writeNote(phone: Phone): Promise<string> {
	await openApp(phone, /^Notes$/);
	await phone.perform(/^New note/);
	for (const [x, y] of KEYS) await phone.tap(x, y);
	await phone.rest();
	const { text = '' } = await phone.find(/^Text$/);
	assert.equal(text.length, KEYS.length, `typed: ${text}`);
	await phone.perform('Back');
	return text;
}

async function isChosen(phone: Phone): Promise<boolean> {
	const { state } = await phone.find(COLOUR);
	return (state & STATE_SELECTED) !== 0;
}

async function reload({ phone, page }: Visit): Promise<void> {
	await wait(WRITTEN);
	await page.reload();
	await page.evaluate('window.phone.usable');
	await phone.rest();
	await phone.until(() => phone.seen?.scene === SCENE_HOME, 'home');
	assert.equal(await page.textContent('#notice'), '', 'nothing is said about the disk');
}

async function staysOver(browser: PhoneBrowser, inDatabase: boolean): Promise<void> {
	const one = await visit(browser);
	const { phone, page } = one;
	const databases = 'indexedDB.databases().then((all) => all.some(({ name }) => name === "tessera"))';
	assert.equal(await page.evaluate(databases), inDatabase);
	const text = await writeNote(phone);
	await openApp(phone, /^Settings$/);
	await phone.perform(/^Ambience/);
	assert.equal(await isChosen(phone), false);
	await phone.perform(COLOUR);
	await phone.system(SYSTEM_ACTION_HOME);
	await reload(one);
	await openApp(phone, /^Notes$/);
	await phone.find(new RegExp(`^${text}$`, 'i'));
	await openApp(phone, /^Settings$/);
	await phone.perform(/^Ambience/);
	assert.equal(await isChosen(phone), true);
}

describe('a note and a colour stay over a reload', () => {
	const places: readonly (readonly [name: string, prefix: string])[] = [
		['in files', ''],
		['in the database', NO_FILES],
	];
	for (const [name, prefix] of places) {
		describe(name, () => {
			let browser: PhoneBrowser;
			before(async () => {
				browser = await launch(prefix);
			});
			after(() => browser.close());
			test('and are there again', HANGS, () => staysOver(browser, prefix !== ''));
		});
	}
});

test('a phone whose disk has no room says that it forgets, and works', async () => {
	const browser = await launch(NO_ROOM);
	const { page } = await visit(browser);
	assert.match((await page.textContent('#notice')) ?? '', /this browser keeps nothing for this page/);
	await browser.close();
});
