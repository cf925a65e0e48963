/** The places of the system itself. */
import type { Walk } from '../walk.ts';

/** Home, apps, menu, events and lock, before anything is open. */
export async function places(walk: Walk): Promise<void> {
	await walk.home();
	await walk.show('home-0');
	await walk.press('Apps');
	await walk.show('app-grid');
	await walk.press('Back');
	await walk.press('System menu');
	await walk.show('top-menu');
	await walk.press('Events');
	await walk.show('events');
	await walk.press('Back to home');
	await walk.menu('Lock');
	await walk.show('lock');
	await walk.press('Unlock');
}

/** Choices of the top menu, each there and back. */
export async function choices(walk: Walk): Promise<void> {
	await walk.press('System menu');
	await walk.press('Dark');
	await walk.press('Copper');
	await walk.show('top-menu-light-copper');
	await walk.press('Back');
	await walk.show('home-light-copper');
	await walk.press('System menu');
	await walk.press('Dark');
	await walk.press('Water');
	await walk.press('Back');
}

/** Who owns what is on the screen. */
export async function xray(walk: Walk): Promise<void> {
	await walk.home();
	await walk.menu('X-Ray');
	await walk.show('x-ray');
	// A touch ends it; by name there is the menu.
	await walk.press('System menu');
	if (await walk.sees('X-Ray')) await walk.press('X-Ray');
}
