/** Random sequences of kernel entries in lockstep with the specification: a search for the first that is not what it says. */

import { Dice } from '../../test/kernel/arguments.ts';
import { step } from '../../test/kernel/random.ts';
import type { Session, Step } from '../../test/kernel/session.ts';
import { Worlds } from '../../test/kernel/start.ts';
import { age } from './aging.ts';
import { Diverged } from './companion.ts';
import { Lockstep } from './lockstep.ts';
import { callThrottled, impoverish } from './scenes.ts';

/** How far to search. */
export interface Search {
	/** Kernel entries to make, booting left out of account. */
	readonly entries: number;
	/** Where the random numbers start. */
	readonly seed: number;
	/** Steps of one sequence. */
	readonly steps: number;
	/** Told of every entry that was as specified. */
	readonly observe?: (step: Step) => void;
}

/** One in so many steps of a sequence with poor servers is a call to one that is throttled. */
const CALL_THROTTLED_ONE_IN = 12;

/**
 * The first entry of a random sequence in which `kernel` (a `kernel.wasm`, mutated or not) does not do what the specification says; undefined
 * when all `entries` are as specified. Machines that can suspend activations and machines that cannot take turns; of four systems one
 * becomes old half-way (aging.ts), one has poor servers (scenes.ts). A kernel that does not even boot the test system is found as well.
 */
export function findDivergence(kernel: Uint8Array, specification: Uint8Array, search: Search): Diverged | undefined {
	const lockstep = new Lockstep(moduleOf(kernel), moduleOf(specification));
	const worlds = new Worlds(lockstep);
	const dice = new Dice(search.seed);
	let made = 0;
	const after = (entry: Step): void => {
		made++;
		search.observe?.(entry);
	};
	try {
		for (let sequence = 0; made < search.entries; sequence++) {
			const session = worlds.start(sequence % 8 < 4);
			session.after = after;
			if (sequence % 4 === 0) runOld(session, lockstep, dice, search.steps);
			else if (sequence % 4 === 1) runPoor(session, dice, search.steps);
			else run(session, dice, search.steps);
		}
	} catch (error) {
		if (error instanceof Diverged) return error;
		throw error;
	}
	return undefined;
}

function moduleOf(wasm: Uint8Array): WebAssembly.Module {
	return new WebAssembly.Module(new Uint8Array(wasm));
}

function run(session: Session, dice: Dice, steps: number): void {
	for (let made = 0; made < steps; made++) step(session, dice.next());
}

function runOld(session: Session, lockstep: Lockstep, dice: Dice, steps: number): void {
	run(session, dice, steps >>> 1);
	age(lockstep, dice);
	lockstep.synchronise();
	run(session, dice, steps - (steps >>> 1));
}

function runPoor(session: Session, dice: Dice, steps: number): void {
	impoverish(session);
	for (let made = 0; made < steps; made++) {
		if (dice.oneIn(CALL_THROTTLED_ONE_IN)) callThrottled(session, dice);
		else step(session, dice.next());
	}
}
