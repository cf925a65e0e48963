/** Both ends of a queue of sdk/queue/ in JavaScript, for tests that stand in for a driver. */

const HEAD = 0;
const CONSUMER_SLEEPS = 4;
const TAIL = 64;
const PRODUCER_SLEEPS = 68;
const ENTRIES = 128;
const ENTRY_BYTES = 16;

export type Entry = readonly [number, number, number, number];

class End {
	protected readonly view: DataView;
	protected readonly base: number;
	protected readonly capacity: number;
	protected index = 0;

	constructor(region: WebAssembly.Memory, base: number, capacity: number) {
		this.view = new DataView(region.buffer);
		this.base = base;
		this.capacity = capacity;
	}

	protected word(offset: number): number {
		return this.view.getUint32(this.base + offset, true);
	}

	protected setWord(offset: number, value: number): void {
		this.view.setUint32(this.base + offset, value, true);
	}

	protected place(): number {
		return ENTRIES + (this.index % this.capacity) * ENTRY_BYTES;
	}
}

/** Puts entries in. */
export class RingProducer extends End {
	open(): void {
		this.index = 0;
		this.setWord(TAIL, 0);
		this.setWord(PRODUCER_SLEEPS, 0);
	}

	/** False: there is no room. */
	put(entry: Entry): boolean {
		if (this.index - this.word(HEAD) >= this.capacity) return false;
		entry.forEach((value, index) => {
			this.setWord(this.place() + 4 * index, value);
		});
		this.index += 1;
		this.setWord(TAIL, this.index);
		return true;
	}

	/** Says that there are more entries than the queue holds. */
	break(): void {
		this.setWord(TAIL, this.index + this.capacity + 1);
	}
}

/** Takes entries out. */
export class RingConsumer extends End {
	open(): void {
		this.index = 0;
		this.setWord(HEAD, 0);
		// It sleeps, so that the first entry wakes it.
		this.setWord(CONSUMER_SLEEPS, 1);
	}

	take(): Entry | undefined {
		if (this.index === this.word(TAIL)) return undefined;
		const words = [0, 4, 8, 12].map((offset) => this.word(this.place() + offset));
		this.index += 1;
		this.setWord(HEAD, this.index);
		this.setWord(CONSUMER_SLEEPS, this.index + 1);
		return words as unknown as Entry;
	}
}
