/** Draws icons (icon-numbers.ts) of the region `assets`, memory 12, in any colour. */

import { RegionMemory } from '../region/memory.ts';
import { load8, load32 } from '../region/memory12.ts';
import { ASSETS_ICON_COUNT, ASSETS_ICONS, ASSETS_SCALE, ICON_SIZES } from './asset-layout.ts';
import { addCoverage } from './coverage-copy.ts';
import {
	PICTURE_BYTES,
	PICTURE_HEIGHT,
	PICTURE_LEFT,
	PICTURE_OFFSET,
	PICTURE_TOP,
	PICTURE_WIDTH,
} from './face-layout.ts';
import { COVERAGE } from './rows.ts';
import { Surface } from './surface.ts';

/** The three sizes of icons, points. */
export const ICON_20: u32 = 0;
export const ICON_24: u32 = 1;
export const ICON_32: u32 = 2;

/** Pixels to the point that the region's pictures are made for. */
export function assetScale(): i32 {
	return <i32>load32(ASSETS_SCALE);
}

/** Whether there is such an icon; 0 is none. */
export function hasIcon(icon: u32): bool {
	return icon !== 0 && icon < load32(ASSETS_ICON_COUNT);
}

/** Draws an icon with the top left corner of its square at pixel (x, y); `size` is ICON_20, ICON_24 or ICON_32. An icon that does not exist draws nothing. */
export function drawIcon<M extends RegionMemory>(
	surface: Surface<M>,
	icon: u32,
	size: u32,
	x: i32,
	y: i32,
	pixel: u32,
): void {
	if (!hasIcon(icon) || size >= ICON_SIZES) return;
	const picture = load32(ASSETS_ICONS) + PICTURE_BYTES * (icon * ICON_SIZES + size);
	const width = <i32>load8(picture + PICTURE_WIDTH);
	const column = x + <i32>load8(picture + PICTURE_LEFT);
	const left = max(surface.left, column);
	const right = min(surface.right, column + width);
	if (left >= right) return;
	const count: u32 = right - left;
	const top = y + <i32>load8(picture + PICTURE_TOP);
	const end = min(surface.bottom, top + <i32>load8(picture + PICTURE_HEIGHT));
	const coverage = load32(picture + PICTURE_OFFSET);
	for (let row = max(surface.top, top); row < end; row++) {
		memory.fill(COVERAGE, 0, count + 8);
		addCoverage(coverage + <u32>((row - top) * width), width, column - left, count);
		surface.paintCovered(left, row, count, pixel);
	}
}
