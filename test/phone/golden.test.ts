/** Every trace shows what its golden pictures say, to the pixel; `node test/phone/refresh.ts` makes them anew. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Picture } from '../../tools/phone/phone.ts';
import { differingPixels, readPicture, writePicture } from '../../tools/phone/picture.ts';
import { replayExactly } from '../../tools/phone/replay.ts';
import { goldenFile, readTraces, TRACED_SYSTEM, wrongFile } from './golden.ts';
import { imageOf } from './phone.ts';

function compare(trace: string, name: string, picture: Picture): void {
	const file = goldenFile(trace, name);
	const differing = existsSync(file) ? differingPixels(readPicture(file), picture) : undefined;
	if (differing === 0) return;
	const shown = wrongFile(trace, name);
	writePicture(shown, picture);
	assert.fail(`${differing ?? 'all'} pixels of ${trace}/${name} are not those of ${file}: see ${shown}`);
}

describe('traces', async () => {
	const system = await imageOf(TRACED_SYSTEM);
	for (const [name, trace] of readTraces()) {
		test(`${name}: ${trace.description}`, async () => {
			const { pictures } = await replayExactly(system, trace);
			const wanted = trace.steps.flatMap((step) => ('picture' in step ? [step.picture] : []));
			assert.deepEqual([...pictures.keys()], wanted);
			for (const [picture, pixels] of pictures) compare(name, picture, pixels);
		});
	}
});
