/**
 * The same phone shows the same pixels on every machine: in Chromium, with touches of the browser's own, and on the emulated ARM64 machine, with QEMU's tablet and screen
 * dump, a finger taps its way through all flows, and what rests on the screen is compared with the golden pictures, which the hosted machine has drawn in its own time.
 */
import { after, before, describe, test } from 'node:test';
import type { Phone } from '../../tools/phone/phone.ts';
import { FLOWS } from './flows/flows.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { compareLook } from './looks.ts';
import { closeBrowsers, openPhone } from './phone.ts';
import { Walk } from './walk.ts';

after(closeBrowsers);

for (const machine of ['browser', 'arm64'] as const) {
	describe(`the same pixels on ${machine}`, () => {
		let phone: Phone;
		let walk: Walk;
		before(async () => {
			phone = await openPhone(machine, TRACED_SYSTEM);
			walk = new Walk(phone, 'taps', (name, picture, tree) => compareLook(machine, name, picture, tree));
		});
		after(() => phone.stop());
		for (const [name, flow] of Object.entries(FLOWS)) test(name, () => flow(walk));
	});
}
