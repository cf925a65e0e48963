/** Rows of which nothing is known, and what is said of them. */
import { equal, variable } from '../build.ts';
import type { Lifted } from '../lift.ts';
import { type Cell, cellOf } from '../tables.ts';
import type { Term } from '../term.ts';

/** An arbitrary cell of a field: one number for each of its coordinates. */
export function anyIndex({ axes }: Cell): Term[] {
	return axes.map(({ bits }, position) => variable(`any${position}of${bits}`, bits));
}

/** A field of an arbitrary row, before and after. */
export interface Change {
	readonly name: string;
	readonly cell: Cell;
	readonly index: readonly Term[];
	readonly before: Term;
	readonly after: Term;
	/** It is the same afterwards. */
	readonly kept: Term;
}

/** What an execution may have done to one field. */
export function changeOf({ world }: Lifted, name: string): Change {
	const cell = cellOf(name);
	const index = anyIndex(cell);
	const before = world.state.initial(cell, index);
	const after = world.state.read(cell, index);
	return { name, cell, index, before, after, kept: equal(before, after) };
}

/** Every field that an execution may have changed. */
export function changesOf(lifted: Lifted): Change[] {
	return lifted.world.state.written.map((name) => changeOf(lifted, name));
}
