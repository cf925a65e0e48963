/** Draws the picture of shapes into its own memory and prints the hash of the pixels. */

import { printLine } from '../../../interfaces/console/print.ts';
import { halt } from '../../../sdk/control.ts';
import { OwnMemory } from '../../../sdk/graphics/own.ts';
import { SURFACE_BYTES, Surface } from '../../../sdk/graphics/surface.ts';
import { add, addNumber } from '../../../sdk/text.ts';
import { drawShapes } from '../../components/graphics/shapes.ts';

const CONSOLE: i32 = 1;
const POWER: i32 = 2;
const WIDTH: i32 = 390;
const HEIGHT: i32 = 844;
/** Behind the static data. */
const PIXELS: u32 = 0x10_0000;
const surface = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));

export function init(): void {
	surface.open(PIXELS, WIDTH, HEIGHT);
	drawShapes(surface, 1);
	let sum: u32 = 2_166_136_261;
	for (let place = PIXELS; place < PIXELS + 4 * WIDTH * HEIGHT; place += 4) sum = (sum ^ load<u32>(place)) * 16_777_619;
	add('shapes: ');
	addNumber(<i64>sum);
	printLine(CONSOLE);
	halt(POWER, 0);
}
