/** A mutant against the corpus: does it do anything else than what was recorded? */

import { DENSE_END, KERNEL_PAGES } from '../../kernel/layout.ts';
import { type Effect, MACHINE_FUNCTIONS, type SavedState } from '../../test/kernel/kernel.ts';
import type { Corpus, Record, Trial } from './corpus.ts';
import { sameBytes } from './shadow.ts';

const PAGE = 4096;
const WASM_PAGE = 65_536;

/** Entries that are tried, in rounds: most mutants fall in the first. */
const ROUNDS = [32, 256, 3000];

/** How a mutant gave itself away. */
export interface Difference {
	readonly entry: string;
	/** In words. */
	readonly what: string;
}

type Entry = (...values: number[]) => number;

export class Duel {
	readonly #corpus: Corpus;
	/** The state that the corpus has before the entry in question. */
	readonly #expected = new Uint8Array(KERNEL_PAGES * WASM_PAGE);
	#backed = new Map<number, number>();
	#memory: Uint8Array = new Uint8Array();
	#words: readonly Uint32Array[] = [];
	#effects: Effect[] = [];
	/** Where `expected` stands: sequence, and entries of it that have been made. */
	#sequence = -1;
	#place = 0;

	constructor(corpus: Corpus) {
		this.#corpus = corpus;
	}

	/** Makes entries that execute the block where the mutant differs, `most` of them, until one shows a difference. */
	fight(wasm: Uint8Array, block: number, most = Number.POSITIVE_INFINITY): Difference | undefined {
		const entries = this.#instantiate(wasm);
		const reached = this.#corpus.reached[block] ?? [];
		let tried = 0;
		for (const round of ROUNDS) {
			const chosen = spread(reached, Math.min(round, most), tried);
			for (const index of chosen) {
				const difference = this.#try(entries, this.#corpus.trials[index] as Trial);
				if (difference !== undefined) return difference;
			}
			tried = Math.max(tried, round);
			if (tried >= Math.min(reached.length, most)) break;
		}
		return undefined;
	}

	/** Recorded entries that execute a block. */
	reached(block: number): number {
		return this.#corpus.reached[block]?.length ?? 0;
	}

	#instantiate(wasm: Uint8Array): Readonly<{ [name: string]: Entry }> {
		const machine = Object.fromEntries(
			MACHINE_FUNCTIONS.map((name) => [name, (...values: number[]) => this.#perform(name, values)]),
		);
		const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(wasm)), { machine });
		this.#memory = new Uint8Array((exports.memory as WebAssembly.Memory).buffer);
		this.#words = [new Uint32Array(this.#memory.buffer), new Uint32Array(this.#expected.buffer)];
		this.#sequence = -1;
		return exports as { [name: string]: Entry };
	}

	#perform(name: string, values: number[]): void {
		const unsigned = values.map((value) => value >>> 0);
		this.#effects.push({ name, values: unsigned });
		const [address = 0, pages = 0] = unsigned;
		if (name === 'unback') this.#memory.fill(0, address, address + pages * PAGE);
	}

	#try(
		entries: Readonly<{ [name: string]: Entry }>,
		{ sequence, place, record, undone }: Trial,
	): Difference | undefined {
		this.#goTo(sequence, place);
		const backed = new Map(this.#backed);
		const entry = `${record.name}(${record.values.join(', ')})`;
		this.#effects = [];
		let result: number;
		try {
			result = entries[record.name]?.(...record.values) ?? Number.NaN;
		} catch (error) {
			this.#sequence = -1;
			return { entry, what: (error as Error).message };
		}
		this.#follow(record, [this.#words[1] as Uint32Array]);
		this.#place++;
		const what = this.#compare(record, result);
		if (what === undefined && undone) this.#undo(record, backed);
		if (what === undefined) return undefined;
		this.#sequence = -1;
		return { entry, what };
	}

	#undo({ changes }: Record, backed: Map<number, number>): void {
		for (const words of this.#words) {
			for (let index = 0; index < changes.length; index += 3) {
				words[changes[index] as number] = changes[index + 1] as number;
			}
		}
		this.#backed = backed;
		this.#place--;
	}

	#compare(record: Record, result: number): string | undefined {
		if (result !== record.result) return `the result is ${result}, not ${record.result}`;
		if (!sameEffects(this.#effects, record.effects)) return 'the machine is used otherwise';
		for (const [address, length] of [[0, DENSE_END] as const, ...this.#backed]) {
			if (!sameBytes(this.#memory, this.#expected, address, length)) return 'memory differs';
		}
		return undefined;
	}

	/** Brings both memories to the state before that entry. */
	#goTo(sequence: number, place: number): void {
		const { start, records } = this.#corpus.sequences[sequence] as Corpus['sequences'][number];
		if (this.#sequence !== sequence || this.#place > place) this.#restore(start);
		this.#sequence = sequence;
		for (; this.#place < place; this.#place++) this.#follow(records[this.#place] as Record, this.#words);
	}

	/** Makes a recorded entry's changes. */
	#follow({ changes, effects }: Record, memories: readonly Uint32Array[]): void {
		for (const words of memories) {
			for (let index = 0; index < changes.length; index += 3) {
				words[changes[index] as number] = changes[index + 2] as number;
			}
		}
		for (const { name, values } of effects) {
			const [address = 0, second = 0, third = 0] = values;
			if (name === 'back') this.#backed.set(address, third * PAGE);
			if (name === 'unback') {
				this.#backed.delete(address);
				this.#expected.fill(0, address, address + second * PAGE);
			}
		}
	}

	#restore({ dense, backed }: SavedState): void {
		for (const memory of [this.#memory, this.#expected]) {
			for (const [address, length] of this.#backed) memory.fill(0, address, address + length);
			memory.set(dense, 0);
			for (const [address, contents] of backed) memory.set(contents, address);
		}
		this.#backed = new Map([...backed].map(([address, contents]) => [address, contents.length]));
		this.#place = 0;
	}
}

/** `count` of the places at equal distances, without those that a coarser choice of `before` has had. */
function spread(places: readonly number[], count: number, before: number): number[] {
	if (places.length <= before) return [];
	if (places.length <= count) return [...places];
	const step = places.length / count;
	return Array.from({ length: count }, (_, index) => places[Math.floor(index * step)] as number);
}

function sameEffects(left: readonly Effect[], right: readonly Effect[]): boolean {
	if (left.length !== right.length) return false;
	return left.every(({ name, values }, index) => {
		const other = right[index] as Effect;
		return name === other.name && values.every((value, at) => value === other.values[at]);
	});
}
