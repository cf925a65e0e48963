/** What drawing costs on Node: `node bench/graphics.ts`. Nanoseconds for each pixel (of text: each character), the least of several rounds. */

import { REPEAT } from '../test/components/graphics/protocol.ts';
import { openGraphics } from '../test/graphics/graphics.ts';

/** In the order of test/components/graphics/repeat.ts. */
const OPERATIONS = [
	'fill',
	'translucent fill',
	'vertical gradient',
	'rounded rectangle, radius 20',
	'text 15 (a character)',
	'line, 3 wide (a row)',
	'opaque image',
	'blended image',
	'shrink to a cover',
];
const SCALES = [1, 2];
const ROUNDS = 20;
const WARM_UP = 30;
const NANOSECONDS = 1e6;

function measure(operation: number, scale: number): string {
	const graphics = openGraphics(scale);
	graphics.call(REPEAT, operation, WARM_UP, scale);
	let least = Number.POSITIVE_INFINITY;
	let amount = 1;
	for (let round = 0; round < ROUNDS; round++) {
		const start = performance.now();
		amount = graphics.call(REPEAT, operation, 1, scale);
		least = Math.min(least, performance.now() - start);
	}
	return ((least * NANOSECONDS) / amount).toFixed(2);
}

console.log(`${'ns'.padEnd(30)} ${SCALES.map((scale) => `scale ${scale}`.padStart(9)).join('')}`);
for (const [operation, name] of OPERATIONS.entries()) {
	console.log(`${name.padEnd(30)} ${SCALES.map((scale) => measure(operation, scale).padStart(9)).join('')}`);
}
