/** The states that were found: a hash table of whole keys in typed arrays, each with the state and the action that it was first reached by. */

const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;
const TABLE_AT_FIRST = 1 << 16;

export class Store {
	/** States so far; they are numbered in the order in which they were found. */
	size = 0;
	/** Words of a key. */
	readonly #width: number;
	readonly #keys: Uint32Array[] = [];
	#hashes = new Uint32Array(CHUNK);
	#parents = new Int32Array(CHUNK);
	#actions = new Uint16Array(CHUNK);
	/** 1 + number of the state, 0 = free. */
	#table = new Int32Array(TABLE_AT_FIRST);

	constructor(width: number) {
		this.#width = width;
	}

	/** Adds a key unless it is there; true when it is new. */
	add(key: Uint32Array, parent: number, action: number): boolean {
		const hash = hashOf(key, this.#width);
		const mask = this.#table.length - 1;
		let place = hash & mask;
		for (;;) {
			const found = this.#table[place] as number;
			if (found === 0) break;
			if (this.#hashes[found - 1] === hash && this.#isAt(found - 1, key)) return false;
			place = (place + 1) & mask;
		}
		this.#table[place] = this.size + 1;
		this.#append(key, hash, parent, action);
		return true;
	}

	#isAt(state: number, key: Uint32Array): boolean {
		const chunk = this.#keys[state >>> CHUNK_BITS] as Uint32Array;
		const first = (state & (CHUNK - 1)) * this.#width;
		for (let word = 0; word < this.#width; word++) if (chunk[first + word] !== key[word]) return false;
		return true;
	}

	#append(key: Uint32Array, hash: number, parent: number, action: number): void {
		const state = this.size++;
		if ((state & (CHUNK - 1)) === 0) this.#keys.push(new Uint32Array(CHUNK * this.#width));
		if (state === this.#hashes.length) this.#grow();
		const chunk = this.#keys[state >>> CHUNK_BITS] as Uint32Array;
		const first = (state & (CHUNK - 1)) * this.#width;
		for (let word = 0; word < this.#width; word++) chunk[first + word] = key[word] as number;
		this.#hashes[state] = hash;
		this.#parents[state] = parent;
		this.#actions[state] = action;
		if (2 * this.size > this.#table.length) this.#rehash();
	}

	#grow(): void {
		this.#hashes = enlarge(this.#hashes, Uint32Array);
		this.#parents = enlarge(this.#parents, Int32Array);
		this.#actions = enlarge(this.#actions, Uint16Array);
	}

	#rehash(): void {
		const table = new Int32Array(2 * this.#table.length);
		const mask = table.length - 1;
		for (let state = 0; state < this.size; state++) {
			let place = (this.#hashes[state] as number) & mask;
			while (table[place] !== 0) place = (place + 1) & mask;
			table[place] = state + 1;
		}
		this.#table = table;
	}

	/** Copies the key of a state. */
	read(state: number, key: Uint32Array): void {
		const chunk = this.#keys[state >>> CHUNK_BITS] as Uint32Array;
		const first = (state & (CHUNK - 1)) * this.#width;
		for (let word = 0; word < this.#width; word++) key[word] = chunk[first + word] as number;
	}

	/** The actions that lead from the first state to this one: there is no shorter way. */
	path(state: number): number[] {
		const actions: number[] = [];
		for (let at = state; at > 0; at = this.#parents[at] as number) actions.push(this.#actions[at] as number);
		return actions.reverse();
	}

	/** The keys of the states on that path, the first and the last included. */
	way(state: number): Uint32Array[] {
		const keys: Uint32Array[] = [];
		for (let at = state; at >= 0; at = at === 0 ? -1 : (this.#parents[at] as number)) {
			const key = new Uint32Array(this.#width);
			this.read(at, key);
			keys.push(key);
		}
		return keys.reverse();
	}

	/** How many actions lead to it. */
	depth(state: number): number {
		let depth = 0;
		for (let at = state; at > 0; at = this.#parents[at] as number) depth++;
		return depth;
	}
}

function enlarge<T extends Uint32Array | Int32Array | Uint16Array>(old: T, Type: new (length: number) => T): T {
	const larger = new Type(2 * old.length);
	larger.set(old);
	return larger;
}

function hashOf(key: Uint32Array, width: number): number {
	let hash = 0x811c9dc5;
	for (let word = 0; word < width; word++) {
		hash = Math.imul(hash ^ (key[word] as number), 0x01000193);
		hash ^= hash >>> 15;
	}
	hash = Math.imul(hash, 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}
