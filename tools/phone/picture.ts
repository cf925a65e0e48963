/** Pictures of the screen as PNG files, and how two of them differ. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { Picture } from './phone.ts';

export function readPicture(file: string): Picture {
	return decodePicture(readFileSync(file));
}

/** The picture in the bytes of a PNG file. */
export function decodePicture(bytes: Buffer): Picture {
	const { width, height, data } = PNG.sync.read(bytes);
	return { width, height, pixels: Uint8Array.from(data) };
}

/** Writes a picture as PNG, without alpha: a screen has none. */
export function writePicture(file: string, { width, height, pixels }: Picture): void {
	const png = new PNG({ width, height, colorType: 2 });
	png.data.set(pixels);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, PNG.sync.write(png, { colorType: 2, deflateLevel: 9 }));
}

/** How many pixels differ in colour; of pictures of different sizes, all. */
export function differingPixels(left: Picture, right: Picture): number {
	if (left.width !== right.width || left.height !== right.height) return left.width * left.height;
	const [a, b] = [left.pixels, right.pixels];
	let differing = 0;
	for (let offset = 0; offset < a.length; offset += 4) {
		if (a[offset] !== b[offset] || a[offset + 1] !== b[offset + 1] || a[offset + 2] !== b[offset + 2]) differing += 1;
	}
	return differing;
}
