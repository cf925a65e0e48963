/**
 * The phone shows the same pixels in Chromium: with touches of the browser's own, a finger taps its way through every flow, and what rests on the screen is compared with the
 * golden pictures, which the hosted machine has drawn in its own time. axe looks at the mirrored tree as well.
 */
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { goThrough } from './flows/flows.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { compareLook } from './looks.ts';
import { axeOf, closeBrowsers, openPage, type PagePhone } from './phone.ts';
import { Walk } from './walk.ts';

after(closeBrowsers);

describe('the same pixels on browser', () => {
	let opened: PagePhone;
	let walk: Walk;
	before(async () => {
		opened = await openPage(TRACED_SYSTEM);
		walk = new Walk(opened.phone, 'taps', async (name, picture, tree) => {
			compareLook('browser', name, picture, tree);
			assert.deepEqual(await axeOf(opened.page), [], `axe, ${name}`);
		});
	});
	after(() => opened.phone.stop());
	goThrough(() => walk);
});
