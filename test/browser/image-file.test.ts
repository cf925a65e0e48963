/** The image file: what is written is read back, and whatever is wrong with a file is said, never thrown as something else. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import fc from 'fast-check';
import {
	decodeImageFile,
	encodeImageFile,
	ImageFileError,
	imageDigest,
} from '../../machines/hosted/browser/image-file.ts';
import { rehostImage } from '../../machines/hosted/core/image.ts';
import { HOSTED_SIZES } from '../../machines/hosted/core/system.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { BODY_OFFSET, withDigest } from './files.ts';

let image: SystemImage;
let file: Uint8Array;
before(async () => {
	const nothing = { sectors: undefined, width: undefined, height: undefined, sensor: undefined };
	const devices = [
		{ ...nothing, kind: 'rng', slot: 0 },
		{ ...nothing, kind: 'block', slot: 31, sectors: 2048 },
		{ ...nothing, kind: 'gpu', slot: 16, width: 390, height: 844 },
		{ ...nothing, kind: 'sensor', slot: 63, sensor: 'camera', width: 384, height: 512 },
	] as const;
	image = { ...(await buildSystem('faulty')), devices };
	file = await encodeImageFile(image);
});

test('a system comes out as it went in, its kernel hashed anew', async () => {
	const { manifest, ...parts } = await decodeImageFile(file);
	const { manifest: original, expect: _, ...rest } = image;
	assert.deepEqual(parts, { ...rest, data: rest.data.map(({ bytes }) => ({ bytes })) });
	assert.deepEqual(manifest(HOSTED_SIZES), original(HOSTED_SIZES));
	assert.equal(parts.kernel.sha256, createHash('sha256').update(image.kernel.wasm).digest('hex'));
});

test('components that were made ready are ready where the file is known by its digest, and nowhere else', async () => {
	const images = image.images.map((component) => ({ ...component, rehosted: rehostImage(component) }));
	const ready = await encodeImageFile({ ...image, images });
	const readyIn = async (known: readonly string[]) => {
		return (await decodeImageFile(ready, known)).images.map(({ rehosted }) => rehosted);
	};
	assert.deepEqual(
		await readyIn([imageDigest(ready)]),
		images.map(({ rehosted }) => rehosted),
	);
	assert.ok((await readyIn([imageDigest(file)])).every((rehosted) => rehosted === undefined));
	assert.ok((await readyIn([])).every((rehosted) => rehosted === undefined));
});

test('who changes what was made ready must also change the digest, and then it is not used', async () => {
	const images = image.images.map((component) => ({ ...component, rehosted: rehostImage(component) }));
	const ready = await encodeImageFile({ ...image, images });
	const changed = ready.slice();
	const place = Buffer.from(changed).indexOf(images[0]?.rehosted.wasm as Uint8Array) + 8;
	changed[place] = (changed[place] as number) ^ 1;
	const known = [imageDigest(ready)];
	await assert.rejects(decodeImageFile(changed, known), /do not match the digest/);
	const { images: read } = await decodeImageFile(withDigest(changed), known);
	assert.ok(read.every(({ rehosted }) => rehosted === undefined));
});

const damages: readonly (readonly [string, (file: Uint8Array) => Uint8Array, RegExp])[] = [
	['an empty file', () => new Uint8Array(), /not a Tessera image file/],
	[
		'another file',
		() => new TextEncoder().encode('<!doctype html><title>Not found</title>'),
		/not a Tessera image file/,
	],
	['only the beginning', (whole) => whole.slice(0, 20), /cut off in its first bytes/],
	['a download that broke off', (whole) => whole.slice(0, 5000), /cut off: 5000 bytes instead of \d+/],
	[
		'something behind the end',
		(whole) => Buffer.concat([whole, Uint8Array.of(0)]),
		/too long: \d+ bytes instead of \d+/,
	],
	['a newer format', (whole) => whole.with(8, 9), /has format 9, this machine reads format 3/],
	['one wrong bit', (whole) => whole.with(3000, (whole[3000] as number) ^ 1), /do not match the digest/],
	['a wrong length inside', (whole) => withDigest(whole.with(BODY_OFFSET, 0x7f)), /wrong at byte \d+: /],
];

for (const [name, damage, message] of damages) {
	test(`${name} is explained`, async () => {
		await assert.rejects(
			decodeImageFile(damage(file)),
			(error) => error instanceof ImageFileError && message.test(error.message),
		);
	});
}

test('a file that was damaged before its digest was made is refused with a place, or is a valid file', async () => {
	const position = fc.integer({ min: BODY_OFFSET, max: file.length - 1 });
	const change = fc.tuple(position, fc.integer({ min: 0, max: 255 }));
	await fc.assert(
		fc.asyncProperty(fc.array(change, { minLength: 1 }), async (bytes) => {
			const damaged = file.slice();
			for (const [index, value] of bytes) damaged[index] = value;
			await decodeImageFile(withDigest(damaged)).catch((error) => {
				assert.ok(error instanceof ImageFileError, String(error));
				assert.match(error.message, /wrong at byte \d+: /);
			});
		}),
		{ numRuns: 200 },
	);
});
