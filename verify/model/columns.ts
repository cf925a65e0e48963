/**
 * A state in few bytes: of the kernel's memory only the words that ever change in a configuration, each as a number into the list of values that the word
 * has had. Which words change is found out while searching: whatever differs from the first memory elsewhere is reported, and the search starts again with it.
 */

/** A word with more values than this is kept whole. */
const VALUES_MOST = 256;

/** Addresses [first, end) of memory that is compared. */
export interface Range {
	readonly first: number;
	readonly end: number;
}

/** A word that has had too many values: the columns have to be laid out again. */
export class TooManyValues extends Error {}

export class Columns {
	/** Indices of words, in order of discovery. */
	readonly indices: number[] = [];
	/** Of those: which are kept whole. */
	readonly wide = new Set<number>();
	readonly #words: Uint32Array;
	readonly #ranges: readonly Range[];
	readonly #first: ReadonlyMap<Range, Uint32Array>;
	#places = new Int32Array(0);
	#values = new Uint32Array(0);
	#counts = new Uint16Array(0);
	#lasts = new Uint16Array(0);
	/** Bytes first, then whole words. */
	#narrow = 0;
	#bytes = new Uint8Array(0);
	key = new Uint32Array(0);

	/** `words` is the kernel's memory as it is at first. */
	constructor(words: Uint32Array, ranges: readonly Range[]) {
		this.#words = words;
		this.#ranges = ranges;
		this.#first = new Map(ranges.map((range) => [range, words.slice(range.first >>> 2, range.end >>> 2)]));
	}

	/** Adds a word that will change sooner or later. */
	include(index: number): void {
		this.indices.push(index);
	}

	/** Makes ready for a search with the words that are known by now; memory is as at first. One more value is kept beside the words. */
	layOut(): void {
		const narrow = this.indices.filter((index) => !this.wide.has(index));
		const wide = this.indices.filter((index) => this.wide.has(index));
		this.#places = Int32Array.from([...narrow, ...wide]);
		this.#narrow = narrow.length;
		this.#values = new Uint32Array(VALUES_MOST * narrow.length);
		this.#counts = new Uint16Array(narrow.length);
		this.#lasts = new Uint16Array(narrow.length);
		const bytes = (narrow.length + 3) & ~3;
		this.key = new Uint32Array(bytes / 4 + wide.length + 1);
		this.#bytes = new Uint8Array(this.key.buffer, 0, bytes);
	}

	/** Of a key, in 32-bit words. */
	get width(): number {
		return this.key.length;
	}

	/** The words of a state, in the order in which `read` gives them. */
	get places(): number[] {
		return [...this.#places];
	}

	/** Reads the state that is in memory. */
	read(values: Uint32Array): void {
		for (let column = 0; column < this.#places.length; column++) {
			values[column] = this.#words[this.#places[column] as number] as number;
		}
	}

	/** Packs what was read into `key`, with `left`. */
	encode(values: Uint32Array, left: number): void {
		for (let column = 0; column < this.#narrow; column++) {
			const value = values[column] as number;
			const last = this.#lasts[column] as number;
			const known = this.#values[column * VALUES_MOST + last] === value && last < (this.#counts[column] as number);
			this.#bytes[column] = known ? last : this.#numberOf(column, value);
		}
		let at = this.#bytes.length >>> 2;
		for (let column = this.#narrow; column < this.#places.length; column++) {
			this.key[at++] = values[column] as number;
		}
		this.key[at] = left;
	}

	#numberOf(column: number, value: number): number {
		const first = column * VALUES_MOST;
		const count = this.#counts[column] as number;
		let number = 0;
		while (number < count && this.#values[first + number] !== value) number++;
		if (number === VALUES_MOST) {
			this.wide.add(this.#places[column] as number);
			throw new TooManyValues();
		}
		if (number === count) {
			this.#values[first + number] = value;
			this.#counts[column] = count + 1;
		}
		this.#lasts[column] = number;
		return number;
	}

	/** The words of the state in `key`, for `restore`; returns what is left. */
	decode(values: Uint32Array): number {
		for (let column = 0; column < this.#narrow; column++) {
			values[column] = this.#values[column * VALUES_MOST + (this.#bytes[column] as number)] as number;
		}
		let at = this.#bytes.length >>> 2;
		for (let column = this.#narrow; column < this.#places.length; column++) values[column] = this.key[at++] as number;
		return this.key[at] as number;
	}

	/** Writes decoded words into memory. */
	restore(values: Uint32Array): void {
		const words = this.#words;
		for (let column = 0; column < this.#places.length; column++) {
			words[this.#places[column] as number] = values[column] as number;
		}
	}

	/** Adds every word, beyond those that are known, that is not as it was at first; true when there are any. Memory is as at first afterwards. */
	discover(): boolean {
		const known = this.indices.length;
		this.#reset();
		for (const range of this.#ranges) this.#compare(range);
		return this.indices.length > known;
	}

	#reset(): void {
		for (const index of this.indices) this.#words[index] = this.#firstValue(index);
	}

	#firstValue(index: number): number {
		const range = this.#ranges.find(({ first, end }) => 4 * index >= first && 4 * index < end) as Range;
		return this.#first.get(range)?.[index - (range.first >>> 2)] as number;
	}

	#compare(range: Range): void {
		const first = this.#first.get(range) as Uint32Array;
		const words = this.#words.subarray(range.first >>> 2, range.end >>> 2);
		if (Buffer.compare(bytesOf(first), bytesOf(words)) === 0) return;
		for (let word = 0; word < first.length; word++) {
			if (words[word] === first[word]) continue;
			this.indices.push((range.first >>> 2) + word);
			words[word] = first[word] as number;
		}
	}
}

function bytesOf(words: Uint32Array): Uint8Array {
	return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
