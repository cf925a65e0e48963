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
		if (this.deltaX !== 0) {
			for (let index: u32 = 0; index < count; index++) store<u32>(SOURCE + 4 * index, this.pixel(x + index, y));
			return;
		}
		this.weigh(x, y);
		repeatPeriod(x, count, this.dithered(0, y), this.dithered(1, y), this.dithered(2, y), this.dithered(3, y));
	}

	/** The pixel at (x, y). */
	pixel(x: i32, y: i32): u32 {
		this.weigh(x, y);
		return this.dithered(x, y);
	}

	/** Finds the colour at (x, y), with 16 bits below the point, before it is dithered. */
	private weigh(x: i32, y: i32): void {
		const along = <i64>(x - this.x) * this.deltaX + <i64>(y - this.y) * this.deltaY;
		const weight = <u64>max<i64>(0, min<i64>(0x1_0000, (along << 16) / this.length));
		const rest: u64 = 0x1_0000 - weight;
		redGreen = pairOf(this.first) * rest + pairOf(this.second) * weight;
		blueAlpha = pairOf(this.first >> 16) * rest + pairOf(this.second >> 16) * weight;
	}

	/** That colour as the pixel in column x (of which four are different) and row y. */
	private dithered(x: i32, y: i32): u32 {
		const bias: u64 = 4096 * <u64>load<u8>(DITHER + 4 * (y & 3) + (x & 3)) + 2048;
		const both = (bias << 32) | bias;
		return joined(redGreen + both) | (joined(blueAlpha + both) << 16);
	}
}

/** Channels of the colour that was weighed, two in each, 32 bits a channel. */
let redGreen: u64 = 0;
let blueAlpha: u64 = 0;

/** The lowest two bytes of a pixel, 32 bits each. */
function pairOf(pixel: u32): u64 {
	return (pixel & 0xff) | (((<u64>pixel >> 8) & 0xff) << 32);
}

/** The whole parts of two channels, side by side in the lowest two bytes. */
function joined(channels: u64): u32 {
	return <u32>((channels >> 16) & 0xff) | (<u32>(channels >> 40) & 0xff00);
}

/** Writes `count` pixels into SOURCE, from column x on, of a row whose colours repeat every four columns. */
export function repeatPeriod(x: i32, count: u32, first: u32, second: u32, third: u32, fourth: u32): void {
	store<u32>(SOURCE + 4 * (-x & 3), first);
	store<u32>(SOURCE + 4 * ((1 - x) & 3), second);
	store<u32>(SOURCE + 4 * ((2 - x) & 3), third);
	store<u32>(SOURCE + 4 * ((3 - x) & 3), fourth);
	for (let done: u32 = 4; done < count; done *= 2) memory.copy(SOURCE + 4 * done, SOURCE, 4 * min(done, count - done));
}
