/** Rows of which nothing is known, and what is said of them. */
import { constant, equal, variable } from '../build.ts';
import type { Lifted } from '../lift.ts';
import { type Cell, cellOf } from '../tables.ts';
import type { Term } from '../term.ts';

/** Numbers of so many bits are gone through one by one: what is written there is then known at sight. */
const FEW_BITS = 4;

/** Every number that a coordinate of `bits` bits may have: one that stands for all, or all of them when they are few. */
function anyNumber(bits: number, position: number): Term[] {
	if (bits > FEW_BITS) return [variable(`any${position}of${bits}`, bits)];
	return Array.from({ length: 2 ** bits }, (_, value) => constant(value, bits));
}

/** Numbers of so many bits each, which together stand for every combination. */
export function anyNumbers(widths: readonly number[]): Term[][] {
	return widths
		.map(anyNumber)
		.reduce<Term[][]>(
			(tuples, numbers) => tuples.flatMap((tuple) => numbers.map((number) => [...tuple, number])),
			[[]],
		);
}

/** Coordinates that together stand for every cell of a field. */
export function anyIndices({ axes }: Cell): Term[][] {
	return anyNumbers(axes.map(({ bits }) => bits));
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
export function changesOfField({ world }: Lifted, name: string): Change[] {
	const cell = cellOf(name);
	return anyIndices(cell).map((index) => {
		const before = world.state.initial(cell, index);
		const after = world.state.read(cell, index);
		return { name, cell, index, before, after, kept: equal(before, after) };
	});
}

/** Every field that an execution may have changed. */
export function changesOf(lifted: Lifted): Change[] {
	return lifted.world.state.written.flatMap((name) => changesOfField(lifted, name));
}
