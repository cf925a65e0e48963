/** Settings: every page, and what is decided there. */
import type { Walk } from '../walk.ts';

/** Each page of settings, and a choice on the way. */
export async function settings(walk: Walk): Promise<void> {
	await walk.open('Settings');
	await walk.show('settings');
	await page(walk, /^Ambience/, 'settings-ambience', async () => {
		await walk.press('Moss');
		await walk.press('Dark');
		await walk.show('settings-ambience-moss-light');
		await walk.press('Dark');
		await walk.press('Still water');
	});
	await page(walk, /^Size of text/, 'settings-text', async () => {
		await walk.press('Largest');
		await walk.show('settings-text-largest');
		await walk.press('Normal');
	});
	await page(walk, /^Comfort/, 'settings-comfort');
	await page(walk, /^Your seal/, 'settings-seal', async () => {
		await walk.press('Mint');
		await walk.press('Violet');
	});
	await page(walk, /^Apps/, 'settings-apps');
	await page(walk, /^Resources/, 'settings-resources');
	await page(walk, /^About/, 'settings-about');
}

/** What the camera has done is seen, allowed for good, forbidden, and asked again. */
export async function permissions(walk: Walk): Promise<void> {
	await walk.open('Settings');
	await walk.press(/^Permissions/);
	await walk.show('settings-permissions');
	await walk.press('What was used');
	await walk.see('Camera');
	await walk.show('settings-history');
	await walk.press('Back');
	await walk.press('Camera');
	await walk.show('settings-capability');
	for (const decision of ['Always', 'Never', 'Ask']) await walk.press(decision);
	await walk.press('Back');
	await walk.press('Back');
}

async function page(walk: Walk, name: RegExp, picture: string, there?: () => Promise<void>): Promise<void> {
	await walk.press(name);
	await walk.show(picture);
	await there?.();
	await walk.press('Back');
}
