/** Reads the drawings of Lucide: paths, circles, ellipses and rectangles that are stroked, in a square of 24 units. */

import svgpath from 'svgpath';
import { along } from './outline.ts';
import type { Point } from './rasterise.ts';

/** Straight pieces that a curve becomes. */
const PIECES = 12;

/** The strokes of an SVG's body as paths through points, in its own units. */
export function strokesOf(body: string): Point[][] {
	return [...body.matchAll(/<(path|circle|ellipse|rect) ([^>]*?)\/>/g)].flatMap(([, element = '', text = '']) => {
		const attributes = new Map([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value ?? '']));
		return pointsOf(pathOf(element, attributes));
	});
}

/** Any element as the data of a path. */
function pathOf(element: string, attributes: ReadonlyMap<string | undefined, string>): string {
	if (element === 'path') return attributes.get('d') ?? '';
	const number = (name: string) => Number(attributes.get(name) ?? 0);
	if (element === 'rect') {
		const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
		const r = number('rx');
		const [across, down] = [width - 2 * r, height - 2 * r];
		const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
		return `M${x + r} ${y}h${across}${arc(r, r)}v${down}${arc(-r, r)}h${-across}${arc(-r, -r)}v${-down}${arc(r, -r)}z`;
	}
	const [rx, ry] = element === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')];
	const half = (dx: number) => `a${rx} ${ry} 0 0 1 ${dx} 0`;
	return `M${number('cx') - rx} ${number('cy')}${half(2 * rx)}${half(-2 * rx)}z`;
}

/** Points along a path, one list for each part of it. */
function pointsOf(data: string): Point[][] {
	const parts: Point[][] = [];
	svgpath(data)
		.abs()
		.unarc()
		.unshort()
		.iterate(([command, ...numbers], _, x, y) => {
			if (command === 'M') parts.push([]);
			const part = parts.at(-1) ?? [];
			const [first] = part;
			if (command === 'Z' && first !== undefined) part.push(first);
			else part.push(...piecesOf(command, [x, y, ...(numbers as number[])]));
		});
	return parts;
}

/** Points on one command after its start (the first two numbers). */
function piecesOf(command: string, [x = 0, y = 0, ...rest]: number[]): Point[] {
	if (command === 'H') return [{ x: rest[0] ?? x, y }];
	if (command === 'V') return [{ x, y: rest[0] ?? y }];
	const corners = Array.from({ length: rest.length / 2 }, (_, index): [number, number] => [
		rest[2 * index] ?? 0,
		rest[2 * index + 1] ?? 0,
	]);
	if (corners.length < 2) return corners.map(([cornerX, cornerY]) => ({ x: cornerX, y: cornerY }));
	return Array.from({ length: PIECES }, (_, piece) => {
		const [pointX, pointY] = along([[x, y], ...corners], (piece + 1) / PIECES);
		return { x: pointX, y: pointY };
	});
}
