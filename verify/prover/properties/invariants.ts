/** Every invariant that holds before an entry holds after it. */
import { and, equal, implies, not, TRUE } from '../build.ts';
import type { Goal, Property, Subjected } from '../goal.ts';
import { bitsOfKind } from '../instances.ts';
import { Path } from '../path.ts';
import type { Term } from '../term.ts';
import { anyNumbers } from './rows.ts';

/** Kinds of rows of which an entry writes many, one leading to the next: each of these is a case of its own. */
const CASES: Readonly<Record<string, string>> = { node: 'TIMER.TIME' };

/** The rows that `over` may stand for, with what is known of them: those that are written one by one, and any other one. */
function casesOf({ lifted }: Subjected, over: readonly string[]): readonly { index: readonly Term[]; known: Term }[] {
	const any = anyNumbers(over.map(bitsOfKind)).map((index) => ({ index, known: TRUE() }));
	const field = over.length === 1 ? CASES[over[0] as string] : undefined;
	if (field === undefined) return any;
	const written = [...new Set(lifted.world.state.writes(field).map(({ index }) => index[0] as Term))];
	const others = any.map(({ index }) => ({
		index,
		known: and(...written.map((row) => not(equal(row, index[0] as Term)))),
	}));
	return [...written.map((row) => ({ index: [row], known: TRUE() })), ...others];
}

export const INVARIANTS_KEPT: Property = {
	name: 'invariants',
	says: 'every invariant holds afterwards for every row',
	together: 1,
	goals: (subjected) => {
		const { facts, lifted, statements, invariants } = subjected;
		return invariants.flatMap(({ name, over }) => {
			return casesOf(subjected, over).flatMap(({ index, known }): Goal[] => {
				const after = statements.instance(name, index, lifted.world.state);
				const before = statements.instance(name, index, statements.before);
				if (after === before) return [];
				const given = and(before, known);
				return [{ says: name, statement: implies(given, Path.root([...facts, given]).simplify(after)) }];
			});
		});
	},
};
