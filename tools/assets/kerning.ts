/** Kerning as a small table: glyphs that behave alike on the left or on the right of a pair share a class. */

import type { Font } from 'fontkit';

/** Distance for a pair, in font units: `matrix[left[a] * rightClasses + right[b]]`. */
export interface Kerning {
	readonly left: readonly number[];
	readonly right: readonly number[];
	readonly rightClasses: number;
	readonly matrix: readonly number[];
}

/** How each of `characters` moves when it follows `first`: asks the font for the line "first c first d first ..." at once. */
function followers(font: Font, first: number, characters: readonly number[]): number[] {
	const text = String.fromCodePoint(...characters.flatMap((character) => [first, character]));
	const { glyphs, positions } = font.layout(text, ['kern']);
	return characters.map((_, index) => {
		const place = 2 * index;
		return Math.round((positions[place]?.xAdvance ?? 0) - (glyphs[place]?.advanceWidth ?? 0));
	});
}

/** Equal rows get the same number; the numbers, and one row for each. */
function classify(rows: readonly (readonly number[])[]): { classes: number[]; unique: (readonly number[])[] } {
	const known = new Map<string, number>();
	const unique: (readonly number[])[] = [];
	const classes = rows.map((row) => {
		const key = row.join();
		const number = known.get(key) ?? unique.length;
		if (number === unique.length) unique.push(row);
		known.set(key, number);
		return number;
	});
	return { classes, unique };
}

/** Reads the kerning between all pairs of the characters out of the font. */
export function kerningOf(font: Font, characters: readonly number[]): Kerning {
	const rows = classify(characters.map((first) => followers(font, first, characters)));
	const columns = classify(characters.map((_, second) => rows.unique.map((row) => row[second] ?? 0)));
	return {
		left: rows.classes,
		right: columns.classes,
		rightClasses: columns.unique.length,
		matrix: rows.unique.flatMap((_, row) => columns.unique.map((column) => column[row] ?? 0)),
	};
}
