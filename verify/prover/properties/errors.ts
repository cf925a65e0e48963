/** A refused call changes nothing. */
import { belowSigned, constant, equal, implies, variable } from '../build.ts';
import type { Property, Subjected } from '../goal.ts';
import type { Term } from '../term.ts';
import { HISTORY_BITS } from '../world.ts';
import { changesOf } from './rows.ts';

/** Entries whose negative results are errors. Those of `wait` come with a fault, the others have none. */
const REFUSING: ReadonlySet<string> = new Set(['system', 'call', 'callWith', 'callSlow', 'notify', 'notifySwitch']);
/** Fields that a refused call may set all the same: it says that there are no words, and whether to preempt. */
const OF_ERRORS: ReadonlySet<string> = new Set(['GLOBAL.OUT_WORDS', 'GLOBAL.OUT_PREEMPT']);

/** The result, where there is one. */
export function resultOf({ lifted }: Subjected): Term {
	return lifted.results[0] ?? constant(0);
}

/** The entry was refused. */
export function refused(subjected: Subjected): Term {
	return belowSigned(resultOf(subjected), constant(0));
}

export const ERRORS: Property = {
	name: 'errors',
	says: 'a refused call changes nothing and asks nothing of the machine',
	goals: (subjected) => {
		const { subject, lifted } = subjected;
		if (!REFUSING.has(subject.entry)) return [];
		const error = refused(subjected);
		const quiet = equal(lifted.world.history, variable('history', HISTORY_BITS));
		return [
			{ says: 'a refused call asks nothing of the machine', statement: implies(error, quiet) },
			...changesOf(lifted)
				.filter(({ name }) => !OF_ERRORS.has(name))
				.map(({ name, kept }) => ({ says: `a refused call leaves ${name} alone`, statement: implies(error, kept) })),
		];
	},
};
