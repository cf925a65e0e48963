/** Packs all faces and icons at one scale into the bytes of the region `assets` (sdk/graphics/asset-layout.ts). */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import * as layout from '../../sdk/graphics/asset-layout.ts';
import * as faceLayout from '../../sdk/graphics/face-layout.ts';
import * as faceNumbers from '../../sdk/graphics/face-numbers.ts';
import { type GlyphSet, glyphSetOf, packFace } from './face.ts';
import { FACES } from './faces.ts';
import { iconCount, iconPictures } from './icons.ts';
import { putPictures, Writer } from './writer.ts';

/** Opens Inter in one of its weights. */
function openInter(weight: number): fontkit.Font {
	const file = createRequire(import.meta.url).resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
	const font = fontkit.create(readFileSync(file));
	if (!('layout' in font)) throw new Error(`${file} is a collection, not one font`);
	return font;
}

/** The region's contents for each of `scales`. */
export function packAssets(scales: readonly number[]): Uint8Array[] {
	checkNumbers();
	const faces = packFaces(scales);
	return scales.map((scale, index) => packScale(scale, faces[index] ?? []));
}

/** Numbers and faces must be in the same order, or text would be drawn in another face. */
function checkNumbers(): void {
	const numbers: Readonly<Record<string, number>> = faceNumbers;
	for (const [index, { name }] of FACES.entries()) {
		if (numbers[name] !== index)
			throw new Error(`face ${name} is number ${index}, but face-numbers.ts says ${numbers[name]}`);
	}
}

/** A packed face, and which face before it has its SHARED tables; its own number if it has them. */
interface PackedFace {
	readonly bytes: Uint8Array;
	readonly owner: number;
}

/** Tables that are the same for all faces of a weight with the same characters. */
const SHARED = [
	faceLayout.FACE_CHARACTERS,
	faceLayout.FACE_LEFT_CLASS,
	faceLayout.FACE_RIGHT_CLASS,
	faceLayout.FACE_KERNING,
];

/** All faces for each scale. What fonts say about characters and kerning is read once a weight, and those tables are there once a weight. */
function packFaces(scales: readonly number[]): PackedFace[][] {
	const fonts = new Map<number, fontkit.Font>();
	const glyphSets = new Map<string, GlyphSet>();
	const owners = new Map<string, number>();
	const packed: PackedFace[][] = scales.map(() => []);
	for (const [number, face] of FACES.entries()) {
		const font = fonts.get(face.weight) ?? openInter(face.weight);
		fonts.set(face.weight, font);
		const key = `${face.weight} ${face.characters ?? ''}`;
		const glyphSet = glyphSets.get(key) ?? glyphSetOf(font, face.characters);
		glyphSets.set(key, glyphSet);
		const owner = owners.get(key) ?? number;
		owners.set(key, owner);
		for (const [index, scale] of scales.entries()) {
			packed[index]?.push({ bytes: packFace(font, face, glyphSet, scale, owner === number), owner });
		}
	}
	return packed;
}

function packScale(scale: number, faces: readonly PackedFace[]): Uint8Array {
	const writer = new Writer();
	writer.bytes.push(...Array<number>(layout.ASSETS_HEADER_BYTES).fill(0));
	writer.set32(layout.ASSETS_MAGIC_PLACE, layout.ASSETS_MAGIC);
	writer.set32(layout.ASSETS_SCALE, scale);
	writer.set32(layout.ASSETS_ICON_COUNT, iconCount());
	writer.begin(layout.ASSETS_FACES);
	const places: number[] = [];
	let place = writer.bytes.length + 4 * faces.length;
	for (const { bytes } of faces) {
		places.push(place);
		writer.put(place, 4);
		place += bytes.length;
	}
	for (const { bytes } of faces) for (const byte of bytes) writer.bytes.push(byte);
	for (const [index, { owner }] of faces.entries()) shareTables(writer, places[owner] ?? 0, places[index] ?? 0);
	writer.begin(layout.ASSETS_ICONS);
	putPictures(writer, iconPictures(scale));
	// Pictures are read by words of eight bytes, the last ones, too.
	writer.bytes.push(...Array<number>(layout.ASSETS_TAIL_BYTES).fill(0));
	return Uint8Array.from(writer.bytes);
}

/** Lets the face at `place` use the tables of the one at `owner`. */
function shareTables(writer: Writer, owner: number, place: number): void {
	const header = Uint8Array.from(writer.bytes.slice(owner, owner + faceLayout.FACE_HEADER_BYTES));
	const view = new DataView(header.buffer);
	for (const table of SHARED) writer.set32(place + table, owner + view.getUint32(table, true) - place);
}
