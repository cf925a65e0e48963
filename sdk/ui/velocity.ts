/** How fast the finger moves: over its last movements of the past 80 milliseconds. */

const SAMPLES: u32 = 8;
/** Milliseconds. */
const PAST: u32 = 80;
/** Milliseconds, x and y of each sample, 32 bits each. */
const RING: u32 = memory.data(96, 8) as u32;
const SAMPLE_BYTES: u32 = 12;
let count: u32 = 0;

/** The finger touches down. */
export function beginVelocity(x: i32, y: i32, milliseconds: u32): void {
	count = 0;
	noteMove(x, y, milliseconds);
}

/** It is at (x, y) now. */
export function noteMove(x: i32, y: i32, milliseconds: u32): void {
	const place = RING + SAMPLE_BYTES * (count++ % SAMPLES);
	store<u32>(place, milliseconds);
	store<i32>(place, x, 4);
	store<i32>(place, y, 8);
}

/** Pixels a second, to the right and downwards. */
export function velocityX(): i32 {
	return velocity(4);
}

export function velocityY(): i32 {
	return velocity(8);
}

function velocity(coordinate: u32): i32 {
	const last = sample(count - 1);
	let first = last;
	for (let back: u32 = 2; back <= min(count, SAMPLES); back++) {
		const earlier = sample(count - back);
		if (load<u32>(last) - load<u32>(earlier) > PAST) break;
		first = earlier;
	}
	const time = <i32>(load<u32>(last) - load<u32>(first));
	if (time <= 0) return 0;
	return ((load<i32>(last + coordinate) - load<i32>(first + coordinate)) * 1000) / time;
}

function sample(index: u32): u32 {
	return RING + SAMPLE_BYTES * (index % SAMPLES);
}
