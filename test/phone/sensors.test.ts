/** The sensors of the computer that the page is opened on, through the browser: what they measure reaches the phone when it asks, and nothing does when the browser does not let it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { PhoneBrowser } from '../../tools/phone/browser.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { buildPhoneSite } from '../../tools/phone/site.ts';
import { HANGS } from '../support/patience.ts';
import { imageOf } from './phone.ts';

/** Chromium plays a camera and a microphone, and its user says yes. */
const DEVICES = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const ROME = { latitude: 41.89, longitude: 12.48, accuracy: 30 };
/** Milliseconds that a gadget must have stood still, and some more. */
const STILL = 700;

/** A browser with the page of a system, in a context whose user gives all permissions or none. */
async function open(system: string, isGranted: boolean) {
	const site = await buildPhoneSite(new Map([[1, await imageOf(system)]]));
	const browser = await PhoneBrowser.launch(site, isGranted ? DEVICES : []);
	const context = await browser.newContext(isGranted ? { geolocation: ROME, permissions: ['geolocation'] } : {});
	return { browser, context };
}

/** What the system logs until it ends. */
async function logOf(browser: PhoneBrowser, context: BrowserContext): Promise<string> {
	const page = await context.newPage();
	const pieces: string[] = [];
	await page.exposeFunction('tesseraLog', (text: string) => pieces.push(text));
	await page.goto(browser.url);
	await page.evaluate('window.phone.finished');
	return pieces.join('');
}

test('every sensor of the computer reaches a client that asks', HANGS, async () => {
	const { browser, context } = await open('test/drivers/measuring', true);
	try {
		const log = await logOf(browser, context);
		assert.match(
			log,
			/a sound\nwatcher: 4189 1248 about\nwatcher: \d+ percent( and more)?\nwatcher: after 2026\nwatcher: a picture of 32 x 24\n/,
		);
	} finally {
		await browser.close();
	}
});

test('a computer that does not let the page has no such sensor', HANGS, async () => {
	const { browser, context } = await open('test/drivers/measuring', false);
	try {
		assert.match(await logOf(browser, context), /^watcher: nothing comes from 3\n$/);
	} finally {
		await browser.close();
	}
});

describe('on the whole phone, the shutter', () => {
	let browser: PhoneBrowser;
	let phone: Phone;

	async function boot(isGranted: boolean): Promise<void> {
		const opened = await open('phone', isGranted);
		browser = opened.browser;
		phone = await Phone.boot('browser', browser.connect(opened.context));
		await phone.rest();
		await phone.swipe(
			[
				[195, 843],
				[195, 500],
			],
			200,
		);
		await phone.tapOn('Camera');
		await phone.find('The viewfinder is off');
		await phone.rest();
		await phone.wait(STILL);
		await phone.tapOn('Take picture');
	}

	test('takes a picture of what the camera sees', HANGS, async () => {
		await boot(true);
		try {
			await phone.find('The picture is kept');
			assert((await greenPart()) > 0.2);
		} finally {
			await browser.close();
		}
	});

	test('says so where there is none, and the page says why', HANGS, async () => {
		await boot(false);
		try {
			await phone.find('The camera did not answer');
			const [page] = browser.browser.contexts().flatMap((context) => context.pages());
			assert.match((await page?.locator('#notice').textContent()) ?? '', /the phone finds no camera|keeps the camera/i);
			await phone.find('Take picture');
		} finally {
			await browser.close();
		}
	});

	/** Of the screen, the part that is as green as the camera that Chromium plays; nothing of the phone's is. */
	async function greenPart(): Promise<number> {
		const { width, height, pixels } = await phone.screenshot();
		let count = 0;
		for (let at = 0; at < pixels.length; at += 4) {
			const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
			if (green > 100 && green > 2 * red && green > 2 * blue) count++;
		}
		return count / (width * height);
	}
});
