/** Pictures in any memory: drawn as they are, faint, or with round corners. */

import { RegionMemory } from '../region/memory.ts';
import { beginCoverage, endCoverage, fixed } from './coverage.ts';
import { coverRounded } from './rounded.ts';
import { fadeSource, SOURCE } from './rows.ts';
import { Surface } from './surface.ts';

/**
 * Draws all of `image` (a surface of the memory N; its clip does not matter) with its top left pixel at (x, y). `opaque` promises that all of its pixels are: then rows are
 * copied. What somebody else may write into is drawn as what it says at that moment.
 */
export function drawImage<M extends RegionMemory, N extends RegionMemory>(
	surface: Surface<M>,
	image: Surface<N>,
	x: i32,
	y: i32,
	opaque: bool,
): void {
	drawImageFaded(surface, image, x, y, opaque, 255);
}

/** The same at `alpha` / 255 of its opacity. */
export function drawImageFaded<M extends RegionMemory, N extends RegionMemory>(
	surface: Surface<M>,
	image: Surface<N>,
	x: i32,
	y: i32,
	opaque: bool,
	alpha: u32,
): void {
	const left = max(x, surface.left);
	const right = min(x + image.width, surface.right);
	if (left >= right) return;
	const count: u32 = right - left;
	const bottom = min(y + image.height, surface.bottom);
	for (let row = max(y, surface.top); row < bottom; row++) {
		image.readRow(SOURCE, left - x, row - y, count);
		if (alpha < 255) fadeSource(count, alpha);
		surface.paintSource(left, row, count, opaque && alpha === 255);
	}
}

/** Draws an image through a rectangle of its own size with round corners. */
export function drawImageRounded<M extends RegionMemory, N extends RegionMemory>(
	surface: Surface<M>,
	image: Surface<N>,
	x: i32,
	y: i32,
	radius: i32,
	opaque: bool,
): void {
	const left = max(x, surface.left);
	const right = min(x + image.width, surface.right);
	if (left >= right) return;
	const count: u32 = right - left;
	const bottom = min(y + image.height, surface.bottom);
	for (let row = max(y, surface.top); row < bottom; row++) {
		const below = row - y;
		image.readRow(SOURCE, left - x, below, count);
		if (below >= radius && below < image.height - radius) {
			surface.paintSource(left, row, count, opaque);
			continue;
		}
		beginCoverage(count);
		coverRounded(below, count, fixed(x - left), 0, fixed(image.width), fixed(image.height), fixed(radius), 1);
		endCoverage(count);
		surface.paintSourceCovered(left, row, count);
	}
}
