/** QOI as its specification (qoiformat.org, 1.0) has it, a second time, so that the library is not judged by itself. Pixels are red, green, blue, alpha. */

const HEADER_BYTES = 14;
const TAIL = [0, 0, 0, 0, 0, 0, 0, 1];

export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

export function decode(file: Uint8Array): Picture {
	const view = new DataView(file.buffer, file.byteOffset, file.length);
	const [width, height] = [view.getUint32(4), view.getUint32(8)];
	const pixels = new Uint8Array(4 * width * height);
	const seen = new Uint8Array(4 * 64);
	let pixel = [0, 0, 0, 255];
	let place = HEADER_BYTES;
	const next = () => file[place++] ?? 0;
	for (let to = 0; to < pixels.length; ) {
		const byte = next();
		const [red = 0, green = 0, blue = 0, alpha = 0] = pixel;
		let run = 1;
		if (byte === 254) pixel = [next(), next(), next(), alpha];
		else if (byte === 255) pixel = [next(), next(), next(), next()];
		else if (byte >> 6 === 0) pixel = [...seen.subarray(4 * byte, 4 * byte + 4)];
		else if (byte >> 6 === 1) {
			const change = (shift: number) => ((byte >> shift) & 3) - 2;
			pixel = [red + change(4), green + change(2), blue + change(0), alpha];
		} else if (byte >> 6 === 2) {
			const second = next();
			const middle = (byte & 63) - 32;
			pixel = [red + middle + (second >> 4) - 8, green + middle, blue + middle + (second & 15) - 8, alpha];
		} else run = (byte & 63) + 1;
		pixel = pixel.map((channel) => channel & 255);
		const [r = 0, g = 0, b = 0, a = 0] = pixel;
		seen.set(pixel, 4 * ((3 * r + 5 * g + 7 * b + 11 * a) % 64));
		for (; run > 0; run--, to += 4) pixels.set(pixel, to);
	}
	return { width, height, pixels };
}

/** A file that says every pixel in full: legal, if long. */
export function encodePlainly({ width, height, pixels }: Picture): Uint8Array {
	const header = new DataView(new ArrayBuffer(HEADER_BYTES));
	header.setUint32(0, 0x716f6966);
	header.setUint32(4, width);
	header.setUint32(8, height);
	header.setUint8(12, 4);
	const chunks = Array.from({ length: width * height }, (_, index) => [
		255,
		...pixels.subarray(4 * index, 4 * index + 4),
	]);
	return Uint8Array.from([...new Uint8Array(header.buffer), ...chunks.flat(), ...TAIL]);
}
