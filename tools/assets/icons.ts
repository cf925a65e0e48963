/** Draws the icons of sdk/graphics/icon-numbers.ts at one scale. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as numbers from '../../sdk/graphics/icon-numbers.ts';
import { type Picture, rasterise } from './rasterise.ts';
import { rasteriseStrokes } from './stroke.ts';
import { strokesOf } from './svg.ts';

/** Points of the three sizes in which each icon is there, and of the square that the drawings are made for. */
const SIZES = [20, 24, 32];
const UNITS = 24;
const STROKE_UNITS = 2;

interface IconSet {
	readonly icons: Readonly<Record<string, { readonly body: string } | undefined>>;
	readonly aliases: Readonly<Record<string, { readonly parent: string } | undefined>>;
}

/** Three pictures for each icon, in the order of their numbers; number 0 is empty. */
export function iconPictures(scale: number): Picture[] {
	const file = createRequire(import.meta.url).resolve('@iconify-json/lucide/icons.json');
	const set = JSON.parse(readFileSync(file, 'utf8')) as IconSet;
	return iconNames().flatMap((name) => SIZES.map((size) => iconPicture(set, name, size * scale)));
}

/** How many icons there are, number 0 included. */
export const iconCount = (): number => iconNames().length;

/** Lucide's name of each icon, by number. */
function iconNames(): string[] {
	const names: string[] = [];
	for (const [constant, number] of Object.entries(numbers)) {
		names[number] = constant.replace('ICON_', '').toLowerCase().replaceAll('_', '-');
	}
	return names;
}

function iconPicture({ icons, aliases }: IconSet, name: string, pixels: number): Picture {
	if (name === 'none') return rasterise([]);
	const icon = icons[name] ?? icons[aliases[name]?.parent ?? ''];
	if (icon === undefined) throw new Error(`sdk/graphics/icon-numbers.ts: Lucide has no icon '${name}'`);
	const unit = pixels / UNITS;
	const strokes = strokesOf(icon.body).map((path) => path.map(({ x, y }) => ({ x: x * unit, y: y * unit })));
	return rasteriseStrokes(strokes, STROKE_UNITS * unit, pixels);
}
