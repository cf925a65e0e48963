/** Linear gradients between two opaque colours. */

import { SOURCE } from './rows.ts';

/** Bytes of static memory that a gradient takes. */
export const GRADIENT_BYTES: u32 = 32;

/** Thresholds of a 4 by 4 ordered dither (Bayer), in sixteenths: fine steps that the eye does not see as bands. */
const DITHER: u32 = memory.data<u8>([0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]) as u32;

/** `changetype<Gradient>(memory.data(GRADIENT_BYTES, 8))`, then `open`. */
@unmanaged
export class Gradient {
	private x: i32 = 0;
	private y: i32 = 0;
	private deltaX: i32 = 0;
	private deltaY: i32 = 0;
	private length: i64 = 0;
	private first: u32 = 0;
	private second: u32 = 0;

	/** From `first` at (x0, y0) to `second` at (x1, y1), another point; beyond them the colours stay. At most 8192 pixels apart. */
	open(x0: i32, y0: i32, first: u32, x1: i32, y1: i32, second: u32): void {
		this.x = x0;
		this.y = y0;
		this.deltaX = x1 - x0;
		this.deltaY = y1 - y0;
		this.length = <i64>(this.deltaX * this.deltaX) + this.deltaY * this.deltaY;
		this.first = first;
		this.second = second;
	}

	/** Writes `count` pixels from (x, y) on into SOURCE. */
	row(x: i32, y: i32, count: u32): void {
		// Without a change along the row the dither repeats every four pixels.
		const distinct: u32 = this.deltaX === 0 ? min(count, 4) : count;
		for (let index: u32 = 0; index < distinct; index++) {
			store<u32>(SOURCE + 4 * index, this.pixel(x + index, y));
		}
		for (let done = distinct; done < count; done *= 2) {
			memory.copy(SOURCE + 4 * done, SOURCE, 4 * min(done, count - done));
		}
	}

	/** The pixel at (x, y). */
	pixel(x: i32, y: i32): u32 {
		const along = <i64>(x - this.x) * this.deltaX + <i64>(y - this.y) * this.deltaY;
		const weight = <u32>max<i64>(0, min<i64>(0x1_0000, (along << 16) / this.length));
		const bias = 4096 * <u32>load<u8>(DITHER + 4 * (y & 3) + (x & 3)) + 2048;
		let pixel: u32 = 0;
		for (let shift: u32 = 0; shift < 32; shift += 8) {
			const from = (this.first >> shift) & 0xff;
			const to = (this.second >> shift) & 0xff;
			pixel |= ((from * (0x1_0000 - weight) + to * weight + bias) >> 16) << shift;
		}
		return pixel;
	}
}
