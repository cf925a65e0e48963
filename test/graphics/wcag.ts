/** Contrast as the norm computes it, for tests. Pixels are 0xBBGGRR. */

/** WCAG 2.2 relative luminance, computed as the norm says, in floating point. */
function luminance(pixel: number): number {
	const [red = 0, green = 0, blue = 0] = [pixel, pixel >> 8, pixel >> 16].map((channel) => {
		const value = (channel & 255) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two pixels, 1 to 21. */
export function contrast(first: number, second: number): number {
	const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}
