/** A camera in this process, and the permission to use it. */

import type { Answer, Service } from '../ui/phone.ts';

export const WIDTH = 384;
export const HEIGHT = 512;
const NOT_READY = 16;

/** The pixel of picture `number` at (x, y): a hill under a sky. */
export function pixelOf(number: number, x: number, y: number): number {
	const hill = 300 + 60 * Math.sin((x + 40 * number) / 90);
	const [red, green, blue] = y > hill ? [40, 90 + ((y - hill) >> 3), 60] : [90 + (y >> 2), 140 + (y >> 3), 220];
	return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
}

function rowsOf(number: number, first: number, loan: Uint8Array): number {
	const count = Math.min(Math.floor(loan.length / (4 * WIDTH)), HEIGHT - first);
	const view = new DataView(loan.buffer, loan.byteOffset, loan.length);
	for (let index = 0; index < count * WIDTH; index++) {
		view.setUint32(4 * index, pixelOf(number, index % WIDTH, first + Math.floor(index / WIDTH)), true);
	}
	return count;
}

/** A Gate to the camera whose newest picture is the one after the last, `delays` questions late. */
export function openCamera(delays = 0): Service {
	let newest = 0;
	let late = delays;
	return (method, [first = 0, second = 0], loan): Answer => {
		if (method === 1) return [0, WIDTH, HEIGHT, ++newest];
		if (late-- > 0) return [NOT_READY];
		return [0, rowsOf(first, second, loan)];
	};
}
