/** Random sequences of kernel entries in lockstep with the specification: a search for the first that is not what it says. */

import { Dice } from '../../test/kernel/arguments.ts';
import { step } from '../../test/kernel/random.ts';
import type { Step } from '../../test/kernel/session.ts';
import { Worlds } from '../../test/kernel/start.ts';
import { Diverged, Lockstep } from './lockstep.ts';

/** How far to search. */
export interface Search {
	/** Kernel entries to make, booting left out of account. */
	readonly entries: number;
	/** Where the random numbers start. */
	readonly seed: number;
	/** Steps of one sequence; the machine can suspend activations in every other sequence. */
	readonly steps: number;
	/** Told of every entry that was as specified. */
	readonly observe?: (step: Step) => void;
}

/**
 * The first entry of a random sequence in which `kernel` (a `kernel.wasm`, mutated or not) does not do what the specification says; undefined
 * when all `entries` are as specified. A kernel that does not even boot the test system is found as well.
 */
export function findDivergence(kernel: Uint8Array, specification: Uint8Array, search: Search): Diverged | undefined {
	const [kernelModule, specificationModule] = [kernel, specification].map(
		(wasm) => new WebAssembly.Module(new Uint8Array(wasm)),
	) as [WebAssembly.Module, WebAssembly.Module];
	const worlds = new Worlds(new Lockstep(kernelModule, specificationModule));
	const dice = new Dice(search.seed);
	try {
		for (let made = 0, sequence = 0; made < search.entries; sequence++) {
			const session = worlds.start(sequence % 2 === 0);
			session.after = (entry) => {
				made++;
				search.observe?.(entry);
			};
			for (let steps = 0; steps < search.steps; steps++) step(session, dice.next());
		}
	} catch (error) {
		if (error instanceof Diverged) return error;
		throw error;
	}
	return undefined;
}
