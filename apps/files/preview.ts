/** A picture, at half its size or less: each pixel is the mean of those that lie under it. */

import { STEP_BROKEN, STEP_DONE, STEP_ON } from '../../interfaces/files/errands.ts';
import { PICTURE_READER_BYTES, PictureReader } from '../../interfaces/files/picture.ts';
import { COMPACT_SURFACE_BYTES, CompactMemory, openCompact } from '../../sdk/graphics/compact.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { QOI_BYTES, QOI_HEADER_BYTES, Qoi } from '../../sdk/graphics/qoi.ts';
import { shrinkRow } from '../../sdk/graphics/resize.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { PIECE, PIECE_BYTES } from './piece.ts';
import { TEXT } from './text.ts';

/** Pixels of a preview, at most, in each direction. */
const WIDTH_MOST: u32 = 256;
const HEIGHT_MOST: u32 = 320;
const PIXELS: u32 = memory.data(2 * 256 * 320, 8) as u32;
/** Pixels in a row of a picture, and rows that become one. */
const ROW_MOST: u32 = 2048;
const ROWS_MOST: u32 = 8;
/** They lie where a text would: what is looked at is one or the other. */
const ROWS: u32 = TEXT;
const COMPACT_BYTES: u32 = 2;
const reader = changetype<PictureReader>(memory.data(PICTURE_READER_BYTES, 8));
const qoi = changetype<Qoi>(memory.data(QOI_BYTES, 8));
const rows = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
const line = changetype<Surface<CompactMemory>>(memory.data(COMPACT_SURFACE_BYTES, 4));
/** What there is of the preview. */
export const preview = changetype<Surface<CompactMemory>>(memory.data(COMPACT_SURFACE_BYTES, 4));
/** Pixels of the picture in each direction that become one, and pixels of the preview. */
let factor: u32 = 0;
let width: u32 = 0;
let height: u32 = 0;
/** Rows of the preview that are there, and rows of the picture that wait at ROWS. */
let row: u32 = 0;
let waiting: u32 = 0;

/** Whether a file that begins with these bytes is a picture, if it is whole. */
export function isPicture(bytes: u32, count: u32): bool {
	return count > QOI_HEADER_BYTES && qoi.beginReading(bytes);
}

/** Pixels of the picture. */
export function pictureWidth(): u32 {
	return reader.width;
}

export function pictureHeight(): u32 {
	return reader.height;
}

/** Begins with the file that is open in `slot`. */
export function beginPreview(slot: i32): void {
	reader.begin(slot, PIECE, PIECE_BYTES);
	factor = 0;
}

export function stepPreview(): i32 {
	if (factor === 0) return beginPicture();
	while (waiting < factor) {
		const result = reader.readRow(ROWS + 4 * reader.width * waiting);
		if (result !== 0) return result;
		waiting++;
	}
	openCompact(line, PIXELS + COMPACT_BYTES * width * row, width, 1);
	shrinkRow(line, rows, 0);
	waiting = 0;
	row++;
	return row === height ? STEP_DONE : STEP_ON;
}

function beginPicture(): i32 {
	const result = reader.readSize();
	if (result !== 0) return result;
	const across = (reader.width + WIDTH_MOST - 1) / WIDTH_MOST;
	const down = (reader.height + HEIGHT_MOST - 1) / HEIGHT_MOST;
	factor = max(across, down);
	if (reader.width > ROW_MOST || reader.height > HEIGHT_MOST * ROWS_MOST || factor > ROWS_MOST) return STEP_BROKEN;
	width = reader.width / factor;
	height = reader.height / factor;
	if (width === 0 || height === 0) return STEP_BROKEN;
	rows.openSource(ROWS, <i32>reader.width, <i32>factor);
	openCompact(preview, PIXELS, <i32>width, <i32>height);
	row = 0;
	waiting = 0;
	return STEP_ON;
}
