/** The manifest of a system that uses everything, carried out by the real kernel. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { judge } from '../../tools/check/check.ts';
import { assembleSystem } from '../../tools/image/assemble.ts';
import type { ComponentImage, ImageSizes, SystemImage } from '../../tools/image/types.ts';
import { baseManifests, baseSystem } from '../check/base.ts';
import { bootKernel } from './kernel.ts';

const HOSTED: ImageSizes = { codePages: () => 1, nativePages: () => 0 };
const NATIVE: ImageSizes = { codePages: (image) => 3 + image, nativePages: () => 5 };

function baseImage(): SystemImage {
	const { report, model } = judge(baseSystem(), baseManifests(), { root: PROJECT_ROOT, folder: 'base' });
	assert.deepEqual(report.mistakes, []);
	assert.ok(model);
	const image = (name: string): ComponentImage => ({ name, wasm: new Uint8Array(), memories: [], memoryPages: 1 });
	const images = new Map(Object.keys(baseManifests()).map((folder) => [folder, image(folder)]));
	const check = { model, lineOf: () => 1 };
	return assembleSystem({ check, kernel: { wasm: new Uint8Array(), sha256: '' }, init: image('init'), images });
}

for (const [machine, sizes] of Object.entries({ hosted: HOSTED, native: NATIVE })) {
	test(`the kernel carries out every call of the manifest (${machine})`, async () => {
		const { failure } = await bootKernel(baseImage(), sizes);
		assert.equal(failure, undefined);
	});
}
