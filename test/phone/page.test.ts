/** The page around the phone: what it needs, what it keeps, how it looks on large and small screens, and what it says when something is missing. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { encodeImageFile } from '../../machines/hosted/browser/image-file.ts';
import type { RunSummary } from '../../machines/hosted/browser/summary.ts';
import { rehostImage } from '../../machines/hosted/core/image.ts';
import type { HostedComponent, HostedSystem } from '../../machines/hosted/core/system.ts';
import type { PhoneBrowser } from '../../tools/phone/browser.ts';
import { browserFor, closeBrowsers, imageOf } from './phone.ts';

/** Any system with a screen: what is tested is the page. */
const SYSTEM = 'screen';

let browser: PhoneBrowser;
before(async () => {
	browser = await browserFor(SYSTEM);
});
after(closeBrowsers);

async function open(context: BrowserContext, search = ''): Promise<Page> {
	const page = await context.newPage();
	await page.goto(browser.url + search);
	await page.evaluate('window.phone.shown');
	return page;
}

/** A window of so many CSS pixels. */
const sized = (width: number, height: number) => ({ viewport: { width, height } });

async function boxOf(page: Page, selector: string) {
	const box = await page.locator(selector).boundingBox();
	assert.ok(box !== null, `${selector} is not shown`);
	return box;
}

describe('on a large screen', () => {
	test('the phone has its own size, a frame, and the panel beside it', async () => {
		const page = await open(await browser.newContext(sized(1440, 940)));
		const { width, height, x } = await boxOf(page, '#glass');
		assert.deepEqual([width, height], [390, 844]);
		const frame = await boxOf(page, '#phone');
		assert.ok(frame.x < x && frame.width > width, 'there is a frame');
		const panel = await boxOf(page, '#panel');
		assert.ok(panel.x >= frame.x + frame.width, 'the panel is beside the phone');
		await page.context().close();
	});

	test('a low window shows the whole phone, smaller', async () => {
		const page = await open(await browser.newContext(sized(1280, 640)));
		const { width, height } = await boxOf(page, '#glass');
		assert.ok(height < 640 && Math.abs(width / height - 390 / 844) < 0.005, `${width} x ${height}`);
		await page.context().close();
	});

	test('the panel says who there is, who calls whom, and who holds what', async () => {
		const page = await open(await browser.newContext(sized(1440, 940)));
		await page.getByRole('rowheader', { name: 'slate' }).waitFor();
		await page.getByRole('tab', { name: 'Calls' }).click();
		await page.locator('#view-calls .graph g', { hasText: 'slate' }).waitFor();
		await page.getByRole('tab', { name: 'Who holds what' }).click();
		await page.getByLabel('What does it hold?').selectOption('slate');
		await page.getByRole('row', { name: /may call input as client 1/ }).waitFor();
		await page.getByRole('tab', { name: 'Log' }).click();
		await page.getByText('slate: the picture is on the screen').waitFor();
		await page.context().close();
	});

	test('a component that is killed from the panel comes back', async () => {
		const page = await open(await browser.newContext(sized(1440, 940)));
		await page.getByRole('tab', { name: 'Log' }).click();
		await page.getByText('supervisor: input runs again').waitFor();
		await page.getByRole('tab', { name: 'Components' }).click();
		await page.getByRole('button', { name: 'Kill screen' }).click();
		await page.locator('tr.fresh', { hasText: 'screen' }).waitFor();
		await page.waitForFunction(
			'document.getElementById("log").textContent.split("supervisor: screen runs again").length === 3',
		);
		await page.context().close();
	});
});

describe('on a small screen', () => {
	test('the phone is all there is', async () => {
		const page = await open(await browser.newContext({ ...sized(390, 844), deviceScaleFactor: 2 }));
		assert.deepEqual(await boxOf(page, '#glass'), { x: 0, y: 0, width: 390, height: 844 });
		assert.equal(await page.locator('#panel').isVisible(), false);
		await page.context().close();
	});

	test('the browser neither scrolls nor zooms', async () => {
		const page = await open(await browser.newContext(sized(360, 640)));
		await page.mouse.wheel(0, 400);
		const moved = await page.evaluate(
			'[scrollX, scrollY, visualViewport.scale, document.scrollingElement.scrollHeight <= innerHeight]',
		);
		assert.deepEqual(moved, [0, 0, 1, true]);
		await page.context().close();
	});
});

