/** Turns lines with round ends into coverage: each pixel is sampled at 64 points, which count once however many lines lie over them. */

import type { Picture, Point } from './rasterise.ts';

/** Samples along each side of a pixel. */
const SAMPLES = 8;

/** Rasterises lines of `width` pixels through the points of each path, on a square of `size` pixels; the picture is cut to what is covered. */
export function rasteriseStrokes(paths: readonly (readonly Point[])[], width: number, size: number): Picture {
	const side = size * SAMPLES;
	const samples = new Uint8Array(side * side);
	for (const path of paths) {
		for (const [index, to] of path.entries()) {
			const from = path[Math.max(0, index - 1)] ?? to;
			markLine(samples, side, scaled(from), scaled(to), (width * SAMPLES) / 2);
		}
	}
	return cut(countSamples(samples, size), size);
}

function scaled({ x, y }: Point): Point {
	return { x: x * SAMPLES, y: y * SAMPLES };
}

/** Marks the samples that are at most `radius` away from a line. */
function markLine(samples: Uint8Array, side: number, from: Point, to: Point, radius: number): void {
	const clamp = (value: number) => Math.max(0, Math.min(side - 1, Math.floor(value)));
	const lastRow = clamp(Math.max(from.y, to.y) + radius);
	const lastColumn = clamp(Math.max(from.x, to.x) + radius);
	for (let row = clamp(Math.min(from.y, to.y) - radius); row <= lastRow; row++) {
		for (let column = clamp(Math.min(from.x, to.x) - radius); column <= lastColumn; column++) {
			if (distanceTo({ x: column + 0.5, y: row + 0.5 }, from, to) <= radius) samples[row * side + column] = 1;
		}
	}
}

function distanceTo(point: Point, from: Point, to: Point): number {
	const x = to.x - from.x;
	const y = to.y - from.y;
	const length = x * x + y * y;
	const along = length === 0 ? 0 : ((point.x - from.x) * x + (point.y - from.y) * y) / length;
	const part = Math.max(0, Math.min(1, along));
	return Math.hypot(point.x - from.x - part * x, point.y - from.y - part * y);
}

/** 0 to 255 for each pixel. */
function countSamples(samples: Uint8Array, size: number): Uint8Array {
	const side = size * SAMPLES;
	const counts = new Uint16Array(size * size);
	for (let row = 0; row < side; row++) {
		const line = Math.floor(row / SAMPLES) * size;
		for (let column = 0; column < side; column++) {
			if (samples[row * side + column] === 1) (counts[line + Math.floor(column / SAMPLES)] as number)++;
		}
	}
	return Uint8Array.from(counts, (count) => Math.round((255 * count) / (SAMPLES * SAMPLES)));
}

/** Leaves out rows and columns at the sides in which nothing is covered. */
function cut(coverage: Uint8Array, size: number): Picture {
	const covered = [...coverage.entries()].filter(([, value]) => value > 0).map(([place]) => place);
	const columns = covered.map((place) => place % size);
	const rows = covered.map((place) => Math.floor(place / size));
	const left = Math.min(...columns);
	const top = Math.min(...rows);
	const width = Math.max(...columns) + 1 - left;
	const height = Math.max(...rows) + 1 - top;
	const inside = Uint8Array.from({ length: width * height }, (_, place) => {
		const row = top + Math.floor(place / width);
		return coverage[row * size + left + (place % width)] ?? 0;
	});
	return { left, top, width, height, coverage: inside };
}
