/** Phones for tests: the same system on every machine, opened in one line. */
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { connectArm64 } from '../../tools/phone/arm64.ts';
import { PhoneBrowser } from '../../tools/phone/browser.ts';
import { connectNode } from '../../tools/phone/node.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { buildPhoneSite } from '../../tools/phone/site.ts';

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
