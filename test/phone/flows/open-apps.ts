/** Many apps at once: their covers, what can be done on them, and closing. */
import assert from 'node:assert/strict';
import type { Walk } from '../walk.ts';

/** The log, and home with more and more covers. */
export async function log(walk: Walk): Promise<void> {
	await walk.open('Log');
	await walk.see(/supervisor|compositor|store/);
	await walk.press('Stay here');
	await walk.press('Search');
	await walk.type('zzz');
	await walk.see('Nothing that matches.');
	await walk.show('log-search');
}

/** Home with everything open; a cover's action, then an app is closed. */
export async function covers(walk: Walk): Promise<void> {
	await walk.home();
	await walk.show('home-full');
	await walk.press('Calculator: Clear');
	await walk.press('Notes');
	await walk.show('notes-again');
	await walk.menu('Close app');
	await walk.home();
	assert.equal(await walk.sees('Notes'), false);
	await walk.show('home-closed');
}
