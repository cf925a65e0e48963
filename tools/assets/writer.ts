/** Bytes of faces and of the whole region, and how pictures lie among them. */

import * as layout from '../../sdk/graphics/face-layout.ts';
import type { Picture } from './rasterise.ts';

/** Bytes that grow; everything is little-endian. */
export class Writer {
	readonly bytes: number[] = [];

	put(value: number, size: 1 | 2 | 4): void {
		for (let shift = 0; shift < 8 * size; shift += 8) this.bytes.push((value >> shift) & 255);
	}

	set32(offset: number, value: number): void {
		for (let index = 0; index < 4; index++) this.bytes[offset + index] = (value >> (8 * index)) & 255;
	}

	align(size: number): void {
		while (this.bytes.length % size !== 0) this.bytes.push(0);
	}

	/** Begins a table: its place goes into the header. */
	begin(header: number): void {
		this.align(4);
		this.set32(header, this.bytes.length);
	}
}

/** Writes descriptions of pictures, then their coverage. */
export function putPictures(writer: Writer, pictures: readonly Picture[]): void {
	let place = writer.bytes.length + pictures.length * layout.PICTURE_BYTES;
	for (const { left, top, width, height, coverage } of pictures) {
		writer.put(place, 4);
		writer.put(left, 1);
		writer.put(top, 1);
		writer.put(width, 1);
		writer.put(height, 1);
		place += coverage.length;
	}
	for (const { coverage } of pictures) for (const value of coverage) writer.bytes.push(value);
}
