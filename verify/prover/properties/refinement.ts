/** The entry does exactly what its specification says: the same result, the same contents of every table, the same requests to the machine. */
import { equal } from '../build.ts';
import type { Goal, Property } from '../goal.ts';
import { type Lifted, lift } from '../lift.ts';
import { State } from '../state.ts';
import { cellOf } from '../tables.ts';
import { anyIndices } from './rows.ts';

/** One execution gives, leaves and asks for the same as another from the same state. */
export function sameGoals(lifted: Lifted, wanted: Lifted): Goal[] {
	const goals: Goal[] = lifted.results.map((result, index) => ({
		says: 'its result is the specified one',
		statement: equal(result, wanted.results[index] ?? result),
	}));
	goals.push({
		says: 'what it asks of the machine is as specified',
		statement: equal(lifted.world.history, wanted.world.history),
	});
	const written = new Set([...lifted.world.state.written, ...wanted.world.state.written]);
	for (const cell of [...written].map(cellOf)) {
		for (const index of anyIndices(cell)) {
			const statement = equal(lifted.world.state.read(cell, index), wanted.world.state.read(cell, index));
			goals.push({ says: `${cell.name} is as specified`, statement });
		}
	}
	return goals;
}

export const REFINEMENT: Property = {
	name: 'refinement',
	says: 'result, tables and requests to the machine are exactly those of the specification',
	goals: ({ subject, lifted, facts, contents, specification }) =>
		sameGoals(lifted, lift(specification, subject, facts, new State(contents))),
};
