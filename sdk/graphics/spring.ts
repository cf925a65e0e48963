/**
 * Motion: damped springs in fixed steps of 1/240 second, on whole numbers, so that the same touches give the same frames on every machine.
 * Positions are points (or whatever unit the caller moves) with 16 bits below the point; velocities the same a second.
 */

/** Bytes of static memory that a spring takes. */
export const SPRING_BYTES: u32 = 48;
const STEPS_A_SECOND: i64 = 240;
const NANOSECONDS_A_STEP: u64 = 1_000_000_000 / 240;
/** Settled: slower than 8 points a second and nearer than half a point. */
const SLOW: i64 = 8 << 16;
const NEAR: i64 = 1 << 15;
/** Steps after which it arrives whatever happens: 420 ms. */
const LONGEST: u32 = 100;

/** How strong a spring is: stiffness a second squared, and damping (twice the ratio times the stiffness's root) in 1/256 a second. */
export const WINDOW_STIFFNESS: i32 = 220;
export const WINDOW_DAMPING: i32 = 6531;
export const SCALE_STIFFNESS: i32 = 200;
export const SCALE_DAMPING: i32 = 5793;
export const CLOSE_STIFFNESS: i32 = 800;
export const CLOSE_DAMPING: i32 = 10861;
export const SHEET_STIFFNESS: i32 = 600;
export const SHEET_DAMPING: i32 = 12541;

/** `changetype<Spring>(memory.data(SPRING_BYTES, 8))`. */
@unmanaged
export class Spring {
	position: i64 = 0;
	velocity: i64 = 0;
	target: i64 = 0;
	/** Time that has passed but is less than a step. */
	private rest: u64 = 0;
	private stiffness: i32 = 0;
	private damping: i32 = 0;
	private steps: u32 = 0;
	/** Whether it moves by itself. */
	moving: bool = false;

	/** Lets go: from where it is, as fast as it is (set both first), to `target`. Can be called again at any moment: position and velocity go on. */
	release(target: i64, stiffness: i32, damping: i32): void {
		this.target = target;
		this.stiffness = stiffness;
		this.damping = damping;
		this.steps = 0;
		this.rest = 0;
		this.moving = true;
	}

	/** A finger holds it: it is where it is put, until it is released. */
	hold(position: i64, velocity: i64): void {
		this.position = position;
		this.velocity = velocity;
		this.moving = false;
	}

	/** Lets time pass; whether it still moves afterwards. */
	advance(nanoseconds: u64): bool {
		this.rest += nanoseconds;
		while (this.moving && this.rest >= NANOSECONDS_A_STEP) {
			this.rest -= NANOSECONDS_A_STEP;
			this.step();
		}
		return this.moving;
	}

	private step(): void {
		const away = this.target - this.position;
		const pull = away * this.stiffness - ((this.velocity * this.damping) >> 8);
		this.velocity += pull / STEPS_A_SECOND;
		this.position += this.velocity / STEPS_A_SECOND;
		this.steps++;
		if (this.steps >= LONGEST || (abs(this.velocity) < SLOW && abs(this.target - this.position) < NEAR)) this.arrive();
	}

	private arrive(): void {
		this.position = this.target;
		this.velocity = 0;
		this.moving = false;
	}
}

/** Decelerating curve for movements without a velocity (quadratic, out): progress 0 to 65536 at `elapsed` of `duration`. */
export function easeOut(elapsed: u64, duration: u64): i32 {
	if (elapsed >= duration) return 0x1_0000;
	const left = <i64>(((duration - elapsed) << 16) / duration);
	return 0x1_0000 - <i32>((left * left) >> 16);
}
