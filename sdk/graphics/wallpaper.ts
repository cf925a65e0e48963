/** The ambience's wallpaper: a still gradient, and two soft waves low on the page. */
import { Ambience } from './ambience.ts';
import { SINES } from './colour-tables.ts';
import { GRADIENT_BYTES, Gradient } from './gradient.ts';
import { OwnMemory } from './own.ts';
import { faded, over } from './pixel.ts';
import { SOURCE } from './rows.ts';
import { Surface } from './surface.ts';

/** 5 % of opacity. */
const WAVE_ALPHA: u32 = 13;
/** Points: the rows around which the waves lie, and how far they reach up and down. */
const FIRST: i32 = 560;
const SECOND: i32 = 640;
const FIRST_REACH: i32 = 26;
const SECOND_REACH: i32 = 34;
/** Along a row colours repeat after so many pixels: the period of the dither. */
const PERIOD: u32 = 4;

let scale: i32 = 1;
let tint: u32 = 0;
const gradient = changetype<Gradient>(memory.data(GRADIENT_BYTES, 8));
/** Row at which each wave begins in each column. */
const WAVES: u32 = memory.data(2 * 2 * 780, 4) as u32;
const WAVE_BYTES: u32 = 2 * 780;
/** A period of the row's colours under no wave, under one, under both. */
const COLOURS: u32 = memory.data(3 * 16, 16) as u32;

/** Draws it inside the surface's clip, at `pixels` to the point. */
export function drawWallpaper(surface: Surface<OwnMemory>, ambience: Ambience, pixels: i32): void {
	scale = pixels;
	tint = faded(ambience.accent, WAVE_ALPHA);
	gradient.open(0, 0, ambience.wallpaperTop, 0, surface.height, ambience.wallpaperBottom);
	layWave(0, surface, scale * FIRST, scale * FIRST_REACH, 40);
	layWave(1, surface, scale * SECOND, scale * SECOND_REACH, 190);
	for (let row = surface.top; row < surface.bottom; row++) drawRow(surface, row);
}

function layWave(wave: u32, surface: Surface<OwnMemory>, middle: i32, reach: i32, phase: i32): void {
	for (let x = surface.left; x < surface.right; x++) {
		const turn = phase + (x * 300) / (390 * scale);
		store<u16>(WAVES + WAVE_BYTES * wave + 2 * x, <u16>(middle - ((reach * sine(turn)) >> 16)));
	}
}

function drawRow(surface: Surface<OwnMemory>, row: i32): void {
	for (let index: u32 = 0; index < PERIOD; index++) {
		const pixel = gradient.pixel(index, row);
		store<u32>(COLOURS + 4 * index, pixel);
		store<u32>(COLOURS + 16 + 4 * index, over(tint, pixel));
		store<u32>(COLOURS + 32 + 4 * index, over(tint, over(tint, pixel)));
	}
	const count: u32 = surface.right - surface.left;
	if (row < scale * (FIRST - FIRST_REACH)) fillEvenly(surface.left, count, 0);
	else if (row > scale * (SECOND + SECOND_REACH)) fillEvenly(surface.left, count, 2);
	else fillWaves(surface.left, count, row);
	surface.writeRow(SOURCE, surface.left, row, count);
}

/** Fills SOURCE where every column lies under the same waves, doubling what is there. */
function fillEvenly(left: i32, count: u32, waves: u32): void {
	for (let index: u32 = 0; index < PERIOD; index++) {
		store<u32>(SOURCE + 4 * index, load<u32>(COLOURS + 16 * waves + 4 * ((left + index) % PERIOD)));
	}
	for (let done = PERIOD; done < count; done *= 2) {
		memory.copy(SOURCE + 4 * done, SOURCE, 4 * min(done, count - done));
	}
}

function fillWaves(left: i32, count: u32, row: i32): void {
	for (let index: u32 = 0; index < count; index++) {
		const column = WAVES + 2 * (left + index);
		const first = <i32>load<u16>(column) <= row ? 1 : 0;
		const waves: u32 = first + (<i32>load<u16>(column + WAVE_BYTES) <= row ? 1 : 0);
		store<u32>(SOURCE + 4 * index, load<u32>(COLOURS + 16 * waves + 4 * ((left + index) % PERIOD)));
	}
}

/** Sine of whole degrees, times 65536. */
function sine(degrees: i32): i32 {
	const turn = degrees % 360;
	const half = turn % 180;
	const value = <i32>load<u32>(SINES + 4 * (half <= 90 ? half : 180 - half));
	return turn < 180 ? value : -value;
}
