/** Rectangles on whole pixels: one colour, or a gradient. */

import { RegionMemory } from '../region/memory.ts';
import { Gradient } from './gradient.ts';
import { alphaOf } from './pixel.ts';
import { fillRow, SOURCE, UNDER } from './rows.ts';
import { Surface } from './surface.ts';

/** A rectangle of one colour. */
export function fillRectangle<M extends RegionMemory>(
	surface: Surface<M>,
	x: i32,
	y: i32,
	width: i32,
	height: i32,
	pixel: u32,
): void {
	if (surface.hides(x, y, x + width, y + height)) return;
	const left = max(x, surface.left);
	const count: u32 = min(x + width, surface.right) - left;
	const bottom = min(y + height, surface.bottom);
	if (alphaOf(pixel) === 255) fillRow(UNDER, count, pixel);
	for (let row = max(y, surface.top); row < bottom; row++) {
		if (alphaOf(pixel) === 255) surface.writeRow(UNDER, left, row, count);
		else surface.paint(left, row, count, pixel);
	}
}

/** A rectangle of a gradient. What lies outside the clip is left out; colours depend on positions alone, so pieces fit together. */
export function fillGradient<M extends RegionMemory>(
	surface: Surface<M>,
	x: i32,
	y: i32,
	width: i32,
	height: i32,
	gradient: Gradient,
): void {
	if (surface.hides(x, y, x + width, y + height)) return;
	const left = max(x, surface.left);
	const count: u32 = min(x + width, surface.right) - left;
	const bottom = min(y + height, surface.bottom);
	for (let row = max(y, surface.top); row < bottom; row++) {
		gradient.row(left, row, count);
		surface.writeRow(SOURCE, left, row, count);
	}
}