describe('an image that the page was not built with', () => {
	test('is checked by the page itself, whatever it says about itself', async () => {
		const [first, ...others] = (await imageOf(SYSTEM)).images as [HostedComponent, ...HostedComponent[]];
		const rehosted = rehostImage(first);
		// What was made ready of it is flawless: but the component itself is none.
		const foreign = { ...first, wasm: new Uint8Array(first.wasm.length), rehosted };
		const page = await openWith({ ...(await imageOf(SYSTEM)), images: [foreign, ...others] });
		const { end, message } = await page.evaluate<RunSummary>('window.phone.finished');
		assert.equal(end, 'failed');
		assert.match(message ?? '', new RegExp(`component ${first.name} is not one that this machine runs`));
		await page.context().close();
	});

	test('runs when there is nothing wrong with it', async () => {
		const page = await openWith(await imageOf(SYSTEM));
		assert.ok((await page.evaluate<number>('window.phone.shown')) > 0);
		await page.context().close();
	});
});

/** A page whose server has put that system in the place of its own. */
async function openWith(system: HostedSystem): Promise<Page> {
	const body = Buffer.from(await encodeImageFile(system));
	const context = await browser.newContext();
	await context.route('**/system-1.image', (route) => route.fulfill({ body }));
	const page = await context.newPage();
	await page.goto(browser.url);
	return page;
}

test('works without server once it has been opened', async () => {
	const context = await browser.newContext();
	const page = await open(context);
	await page.evaluate('window.phone.independent');
	await page.waitForFunction('caches.open("tessera").then((cache) => cache.match("system-1.image")).then(Boolean)');
	await context.setOffline(true);
	await page.reload();
	assert.ok((await page.evaluate<number>('window.phone.shown')) > 0);
	await context.close();
});

test('can be installed: manifest, icons and service worker are there', async () => {
	const context = await browser.newContext();
	const page = await open(context);
	await page.evaluate('window.phone.independent');
	const session = await context.newCDPSession(page);
	const { errors } = await session.send('Page.getAppManifest');
	assert.deepEqual(errors, []);
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	assert.deepEqual(
		installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
		[],
	);
	await context.close();
});

describe('names what a browser lacks, and starts nothing', () => {
	/** What these lack, as of 2026: a script that takes it away from Chromium, and what the page must say. */
	const browsers: readonly (readonly [name: string, without: string, lacks: readonly RegExp[]])[] = [
		['Firefox', 'delete WebAssembly.Suspending; delete WebAssembly.promising;', [/JSPI/]],
		[
			'Safari',
			'delete WebAssembly.Suspending; delete WebAssembly.promising; WebAssembly.validate = (bytes) => bytes.length > 20;',
			[/JSPI/, /multiple memories/],
		],
		['a page from http', 'delete Crypto.prototype.subtle;', [/Web Cryptography/]],
	];
	for (const [name, without, lacks] of browsers) {
		test(name, async () => {
			const context = await browser.newContext();
			const page = await context.newPage();
			const errors: Error[] = [];
			page.on('pageerror', (error) => errors.push(error));
			await page.addInitScript(without);
			await page.goto(browser.url);
			await page.evaluate('window.phone.finished');
			const state = page.getByText('This browser cannot run the phone');
			assert.ok(await state.isVisible());
			const text = (await state.textContent()) ?? '';
			for (const feature of lacks) assert.match(text, feature);
			assert.match(text, /Chrome and Chromium have them/);
			assert.deepEqual([errors, page.workers().length], [[], 0]);
			await context.close();
		});
	}
});

test('asks for no sensor that nobody uses', async () => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.addInitScript(`
		window.asked = [];
		navigator.mediaDevices.getUserMedia = async () => { window.asked.push('media'); throw new Error(); };
		navigator.geolocation.getCurrentPosition = () => window.asked.push('location');`);
	await page.goto(browser.url);
	await page.evaluate('window.phone.shown');
	await page.waitForTimeout(500);
	assert.deepEqual(await page.evaluate('window.asked'), []);
	await context.close();
});
