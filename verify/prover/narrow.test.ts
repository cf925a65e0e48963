/** What formulas take for granted of the width of fields follows from the invariants that are named beside it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildInvariants } from '../../tools/build/invariants.ts';
import { INVARIANTS } from '../invariants/catalogue.ts';
import { asTruth, extract, variable } from './build.ts';
import { bitsOfKind, Statements } from './instances.ts';
import { SOLVERS, solve } from './solver.ts';
import { ANYTHING, NARROW, State } from './state.ts';
import { cellOf } from './tables.ts';
import type { Term } from './term.ts';

const statements = new Statements(await buildInvariants(), new State(ANYTHING));

/** The invariant for the row of the cell: its first numbers, as many as it ranges over. */
function hypothesis(name: string, index: readonly Term[]): Term {
	const invariant = INVARIANTS.find((given) => given.name === name);
	assert.ok(invariant, `there is no invariant ${name}`);
	const rows = index.slice(0, invariant.over.length);
	assert.deepEqual(
		rows.map(({ width }) => width),
		invariant.over.map(bitsOfKind),
		name,
	);
	return statements.instance(name, rows, statements.before);
}

for (const [name, [bits, ...invariants]] of Object.entries(NARROW)) {
	test(`${name} has at most ${bits} bits`, async () => {
		const cell = cellOf(name);
		const index = cell.axes.map(({ bits: width }, position) => variable(`row${position}`, width));
		const rest = extract(ANYTHING(cell, index), cell.width * 8 - 1, bits);
		const question = [...invariants.map((invariant) => hypothesis(invariant, index)), asTruth(rest)];
		for (const solver of SOLVERS) assert.equal((await solve(solver, question)).answer, 'unsat', solver);
	});
}
