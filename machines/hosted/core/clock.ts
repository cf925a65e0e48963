/**
 * The machine's clock. While a component executes, time is the fuel that it burns (one unit of fuel = one nominal
 * nanosecond); at scheduling points of a real-time machine it catches up with the host's monotonic clock. It never goes
 * backwards. Nanoseconds since boot are kept in a double, exact for 104 days.
 */
import { DEADLINE, FUEL } from './words.ts';

const WORD = 4294967296;

export class VirtualClock {
	readonly meter: Int32Array;
	/** Time at which DEADLINE and FUEL were last equal. */
	base = 0;

	constructor(meter: Int32Array) {
		this.meter = meter;
	}

	/** Nanoseconds since boot. */
	now(): number {
		return this.base + (((this.meter[DEADLINE] as number) - (this.meter[FUEL] as number)) | 0);
	}

	/** Nothing executes any more: the time burnt so far becomes the base. Must happen at least once in 2^31 ns. */
	settle(): void {
		this.base = this.now();
		this.meter[FUEL] = 0;
		this.meter[DEADLINE] = 0;
	}

	/** A process executes from now on with `limit` nanoseconds. Only when `base` is the time now. */
	start(limit: number): void {
		this.meter[FUEL] = limit;
		this.meter[DEADLINE] = limit;
	}

	/** The executing process goes on, its fuel raised by `limit`; an overdraft of the last instructions is paid from it. */
	extend(limit: number): void {
		this.base = this.now();
		this.start((this.meter[FUEL] as number) + limit);
	}

	/** Moves on to `time` if that lies ahead. Only directly after `settle`. */
	advance(time: number): void {
		if (time > this.base) this.base = time;
	}
}

/** Low word of a time, as the kernel takes it. */
export function low(time: number): number {
	return time | 0;
}

/** High word of a time. */
export function high(time: number): number {
	return Math.floor(time / WORD) | 0;
}

/** The time of two words, `Infinity` for the kernel's "never" (all ones). */
export function timeOf(lowWord: number, highWord: number): number {
	if (lowWord === -1 && highWord === -1) return Number.POSITIVE_INFINITY;
	return (highWord >>> 0) * WORD + (lowWord >>> 0);
}
