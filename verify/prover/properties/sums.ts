/**
 * Quotas add up: what an account counts changes exactly as the rows that it owns do, and what is conserved is only moved. A sum over a table changes by
 * what the rows that were written say more or less than before; a row that is written under two names counts once.
 */
import { CONSERVED, SUMS, type Sum } from '../../invariants/catalogue.ts';
import { add, and, choose, constant, equal, not, subtract, variable } from '../build.ts';
import type { Goal, Property, Subjected } from '../goal.ts';
import { bitsOfKind } from '../instances.ts';
import { CELLS } from '../tables.ts';
import { reachable, type Term } from '../term.ts';

const ACCOUNT = 'account';

/** A statement's number of one row, in either state. */
interface Part {
	readonly over: string;
	/** Export, and what it takes behind the row. */
	readonly value: string;
	readonly others: readonly Term[];
}

/** Fields of `over`'s table that the part of a row depends on. */
function fieldsOf({ statements }: Subjected, { over, value, others }: Part): ReadonlySet<string> {
	const row = variable('counted', bitsOfKind(over));
	const applied = reachable([statements.value(value, [row, ...others], statements.before)]);
	return new Set(applied.filter(({ name, parts }) => CELLS.has(name) && parts[0] === row).map(({ name }) => name));
}

/** Rows whose part may have changed: those that one of these fields was written of. */
function rowsWritten(subjected: Subjected, part: Part): Term[] {
	const { state } = subjected.lifted.world;
	const writes = [...fieldsOf(subjected, part)].flatMap((name) => state.writes(name));
	return [...new Set(writes.map(({ index }) => index[0] as Term))];
}

/** What the sum over all rows is more than before; undefined when no row was written. */
function difference(subjected: Subjected, part: Part): Term | undefined {
	const { statements, lifted } = subjected;
	const rows = rowsWritten(subjected, part);
	if (rows.length === 0) return undefined;
	const value = (row: Term, state: typeof statements.before): Term =>
		statements.value(part.value, [row, ...part.others], state);
	const parts = rows.map((row, position) => {
		const first = and(...rows.slice(0, position).map((earlier) => not(equal(earlier, row))));
		return choose(first, subtract(value(row, lifted.world.state), value(row, statements.before)), constant(0));
	});
	return add(...parts);
}

/** An arbitrary account counts as much more as its rows are more. */
function sumGoal(subjected: Subjected, sum: Sum): Goal[] {
	const { statements, lifted } = subjected;
	const owner = variable('owner', bitsOfKind(ACCOUNT));
	const [before, after] = [statements.before, lifted.world.state].map((state) => statements.value(sum.total, [owner], state));
	const counted = difference(subjected, { over: sum.over, value: sum.value, others: [owner] });
	if (before === after && counted === undefined) return [];
	const statement = equal(subtract(after as Term, before as Term), counted ?? constant(0));
	return [{ says: sum.says, statement }];
}

export const SUMS_KEPT: Property = {
	name: 'sums',
	says: 'every account counts exactly what it owns, and slots, CPU share and pages are only moved',
	goals: (subjected) => [
		...SUMS.flatMap((sum) => sumGoal(subjected, sum)),
		...CONSERVED.flatMap(({ parts, says }): Goal[] => {
			const differences = parts.map(({ over, value }) => difference(subjected, { over, value, others: [] }));
			const changed = differences.filter((term) => term !== undefined);
			return changed.length === 0 ? [] : [{ says, statement: equal(add(...changed), constant(0)) }];
		}),
	],
};
