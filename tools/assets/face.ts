/** Packs one face at one scale into the bytes that sdk/graphics/face.ts reads. */

import type { Font, Glyph } from 'fontkit';
import * as layout from '../../sdk/graphics/face-layout.ts';
import { type FaceDescription, phasesOf } from './faces.ts';
import { type Kerning, kerningOf } from './kerning.ts';
import { gridOf, polygonsOf } from './outline.ts';
import { type Picture, rasterise } from './rasterise.ts';
import { putPictures, Writer } from './writer.ts';

/** Stands for every character that the face lacks. */
const REPLACEMENT = 0xfffd;
const FIRST_CHARACTER = 0x20;
/** Marks that combine with the letter before them, and invisible characters: they have no picture of their own. */
const UNUSED = [0x7f, 0xad, 0x2009, 0x200b, 0xfeff];
const isUnused = (character: number) => UNUSED.includes(character) || (character >= 0x300 && character <= 0x36f);

/** Characters of a face in ascending order, the replacement last. */
function charactersOf(font: Font, characters: string | undefined): number[] {
	const wanted = characters === undefined ? font.characterSet : [...characters].map((text) => text.codePointAt(0) ?? 0);
	const usable = wanted.filter(
		(character) => character >= FIRST_CHARACTER && character < REPLACEMENT && !isUnused(character),
	);
	return [...new Set(usable)].sort((a, b) => a - b).concat(REPLACEMENT);
}

/** What faces of one weight with the same characters share. */
export interface GlyphSet {
	readonly characters: readonly number[];
	readonly glyphs: readonly Glyph[];
	readonly kerning: Kerning;
}

/** Looks up characters (all of the font's without any) and the kerning between them. */
export function glyphSetOf(font: Font, wanted: string | undefined): GlyphSet {
	const characters = charactersOf(font, wanted);
	const glyphs = characters.map((character) => font.glyphForCodePoint(character));
	return { characters, glyphs, kerning: kerningOf(font, characters) };
}

/** Packs `description` at `scale` pixels to the point; without the tables that another face has already. */
export function packFace(
	font: Font,
	description: FaceDescription,
	glyphSet: GlyphSet,
	scale: number,
	hasTables: boolean,
): Uint8Array {
	const pixels = description.size * scale;
	const { characters, glyphs, kerning } = glyphSet;
	const phases = phasesOf(description.size, scale);
	const writer = new Writer();
	writer.bytes.length = layout.FACE_HEADER_BYTES;
	writer.bytes.fill(0);
	const unit = (64 * pixels) / font.unitsPerEm;
	writer.set32(layout.FACE_SIZE, pixels);
	writer.set32(layout.FACE_LINE_HEIGHT, description.lineHeight * scale);
	writer.set32(layout.FACE_BASELINE, baselineOf(font, description, scale));
	writer.set32(layout.FACE_GLYPHS, glyphs.length);
	writer.set32(layout.FACE_PHASES, phases);
	writer.begin(layout.FACE_CHARACTERS);
	if (hasTables) for (const character of characters) writer.put(character, 2);
	writer.begin(layout.FACE_ADVANCES);
	for (const glyph of glyphs) writer.put(Math.round(glyph.advanceWidth * unit), 2);
	writer.set32(layout.FACE_UNITS, font.unitsPerEm);
	putKerning(writer, kerning, hasTables);
	writer.begin(layout.FACE_PICTURES);
	putPictures(
		writer,
		glyphs.flatMap((glyph) => picturesOf(font, glyph, pixels, phases)),
	);
	writer.align(8);
	return Uint8Array.from(writer.bytes);
}

/** Rows from the top of a line to its baseline: capitals stand in the middle of the line. */
function baselineOf(font: Font, description: FaceDescription, scale: number): number {
	const capital = Math.round((font.capHeight * description.size * scale) / font.unitsPerEm);
	return Math.round((description.lineHeight * scale + capital) / 2);
}

function putKerning(writer: Writer, kerning: Kerning, hasTables: boolean): void {
	writer.set32(layout.FACE_RIGHT_CLASSES, kerning.rightClasses);
	writer.begin(layout.FACE_LEFT_CLASS);
	if (hasTables) for (const number of kerning.left) writer.put(number, 1);
	writer.begin(layout.FACE_RIGHT_CLASS);
	if (hasTables) for (const number of kerning.right) writer.put(number, 1);
	writer.begin(layout.FACE_KERNING);
	if (hasTables) for (const distance of kerning.matrix) writer.put(distance, 2);
}

function picturesOf(font: Font, glyph: Glyph, pixels: number, phases: number): Picture[] {
	const grid = gridOf(font, pixels);
	return Array.from({ length: phases }, (_, phase) => rasterise(polygonsOf(glyph, grid, phase / phases)));
}
