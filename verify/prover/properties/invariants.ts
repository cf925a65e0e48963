/** Every invariant that holds before an entry holds after it. */
import { implies } from '../build.ts';
import type { Goal, Property } from '../goal.ts';
import { bitsOfKind } from '../instances.ts';
import { Path } from '../path.ts';
import { anyNumbers } from './rows.ts';

export const INVARIANTS_KEPT: Property = {
	name: 'invariants',
	says: 'every invariant holds afterwards for every row',
	together: 24,
	goals: ({ facts, lifted, statements, invariants }) => {
		return invariants.flatMap(({ name, over }) => {
			return anyNumbers(over.map(bitsOfKind)).flatMap((index): Goal[] => {
				const after = statements.instance(name, index, lifted.world.state);
				const before = statements.instance(name, index, statements.before);
				if (after === before) return [];
				return [{ says: name, statement: implies(before, Path.root([...facts, before]).simplify(after)) }];
			});
		});
	},
};
