/** What is on the slate: pixels in the region of the screen. */
import { SCREEN_PIXELS } from '../../interfaces/screen/queue.ts';
import { store32 } from '../../sdk/region/memory1.ts';

const PIXEL_BYTES: u32 = 4;
const SHADES: u32 = 256;

/** Red runs from left to right, green from top to bottom. */
export function wipe(width: u32, height: u32): void {
	for (let y: u32 = 0; y < height; y++) {
		const green = (y * SHADES) / height;
		const row = SCREEN_PIXELS + y * width * PIXEL_BYTES;
		for (let x: u32 = 0; x < width; x++) {
			store32(row + x * PIXEL_BYTES, ((x * SHADES) / width) | (green << 8) | 0x400000);
		}
	}
}

/** Fills a rectangle inside a screen that is `width` pixels wide. */
export function paint(width: u32, x: u32, y: u32, columns: u32, rows: u32, colour: u32): void {
	for (let row: u32 = y; row < y + rows; row++) {
		const first = SCREEN_PIXELS + (row * width + x) * PIXEL_BYTES;
		for (let column: u32 = 0; column < columns; column++) store32(first + column * PIXEL_BYTES, colour);
	}
}
