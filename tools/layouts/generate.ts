/**
 * Makes the keyboard's layouts, servers/keyboard/layout-data.ts, from the files of simple-keyboard-layouts (MIT licence): of each row the letters, of all rows the letters beside them.
 * Layouts are data: no code of theirs gets into the keyboard. `node tools/layouts/generate.ts` writes the file; a test makes sure that it is the one that comes out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const TARGET = path.resolve(import.meta.dirname, '../../servers/keyboard/layout-data.ts');
const require = createRequire(import.meta.url);

/** Layouts by the name of their file, and what the language key shows. */
const LAYOUTS: readonly (readonly [string, string])[] = [
	['english', 'EN'],
	['german', 'DE'],
	['french', 'FR'],
	// Finnish is typed on the same layout.
	['swedish', 'FI'],
	['spanish', 'ES'],
];
/** Rows of a desktop keyboard that become rows of the phone's. */
const LETTER_ROWS = [1, 2, 3];
/** Keys at most in the last row, which has shift and backspace, too. */
const LAST_ROW_MOST = 8;

interface Layout {
	readonly default: readonly string[];
	readonly shift: readonly string[];
}

const isLetter = (key: string): boolean => /^\p{Ll}$/u.test(key) && key <= 'ÿ' && key !== 'µ';

function readLayout(name: string): Layout {
	const file = require.resolve(`simple-keyboard-layouts/build/layouts/${name}`);
	const module = require(file) as { layout?: Layout; default?: { layout: Layout } };
	const layout = module.layout ?? module.default?.layout;
	if (layout === undefined) throw new Error(`${file} has no layout`);
	return layout;
}

/** The letters of a row, in order. */
const lettersOf = (row: string | undefined): string[] => (row ?? '').split(' ').filter(isLetter);

/** Rows of letters, then the letters that have a key only on a larger keyboard. */
function rowsOf(layout: Layout): string[] {
	const rows = LETTER_ROWS.map((row) => lettersOf(layout.default[row]));
	const shown = new Set(rows.flat());
	const all = [...layout.default, ...layout.shift].flatMap(lettersOf);
	const others = [...new Set(all)].filter((letter) => !shown.has(letter));
	if ((rows[2] ?? []).length > LAST_ROW_MOST) throw new Error('the last row is too long');
	return [...rows, others].map((row) => row.join(''));
}

/** The whole file. */
export function layoutSource(): string {
	const rows = LAYOUTS.flatMap(([name, label]) => [label, ...rowsOf(readLayout(name))]);
	return [
		'/** Made by tools/layouts/generate.ts from simple-keyboard-layouts (MIT licence): of each layout its label, three rows of letters, and further letters. */',
		'',
		`export const LAYOUTS: u32 = ${LAYOUTS.length};`,
		'export const LAYOUT_STRINGS: u32 = 5;',
		'export const LAYOUT_DATA: StaticArray<string> = [',
		...rows.map((row) => `\t'${row}',`),
		'];',
		'',
	].join('\n');
}

/** The file as it is. */
export function presentSource(): string {
	return readFileSync(TARGET, 'utf8');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TARGET, layoutSource());
