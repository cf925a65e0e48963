/** Where pixels go: a rectangle of pixels in a region or in own memory, with a clip. */

import { check } from '../assert.ts';
import { RegionMemory } from '../region/memory.ts';
import { OwnMemory } from './own.ts';
import { blendColour, blendInk, blendSource, blendSourceCovered, SOURCE, UNDER, WIDEST } from './rows.ts';

/** Bytes of static memory that a surface takes. */
export const SURFACE_BYTES: u32 = 40;

/**
 * Pixels of the memory M: `changetype<Surface<Memory1>>(memory.data(SURFACE_BYTES, 4))`, then `open`. Positions and lengths are pixels.
 * Nothing is ever drawn outside the clip, and the clip is never larger than the surface.
 */
@unmanaged
export class Surface<M extends RegionMemory> {
	/** Byte offset of the first pixel in M. */
	offset: u32 = 0;
	width: i32 = 0;
	height: i32 = 0;
	/** The clip: first column and row inside, first ones behind. */
	left: i32 = 0;
	top: i32 = 0;
	right: i32 = 0;
	bottom: i32 = 0;
	/** Column and row of the first pixel that there is; 0 unless the surface is a part. */
	private firstColumn: i32 = 0;
	private firstRow: i32 = 0;

	/** `offset` is a multiple of 4; `width` is 1 to WIDEST. The pixels take 4 * width * height bytes. The clip is all of it. */
	open(offset: u32, width: i32, height: i32): void {
		check(<u32>width <= WIDEST);
		this.openSource(offset, width, height);
	}

	/** A picture of any width, which is only made smaller (resize.ts) and never drawn into. */
	openSource(offset: u32, width: i32, height: i32): void {
		check(width > 0 && height > 0 && offset % 4 === 0);
		this.offset = offset;
		this.width = width;
		this.height = height;
		this.firstColumn = 0;
		this.firstRow = 0;
		this.unclip();
	}

	/**
	 * A part of a larger picture: the pixels at `offset` are those of the rectangle, row by row, and positions stay those of the whole picture. What draws the whole then
	 * draws the part, and nothing beside it.
	 */
	openPart(offset: u32, x: i32, y: i32, width: i32, height: i32): void {
		this.open(offset, width, height);
		// Where column 0 of row 0 would be; sums wrap around, and come out right for every pixel that there is.
		this.offset = offset - 4 * <u32>(y * width + x);
		this.firstColumn = x;
		this.firstRow = y;
		this.unclip();
	}

	/** Draws everywhere again. */
	unclip(): void {
		this.left = this.firstColumn;
		this.top = this.firstRow;
		this.right = this.firstColumn + this.width;
		this.bottom = this.firstRow + this.height;
	}

	/** Draws from now on only inside this rectangle (and never outside the surface). To restore a clip, set the new one. */
	clip(x: i32, y: i32, width: i32, height: i32): void {
		this.unclip();
		this.narrow(x, y, width, height);
	}

	/** Makes the clip smaller: what it has in common with the rectangle. */
	narrow(x: i32, y: i32, width: i32, height: i32): void {
		this.left = max(this.left, x);
		this.top = max(this.top, y);
		this.right = max(this.left, min(this.right, x + width));
		this.bottom = max(this.top, min(this.bottom, y + height));
	}

	/** Whether nothing of these rows and columns (first, first behind) can be seen. */
	hides(left: i32, top: i32, right: i32, bottom: i32): bool {
		return left >= this.right || right <= this.left || top >= this.bottom || bottom <= this.top;
	}

	/** Byte offset of a pixel in M. */
	place(x: i32, y: i32): u32 {
		return this.offset + 4 * <u32>(y * this.width + x);
	}

	/** `count` pixels from (x, y) on to `row` in own memory. The caller keeps to the clip, here and below. */
	readRow(row: u32, x: i32, y: i32, count: u32): void {
		changetype<M>(0).read(row, this.place(x, y), 4 * count);
	}

	writeRow(row: u32, x: i32, y: i32, count: u32): void {
		changetype<M>(0).write(this.place(x, y), row, 4 * count);
	}

	/** One colour over a stretch of a row. */
	paint(x: i32, y: i32, count: u32, pixel: u32): void {
		const row = this.borrow(x, y, count);
		blendColour(row, count, pixel);
		this.giveBack(row, x, y, count);
	}

	/** One colour through COVERAGE. */
	paintCovered(x: i32, y: i32, count: u32, pixel: u32): void {
		const row = this.borrow(x, y, count);
		blendInk(row, count, pixel, false);
		this.giveBack(row, x, y, count);
	}

	/** One colour through COVERAGE that is a line of text; `light` as isLight (text.ts) says. */
	paintText(x: i32, y: i32, count: u32, pixel: u32, light: bool): void {
		const row = this.borrow(x, y, count);
		blendInk(row, count, pixel, light);
		this.giveBack(row, x, y, count);
	}

	/** SOURCE over a stretch of a row; `opaque` promises that every pixel of it is. */
	paintSource(x: i32, y: i32, count: u32, opaque: bool): void {
		if (opaque) {
			this.writeRow(SOURCE, x, y, count);
			return;
		}
		const row = this.borrow(x, y, count);
		blendSource(row, count);
		this.giveBack(row, x, y, count);
	}

	/** SOURCE through COVERAGE. */
	paintSourceCovered(x: i32, y: i32, count: u32): void {
		const row = this.borrow(x, y, count);
		blendSourceCovered(row, count);
		this.giveBack(row, x, y, count);
	}

	/** Address at which a stretch of a row can be changed: where it is, if that is own memory, or a copy, for `giveBack`. */
	private borrow(x: i32, y: i32, count: u32): u32 {
		if (changetype<M>(0) instanceof OwnMemory) return this.place(x, y);
		this.readRow(UNDER, x, y, count);
		return UNDER;
	}

	private giveBack(row: u32, x: i32, y: i32, count: u32): void {
		if (!(changetype<M>(0) instanceof OwnMemory)) this.writeRow(row, x, y, count);
	}
}
