/**
 * Ambience: all colours of the user's space computed from one hue and one chroma, for a dark and a light scheme. Text colours reach a contrast of
 * 4.5:1 on every surface, whatever the hue. The system's own colours, which no ambience may use, are in system-colours.ts.
 */

import { contrast, oklch } from './colour.ts';
import { rgb } from './pixel.ts';

/** Bytes of static memory that an ambience takes. */
export const AMBIENCE_BYTES: u32 = 64;
/** Chroma of the default ambience, and the largest, thousandths. */
export const DEFAULT_CHROMA: i32 = 97;
export const LARGEST_CHROMA: i32 = 120;
/** Hue of the default ambience, degrees. */
export const DEFAULT_HUE: i32 = 245;
/** Hues between these look like the system's gold band; the nearer end takes their place. */
const BAND_FROM: i32 = 75;
const BAND_TO: i32 = 100;
const BLACK: u32 = 0x000000;
const WHITE: u32 = 0xffffff;
/** WCAG 2.2, 1.4.3 and 1.4.11, hundredths. */
const TEXT_CONTRAST: u32 = 450;
const CONTROL_CONTRAST: u32 = 300;

let hue: i32 = 0;
let chroma: i32 = 0;

/** A colour whose chroma is a part (in hundredths) of the ambience's. */
function tone(lightness: i32, part: i32): u32 {
	return oklch(lightness, (chroma * part) / 100, hue);
}

/** Such a colour, made lighter or darker in steps until it stands out from `ground`. */
function readable(lightness: i32, part: i32, step: i32, ground: u32, least: u32): u32 {
	let pixel = tone(lightness, part);
	for (let at = lightness + step; at > 0 && at < 1000 && contrast(pixel, ground) < least; at += step) {
		pixel = tone(at, part);
	}
	return pixel;
}

/** The pixels of an ambience: `changetype<Ambience>(memory.data(AMBIENCE_BYTES, 4))`, then `compute`. */
@unmanaged
export class Ambience {
	/** Ends of the wallpaper's vertical gradient. */
	wallpaperTop: u32 = 0;
	wallpaperBottom: u32 = 0;
	/** Surfaces, from the ground up. */
	surface1: u32 = 0;
	surface2: u32 = 0;
	surface3: u32 = 0;
	/** Text: strong, quieter, quietest. */
	text: u32 = 0;
	text2: u32 = 0;
	text3: u32 = 0;
	/** Edges of controls, and edges that are only decoration. */
	outline: u32 = 0;
	decoration: u32 = 0;
	/** What can be acted on, and text on a ground of that colour. */
	accent: u32 = 0;
	accentInk: u32 = 0;

	/** Hue in degrees, chroma in thousandths up to LARGEST_CHROMA. */
	compute(ofHue: i32, ofChroma: i32, dark: bool): void {
		hue = ofHue;
		if (hue > BAND_FROM && hue < BAND_TO) hue = 2 * hue < BAND_FROM + BAND_TO ? BAND_FROM : BAND_TO;
		chroma = max(0, min(LARGEST_CHROMA, ofChroma));
		if (dark) this.computeDark();
		else this.computeLight();
	}

	/** The strongest contrast, after `compute`: an even ground, and text and edges as far from it as they can be. */
	strengthen(dark: bool): void {
		this.wallpaperTop = rgb(dark ? BLACK : WHITE);
		this.wallpaperBottom = this.wallpaperTop;
		this.text = rgb(dark ? WHITE : BLACK);
		this.text2 = this.text;
		this.text3 = this.text;
		this.outline = this.text;
	}

	private computeDark(): void {
		this.wallpaperTop = tone(256, 46);
		this.wallpaperBottom = tone(145, 26);
		this.surface1 = tone(237, 29);
		this.surface2 = tone(285, 31);
		this.surface3 = tone(336, 32);
		this.text = readable(965, 6, 5, this.surface3, TEXT_CONTRAST);
		this.text2 = readable(800, 19, 5, this.surface3, TEXT_CONTRAST);
		this.text3 = readable(745, 21, 5, this.surface3, TEXT_CONTRAST);
		this.outline = readable(588, 30, 5, this.surface2, CONTROL_CONTRAST);
		this.decoration = tone(420, 31);
		this.accent = readable(820, 100, 5, this.surface3, TEXT_CONTRAST);
		this.accentInk = readable(202, 41, -5, this.accent, TEXT_CONTRAST);
	}

	private computeLight(): void {
		this.wallpaperTop = tone(955, 12);
		// Of all grounds the darkest: what stands out from it stands out from every other.
		this.wallpaperBottom = tone(915, 25);
		this.surface1 = tone(985, 5);
		this.surface2 = tone(955, 12);
		this.surface3 = tone(925, 17);
		this.text = readable(220, 32, -5, this.wallpaperBottom, TEXT_CONTRAST);
		this.text2 = readable(420, 31, -5, this.wallpaperBottom, TEXT_CONTRAST);
		this.text3 = readable(520, 30, -5, this.wallpaperBottom, TEXT_CONTRAST);
		this.outline = readable(588, 30, -5, this.surface2, CONTROL_CONTRAST);
		this.decoration = tone(840, 25);
		this.accent = readable(469, 120, -5, this.wallpaperBottom, TEXT_CONTRAST);
		this.accentInk = readable(985, 5, 5, this.accent, TEXT_CONTRAST);
	}
}
