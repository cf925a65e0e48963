/** Outlines of glyphs as polygons on the pixel grid. */

import type { Font, Glyph } from 'fontkit';
import type { Point } from './rasterise.ts';

/** Pieces that a curve is cut into; at the largest size (144 pixels) a piece is off the curve by less than 0.02 pixels. */
const PIECES = 12;

/** Maps the font's units to pixels; y grows downwards, the baseline is 0. */
export interface Grid {
	readonly x: (units: number) => number;
	readonly y: (units: number) => number;
}

/**
 * The grid of a face. Horizontally the outline keeps its true shape; vertically the tops of small letters and of capitals are moved to the nearest
 * whole pixel, what lies between in proportion, so that horizontal strokes are sharp.
 */
export function gridOf(font: Font, pixels: number): Grid {
	const scale = pixels / font.unitsPerEm;
	const small = Math.round(font.xHeight * scale);
	const capital = Math.round(font.capHeight * scale);
	const up = (units: number) => {
		if (units <= 0) return units * scale;
		if (units <= font.xHeight) return (units * small) / font.xHeight;
		if (units >= font.capHeight) return capital + (units - font.capHeight) * scale;
		return small + ((units - font.xHeight) * (capital - small)) / (font.capHeight - font.xHeight);
	};
	return { x: (units) => units * scale, y: (units) => -up(units) };
}

/** The polygons of a glyph, moved right by `shift` pixels. */
export function polygonsOf(glyph: Glyph, grid: Grid, shift: number): Point[][] {
	const polygons: Point[][] = [];
	let current: Point[] = [];
	let x = 0;
	let y = 0;
	for (const { command, args } of glyph.path.commands) {
		if (command === 'closePath') continue;
		if (command === 'moveTo') {
			current = [];
			polygons.push(current);
		}
		for (const [unitX, unitY] of flatten(command, x, y, args))
			current.push({ x: grid.x(unitX) + shift, y: grid.y(unitY) });
		x = args.at(-2) ?? x;
		y = args.at(-1) ?? y;
	}
	return polygons;
}

/** Corners along one path command that starts at (x, y), its start left out. */
function flatten(command: string, x: number, y: number, args: readonly number[]): [number, number][] {
	if (command === 'moveTo' || command === 'lineTo') return [[args[0] ?? 0, args[1] ?? 0]];
	const controls: [number, number][] = [[x, y]];
	for (let index = 0; index < args.length; index += 2) controls.push([args[index] ?? 0, args[index + 1] ?? 0]);
	return Array.from({ length: PIECES }, (_, piece) => along(controls, (piece + 1) / PIECES));
}

/** A point of a Bézier curve of any degree (de Casteljau). */
export function along(controls: readonly [number, number][], t: number): [number, number] {
	const [first, ...rest] = controls;
	if (first === undefined) return [0, 0];
	if (rest.length === 0) return first;
	const between = rest.map(([x, y], index): [number, number] => {
		const [fromX, fromY] = controls[index] ?? first;
		return [fromX + (x - fromX) * t, fromY + (y - fromY) * t];
	});
	return along(between, t);
}
