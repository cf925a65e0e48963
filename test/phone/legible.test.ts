/**
 * Everything that is written on the phone can be read, and everything that can be pressed can be met, on every page of every app and of the system: contrast computed from
 * the pixels of the whole screen, sizes from the tree, while a finger goes through all flows; dark and light, in several hues. (Every hue of every colour that pages use is
 * tested in test/ui/pictures.test.ts.)
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATE_ON } from '../../interfaces/display/nodes.ts';
import { connectExactly } from '../../tools/phone/exact.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { FLOWS } from './flows/flows.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { illegible, tooSmall } from './legible.ts';
import { imageOf } from './phone.ts';
import { Walk } from './walk.ts';

interface Ambience {
	readonly hue: string;
	readonly strength: string;
	readonly dark: boolean;
}

const AMBIENCES: readonly Ambience[] = [
	{ hue: 'Still water', strength: 'Full', dark: true },
	{ hue: 'Clay', strength: 'Full', dark: false },
	{ hue: 'Meadow', strength: 'Full', dark: true },
	{ hue: 'Heather', strength: 'Soft', dark: false },
];
/** They change the ambience themselves. */
const CHANGING = ['choices'];

/** Chooses an ambience in settings. */
async function choose(walk: Walk, { hue, strength, dark }: Ambience): Promise<void> {
	await walk.open('Settings');
	await walk.press(/^Ambience/);
	await walk.press(hue);
	await walk.press(strength);
	const { state } = await walk.see('Dark');
	if (((state & STATE_ON) !== 0) !== dark) await walk.press('Dark');
	await walk.press('Back');
}

for (const ambience of AMBIENCES) {
	test(`in ${ambience.dark ? 'dark' : 'light'} ${ambience.hue}`, async () => {
		const phone = await Phone.boot('node', connectExactly(await imageOf(TRACED_SYSTEM)));
		const faults = new Set<string>();
		let looks = 0;
		const walk = new Walk(phone, 'taps', (name, picture, tree) => {
			looks++;
			for (const fault of [...illegible(picture, tree), ...tooSmall(tree)]) faults.add(`${name}: ${fault}`);
		});
		for (const [name, flow] of Object.entries(FLOWS)) {
			if (CHANGING.includes(name)) continue;
			await choose(walk, ambience);
			await flow(walk);
		}
		await phone.stop();
		assert.ok(looks > 60);
		assert.deepEqual([...faults], []);
	});
}
