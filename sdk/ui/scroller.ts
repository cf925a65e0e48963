/**
 * A page that scrolls: it follows the finger, goes on by itself when let go, and springs back from beyond its ends. Fixed steps of 1/240 second on whole numbers, so that
 * the same touches give the same frames on every machine. Positions are pixels with eight bits below the point; velocities the same a second.
 */

/** Bytes of static memory that a scroller takes. */
export const SCROLLER_BYTES: u32 = 64;
const STEPS_A_SECOND: i64 = 240;
const NANOSECONDS_A_STEP: i64 = 1_000_000_000 / 240;
/** What is left of the velocity after a step, 1/65536: 0.998 a millisecond. */
const KEPT: i64 = 64_991;
/** A critically damped spring of stiffness 600 beyond the ends. */
const STIFFNESS: i64 = 600;
const DAMPING: i64 = 12_541;
/** Settled: slower than 12 pixels a second; at an end, nearer than half a pixel. */
const SLOW: i64 = 12 << 8;
const NEAR: i64 = 128;
/** Nothing moves longer than this many steps: three seconds. */
const LONGEST: u32 = 720;
/** Fastest, pixels a second. */
const FASTEST: i64 = 6000 << 8;

/** `changetype<Scroller>(memory.data(SCROLLER_BYTES, 8))`. */
@unmanaged
export class Scroller {
	position: i64 = 0;
	velocity: i64 = 0;
	/** The ends. */
	least: i64 = 0;
	most: i64 = 0;
	private rest: i64 = 0;
	private goal: i64 = 0;
	private steps: u32 = 0;
	moving: bool = false;
	/** Whether it is on its way to a goal of its own. */
	private gliding: bool = false;

	/** Sets the ends, in pixels; a position beyond them springs back. */
	limit(least: i32, most: i32): void {
		this.least = (<i64>least) << 8;
		this.most = (<i64>max(least, most)) << 8;
		if (!this.moving && (this.position < this.least || this.position > this.most)) this.release(0);
	}

	/** Whole pixels by which the page is moved up. */
	pixels(): i32 {
		return <i32>((this.position + 128) >> 8);
	}

	/** Jumps to a place inside the ends. */
	jump(pixels: i32): void {
		this.position = max(this.least, min(this.most, (<i64>pixels) << 8));
		this.velocity = 0;
		this.moving = false;
	}

	/** Moves it so far that something is seen, even beyond an end that is about to move. */
	reveal(pixels: i32): void {
		this.position = (<i64>max(0, pixels)) << 8;
		this.velocity = 0;
		this.moving = false;
	}

	/** The finger has moved it up by `pixels`: 1:1 inside, half beyond the ends. */
	drag(pixels: i32): void {
		this.moving = false;
		const distance = (<i64>pixels) << 8;
		const next = this.position + distance;
		const beyond = next < this.least || next > this.most;
		this.position += beyond ? distance / 2 : distance;
	}

	/** A finger catches it: it stays where it is. */
	hold(): void {
		this.velocity = 0;
		this.moving = false;
	}

	/** The finger lets go at `velocity` (1/256 pixels a second, upwards). */
	release(velocity: i64): void {
		this.velocity = max(-FASTEST, min(FASTEST, velocity));
		this.begin(false);
	}

	/** Goes to a place by itself, and stays inside the ends. */
	glide(pixels: i32): void {
		this.goal = max(this.least, min(this.most, (<i64>pixels) << 8));
		this.begin(true);
	}

	private begin(gliding: bool): void {
		this.gliding = gliding;
		this.rest = 0;
		this.steps = 0;
		this.moving = true;
	}

	/** Stops where it is, or at the nearer end: no movement that is not the finger's own. */
	stop(): void {
		this.jump(this.pixels());
	}

	/** Lets time pass; whether it still moves afterwards. */
	advance(nanoseconds: i64): bool {
		this.rest += nanoseconds;
		while (this.moving && this.rest >= NANOSECONDS_A_STEP) {
			this.rest -= NANOSECONDS_A_STEP;
			this.step();
		}
		return this.moving;
	}

	private step(): void {
		const end = this.gliding ? this.goal : max(this.least, min(this.most, this.position));
		const away = end - this.position;
		if (away === 0 && !this.gliding) this.velocity = (this.velocity * KEPT) / 65_536;
		else this.velocity += (away * STIFFNESS - (this.velocity * DAMPING) / 256) / STEPS_A_SECOND;
		this.position += this.velocity / STEPS_A_SECOND;
		this.steps++;
		if (this.steps >= LONGEST || (abs(this.velocity) < SLOW && abs(away) < NEAR)) {
			this.position = end;
			this.velocity = 0;
			this.moving = false;
		}
	}
}
