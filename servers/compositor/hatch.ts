/** What the system does to an app's window while it speaks over it (after Precursor): the window is darkened and crossed with lines, so that nobody takes it for something alive. */
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { px, screenWidth, stripHeight } from './geometry.ts';

const SCRIM: u32 = 176;
const LINE: u32 = 0xb5bfc9;
const LINE_ALPHA: u32 = 70;
const SPACING: i32 = 15;
const ANGLES: i32 = 5;

/** Defaces the window from the strip down to `bottom` (screen pixels). `number` chooses the angle, so that no app can draw its own lines to fit. */
export function drawHatch<M extends RegionMemory>(surface: Surface<M>, bottom: i32, number: u32): void {
	fillRectangle(surface, 0, stripHeight, screenWidth, bottom - stripHeight, faded(rgb(SYSTEM_PAPER), SCRIM));
	const pixel = faded(rgb(LINE), LINE_ALPHA);
	const spacing = px(SPACING);
	const slope = 3 + <i32>(number % <u32>ANGLES);
	const end = min(surface.bottom, bottom);
	for (let row = max(surface.top, stripHeight); row < end; row++) {
		const first = ((row * slope) / 6) % spacing;
		for (let x = surface.left - ((surface.left - first + spacing) % spacing); x < surface.right; x += spacing) {
			const left = max(x, surface.left);
			const count = min(x + px(1), surface.right) - left;
			if (count > 0) surface.paint(left, row, count, pixel);
		}
	}
}
