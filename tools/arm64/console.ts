/** What a machine writes on its console. It comes in pieces that are cut anywhere, a character each on a busy host: who waits for words must look at the whole. */

/** Characters that are kept: the newest. */
const KEPT = 1 << 20;

interface Waiting {
	readonly words: string;
	resolve(): void;
	reject(error: Error): void;
}

export class ConsoleText {
	private written = '';
	private ended = false;
	private waiting: readonly Waiting[] = [];

	/** Everything so far. */
	get text(): string {
		return this.written;
	}

	take(piece: string): void {
		this.written = (this.written + piece).slice(-KEPT);
		const [heard, waiting] = partition(this.waiting, ({ words }) => this.written.includes(words));
		this.waiting = waiting;
		for (const { resolve } of heard) resolve();
	}

	/** The machine has ended: nothing comes any more. */
	end(): void {
		this.ended = true;
		for (const { words, reject } of this.waiting) reject(this.missing(words));
		this.waiting = [];
	}

	/** Settles when the words have been written. Rejects with what was written instead when the machine ends. */
	until(words: string): Promise<void> {
		if (this.written.includes(words)) return Promise.resolve();
		if (this.ended) return Promise.reject(this.missing(words));
		return new Promise((resolve, reject) => {
			this.waiting = [...this.waiting, { words, resolve, reject }];
		});
	}

	private missing(words: string): Error {
		return new Error(`the machine has ended, and has not written '${words}', but:\n${this.written}`);
	}
}

function partition<Item>(items: readonly Item[], belongs: (item: Item) => boolean): [Item[], Item[]] {
	return [items.filter(belongs), items.filter((item) => !belongs(item))];
}
