/**
 * The phone in Chromium, from end to end, as a person has it: real touches, only taps, only the keyboard, a screen reader's view, and what is kept. One browser; each
 * test begins where the phone is at home.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { SCENE_APP, SCENE_GRID, SCENE_HOME, SYSTEM_ACTION_HOME, SYSTEM_ACTION_MENU } from '../../abi/accessibility.ts';
import type { BrowserWires, PhoneBrowser } from '../../tools/phone/browser.ts';
import type { Phone } from '../../tools/phone/phone.ts';
import { axeOf, browserFor, closeBrowsers, openPage } from './phone.ts';

const APP = 'Calculator';
/** Screen of a whole: enough to leave an app. */
const LEAVE = [
	[2, 420],
	[260, 420],
] as const;
/** Points. */
const STRIP = 32;
const TARGET = 48;

let browser: PhoneBrowser;
let context: BrowserContext;
let phone: Phone;
let wires: BrowserWires;
let page: Page;

before(async () => {
	browser = await browserFor();
	context = await browser.newContext();
	({ phone, wires, page } = await boot());
});
after(closeBrowsers);
beforeEach(goHome);

/** A phone whose page has the context's storage. */
async function boot() {
	const opened = await openPage('phone', context);
	await opened.phone.rest();
	return opened;
}

async function goHome(): Promise<void> {
	await phone.system(SYSTEM_ACTION_HOME);
	await phone.until(() => phone.seen?.scene === SCENE_HOME, 'home');
}

describe('with a finger', () => {
	test('swipes: up for the apps, in from the edge for home', async () => {
		await phone.swipe(
			[
				[195, 841],
				[195, 560],
			],
			200,
		);
		await phone.until(() => phone.seen?.scene === SCENE_GRID, 'the app grid');
		await phone.tapOn(APP);
		await phone.until(() => phone.seen?.scene === SCENE_APP, 'the app');
		await phone.swipe(LEAVE, 200);
		await phone.until(() => phone.seen?.scene === SCENE_HOME, 'home');
		assert.ok(
			(await phone.tree()).nodes.some(({ name }) => name === APP),
			'its cover is there',
		);
	});

	test('a touch that the browser takes away leaves nothing behind', async () => {
		await phone.touch('down', 2, 420);
		await phone.touch('move', 150, 420);
		await wires.cancel();
		await phone.rest();
		await phone.tapOn('Apps');
		assert.equal((await phone.tree()).scene, SCENE_GRID);
		await goHome();
	});
});

describe('without gestures', () => {
	test('taps alone lead everywhere and back', async () => {
		await phone.tapOn('Apps');
		await phone.tapOn(APP);
		await phone.until(() => phone.seen?.scene === SCENE_APP, 'the app');
		await phone.tapOn('System menu');
		await phone.tapOn(/^Home$/);
		await phone.until(() => phone.seen?.scene === SCENE_HOME, 'home');
	});

	test('the keyboard alone, too: elements of the mirror are buttons', async () => {
		const apps = page.locator('#mirror').getByRole('button', { name: 'Apps' });
		await apps.focus();
		await page.keyboard.press('Enter');
		await phone.until(() => phone.seen?.scene === SCENE_GRID, 'the app grid');
		await page.locator('#mirror').getByRole('button', { name: APP }).press('Space');
		await phone.until(() => phone.seen?.scene === SCENE_APP, 'the app');
		await goHome();
	});
});

describe('for who cannot see it', () => {
	const open: readonly (readonly [name: string, enter: () => Promise<void>])[] = [
		['home', goHome],
		['the app grid', () => phone.perform('Apps')],
		['an app', () => phone.perform(APP)],
		['the menu', () => phone.system(SYSTEM_ACTION_MENU)],
	];
	for (const [name, enter] of open) {
		test(`axe finds nothing wrong with ${name}`, async () => {
			await enter();
			await phone.rest();
			assert.deepEqual(await axeOf(page), []);
		});
	}
	test('what the system says stays in the mirror, however often the tree changes', async () => {
		await phone.perform('Apps');
		for (let round = 0; round < 3; round++) await phone.rest();
		const buttons = page.locator('#mirror').getByRole('button');
		for (const name of ['System menu', APP]) {
			assert.equal(
				await buttons
					.filter({ hasText: name })
					.or(buttons.and(page.getByLabel(name)))
					.count(),
				1,
				name,
			);
		}
		await goHome();
	});

	test('every target has 48 points; the strip, which is only a second way, its whole 32', async () => {
		for (const enter of [goHome, () => phone.perform('Apps'), () => phone.system(SYSTEM_ACTION_MENU)]) {
			await enter();
			const { nodes, scale } = await phone.tree();
			const least = (y: number) => (y === 0 ? STRIP : TARGET) * scale;
			const small = nodes.filter(
				({ actions, y, width, height }) => actions !== 0 && Math.min(width, height) < least(y),
			);
			assert.deepEqual(
				small.map(({ name, width, height }) => `${name}: ${width} x ${height}`),
				[],
			);
		}
		await goHome();
	});
});
