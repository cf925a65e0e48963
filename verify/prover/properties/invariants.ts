/** Every invariant that holds before an entry holds after it. */
import { variable } from '../build.ts';
import type { Property } from '../goal.ts';
import { bitsOfKind } from '../instances.ts';

export const INVARIANTS_KEPT: Property = {
	name: 'invariants',
	says: 'every invariant holds afterwards for every row',
	goals: ({ lifted, statements, invariants }) => {
		return invariants.flatMap(({ name, over }) => {
			const index = over.map((kind, position) => variable(`any${position}of${bitsOfKind(kind)}`, bitsOfKind(kind)));
			const statement = statements.instance(name, index, lifted.world.state);
			return statement === statements.instance(name, index, statements.before) ? [] : [{ says: name, statement }];
		});
	},
};
