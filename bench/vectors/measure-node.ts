/** Nanoseconds on V8. */
import type { Choice } from './build.ts';
import { CASES, type Figures, figureKey, LENGTHS } from './figures.ts';
import { KERNEL_NONE } from './kinds.ts';
import { openProgram, type Program } from './node.ts';

const NANOSECONDS = 1e6;
/** Pixels of one measurement, and how many there are; the least counts. */
const PIXELS = 400_000;
const MEASUREMENTS = 25;

/** Nanoseconds of one round. */
function least(program: Program, kernel: number, length: number, pixel: number): number {
	const rounds = Math.ceil(PIXELS / length);
	let best = Number.POSITIVE_INFINITY;
	for (let count = 0; count < MEASUREMENTS; count++) {
		const start = performance.now();
		program.repeat(kernel, length, pixel, rounds);
		best = Math.min(best, performance.now() - start);
	}
	return (best * NANOSECONDS) / rounds;
}

export async function measureNode(choice: Choice): Promise<Figures> {
	const program = await openProgram(choice);
	const figures: Record<string, number> = {};
	for (const { key, kernel, content, pixel } of CASES) {
		program.prepare(content);
		for (const length of LENGTHS) {
			const bare = least(program, KERNEL_NONE, length, pixel);
			figures[figureKey(key, length)] = (least(program, kernel, length, pixel) - bare) / length;
		}
	}
	return figures;
}
