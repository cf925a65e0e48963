/** Every size that Tessera keeps bounded is within its bound (`npx tessera size` shows them). */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { measureSizes, type Size, type SizeName } from '../../tools/size/measure.ts';

const BOUNDS: Readonly<Record<SizeName, number>> = {
	kernelWasmBytes: 32_768,
	privilegedLines: 999,
	compositorLines: 4500,
	keyboardLines: 800,
	helloRamBytes: 1_048_576,
	phoneRamBytes: 16_777_216,
	phoneDownloadBytes: 3_145_728,
};

describe('bounds', () => {
	let sizes: readonly Size[];
	before(async () => {
		sizes = await measureSizes();
	});

	for (const [name, bound] of Object.entries(BOUNDS)) {
		test(name, () => {
			const size = sizes.find((one) => one.name === name);
			assert.ok(size !== undefined, 'it is not measured');
			assert.ok(size.value > 0 && size.value <= bound, `${size.value} is more than ${bound}`);
			assert.ok(size.bound <= bound, 'the tool allows more');
		});
	}
});
