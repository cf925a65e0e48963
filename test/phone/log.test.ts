/** The log viewer on the whole phone: what the supervisor says of a driver that failed is there as a warning, by taps and by names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectExactly } from '../../tools/phone/exact.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { imageOf } from './phone.ts';
import { Walk } from './walk.ts';

/** Milliseconds in which a driver that failed is back, and some more. */
const BACK = 500;
const FAILED = /^screen trapped; restart in/;
const CAME_BACK = 'screen runs again';
const image = await imageOf(TRACED_SYSTEM);

for (const way of ['taps', 'names'] as const) {
	test(`a driver that failed is found in the log by ${way}`, { timeout: 120_000 }, async () => {
		const phone = await Phone.boot('node', connectExactly(image));
		try {
			const walk = new Walk(phone, way);
			await phone.rest();
			await phone.kill('screen');
			await walk.open('Log');
			await walk.wait(BACK);
			await walk.see(FAILED);
			assert.ok(await walk.sees(CAME_BACK));
			await walk.press('Warnings');
			assert.ok(await walk.sees(/^supervisor, \d+\.\d s, warning$/));
			assert.equal(await walk.sees(CAME_BACK), false);
			await walk.press('Errors');
			assert.equal(await walk.sees(FAILED), false);
			await walk.press('Show everything');
			await walk.press(/^Lines from/);
			await walk.press('store');
			assert.equal(await walk.sees(CAME_BACK), false);
			await walk.press(/^Lines from/);
			await walk.press('supervisor');
			assert.ok((await walk.sees(CAME_BACK)) && (await walk.sees(FAILED)));
		} finally {
			await phone.stop();
		}
	});
}
