/** Golden pictures: what the graphics component is to draw, to the pixel, as PNG files that people can look at. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';

const GOLDEN = path.join(import.meta.dirname, 'golden');

/** Pixels: red, green, blue, alpha. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

/** What is kept as a file: every picture at scale 1, and those at scale 2 that show most. */
export const GOLDEN_PICTURES: readonly (readonly [name: string, scale: number])[] = [
	['shapes', 1],
	['text', 1],
	['home', 1],
	['light', 1],
	['prompt', 1],
	['text', 2],
	['home', 2],
];

/** Names of the pictures, in the order of test/components/graphics/protocol.ts. */
export const PICTURE_NAMES: readonly string[] = ['shapes', 'text', 'home', 'light', 'prompt'];

/** FNV-1a over words of pixels, as the component computes it. */
export function hashOf(picture: Picture): number {
	const words = new Uint32Array(picture.pixels.buffer, picture.pixels.byteOffset, picture.pixels.length / 4);
	return words.reduce((sum, word) => Math.imul(sum ^ word, 16_777_619) >>> 0, 2_166_136_261);
}

function fileOf(name: string): string {
	return path.join(GOLDEN, `${name}.png`);
}

export function readGolden(name: string): Picture {
	return readPicture(fileOf(name));
}

/** Reads a PNG. */
export function readPicture(file: string): Picture {
	const { width, height, data } = PNG.sync.read(readFileSync(file));
	return { width, height, pixels: Uint8Array.from(data) };
}

/** How many pixels differ, and where the first does: what a person wants to read when a picture has changed. */
export function difference(actual: Picture, expected: Picture): string {
	const places = new Set<number>();
	for (const [index, value] of expected.pixels.entries()) if (actual.pixels[index] !== value) places.add(index >> 2);
	const [first] = places;
	if (first === undefined) return 'equal';
	return `${places.size} pixels differ, the first at (${first % expected.width}, ${Math.floor(first / expected.width)})`;
}

/** Writes a picture as PNG, without alpha. */
export function writePicture(file: string, { width, height, pixels }: Picture): void {
	const png = new PNG({ width, height, colorType: 2 });
	png.data.set(pixels);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, PNG.sync.write(png, { colorType: 2, deflateLevel: 9 }));
}

export function writeGolden(name: string, picture: Picture): void {
	writePicture(fileOf(name), picture);
}
