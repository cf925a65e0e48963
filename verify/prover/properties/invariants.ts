/** Every invariant that holds before an entry holds after it. */
import type { Property } from '../goal.ts';
import { bitsOfKind } from '../instances.ts';
import { anyNumbers } from './rows.ts';

export const INVARIANTS_KEPT: Property = {
	name: 'invariants',
	says: 'every invariant holds afterwards for every row',
	goals: ({ lifted, statements, invariants }) => {
		return invariants.flatMap(({ name, over }) => {
			return anyNumbers(over.map(bitsOfKind)).flatMap((index) => {
				const statement = statements.instance(name, index, lifted.world.state);
				return statement === statements.instance(name, index, statements.before) ? [] : [{ says: name, statement }];
			});
		});
	},
};
