/** The finger that makes gestures: where it began, where it is, and how fast it is. Pixels of the screen; velocities in pixels a second. */

const SAMPLES: u32 = 8;
/** i32 each: x, y, milliseconds. */
const HISTORY: u32 = memory.data(96, 4) as u32;
const SAMPLE_BYTES: u32 = 12;
/** Only what has happened so shortly before counts for the velocity, milliseconds. */
const WINDOW: i32 = 80;
let samples: u32 = 0;

export let startX: i32 = 0;
export let startY: i32 = 0;
export let currentX: i32 = 0;
export let currentY: i32 = 0;

function sample(back: u32): u32 {
	return HISTORY + SAMPLE_BYTES * ((samples - 1 - back) % SAMPLES);
}

/** The finger comes down. */
export function beginPointer(x: i32, y: i32, milliseconds: i32): void {
	samples = 0;
	startX = x;
	startY = y;
	movePointer(x, y, milliseconds);
}

export function movePointer(x: i32, y: i32, milliseconds: i32): void {
	currentX = x;
	currentY = y;
	samples++;
	store<i32>(sample(0), x);
	store<i32>(sample(0), y, 4);
	store<i32>(sample(0), milliseconds, 8);
}

/** Velocity along x (axis 0) or y (axis 1) at a moment: 0 when the finger has rested before it. */
export function pointerVelocity(axis: u32, milliseconds: i32): i32 {
	if (samples < 2 || milliseconds - load<i32>(sample(0), 8) > WINDOW) return 0;
	let oldest: u32 = 0;
	for (let back: u32 = 1; back < min(samples, SAMPLES); back++) {
		if (load<i32>(sample(0), 8) - load<i32>(sample(back), 8) > WINDOW) break;
		oldest = back;
	}
	const duration = load<i32>(sample(0), 8) - load<i32>(sample(oldest), 8);
	if (duration <= 0) return 0;
	return ((load<i32>(sample(0) + 4 * axis) - load<i32>(sample(oldest) + 4 * axis)) * 1000) / duration;
}
