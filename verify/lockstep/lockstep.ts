/** A kernel in V8 that is held against its specification at every entry. What drives a `ModelKernel` drives this one as well, booting included. */

import { type BootEntryName, type EntryName, ModelKernel, type SavedState } from '../../test/kernel/kernel.ts';
import { Companion, outcomeOf } from './companion.ts';

export class Lockstep extends ModelKernel {
	readonly #companion: Companion;

	constructor(kernel: WebAssembly.Module, specification: WebAssembly.Module) {
		super(kernel);
		this.#companion = new Companion(specification);
	}

	/** Makes the entry on both; throws Diverged when they do not agree. */
	override enter(name: EntryName | BootEntryName, ...values: number[]): number {
		const before = this.effects.length;
		let result = 0;
		const outcome = outcomeOf(() => {
			result = super.enter(name, ...values);
			return result;
		});
		this.#companion.follow(this, { name, values, outcome, effects: this.effects.slice(before) });
		return result;
	}

	/** Goes back to a saved state, the specification too. */
	override restore(state: SavedState): void {
		super.restore(state);
		this.#companion.restore(state);
	}

	/** The specification goes on from the kernel's state: after somebody other than an entry has changed that. */
	synchronise(): void {
		this.#companion.restore(this.save());
	}
}
