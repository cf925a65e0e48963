/** What is explored: a small system, and everything that can happen in it. */

import type { EntryName } from '../../test/kernel/kernel.ts';
import type { Builder } from './builder.ts';
import type { Pair } from './symmetry.ts';

/** Argument of an entry that is only known when it is made: what is left of the limit, and the time as two words. */
export type Hole = 'left' | 'low' | 'high';

/**
 * Who can make an entry: the process that executes, whichever it is; one process, by row, while it executes; the machine, while nobody
 * executes, or at any time.
 */
export type Actor = 'executing' | 'idle' | 'anytime' | number;

/** How much time passes before the entry: nothing, one quantum, the rest of the limit, or until the first alarm. */
export type Passing = 'nothing' | 'quantum' | 'limit' | 'alarm';

/** One thing that can happen. */
export interface Action {
	/** `client calls server`. */
	readonly title: string;
	readonly by: Actor;
	/** None: time passes, nothing else. */
	readonly entry?: EntryName;
	readonly values: readonly (number | Hole)[];
	readonly passes: Passing;
	/** Slots of the acting process whose capabilities must be good if the entry succeeds. */
	readonly uses: readonly number[];
}

export interface Configuration {
	readonly name: string;
	/** What it is about, in one sentence. */
	readonly says: string;
	/** A machine that can suspend an activation (ARM64) or cannot (hosted). */
	readonly canSuspend: boolean;
	/** Processes use up time: budgets, refills and overruns are part of the states. */
	readonly timed: boolean;
	/** Processes that can fault. */
	readonly faults: boolean;
	/** Rows whose generations change: what is not named here keeps its generation. */
	readonly grants: readonly number[];
	readonly regions: readonly number[];
	/** Two processes that can be exchanged; none of them may wait for a time. */
	readonly alike?: Pair;
	readonly build: (builder: Builder) => void;
	readonly actions: readonly Action[];
}

/** Nanoseconds: all that a process uses up is a multiple of it. */
export const QUANTUM = 1000;
/** The time at which every state is looked at; periods are shorter. */
export const START = 1 << 20;
/** Entries whose negative results are errors, and so must have changed nothing. */
export const REFUSING: ReadonlySet<string> = new Set(['system', 'call', 'callWith', 'notify', 'notifySwitch']);
