/**
 * Pixels: 32 bits, bytes red, green, blue, alpha in memory (what a canvas takes, and VIRTIO_GPU_FORMAT_R8G8B8A8), colours multiplied by alpha.
 *
 * Colours are blended as they are encoded (sRGB, not linear light), as phones' toolkits do: fast, exact in integers, and what
 * the eye expects of translucent layers. What text loses by that is given back in coverage.ts. All arithmetic is on integers, every product
 * divided by 255 with exact rounding, so every machine gives the same pixels.
 */

/** Every second byte of a word, as lanes of 16 bits. */
const LANES: u64 = ((<u64>0x00ff_00ff) << 32) | 0x00ff_00ff;
const HALVES: u64 = ((<u64>0x0080_0080) << 32) | 0x0080_0080;

/** An opaque pixel from 0xRRGGBB. */
export function rgb(colour: u32): u32 {
	return 0xff00_0000 | ((colour & 0xff) << 16) | (colour & 0xff00) | ((colour >> 16) & 0xff);
}

/** The same pixel at `alpha` / 255 of its opacity. */
export function faded(pixel: u32, alpha: u32): u32 {
	return gather(scale(spread(pixel), alpha));
}

/** 0 to 255: how opaque a pixel is. */
export function alphaOf(pixel: u32): u32 {
	return pixel >> 24;
}

/** Between two pixels: `second` at weight / 256, 0 to 256. */
export function mix(first: u32, second: u32, weight: u32): u32 {
	const sum = spread(first) * (256 - weight) + spread(second) * weight + HALVES;
	return gather((sum >> 8) & LANES);
}

/** The four channels as lanes, in the order red, blue, green, alpha. */
export function spread(pixel: u32): u64 {
	return (<u64>pixel & 0x00ff_00ff) | ((<u64>pixel & 0xff00_ff00) << 24);
}

/** A pixel from lanes; what overflows a channel is lost and touches no other. */
export function gather(lanes: u64): u32 {
	return <u32>(lanes & 0x00ff_00ff) | (<u32>(lanes >> 24) & 0xff00_ff00);
}

/** Lanes times alpha / 255, rounded to the nearest. */
export function scale(lanes: u64, alpha: u32): u64 {
	const product = lanes * alpha + HALVES;
	return ((product + ((product >> 8) & LANES)) >> 8) & LANES;
}

/** `source` over `destination`. */
export function over(source: u32, destination: u32): u32 {
	return gather(spread(source) + scale(spread(destination), 255 - (source >> 24)));
}
