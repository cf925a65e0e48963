/** What home needs to be used, and what it does not: an app that is no component is found when somebody opens it, or when there is time to look, and not before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCENE_HOME } from '../../abi/accessibility.ts';
import { APPS } from '../../systems/phone/apps.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { connectNode } from '../../tools/phone/node.ts';
import { Phone } from '../../tools/phone/phone.ts';
import { imageOf } from './phone.ts';

/** So many of the apps, at least, share their names with nobody. */
const BROKEN_LEAST = 8;

/** The system with apps whose binaries are cut off; except one that shares its name with a driver. */
function withoutApps(system: SystemImage): SystemImage {
	const names = system.images.map(({ name }) => name);
	const isApp = (folder: string) =>
		APPS.some(({ name }) => name === folder) && names.indexOf(folder) === names.lastIndexOf(folder);
	const images = system.images.map((image) =>
		isApp(image.name) ? { ...image, wasm: image.wasm.subarray(0, 40) } : image,
	);
	return { ...system, images };
}

test('home can be used before any app has been compiled', async () => {
	const whole = await imageOf('phone-recorded');
	const system = withoutApps(whole);
	const broken = system.images.filter(({ wasm }, index) => wasm !== whole.images[index]?.wasm);
	assert.ok(broken.length >= BROKEN_LEAST, broken.map(({ name }) => name).join());
	const phone = await Phone.boot('node', connectNode(system));
	await phone.rest();
	assert.equal(phone.seen?.scene, SCENE_HOME);
	await phone.stop();
});
