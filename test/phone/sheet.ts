/** Puts golden pictures on one page, half as large, to look at: `node test/phone/sheet.ts [folder of test/phone/golden] [first] [count]` writes build/phone/<folder>.png. */
import { globSync } from 'node:fs';
import path from 'node:path';
import type { Picture } from '../../tools/phone/phone.ts';
import { readPicture, writePicture } from '../../tools/phone/picture.ts';
import { goldenFile } from './golden.ts';
import { FLOWS_GOLDEN } from './looks.ts';

const COLUMNS = 10;
const WIDTH = 195;
const HEIGHT = 422;
const GAP = 8;

const [folder = FLOWS_GOLDEN, first = '0', count = '200'] = process.argv.slice(2);
const names = globSync('*.png', { cwd: path.dirname(goldenFile(folder, '')) }).sort();
const chosen = names.slice(Number(first), Number(first) + Number(count)).map((name) => path.basename(name, '.png'));
const rows = Math.ceil(chosen.length / COLUMNS);
const width = COLUMNS * (WIDTH + GAP);
const sheet: Picture = {
	width,
	height: rows * (HEIGHT + GAP),
	pixels: new Uint8Array(4 * width * rows * (HEIGHT + GAP)).fill(255),
};
for (const [index, name] of chosen.entries()) {
	place(
		readPicture(goldenFile(folder, name)),
		(index % COLUMNS) * (WIDTH + GAP),
		Math.floor(index / COLUMNS) * (HEIGHT + GAP),
	);
	console.log(`row ${Math.floor(index / COLUMNS) + 1}, ${(index % COLUMNS) + 1}: ${name}`);
}
const file = path.resolve(import.meta.dirname, '../../build/phone', `${folder}.png`);
writePicture(file, sheet);
console.log(file);

/** Copies the picture with its left upper corner at a place; each pixel is the mean of four. */
function place(picture: Picture, left: number, top: number): void {
	for (let y = 0; y < Math.min(HEIGHT, picture.height >> 1); y++) {
		for (let x = 0; x < WIDTH; x++) {
			for (let channel = 0; channel < 3; channel++) {
				sheet.pixels[4 * ((top + y) * width + left + x) + channel] = mean(picture, 2 * x, 2 * y, channel);
			}
		}
	}
}

function mean({ width: wide, pixels }: Picture, x: number, y: number, channel: number): number {
	const at = (right: number, down: number) => pixels[4 * ((y + down) * wide + x + right) + channel] ?? 0;
	return (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) >> 2;
}
