/**
 * Recorded entries of a running system: for each the state before it, what a reference (the specification, or another kernel) makes of it, and
 * which code of the kernel it executes. States are kept as differences from one entry to the next.
 */

import { DENSE_END } from '../../kernel/layout.ts';
import {
	BOOT_ENTRIES,
	type BootEntryName,
	type Effect,
	ENTRIES,
	type EntryName,
	ModelKernel,
	type SavedState,
} from '../../test/kernel/kernel.ts';
import { type Coverage, takeMarks } from './coverage.ts';
import { Shadow } from './shadow.ts';

export type AnyEntry = EntryName | BootEntryName;

/** One entry and what must come of it. */
export interface Record {
	readonly name: AnyEntry;
	readonly values: readonly number[];
	readonly result: number;
	readonly effects: readonly Effect[];
	/** Changed words of memory: index, value before, value after. */
	readonly changes: Uint32Array;
}

/** Entries that follow one another from a state. */
export interface Sequence {
	readonly start: SavedState;
	readonly records: readonly Record[];
}

/** An entry in the state that a sequence has after `place` of its entries: the next one, or one that was only tried there and undone. */
export interface Trial {
	readonly sequence: number;
	readonly place: number;
	readonly record: Record;
	readonly undone: boolean;
}

export interface Corpus {
	readonly sequences: readonly Sequence[];
	readonly trials: readonly Trial[];
	/** For each block the trials that execute it, by index. */
	readonly reached: readonly (readonly number[])[];
}

/** Entries in one sequence at most: whoever wants the last begins with the first. */
const SEQUENCE_MOST = 255;

/** The kernel and the reference disagree: a mistake in one of them. */
export class Disagreement extends Error {}

export class Recorder {
	/** The kernel, with marks. It is driven; the reference follows. */
	readonly kernel: ModelKernel;
	readonly #reference: ModelKernel;
	readonly #coverage: Coverage;
	readonly #shadow: Shadow;
	readonly #sequences: { start: SavedState; records: Record[] }[] = [];
	readonly #reached: number[][];
	readonly #trials: Trial[] = [];
	readonly #enter: ModelKernel['enter'];

	constructor(coverage: Coverage, reference: Uint8Array) {
		this.#coverage = coverage;
		this.kernel = new ModelKernel(new WebAssembly.Module(new Uint8Array(coverage.wasm)));
		this.#reference = new ModelKernel(new WebAssembly.Module(new Uint8Array(reference)));
		this.#shadow = new Shadow(this.#reference);
		this.#reached = Array.from({ length: coverage.count }, () => []);
		this.#enter = this.kernel.enter.bind(this.kernel);
		this.kernel.enter = (name, ...values) => this.#record(name, values);
	}

	/** Begins a sequence in the kernel's present state. */
	begin(): void {
		const start = this.kernel.save();
		this.kernel.effects = [];
		this.#reference.restore(start);
		this.#shadow.take();
		this.#sequences.push({ start, records: [] });
		takeMarks(this.kernel.bytes, this.#coverage.count);
	}

	/** Is there no room for another entry in this sequence? */
	get full(): boolean {
		return (this.#sequences.at(-1)?.records.length ?? SEQUENCE_MOST) >= SEQUENCE_MOST;
	}

	#record(name: AnyEntry, values: readonly number[]): number {
		if (this.full) this.begin();
		const record = this.#perform(name, values, false);
		this.#sequences.at(-1)?.records.push(record);
		return record.result;
	}

	/** Makes an entry in the present state, and undoes it. */
	tryEntry(name: AnyEntry, values: readonly number[]): void {
		const backed = new Map(this.kernel.backed);
		const { changes } = this.#perform(name, values, true);
		for (const kernel of [this.kernel, this.#reference]) {
			for (let index = 0; index < changes.length; index += 3) {
				kernel.words[changes[index] as number] = changes[index + 1] as number;
			}
			kernel.backed.clear();
			for (const [address, length] of backed) kernel.backed.set(address, length);
			kernel.effects = [];
		}
		this.#shadow.undo(changes);
	}

	#perform(name: AnyEntry, values: readonly number[], undone: boolean): Record {
		this.kernel.effects = [];
		this.#reference.effects = [];
		const own = this.#enter(name, ...values);
		const result = this.#reference.enter(name, ...values);
		const changes = this.#shadow.update();
		this.#compare(`${name}(${values.join(', ')})`, own, result);
		const record = { name, values, result, effects: this.#reference.effects, changes };
		for (const block of takeMarks(this.kernel.bytes, this.#coverage.count)) {
			this.#reached[block]?.push(this.#trials.length);
		}
		const sequence = this.#sequences.length - 1;
		this.#trials.push({ sequence, place: this.#sequences[sequence]?.records.length ?? 0, record, undone });
		return record;
	}

	/** The kernel itself must do what the reference does, or the verdict on its mutants would mean nothing. */
	#compare(what: string, own: number, result: number): void {
		if (own !== result) throw new Disagreement(`${what} is ${own}, not ${result}`);
		const effects = JSON.stringify(this.kernel.effects);
		if (effects !== JSON.stringify(this.#reference.effects)) throw new Disagreement(`${what} uses ${effects}`);
		const place = this.#shadow.firstDifference(this.kernel.bytes);
		if (place !== undefined) throw new Disagreement(`${what} leaves another word at ${place}`);
	}

	finish(): Corpus {
		return { sequences: this.#sequences, trials: this.#trials, reached: this.#reached };
	}
}

/** A state in which nothing has happened yet. */
export const UNBOOTED: SavedState = { dense: new Uint8Array(DENSE_END), backed: new Map() };

/** Is it an entry of the boot? */
export function isBootEntry(name: string): boolean {
	return (BOOT_ENTRIES as readonly string[]).includes(name);
}

export const ALL_ENTRIES: readonly AnyEntry[] = [...ENTRIES, ...BOOT_ENTRIES];
