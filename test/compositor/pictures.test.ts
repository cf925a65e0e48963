/** The system's own pages and the frames between them, to the pixel. After a change that is meant: `node test/compositor/refresh.ts`, and look. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { differingPixels, readPicture } from '../../tools/phone/picture.ts';
import { SCENES } from './scenes.ts';

for (const [name, scene] of Object.entries(SCENES)) {
	test(`${name} is the golden picture`, () => {
		const golden = readPicture(path.join(import.meta.dirname, 'golden', `${name}.png`));
		assert.equal(differingPixels(scene().picture(), golden), 0);
	});
}
