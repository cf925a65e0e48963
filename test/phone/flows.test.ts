/**
 * Every flow of the phone, by taps alone and by names alone: nothing needs a swipe, a long press or a sight. Both ways show the golden pictures of `golden/flows`, to the
 * pixel; GOLDEN=1 makes them anew, `node test/phone/sheet.ts` puts them on one page to look at. In the machine's own time, so a busy host changes nothing.
 */
import { after, before, describe } from 'node:test';
import { connectExactly } from '../../tools/phone/exact.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { goThrough } from './flows/flows.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { compareLook } from './looks.ts';
import { imageOf } from './phone.ts';
import { Walk } from './walk.ts';

for (const way of ['taps', 'names'] as const) {
	describe(`by ${way} alone`, () => {
		let phone: Phone;
		let walk: Walk;
		before(async () => {
			phone = await Phone.boot('node', connectExactly(await imageOf(TRACED_SYSTEM)));
			walk = new Walk(phone, way, (name, picture, tree) => compareLook(way, name, picture, tree));
		});
		after(() => phone.stop());
		goThrough(() => walk);
	});
}
