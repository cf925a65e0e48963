/** The phone in Firefox: it starts, hears a finger, and keeps what was changed over a reload. What only Chromium can show (offline, devices, axe) is in browser.test.ts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type SiteServer, serveSites } from '../../tools/browser/server.ts';
import { buildPhoneSite } from '../../tools/phone/site.ts';
import { Firefox } from '../support/firefox.ts';
import { HANGS } from '../support/patience.ts';
import { imageOf } from './phone.ts';

/** Milliseconds after which the system has written what was changed: three times what it waits before it writes, and more for a computer that is busy. */
const WRITTEN = 12_000;

/** Milliseconds after which what a finger has let go of has come to rest, several times over: a touch before catches it. */
const RESTED = 2000;

let server: SiteServer;
let firefox: Firefox;
before(async () => {
	server = await serveSites(new Map([['phone', await buildPhoneSite(new Map([[1, await imageOf('phone')]]))]]), 0);
	firefox = await Firefox.launch();
	await firefox.open(`${server.url}phone/`);
});
after(async () => {
	await firefox?.close();
	server?.close();
});

const button = (name: string) =>
	`[...document.querySelectorAll('button')].find((one) => one.textContent === '${name}')`;
const shows = (name: string) => firefox.until(`${button(name)} !== undefined`);

async function press(name: string): Promise<void> {
	await shows(name);
	await firefox.evaluate(`${button(name)}.click()`);
}

test('a finger swipes up for the apps, opens one, and leaves it from the edge', HANGS, async () => {
	await firefox.until("document.body.innerText.includes('Nothing is open')");
	await firefox.swipe(
		[
			[195, 840],
			[195, 500],
		],
		200,
	);
	await shows('Calculator');
	await wait(RESTED);
	const box = (side: string) => firefox.evaluate(`${button('Calculator')}.getBoundingClientRect().${side}`);
	const place = [Number(await box('x')) + 40, Number(await box('y')) + 40] as const;
	await firefox.swipe([place], 0);
	await firefox.until("document.querySelector('[role=group][aria-label=Calculator]') !== null");
	await wait(RESTED);
	await firefox.swipe(
		[
			[2, 420],
			[260, 420],
		],
		200,
	);
	await firefox.until(`${button('Apps')} !== undefined`);
});

test('an ambience that was chosen is there again after a reload', HANGS, async () => {
	await press('System menu');
	await press('Lagoon');
	const chosen = `${button('Lagoon')}?.getAttribute('aria-current') === 'true'`;
	await firefox.until(chosen);
	await wait(WRITTEN);
	await firefox.open(`${server.url}phone/`);
	await press('System menu');
	await firefox.until(chosen);
	assert.notEqual(await firefox.evaluate(`${button('Water')}?.getAttribute('aria-current')`), 'true');
});
