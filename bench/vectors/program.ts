/** One of the two programs of the bench: rows with contents, and kernels that work on them, plain ones or those with vectors. */

import { darken, LIGHTS } from '../../sdk/graphics/blit.ts';
import { repeatPeriod } from '../../sdk/graphics/gradient.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { sumOf } from '../../sdk/graphics/resize.ts';
import * as rows from '../../sdk/graphics/rows.ts';
import { VECTORS } from './choice.ts';
import * as vectors from './kernels.ts';
import * as kinds from './kinds.ts';

/** Rows as `prepare` made them. */
const KEPT_UNDER: u32 = memory.data(4 * 1024, 16) as u32;
const KEPT_SOURCE: u32 = memory.data(4 * 1024, 16) as u32;
const RESULT: u32 = memory.data(16, 16) as u32;
/** Columns of which text covers some, and of them those that it covers in part. */
const LETTER: u32 = 9;
const INK: u32 = 3;
let seed: u32 = 1;

/** Address of a row. */
export function where(row: i32): u32 {
	if (row === kinds.ROW_UNDER) return rows.UNDER;
	if (row === kinds.ROW_SOURCE) return rows.SOURCE;
	if (row === kinds.ROW_LIGHTS) return LIGHTS;
	return row === kinds.ROW_COVERAGE ? rows.COVERAGE : RESULT;
}

/** Fills all rows. */
export function prepare(content: i32): void {
	seed = 1;
	for (let column: u32 = 0; column < rows.WIDEST; column++) {
		const varied = content === kinds.CONTENT_VARIED;
		store<u32>(KEPT_UNDER + 4 * column, varied ? rgb(next()) : rgb(0x0e2537));
		store<u32>(KEPT_SOURCE + 4 * column, varied ? faded(rgb(next()), next()) : faded(rgb(0xf0f4f7), 200));
		if (column < <u32>kinds.SHADOW_MOST) store<u32>(LIGHTS + 4 * column, 256 - column);
		store<u8>(rows.COVERAGE + column, <u8>(varied ? next() : letterAt(column)));
	}
}

/** What text covers of a column: nothing, an edge, a stroke, an edge. */
function letterAt(column: u32): u32 {
	const part = column % LETTER;
	if (part >= INK) return 0;
	return part === 1 ? 255 : 40 * ((column / LETTER) % 6);
}

/** 0 to 255. */
function next(): u32 {
	seed = seed * 1664525 + 1013904223;
	return seed >> 24;
}

/** Puts the rows back and lets a kernel work on the first `count` pixels, `rounds` times. */
export function repeat(kernel: i32, count: u32, pixel: u32, rounds: i32): void {
	for (let round: i32 = 0; round < rounds; round++) {
		memory.copy(rows.UNDER, KEPT_UNDER, 4 * count);
		memory.copy(rows.SOURCE, KEPT_SOURCE, 4 * count);
		work(kernel, count, pixel);
	}
}

/** Once, on rows as they are. */
export function work(kernel: i32, count: u32, pixel: u32): void {
	if (kernel === kinds.KERNEL_FILL) fill(count, pixel);
	else if (kernel === kinds.KERNEL_COLOUR) colour(count, pixel);
	else if (kernel === kinds.KERNEL_INK) ink(count, pixel, false);
	else if (kernel === kinds.KERNEL_LIFTED_INK) ink(count, pixel, true);
	else if (kernel === kinds.KERNEL_SOURCE) source(count);
	else if (kernel === kinds.KERNEL_SOURCE_COVERED) sourceCovered(count);
	else if (kernel === kinds.KERNEL_FADE) fade(count, pixel >> 24);
	else if (kernel === kinds.KERNEL_PERIOD) period(count, pixel);
	else if (kernel === kinds.KERNEL_SUM) sum(count);
	else if (kernel === kinds.KERNEL_DARKEN) shade(count);
}

function fill(count: u32, pixel: u32): void {
	if (VECTORS) vectors.fillRow(rows.UNDER, count, pixel);
	else rows.fillRow(rows.UNDER, count, pixel);
}

function colour(count: u32, pixel: u32): void {
	if (VECTORS) vectors.blendColour(rows.UNDER, count, pixel);
	else rows.blendColour(rows.UNDER, count, pixel);
}

function ink(count: u32, pixel: u32, lifted: bool): void {
	if (VECTORS) vectors.blendInk(rows.UNDER, count, pixel, lifted);
	else rows.blendInk(rows.UNDER, count, pixel, lifted);
}

function source(count: u32): void {
	if (VECTORS) vectors.blendSource(rows.UNDER, count);
	else rows.blendSource(rows.UNDER, count);
}

function sourceCovered(count: u32): void {
	if (VECTORS) vectors.blendSourceCovered(rows.UNDER, count);
	else rows.blendSourceCovered(rows.UNDER, count);
}

function fade(count: u32, alpha: u32): void {
	if (VECTORS) vectors.fadeSource(count, alpha);
	else rows.fadeSource(count, alpha);
}

function period(count: u32, pixel: u32): void {
	if (VECTORS) vectors.repeatPeriod(1, count, pixel, ~pixel, pixel >> 8, pixel << 8);
	else repeatPeriod(1, count, pixel, ~pixel, pixel >> 8, pixel << 8);
}

/** Sums of 128 pixels each. */
function sum(count: u32): void {
	for (let first: u32 = 0; first < count; first += 128) {
		const place = rows.UNDER + 4 * first;
		const pixels = min<u32>(128, count - first);
		store<u64>(RESULT, VECTORS ? vectors.sumOf(place, pixels) : sumOf(place, pixels));
	}
}

/** As many columns of shadow, the same ones again and again. */
function shade(count: u32): void {
	for (let done: u32 = 0; done < count; done += kinds.SHADOW_MOST) {
		const columns = min<u32>(kinds.SHADOW_MOST, count - done);
		if (VECTORS) vectors.darken(columns);
		else darken(columns);
	}
}
