/** Phones for tests: the same system on every machine, opened in one line. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { connectArm64 } from '../../tools/phone/arm64.ts';
import { type BrowserWires, PhoneBrowser } from '../../tools/phone/browser.ts';
import { connectNode } from '../../tools/phone/node.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { buildPhoneSite } from '../../tools/phone/site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A phone in a page. */
export interface PagePhone {
	readonly phone: Phone;
	readonly wires: BrowserWires;
	readonly page: Page;
}

const images = new Map<string, Promise<SystemImage>>();
const browsers = new Map<string, Promise<PhoneBrowser>>();

/** The system's image, built once. */
export function imageOf(system: string): Promise<SystemImage> {
	const image = images.get(system) ?? buildSystem(system);
	images.set(system, image);
	return image;
}

/** Boots a system that has a screen. */
export async function openPhone(machine: Phone['machine'], system = 'phone'): Promise<Phone> {
	switch (machine) {
		case 'node':
			return Phone.boot(machine, connectNode(await imageOf(system)));
		case 'browser':
			return Phone.boot(machine, (await browserFor(system)).connect());
		case 'arm64':
			return Phone.boot(machine, connectArm64(await imageOf(system)));
	}
}

/** Boots a system in a page of its own, with the storage of the context if one is given. */
export async function openPage(system = 'phone', context?: BrowserContext): Promise<PagePhone> {
	const browser = await browserFor(system);
	const opened: BrowserWires[] = [];
	const phone = await Phone.boot('browser', async (listener) => {
		const wires = (await browser.connect(context)(listener)) as BrowserWires;
		opened.push(wires);
		return wires;
	});
	const [wires] = opened as [BrowserWires];
	return { phone, wires, page: wires.page };
}

/** What axe finds wrong with a page: rules, and the elements that break them. */
export async function axeOf(page: Page): Promise<[rule: string, elements: string[]][]> {
	await page.evaluate(`window.axe ?? (() => { ${AXE} })()`);
	const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
		'axe.run().then(({ violations }) => violations)',
	);
	return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** A browser that has the page of a system; the same for all who ask. */
export function browserFor(system = 'phone'): Promise<PhoneBrowser> {
	const browser = browsers.get(system) ?? launch(system);
	browsers.set(system, browser);
	return browser;
}

/** Ends the browsers that were started; for `after`. */
export async function closeBrowsers(): Promise<void> {
	for (const browser of browsers.values()) await (await browser).close();
	browsers.clear();
}

async function launch(system: string): Promise<PhoneBrowser> {
	const image = await imageOf(system);
	return PhoneBrowser.launch(await buildPhoneSite(new Map([[1, image]])));
}
