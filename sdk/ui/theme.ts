/** The colours of apps, computed from the ambience. The system's black and gold are not among them. */

import { AMBIENCE_BYTES, Ambience } from '../graphics/ambience.ts';
import { contrast, oklch } from '../graphics/colour.ts';
import { mix } from '../graphics/pixel.ts';
import * as look from './look.ts';

/** WCAG 2.2, 1.4.3, hundredths, and what whole numbers lose. */
const TEXT_CONTRAST: u32 = 455;
/** Red, far from the hue of the gold band. */
const DANGER_HUE: i32 = 22;
const DANGER_CHROMA: i32 = 150;

/** The tokens as the ambience has them. */
export const ambience = changetype<Ambience>(memory.data(AMBIENCE_BYTES, 4));
/** What pages lie on. */
export let ground: u32 = 0;
/** Cards, sheets and bars; what lies on them (buttons, fields); what is pressed. */
export let surfaceLow: u32 = 0;
export let surfaceHigh: u32 = 0;
export let surfacePressed: u32 = 0;
export let text: u32 = 0;
export let text2: u32 = 0;
export let text3: u32 = 0;
export let outline: u32 = 0;
export let divider: u32 = 0;
export let accent: u32 = 0;
export let accentInk: u32 = 0;
/** What destroys, as text on any surface; and ink on a ground of that colour. */
export let danger: u32 = 0;
export let dangerInk: u32 = 0;
/** The strongest contrast is wanted: surfaces have edges. */
export let strongest: bool = false;

/** Computes all colours from the word of `look()`. */
export function computeTheme(word: u32): void {
	const dark = (word & look.LOOK_DARK) !== 0;
	const hue = <i32>(word & look.LOOK_HUE_MASK);
	const chroma = <i32>((word >> look.LOOK_CHROMA_SHIFT) & look.LOOK_CHROMA_MASK);
	ambience.compute(hue, chroma, dark);
	ground = dark ? mix(ambience.wallpaperTop, ambience.wallpaperBottom, 150) : ambience.surface2;
	surfaceLow = ambience.surface1;
	surfaceHigh = dark ? ambience.surface2 : ambience.surface3;
	surfacePressed = dark ? ambience.surface3 : ambience.wallpaperBottom;
	text = ambience.text;
	text2 = ambience.text2;
	text3 = ambience.text3;
	outline = ambience.outline;
	divider = ambience.decoration;
	accent = ambience.accent;
	accentInk = ambience.accentInk;
	strongest = (word & look.LOOK_CONTRAST) !== 0;
	if (strongest) strengthen(dark);
	danger = dangerColour(dark);
	dangerInk = dark ? oklch(180, 40, DANGER_HUE) : oklch(985, 5, DANGER_HUE);
}

/** The strongest contrast: one ground, text and edges at its other end. */
function strengthen(dark: bool): void {
	ground = dark ? oklch(130, 5, 245) : oklch(1000, 0, 245);
	surfaceLow = ground;
	text = dark ? oklch(1000, 0, 245) : oklch(60, 5, 245);
	text2 = text;
	text3 = text;
	outline = text;
	divider = text;
}

/** Light or dark enough to be read on every surface. */
function dangerColour(dark: bool): u32 {
	const step = dark ? 5 : -5;
	let lightness: i32 = dark ? 700 : 520;
	let pixel = oklch(lightness, DANGER_CHROMA, DANGER_HUE);
	while (contrast(pixel, surfacePressed) < TEXT_CONTRAST && lightness > 0 && lightness < 1000) {
		lightness += step;
		pixel = oklch(lightness, DANGER_CHROMA, DANGER_HUE);
	}
	return pixel;
}
