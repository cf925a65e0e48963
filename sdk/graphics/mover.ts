/**
 * One thing that moves: a finger holds it, a spring takes over the finger's velocity when it lets go, and without velocity it glides. It can be caught again at any moment. Positions are pixels.
 */
import { easeOut, SPRING_BYTES, Spring } from './spring.ts';

/** Bytes of static memory that a mover takes. */
export const MOVER_BYTES: u32 = 88;
/** Duration of a movement that nobody has pushed. */
export const GLIDE: u64 = 300_000_000;

/** `changetype<Mover>(memory.data(MOVER_BYTES, 8))`. */
@unmanaged
export class Mover {
	/** Where a glide began, where it ends, and for how long it has gone on. */
	private from: i64 = 0;
	private elapsed: u64 = 0;
	private duration: u64 = 0;
	private gliding: bool = false;
	private springing: bool = false;

	private get spring(): Spring {
		return changetype<Spring>(changetype<u32>(this) + MOVER_BYTES - SPRING_BYTES);
	}

	/** Where it is. */
	get position(): i32 {
		return <i32>((this.spring.position + 0x8000) >> 16);
	}

	/** Where it is going. */
	get target(): i32 {
		return <i32>((this.moving ? this.spring.target : this.spring.position) >> 16);
	}

	get moving(): bool {
		return this.gliding || this.springing;
	}

	/** Puts it somewhere, at rest. */
	put(position: i32): void {
		this.spring.hold((<i64>position) << 16, 0);
		this.gliding = false;
		this.springing = false;
	}

	/** Lets go of it with a velocity in pixels a second; without one it glides. */
	release(target: i32, velocity: i32, stiffness: i32, damping: i32): void {
		if (velocity === 0) {
			this.glide(target, GLIDE);
			return;
		}
		this.spring.velocity = (<i64>velocity) << 16;
		this.spring.release((<i64>target) << 16, stiffness, damping);
		this.springing = true;
		this.gliding = false;
	}

	/** Moves to a place in `duration` nanoseconds, slower and slower. */
	glide(target: i32, duration: u64): void {
		this.from = this.spring.position;
		this.spring.target = (<i64>target) << 16;
		this.elapsed = 0;
		this.duration = duration;
		this.gliding = true;
		this.springing = false;
	}

	/** Lets time pass; whether it still moves afterwards. */
	advance(nanoseconds: u64): bool {
		if (this.springing) {
			this.springing = this.spring.advance(nanoseconds);
		} else if (this.gliding) {
			this.elapsed += nanoseconds;
			const way = this.spring.target - this.from;
			this.spring.position = this.from + ((way * easeOut(this.elapsed, this.duration)) >> 16);
			this.gliding = this.elapsed < this.duration;
		}
		return this.moving;
	}
}
