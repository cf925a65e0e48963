/**
 * Pictures as files: QOI ("Quite OK Image", specification 1.0 of 2022, qoiformat.org), lossless and simple enough to be read as a whole. A picture is written and read row by
 * row, so that neither its file nor the picture must lie in memory. Pixels are those of pixel.ts; alpha is written as 255 and read as it stands there.
 */

/** Bytes before the first pixel. */
export const QOI_HEADER_BYTES: u32 = 14;
/** Bytes that a pixel takes at most, and a run that waits. */
const PIXEL_BYTES_MOST: u32 = 4;
/** Bytes behind the last pixel: seven zeros and a one. */
const QOI_TAIL_BYTES: u32 = 8;
/** "qoif", as a little-endian word. */
const MAGIC: u32 = 0x66_69_6f_71;
const CHANNELS_OPAQUE: u32 = 3;
const CHANNELS_ALPHA: u32 = 4;
const OPAQUE_BLACK: u32 = 0xff00_0000;
/** Pixels that are remembered by their hash. */
const SEEN: u32 = 64;
const RUN_MOST: u32 = 62;

// Chunks: two bits of kind, or a whole byte.
const CHUNK_INDEX: u32 = 0x00;
const CHUNK_DIFFERENCE: u32 = 0x40;
const CHUNK_LUMA: u32 = 0x80;
const CHUNK_RUN: u32 = 0xc0;
const CHUNK_RGB: u32 = 0xfe;
const CHUNK_RGBA: u32 = 0xff;
const KIND: u32 = 0xc0;

/** What `Qoi.read` says when the file is not one of this form. */
export const QOI_BROKEN: u32 = 0xffff_ffff;
/** Bytes of static memory for a Qoi: `changetype<Qoi>(memory.data(QOI_BYTES, 8))`. */
export const QOI_BYTES: u32 = 280;
/** Where in it the pixels that are remembered lie. */
const TABLE: usize = 24;

/** Bytes that a row of `width` pixels takes at most. */
export function qoiRowBytes(width: u32): u32 {
	return PIXEL_BYTES_MOST * width + 1;
}

/** A picture that is being written or read. */
@unmanaged
export class Qoi {
	width: u32 = 0;
	height: u32 = 0;
	private previous: u32 = 0;
	/** Pixels that are equal to the previous one: written so far without a chunk, or still to come. */
	private run: u32 = 0;
	/** Where the next byte goes or comes from. */
	private place: u32 = 0;

	private begin(width: u32, height: u32): void {
		this.width = width;
		this.height = height;
		this.previous = OPAQUE_BLACK;
		this.run = 0;
		memory.fill(this.table, 0, 4 * SEEN);
	}

	private get table(): usize {
		return changetype<usize>(this) + TABLE;
	}

	/** Begins a picture: QOI_HEADER_BYTES at `to`. */
	beginWriting(to: u32, width: u32, height: u32): void {
		this.begin(width, height);
		store<u32>(to, MAGIC);
		store<u32>(to, bswap(width), 4);
		store<u32>(to, bswap(height), 8);
		store<u8>(to, <u8>CHANNELS_OPAQUE, 12);
		store<u8>(to, 0, 13);
	}

	/** Writes the next row, `width` pixels at `row`; how many bytes that took at `to`: at most `qoiRowBytes`. */
	writeRow(row: u32, to: u32): u32 {
		this.place = to;
		const end = row + 4 * this.width;
		for (let from = row; from < end; from += 4) this.writePixel(load<u32>(from) | OPAQUE_BLACK);
		return this.place - to;
	}

	/** Ends the picture; how many bytes that took, at most 9. */
	finish(to: u32): u32 {
		this.place = to;
		this.writeRun();
		store<u64>(this.place, (<u64>1) << 56);
		return this.place + QOI_TAIL_BYTES - to;
	}

	private put(byte: u32): void {
		store<u8>(this.place++, <u8>byte);
	}

	private writeRun(): void {
		if (this.run > 0) this.put(CHUNK_RUN | (this.run - 1));
		this.run = 0;
	}

	private writePixel(pixel: u32): void {
		if (pixel === this.previous) {
			if (++this.run === RUN_MOST) this.writeRun();
			return;
		}
		this.writeRun();
		const index = hashOf(pixel);
		const entry = this.table + 4 * index;
		if (load<u32>(entry) === pixel) this.put(CHUNK_INDEX | index);
		else {
			store<u32>(entry, pixel);
			this.writeChange(pixel);
		}
		this.previous = pixel;
	}

