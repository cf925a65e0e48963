/**
 * The same phone shows the same pixels on every machine: in Chromium, with touches of the browser's own, and on the emulated ARM64 machine, with QEMU's tablet and screen
 * dump, a finger taps its way through flows of the phone, and what rests on the screen is compared with the golden pictures, which the hosted machine has drawn in its own time.
 * In Chromium axe looks at the mirrored tree as well.
 */
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Phone } from '../../tools/phone/phone.ts';
import { FLOWS, goThrough } from './flows/flows.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { compareLook } from './looks.ts';
import { axeOf, closeBrowsers, openPage, openPhone, type PagePhone } from './phone.ts';
import { Walk } from './walk.ts';

/** Those that every run goes through on these machines; `FLOWS=all` goes through all, which takes some minutes more. */
const SOME = ['places', 'choices', 'notes', 'calculator', 'clock'];
const CHOSEN = process.env.FLOWS === 'all' ? Object.keys(FLOWS) : SOME;

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
	goThrough(() => walk, CHOSEN);
});

describe('the same pixels on arm64', () => {
	let phone: Phone;
	let walk: Walk;
	before(async () => {
		phone = await openPhone('arm64', TRACED_SYSTEM);
		walk = new Walk(phone, 'taps', (name, picture, tree) => compareLook('arm64', name, picture, tree));
	});
	after(() => phone.stop());
	goThrough(() => walk, CHOSEN);
});
