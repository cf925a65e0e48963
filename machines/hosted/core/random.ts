/** Seeded random numbers, so that a run of a deterministic machine can be repeated (Vigna's SplitMix, 32-bit form). */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed | 0;
	}

	/** The next 32 random bits. */
	next(): number {
		this.state = (this.state + 0x9e3779b9) | 0;
		let mixed = this.state ^ (this.state >>> 16);
		mixed = Math.imul(mixed, 0x21f0aaad);
		mixed ^= mixed >>> 15;
		mixed = Math.imul(mixed, 0x735a2d97);
		return (mixed ^ (mixed >>> 15)) >>> 0;
	}
}