	/** By how much it differs from the previous pixel, in the shortest way. */
	private writeChange(pixel: u32): void {
		const red = change(this.previous, pixel, 0);
		const green = change(this.previous, pixel, 8);
		const blue = change(this.previous, pixel, 16);
		const redMore = red - green;
		const blueMore = blue - green;
		if (fits(red, 2) && fits(green, 2) && fits(blue, 2)) {
			this.put(CHUNK_DIFFERENCE | ((red + 2) << 4) | ((green + 2) << 2) | (blue + 2));
		} else if (fits(green, 32) && fits(redMore, 8) && fits(blueMore, 8)) {
			this.put(CHUNK_LUMA | (green + 32));
			this.put(((redMore + 8) << 4) | (blueMore + 8));
		} else {
			this.put(CHUNK_RGB);
			this.put(pixel);
			this.put(pixel >> 8);
			this.put(pixel >> 16);
		}
	}

	/** Begins to read a picture whose first QOI_HEADER_BYTES are at `from`; false when it is none, or has no pixels. */
	beginReading(from: u32): bool {
		const channels: u32 = load<u8>(from, 12);
		this.begin(bswap(load<u32>(from, 4)), bswap(load<u32>(from, 8)));
		const known = channels === CHANNELS_OPAQUE || channels === CHANNELS_ALPHA;
		return load<u32>(from) === MAGIC && known && this.width > 0 && this.height > 0;
	}

	/** Reads the next row to `row` from `length` bytes at `from`, at least `qoiRowBytes` unless the file ends there; how many bytes it took, or QOI_BROKEN. */
	readRow(row: u32, from: u32, length: u32): u32 {
		this.place = from;
		const end = from + length;
		for (let to = row; to < row + 4 * this.width; to += 4) {
			if (this.run > 0) this.run--;
			else if (!this.readPixel(end)) return QOI_BROKEN;
			store<u32>(to, this.previous);
		}
		return this.place - from;
	}

	/** Reads a chunk; false when the file ends within it. */
	private readPixel(end: u32): bool {
		if (this.place === end) return false;
		const byte: u32 = load<u8>(this.place);
		const size = chunkBytes(byte);
		if (end - this.place < size) return false;
		const pixel = this.decode(byte);
		this.place += size;
		this.previous = pixel;
		store<u32>(this.table + 4 * hashOf(pixel), pixel);
		return true;
	}

	private decode(byte: u32): u32 {
		const before = this.previous;
		const at = this.place;
		if (byte === CHUNK_RGB) return colour(load<u8>(at, 1), load<u8>(at, 2), load<u8>(at, 3), before >> 24);
		if (byte === CHUNK_RGBA) return colour(load<u8>(at, 1), load<u8>(at, 2), load<u8>(at, 3), load<u8>(at, 4));
		const rest = byte & ~KIND;
		switch (byte & KIND) {
			case CHUNK_INDEX:
				return load<u32>(this.table + 4 * rest);
			case CHUNK_DIFFERENCE:
				return changed(before, (rest >> 4) - 2, ((rest >> 2) & 3) - 2, (rest & 3) - 2);
			case CHUNK_LUMA: {
				const second: u32 = load<u8>(at, 1);
				const green = rest - 32;
				return changed(before, green + (second >> 4) - 8, green, green + (second & 15) - 8);
			}
			default:
				this.run = rest;
				return before;
		}
	}
}

/** Bytes of the chunk that begins with this one. */
function chunkBytes(byte: u32): u32 {
	if (byte === CHUNK_RGB) return 4;
	if (byte === CHUNK_RGBA) return 5;
	return (byte & KIND) === CHUNK_LUMA ? 2 : 1;
}

function colour(red: u32, green: u32, blue: u32, alpha: u32): u32 {
	return (red & 0xff) | ((green & 0xff) << 8) | ((blue & 0xff) << 16) | (alpha << 24);
}

/** The pixel with each channel changed, around the end of a byte. */
function changed(pixel: u32, red: u32, green: u32, blue: u32): u32 {
	return colour(pixel + red, (pixel >> 8) + green, (pixel >> 16) + blue, pixel >> 24);
}

/** From `before` to `pixel` in the channel at `shift`, -128 to 127, around the end of a byte. */
function change(before: u32, pixel: u32, shift: u32): i32 {
	return <i32>(<i8>((pixel >> shift) - (before >> shift)));
}

/** Whether -half <= value < half. */
function fits(value: i32, half: i32): bool {
	return value >= -half && value < half;
}

function hashOf(pixel: u32): u32 {
	const sum = 3 * (pixel & 0xff) + 5 * ((pixel >> 8) & 0xff) + 7 * ((pixel >> 16) & 0xff) + 11 * (pixel >> 24);
	return sum % SEEN;
}
