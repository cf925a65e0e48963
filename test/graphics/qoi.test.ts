/** Pictures as files: nothing is lost, others can read them, and no file breaks the reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RESULT_WORDS } from '../../abi/component.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { decode, encodePlainly, type Picture } from '../apps/qoi.ts';
import { BROKEN, FILE, PIXELS, READ, WRITE } from '../components/qoi/protocol.ts';

type Serve = (badge: number, method: number, ...words: number[]) => number;

const { wasm } = await buildComponent('test/components/qoi');
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(wasm)), { kernel: {} });
const bytes = new Uint8Array((exports.memory as WebAssembly.Memory).buffer);

function call(method: number, first: number, second = 0): Uint32Array {
	(exports.protected as Serve)(0, method, first, second, 0, 0, 0, 0);
	return new Uint32Array(bytes.buffer, RESULT_WORDS, 3);
}

function write({ width, height, pixels }: Picture): Uint8Array {
	bytes.set(pixels, PIXELS);
	const [length = 0] = call(WRITE, width, height);
	return bytes.slice(FILE, FILE + length);
}

function read(file: Uint8Array): Picture | undefined {
	bytes.set(file, FILE);
	const [taken, width = 0, height = 0] = call(READ, file.length);
	if (taken === BROKEN) return undefined;
	return { width, height, pixels: bytes.slice(PIXELS, PIXELS + 4 * width * height) };
}

/** Pixels that repeat, resemble one another, and jump, as those of pictures do. */
const pictures = fc
	.record({
		width: fc.integer({ min: 1, max: 70 }),
		height: fc.integer({ min: 1, max: 12 }),
		seeds: fc.array(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(3)), { minLength: 1, maxLength: 60 }),
	})
	.map(({ width, height, seeds }): Picture => {
		const pixels = new Uint8Array(4 * width * height);
		let last = [0, 0, 0];
		for (let index = 0; index < width * height; index++) {
			const [red = 0, green = 0, blue = 0, kind] = seeds[(index * 7 + (index >> 4)) % seeds.length] ?? [];
			if (kind === 0) last = [red, green, blue];
			if (kind === 1) last = last.map((channel) => (channel + (red % 4) - 2) & 255);
			if (kind === 2) last = last.map((channel, which) => (channel + (green % 40) - 20 + which) & 255);
			pixels.set([...last, 255], 4 * index);
		}
		return { width, height, pixels };
	});

test('what was written is read again, by the library and by a second reader', () => {
	fc.assert(
		fc.property(pictures, (picture) => {
			const file = write(picture);
			assert.deepEqual(decode(file), picture);
			assert.deepEqual(read(file), picture);
		}),
	);
});

test('files of others are read, with what is transparent', () => {
	fc.assert(
		fc.property(pictures, fc.nat(255), (picture, alpha) => {
			const pixels = picture.pixels.map((channel, index) => (index % 4 === 3 ? alpha : channel));
			assert.deepEqual(read(encodePlainly({ ...picture, pixels })), { ...picture, pixels });
		}),
	);
});

test('even pixels take a byte for sixty-two', () => {
	const width = 62;
	const file = write({ width, height: 10, pixels: new Uint8Array(4 * width * 10).fill(255) });
	assert.ok(file.length <= 14 + 1 + 10 + 9, `${file.length} bytes`);
});

test('no bytes break the reader, and a file that ends too soon is not taken', () => {
	fc.assert(
		fc.property(
			pictures,
			fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
			fc.nat(),
			(picture, changes, end) => {
				const file = write(picture);
				for (const [place, byte] of changes) file[place % file.length] = byte;
				read(file);
				read(file.subarray(0, end % file.length));
			},
		),
	);
	const file = write({
		width: 3,
		height: 3,
		pixels: Uint8Array.from({ length: 36 }, (_, index) => (index * 91) & 255),
	});
	assert.equal(read(file.subarray(0, file.length - 12)), undefined);
	assert.equal(read(file.subarray(0, 10)), undefined);
});
