/** No trap, no access outside the tables or to a block that is not there, no machine function used wrongly. */
import { not, TRUE } from '../build.ts';
import type { Property } from '../goal.ts';

export const SAFETY: Property = {
	name: 'safety',
	says: 'no trap, no access outside its tables or to memory that is not backed, machine functions used as agreed',
	goals: ({ lifted }) => [
		{ says: 'every address is understood', statement: TRUE() },
		...lifted.world.hazards.map(({ says, condition }) => ({ says, statement: not(condition) })),
	],
};
