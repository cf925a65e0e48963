/** The ambience's wallpaper: a still gradient, and two soft waves low on the page. */
import { Ambience } from './ambience.ts';
import { SINES } from './colour-tables.ts';
import { GRADIENT_BYTES, Gradient, repeatPeriod } from './gradient.ts';
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

let scale: i32 = 1;
let tint: u32 = 0;
const gradient = changetype<Gradient>(memory.data(GRADIENT_BYTES, 8));
/** Row at which each wave begins in each column, 16 bits; for the scale that they were laid for. */
const WAVES: u32 = memory.data(2 * 2 * 780, 8) as u32;
const WAVE_BYTES: u32 = 2 * 780;
let laidFor: i32 = 0;
/** A period of the row's colours under no wave, under one, under both. */
const COLOURS: u32 = memory.data(3 * 16, 16) as u32;
/** The highest bit of each of four rows. */
const HIGH: u64 = ((<u64>0x8000_8000) << 32) | 0x8000_8000;

/** Draws it inside the surface's clip, at `pixels` to the point. */
export function drawWallpaper(surface: Surface<OwnMemory>, ambience: Ambience, pixels: i32): void {
	scale = pixels;
	tint = faded(ambience.accent, WAVE_ALPHA);
	gradient.open(0, 0, ambience.wallpaperTop, 0, surface.height, ambience.wallpaperBottom);
	layWaves();
	for (let row = surface.top; row < surface.bottom; row++) drawRow(surface, row);
}

/** Waves lie the same wherever the wallpaper is drawn. */
function layWaves(): void {
	if (laidFor === scale) return;
	laidFor = scale;
	layWave(0, scale * FIRST, scale * FIRST_REACH, 40);
	layWave(1, scale * SECOND, scale * SECOND_REACH, 190);
}

function layWave(wave: u32, middle: i32, reach: i32, phase: i32): void {
	for (let x: i32 = 0; x < 390 * scale; x++) {
		const turn = phase + (x * 300) / (390 * scale);
		store<u16>(WAVES + WAVE_BYTES * wave + 2 * x, <u16>(middle - ((reach * sine(turn)) >> 16)));
	}
}

function drawRow(surface: Surface<OwnMemory>, row: i32): void {
	const left = surface.left;
	const count: u32 = surface.right - left;
	gradient.row(0, row, 4);
	memory.copy(COLOURS, SOURCE, 16);
	if (row < scale * (FIRST - FIRST_REACH)) fillEvenly(left, count, 0);
	else {
		for (let index: u32 = 0; index < 32; index += 4) {
			store<u32>(COLOURS + 16 + index, over(tint, load<u32>(COLOURS + index)));
		}
		if (row > scale * (SECOND + SECOND_REACH)) fillEvenly(left, count, 2);
		else fillWaves(left, count, row);
	}
	surface.writeRow(SOURCE, left, row, count);
}

/** Fills SOURCE where every column lies under the same waves. */
function fillEvenly(left: i32, count: u32, waves: u32): void {
	const colours = COLOURS + 16 * waves;
	repeatPeriod(left, count, load<u32>(colours), load<u32>(colours, 4), load<u32>(colours, 8), load<u32>(colours, 12));
}

/** The same where not every column does: four columns at a time, from the first one of the row that can be divided by four. */
function fillWaves(left: i32, count: u32, row: i32): void {
	const start: u32 = left & ~3;
	const rows = HIGH | (((<u64>row) << 48) | ((<u64>row) << 32) | (((<u64>row) << 16) | <u64>row));
	for (let x = start; x < <u32>left + count; x += 4) {
		const first = (rows - load<u64>(WAVES + 2 * x)) & HIGH;
		const second = (rows - load<u64>(WAVES + WAVE_BYTES + 2 * x)) & HIGH;
		const place = SOURCE + 4 * (x - start);
		if ((first === 0 || first === HIGH) && (second === 0 || second === HIGH)) {
			const colours = COLOURS + (first === 0 ? 0 : 16) + (second === 0 ? 0 : 16);
			store<u64>(place, load<u64>(colours));
			store<u64>(place, load<u64>(colours, 8), 8);
		} else fillEdge(place, first, second);
	}
	if (<u32>left > start) memory.copy(SOURCE, SOURCE + 4 * (<u32>left - start), 4 * count);
}

/** Four columns of which some lie under a wave whose others do not: the highest bit of 16 tells for each. */
function fillEdge(place: u32, first: u64, second: u64): void {
	for (let column: u32 = 0; column < 4; column++) {
		const shift = 16 * column + 15;
		const waves = <u32>((first >> shift) & 1) + <u32>((second >> shift) & 1);
		store<u32>(place + 4 * column, load<u32>(COLOURS + 16 * waves + 4 * column));
	}
}

/** Sine of whole degrees, times 65536. */
function sine(degrees: i32): i32 {
	const turn = degrees % 360;
	const half = turn % 180;
	const value = <i32>load<u32>(SINES + 4 * (half <= 90 ? half : 180 - half));
	return turn < 180 ? value : -value;
}
