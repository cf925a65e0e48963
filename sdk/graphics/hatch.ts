/** Slanted lines over what is there. */
import { RegionMemory } from '../region/memory.ts';
import { Surface } from './surface.ts';

/** Rows `top` up to `bottom`: lines `thickness` pixels wide, `spacing` pixels apart, that go `slope` / 6 pixels to the right with each row. */
export function drawHatch<M extends RegionMemory>(
	surface: Surface<M>,
	top: i32,
	bottom: i32,
	slope: i32,
	spacing: i32,
	thickness: i32,
	pixel: u32,
): void {
	const end = min(surface.bottom, bottom);
	for (let row = max(surface.top, top); row < end; row++) {
		const first = ((row * slope) / 6) % spacing;
		for (let x = surface.left - ((surface.left - first + spacing) % spacing); x < surface.right; x += spacing) {
			const left = max(x, surface.left);
			const count = min(x + thickness, surface.right) - left;
			if (count > 0) surface.paint(left, row, count, pixel);
		}
	}
}
