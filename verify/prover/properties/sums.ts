/**
 * Quotas add up: what an account counts changes exactly as the rows that it owns do, and what is conserved is only moved. A sum over a table changes by
 * what the rows that were written say more or less than before; a row that is written under two names counts once.
 */
import { CONSERVED, type Conserved, SUMS, type Sum } from '../../invariants/catalogue.ts';
import { add, and, choose, constant, equal, implies, not, subtract, variable } from '../build.ts';
import type { Goal, Property, Subjected } from '../goal.ts';
import { bitsOfKind } from '../instances.ts';
import { Path } from '../path.ts';
import type { State } from '../state.ts';
import { CELLS } from '../tables.ts';
import { reachable, type Term } from '../term.ts';

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

/** Where and when one of some fields was written. */
type Writes = readonly Pick<ReturnType<State['writes']>[number], 'condition' | 'index'>[];

function writesOf({ lifted }: Subjected, names: Iterable<string>): Writes {
	return [...names].flatMap((name) => lifted.world.state.writes(name));
}

function rowsOf(writes: Writes): Term[] {
	return [...new Set(writes.map(({ index }) => index[0] as Term))];
}

/** What the sum over all rows is more than before, given `facts`: each row once. */
function difference(subjected: Subjected, part: Part, facts: readonly Term[]): Term {
	const { statements, lifted } = subjected;
	const rows = rowsOf(writesOf(subjected, fieldsOf(subjected, part)));
	const path = Path.root(facts);
	const value = (row: Term, state: State): Term => statements.value(part.value, [row, ...part.others], state, facts);
	const parts = rows.map((row, position) => {
		const first = and(...rows.slice(0, position).map((earlier) => not(equal(earlier, row))));
		const more = subtract(value(row, lifted.world.state), value(row, statements.before));
		return choose(path.simplify(first), more, constant(0));
	});
	return parts.length === 0 ? constant(0) : add(...parts);
}

/** A goal for each way in which what it is about was written at all: when none of these conditions holds, nothing has changed. */
function whenWritten(writes: Writes, says: string, claim: (facts: readonly Term[]) => Term): Goal[] {
	const conditions = new Set(writes.map(({ condition }) => condition));
	return [...conditions].map((condition) => ({ says, statement: implies(condition, claim([condition])) }));
}

/** An account counts as much more as its rows are more: each account whose count was written, and an arbitrary one that is none of these. */
function sumGoals(subjected: Subjected, sum: Sum): Goal[] {
	const { statements, lifted } = subjected;
	const any = variable('owner', bitsOfKind('account'));
	const total = fieldsOf(subjected, { over: 'account', value: sum.total, others: [] });
	const counts = writesOf(subjected, total);
	const parts = { over: sum.over, value: sum.value, others: [any] };
	const writes = [...counts, ...writesOf(subjected, fieldsOf(subjected, parts))];
	const counted = rowsOf(counts);
	const other = counted.map((row) => not(equal(any, row)));
	const claim = (owner: Term, given: readonly Term[]): Term => {
		const [before, after] = [statements.before, lifted.world.state].map((state) =>
			statements.value(sum.total, [owner], state, given),
		);
		return equal(subtract(after as Term, before as Term), difference(subjected, { ...parts, others: [owner] }, given));
	};
	return [
		...counted.flatMap((row) => whenWritten(writes, sum.says, (facts) => claim(row, facts))),
		...whenWritten(writes, sum.says, (facts) => implies(and(...other), claim(any, [...facts, ...other]))),
	];
}

function conservedGoals(subjected: Subjected, { parts, says }: Conserved): Goal[] {
	const list = parts.map(({ over, value }): Part => ({ over, value, others: [] }));
	const writes = list.flatMap((part) => writesOf(subjected, fieldsOf(subjected, part)));
	return whenWritten(writes, says, (facts) =>
		equal(add(...list.map((part) => difference(subjected, part, facts))), constant(0)),
	);
}

export const SUMS_KEPT: Property = {
	name: 'sums',
	says: 'every account counts exactly what it owns, and slots, CPU share and pages are only moved',
	goals: (subjected) => [
		...SUMS.flatMap((sum) => sumGoals(subjected, sum)),
		...CONSERVED.flatMap((conserved) => conservedGoals(subjected, conserved)),
	],
};
