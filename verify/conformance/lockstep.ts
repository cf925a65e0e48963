/**
 * A kernel and its specification side by side, in V8: after every entry result, uses of machine functions and all memory must be equal. What
 * drives a `ModelKernel` drives this one just as well, booting included.
 */

import * as layout from '../../kernel/layout.ts';
import {
	type BootEntryName,
	type Effect,
	type EntryName,
	ModelKernel,
	type SavedState,
} from '../../test/kernel/kernel.ts';
import { placeAt } from './place.ts';

/** Where kernel and specification differ: a result, a use of a machine function or a field. */
export interface Difference {
	readonly place: string;
	readonly kernel: string;
	readonly specification: string;
}

const MOST_DIFFERENCES = 8;

/** An entry whose outcome is not that of the specification. */
export class Diverged extends Error {
	readonly entry: string;
	readonly values: readonly number[];
	readonly differences: readonly Difference[];

	constructor(entry: string, values: readonly number[], differences: readonly Difference[]) {
		const lines = differences.map(
			({ place, kernel, specification }) => `  ${place}: the kernel has ${kernel}, the specification ${specification}`,
		);
		super(`${entry}(${values.join(', ')}) is not what the specification says:\n${lines.join('\n')}`);
		this.name = 'Diverged';
		this.entry = entry;
		this.values = values;
		this.differences = differences;
	}
}

/** A result in words; the kernel may also trap. */
function outcome(perform: () => number): string {
	try {
		return String(perform());
	} catch (error) {
		if (error instanceof WebAssembly.RuntimeError) return `a trap (${error.message})`;
		throw error;
	}
}

function render(effect: Effect | undefined): string {
	return effect === undefined ? 'nothing' : `${effect.name}(${effect.values.join(', ')})`;
}

export class Lockstep extends ModelKernel {
	readonly #specification: ModelKernel;

	constructor(kernel: WebAssembly.Module, specification: WebAssembly.Module) {
		super(kernel);
		this.#specification = new ModelKernel(specification);
	}

	/** Makes the entry on both; throws Diverged when they do not agree. */
	override enter(name: EntryName | BootEntryName, ...values: number[]): number {
		const before = this.effects.length;
		this.#specification.effects = [];
		let result = 0;
		const here = outcome(() => {
			result = super.enter(name, ...values);
			return result;
		});
		const there = outcome(() => this.#specification.enter(name, ...values));
		const differences = [
			...(here === there ? [] : [{ place: 'result', kernel: here, specification: there }]),
			...this.#compareEffects(before),
			...this.#compareMemory(),
		];
		if (differences.length > 0) throw new Diverged(name, values, differences.slice(0, MOST_DIFFERENCES));
		return result;
	}

	/** Goes back to a saved state, the specification too. */
	override restore(state: SavedState): void {
		super.restore(state);
		this.#specification.restore(state);
	}

	/** The specification goes on from the kernel's state: after somebody other than an entry has changed that. */
	synchronise(): void {
		this.#specification.restore(this.save());
	}

	#compareEffects(before: number): Difference[] {
		const expected = this.#specification.effects;
		const made = this.effects.slice(before);
		const differences: Difference[] = [];
		for (let index = 0; index < Math.max(made.length, expected.length); index++) {
			const kernel = render(made[index]);
			const specification = render(expected[index]);
			if (kernel !== specification) differences.push({ place: `machine function ${index}`, kernel, specification });
		}
		return differences;
	}

	/** The dense tables, and whatever either has backed. */
	#compareMemory(): Difference[] {
		const differences: Difference[] = [];
		const pieces = new Map([[0, layout.DENSE_END], ...this.backed, ...this.#specification.backed]);
		for (const [address, length] of pieces) {
			const here = Buffer.from(this.bytes.buffer, address, length);
			const there = Buffer.from(this.#specification.bytes.buffer, address, length);
			if (!here.equals(there)) this.#compareWords(address, length, differences);
		}
		return differences;
	}

	#compareWords(address: number, length: number, differences: Difference[]): void {
		for (let at = address; at < address + length && differences.length < MOST_DIFFERENCES; ) {
			const place = this.word(at) === this.#specification.word(at) ? undefined : placeAt(at);
			if (place !== undefined) {
				const [kernel, specification] = [this, this.#specification].map((one) => valueAt(one, place));
				differences.push({ place: place.name, kernel: kernel ?? '', specification: specification ?? '' });
			}
			at = place === undefined ? at + 4 : Math.max(at + 4, place.address + place.width);
		}
	}
}

/** The number at a place. */
function valueAt(kernel: ModelKernel, { address, width }: { address: number; width: number }): string {
	if (width === 8) return String(kernel.long(address));
	return String(width === 1 ? kernel.bytes[address] : kernel.word(address));
}
