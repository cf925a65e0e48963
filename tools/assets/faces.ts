/** The faces of the visual language: the sizes and weights that text may have, in the order of sdk/graphics/face-numbers.ts. */

/** One face. Lengths are points: pixels at scale 1. */
export interface FaceDescription {
	/** Name of its number in sdk/graphics/face-numbers.ts. */
	readonly name: string;
	readonly weight: 300 | 400 | 600;
	readonly size: number;
	readonly lineHeight: number;
	/** The only characters that it has; all of Inter's Latin ones without it. */
	readonly characters?: string;
}

export const FACES: readonly FaceDescription[] = [
	{ name: 'CAPTION', weight: 400, size: 13, lineHeight: 18 },
	{ name: 'CAPTION_STRONG', weight: 600, size: 13, lineHeight: 18 },
	{ name: 'SMALL', weight: 400, size: 15, lineHeight: 20 },
	{ name: 'SMALL_STRONG', weight: 600, size: 15, lineHeight: 20 },
	{ name: 'BODY', weight: 400, size: 17, lineHeight: 24 },
	{ name: 'BODY_STRONG', weight: 600, size: 17, lineHeight: 24 },
	{ name: 'TITLE', weight: 600, size: 22, lineHeight: 28 },
	{ name: 'LARGE_TITLE', weight: 600, size: 28, lineHeight: 34 },
	{ name: 'HERO', weight: 300, size: 34, lineHeight: 40 },
	{ name: 'CLOCK', weight: 300, size: 72, lineHeight: 76, characters: '0123456789:.' },
	{ name: 'LARGE', weight: 400, size: 20, lineHeight: 28 },
	{ name: 'LARGE_STRONG', weight: 600, size: 20, lineHeight: 28 },
	{ name: 'LARGER', weight: 400, size: 25, lineHeight: 34 },
	{ name: 'LARGER_STRONG', weight: 600, size: 25, lineHeight: 34 },
];

/** Pixels for each point. */
export const SCALES: readonly number[] = [1, 2];

/** From so many points on, text is so large that whole pixels do. */
const LARGE_POINTS = 28;

/**
 * Pictures of each glyph, at fractions of a pixel from left to right. Small text needs them: with whole pixels alone the gaps between
 * letters would differ visibly. Large text does not.
 */
export function phasesOf(points: number, scale: number): number {
	const pixels = points * scale;
	if (pixels <= 18) return 4;
	return pixels <= 36 && points < LARGE_POINTS ? 2 : 1;
}
