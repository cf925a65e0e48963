/** Opaque pixels in half the memory, 16 bits each: five of red, six of green, five of blue. For many small pictures, of which nobody sees the last bits. */

import { RegionMemory } from '../region/memory.ts';
import { SURFACE_BYTES, Surface } from './surface.ts';

export const COMPACT_PIXEL_BYTES: u32 = 2;

/**
 * Own memory with such pixels, seen as the pixels of pixel.ts: the type parameter of surfaces that lie there. An offset is twice the address, because four bytes of a pixel
 * stand for two; open such a surface with `openCompact`.
 */
@unmanaged
export class CompactMemory extends RegionMemory {
	read(pointer: u32, offset: u32, length: u32): void {
		let from = offset / 2;
		for (let to = pointer; to < pointer + length; to += 4) {
			store<u32>(to, expand(load<u16>(from)));
			from += COMPACT_PIXEL_BYTES;
		}
	}

	write(offset: u32, pointer: u32, length: u32): void {
		let to = offset / 2;
		for (let from = pointer; from < pointer + length; from += 4) {
			store<u16>(to, <u16>compress(load<u32>(from)));
			to += COMPACT_PIXEL_BYTES;
		}
	}
}

/** Bytes of static memory for such a surface, and how to open one whose pixels lie at `address`. */
export const COMPACT_SURFACE_BYTES: u32 = SURFACE_BYTES;

export function openCompact(surface: Surface<CompactMemory>, address: u32, width: i32, height: i32): void {
	surface.open(2 * address, width, height);
}

function compress(pixel: u32): u32 {
	return ((pixel & 0xf8) << 8) | ((pixel & 0xfc00) >> 5) | ((pixel >> 19) & 0x1f);
}

/** The high bits of a channel fill up its low ones, so that white stays white. */
function expand(compact: u32): u32 {
	const red = compact >> 11;
	const green = (compact >> 5) & 0x3f;
	const blue = compact & 0x1f;
	const low = ((red >> 2) & 7) | ((green >> 4) << 8) | ((blue >> 2) << 16);
	return 0xff00_0000 | (red << 3) | (green << 10) | (blue << 19) | low;
}
