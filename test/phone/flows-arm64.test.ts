/**
 * The phone shows the same pixels on the emulated ARM64 machine: with QEMU's tablet and screen dump, a finger taps its way through every flow, and what rests on the screen is
 * compared with the golden pictures, which the hosted machine has drawn in its own time.
 */
import { after, before, describe } from 'node:test';
import type { Phone } from '../../tools/phone/phone.ts';
import { goThrough } from './flows/flows.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { compareLook } from './looks.ts';
import { openPhone } from './phone.ts';
import { Walk } from './walk.ts';

describe('the same pixels on arm64', () => {
	let phone: Phone;
	let walk: Walk;
	before(async () => {
		phone = await openPhone('arm64', TRACED_SYSTEM);
		walk = new Walk(phone, 'taps', (name, picture, tree) => compareLook('arm64', name, picture, tree));
	});
	after(() => phone.stop());
	goThrough(() => walk);
});
