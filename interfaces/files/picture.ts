/** Reads a picture (sdk/graphics/qoi.ts) out of a file, row by row. Whatever the file says is checked. */

import { QOI_BROKEN, QOI_BYTES, QOI_HEADER_BYTES, Qoi, qoiRowBytes } from '../../sdk/graphics/qoi.ts';
import { read, readResult } from './client.ts';
import { STEP_BROKEN } from './errands.ts';

/** Bytes of static memory for a PictureReader: `changetype<PictureReader>(memory.data(PICTURE_READER_BYTES, 8))`. */
export const PICTURE_READER_BYTES: u32 = 32 + QOI_BYTES;
/** Where in it the Qoi lies. */
const QOI: usize = 32;

@unmanaged
export class PictureReader {
	private slot: i32 = 0;
	private buffer: u32 = 0;
	private capacity: u32 = 0;
	/** Bytes of the file that have been read; of those in the buffer: how many there are, and how many have been decoded. */
	private offset: u32 = 0;
	private there: u32 = 0;
	private used: u32 = 0;
	private isEnded: u32 = 0;

	private get qoi(): Qoi {
		return changetype<Qoi>(changetype<usize>(this) + QOI);
	}

	/** Pixels, once `readSize` has answered 0. */
	get width(): u32 {
		return this.qoi.width;
	}

	get height(): u32 {
		return this.qoi.height;
	}

	/** Begins with the file that is open in `slot`, through `capacity` bytes at `buffer`, which must hold more than a row: four bytes for each pixel. */
	begin(slot: i32, buffer: u32, capacity: u32): void {
		this.slot = slot;
		this.buffer = buffer;
		this.capacity = capacity;
		this.offset = 0;
		this.there = 0;
		this.used = 0;
		this.isEnded = 0;
	}

	/** Finds out how large the picture is: 0, STEP_BROKEN (it is none, or too wide), or what a call gave; called again it goes on. */
	readSize(): i32 {
		const result = this.fill(QOI_HEADER_BYTES);
		if (result !== 0) return result;
		if (this.there < QOI_HEADER_BYTES || !this.qoi.beginReading(this.buffer)) return STEP_BROKEN;
		this.used = QOI_HEADER_BYTES;
		// A width that is too large for the sum of its bytes is too large as well.
		return this.qoi.width < this.capacity && qoiRowBytes(this.qoi.width) < this.capacity ? 0 : STEP_BROKEN;
	}

	/** Decodes the next row to `row`: as `readSize`. */
	readRow(row: u32): i32 {
		const result = this.fill(qoiRowBytes(this.qoi.width));
		if (result !== 0) return result;
		const taken = this.qoi.readRow(row, this.buffer + this.used, this.there - this.used);
		if (taken === QOI_BROKEN) return STEP_BROKEN;
		this.used += taken;
		return 0;
	}

	/** Reads on until `count` bytes are there that have not been decoded, or the file has ended. */
	private fill(count: u32): i32 {
		while (this.isEnded === 0 && this.there - this.used < count) {
			const rest = this.there - this.used;
			memory.copy(this.buffer, this.buffer + this.used, rest);
			this.there = rest;
			this.used = 0;
			const result = read(this.slot, this.buffer + rest, this.capacity - rest, this.offset);
			if (result !== 0) return result;
			const came = min(readResult(), this.capacity - rest);
			this.offset += came;
			this.there += came;
			if (came === 0) this.isEnded = 1;
		}
		return 0;
	}
}
