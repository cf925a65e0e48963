/** What is measured: which kernels on which contents, at which lengths, and how a run is shown. */
import * as kinds from './kinds.ts';

export interface Case {
	/** Its key in JSON. */
	readonly key: string;
	readonly text: string;
	readonly kernel: number;
	readonly content: number;
	/** The colour, whose alpha is also what a picture is faded by. */
	readonly pixel: number;
}

const OPAQUE = 0xfff7_f4f0 | 0;
const TRANSLUCENT = 0x6417_0f06 | 0;
const EVEN = kinds.CONTENT_EVEN;
const VARIED = kinds.CONTENT_VARIED;

const one = (key: string, text: string, kernel: number, content: number, pixel = OPAQUE): Case => ({
	key,
	text,
	kernel,
	content,
	pixel,
});

export const CASES: readonly Case[] = [
	one('fill', 'one colour that hides', kinds.KERNEL_FILL, EVEN),
	one('colourEven', 'translucent fill of an even ground', kinds.KERNEL_COLOUR, EVEN, TRANSLUCENT),
	one('colourVaried', 'translucent fill of a photograph', kinds.KERNEL_COLOUR, VARIED, TRANSLUCENT),
	one('inkEven', 'a row of text on an even ground', kinds.KERNEL_INK, EVEN),
	one('liftedInkEven', 'a row of light text on an even ground', kinds.KERNEL_LIFTED_INK, EVEN),
	one('inkVaried', 'ink through any coverage, on a photograph', kinds.KERNEL_INK, VARIED),
	one('source', 'a picture over another', kinds.KERNEL_SOURCE, VARIED),
	one('sourceCovered', 'a picture through coverage', kinds.KERNEL_SOURCE_COVERED, VARIED),
	one('fade', 'a picture made fainter', kinds.KERNEL_FADE, VARIED, TRANSLUCENT),
	one('period', 'a row of the wallpaper', kinds.KERNEL_PERIOD, EVEN),
	one('shadow', 'the shadow of an edge', kinds.KERNEL_DARKEN, VARIED),
	one('sum', 'a sum of pixels, for covers', kinds.KERNEL_SUM, VARIED),
];

/** Pixels: a glyph, a button, a screen at scale 1, a screen at scale 2. */
export const LENGTHS: readonly number[] = [16, 96, 390, 780];

/** For one pixel, by case and length: `<key>At<length>`, less what putting the rows back costs. */
export type Figures = Readonly<Record<string, number>>;

export const figureKey = (key: string, length: number): string => `${key}At${length}`;

/** A table of both programs on one machine. */
export function renderTable(unit: string, plain: Figures, vectors: Figures): string {
	const head = LENGTHS.map((length) => `${length} pixels`.padStart(20)).join('');
	const lines = CASES.map(({ key, text }) => {
		const cells = LENGTHS.map((length) => {
			const [without = 0, withThem = 0] = [plain[figureKey(key, length)], vectors[figureKey(key, length)]];
			return `${without.toFixed(2)} -> ${withThem.toFixed(2)}`.padStart(20);
		});
		return text.padEnd(44) + cells.join('');
	});
	return [`${`${unit} a pixel: plain -> vectors`.padEnd(44)}${head}`, ...lines].join('\n');
}
