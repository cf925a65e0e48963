/** The ambience's wallpaper: a still gradient, and two soft waves low on the page. */

import { SINES } from '../../sdk/graphics/colour-tables.ts';
import { fillGradient } from '../../sdk/graphics/fill.ts';
import { GRADIENT_BYTES, Gradient } from '../../sdk/graphics/gradient.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { faded } from '../../sdk/graphics/pixel.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { px, scale } from './geometry.ts';
import { ambience } from './look.ts';

/** 5 % of opacity. */
const WAVE_ALPHA: u32 = 13;
const gradient = changetype<Gradient>(memory.data(GRADIENT_BYTES, 8));
/** Where a wave begins in each column, pixels from the top. */
const WAVE: u32 = memory.data(2 * 780, 4) as u32;

/** Draws it inside the surface's clip. */
export function drawWallpaper(surface: Surface<OwnMemory>): void {
	gradient.open(0, 0, ambience.wallpaperTop, 0, surface.height, ambience.wallpaperBottom);
	fillGradient(surface, 0, 0, surface.width, surface.height, gradient);
	const pixel = faded(ambience.accent, WAVE_ALPHA);
	drawWave(surface, px(560), px(26), 40, pixel);
	drawWave(surface, px(640), px(34), 190, pixel);
}

/** A wave around row `middle`, `height` pixels up and down, beginning at `phase` degrees; all below it is tinted. */
function drawWave(surface: Surface<OwnMemory>, middle: i32, height: i32, phase: i32, pixel: u32): void {
	for (let x = surface.left; x < surface.right; x++) {
		const turn = phase + (x * 300) / (390 * scale);
		store<u16>(WAVE + 2 * x, <u16>(middle - ((height * sine(turn)) >> 16)));
	}
	for (let row = max(surface.top, middle - height); row < surface.bottom; row++) drawWaveRow(surface, row, pixel);
}

/** Paints the stretches of a row that lie below the wave. */
function drawWaveRow(surface: Surface<OwnMemory>, row: i32, pixel: u32): void {
	let x = surface.left;
	while (x < surface.right) {
		while (x < surface.right && <i32>load<u16>(WAVE + 2 * x) > row) x++;
		const from = x;
		while (x < surface.right && <i32>load<u16>(WAVE + 2 * x) <= row) x++;
		if (x > from) surface.paint(from, row, x - from, pixel);
	}
}

/** Sine of whole degrees, times 65536. */
function sine(degrees: i32): i32 {
	const turn = degrees % 360;
	const half = turn % 180;
	const value = <i32>load<u32>(SINES + 4 * (half <= 90 ? half : 180 - half));
	return turn < 180 ? value : -value;
}
