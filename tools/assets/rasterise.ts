/** Turns an outline into coverage: for each pixel how much of it lies inside, 0 to 255, computed exactly from signed areas. */

/** A corner of an outline, in pixels; y grows downwards. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Coverage of a rectangle of pixels, row by row. */
export interface Picture {
	/** Pixel column and row of the first pixel. */
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
	readonly coverage: Uint8Array;
}

const NOTHING: Picture = { left: 0, top: 0, width: 0, height: 0, coverage: new Uint8Array(0) };

/** Rasterises closed polygons. Where they overlap with the same direction the pixel counts once. */
export function rasterise(polygons: readonly (readonly Point[])[]): Picture {
	const points = polygons.flat();
	if (points.length === 0) return NOTHING;
	const left = Math.floor(Math.min(...points.map((point) => point.x)));
	const top = Math.floor(Math.min(...points.map((point) => point.y)));
	const width = Math.ceil(Math.max(...points.map((point) => point.x))) - left;
	const height = Math.ceil(Math.max(...points.map((point) => point.y))) - top;
	if (width === 0 || height === 0) return NOTHING;
	const areas = new Float64Array((width + 2) * height);
	for (const polygon of polygons) {
		polygon.forEach((from, index) => {
			const to = polygon[(index + 1) % polygon.length] ?? from;
			addEdge(areas, width + 2, { x: from.x - left, y: from.y - top }, { x: to.x - left, y: to.y - top });
		});
	}
	return { left, top, width, height, coverage: accumulate(areas, width, height) };
}

/**
 * Adds what an edge changes: walking right from it, every pixel of the rows that it crosses is inside, to the extent that the edge spans the row.
 * The area left of a running sum is the method of the "font-rs" rasteriser (Levien).
 */
function addEdge(areas: Float64Array, stride: number, from: Point, to: Point): void {
	if (from.y === to.y) return;
	const direction = from.y < to.y ? 1 : -1;
	const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
	const slope = (lower.x - upper.x) / (lower.y - upper.y);
	for (let row = Math.floor(upper.y); row < lower.y; row++) {
		const y0 = Math.max(row, upper.y);
		const y1 = Math.min(row + 1, lower.y);
		const x0 = upper.x + (y0 - upper.y) * slope;
		const x1 = upper.x + (y1 - upper.y) * slope;
		addPiece(areas, row * stride, Math.min(x0, x1), Math.max(x0, x1), direction * (y1 - y0));
	}
}

/** An edge piece inside one row, from x0 to x1, that spans `height` of the row. */
function addPiece(areas: Float64Array, row: number, x0: number, x1: number, height: number): void {
	const first = Math.floor(x0);
	let before = 0;
	for (let column = first; column <= Math.floor(x1) || column === first; column++) {
		const inside = coveredRight(x0, x1, column) * height;
		areas[row + column] = (areas[row + column] ?? 0) + inside - before;
		before = inside;
	}
	const after = Math.max(Math.floor(x1), first) + 1;
	areas[row + after] = (areas[row + after] ?? 0) + height - before;
}

/** Which part of pixel `column` lies right of an edge that goes evenly from x0 to x1. */
function coveredRight(x0: number, x1: number, column: number): number {
	if (x1 - x0 < 1e-9) return Math.min(1, Math.max(0, column + 1 - x0));
	const right = (x: number) => {
		// Integral over the edge of how far `x` lies right of it.
		const reach = Math.min(Math.max(x - x0, 0), x1 - x0);
		return (reach * reach) / (2 * (x1 - x0)) + Math.max(0, x - x1);
	};
	return right(column + 1) - right(column);
}

function accumulate(areas: Float64Array, width: number, height: number): Uint8Array {
	const coverage = new Uint8Array(width * height);
	for (let row = 0; row < height; row++) {
		let sum = 0;
		for (let column = 0; column < width; column++) {
			sum += areas[row * (width + 2) + column] ?? 0;
			coverage[row * width + column] = Math.round(255 * Math.min(1, Math.abs(sum)));
		}
	}
	return coverage;
}
