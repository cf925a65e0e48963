/** What the solvers read must mean what the formulas mean: with all variables fixed, a formula has the value that plain evaluation gives it, and no other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constant, countLeading, countTrailing, not, or, truth, variable } from './build.ts';
import { Evaluation } from './evaluate.ts';
import { RandomTerms } from './random-terms.ts';
import { SOLVERS, type Solver, solve } from './solver.ts';
import { forgetTerms, intern, type Operation, reachable, type Term } from './term.ts';

const GROUPS = 12;
const FORMULAS = 40;
/** Widths at which the text can count zeros. */
const counts = (width: number): boolean => width === 32 || width === 64;

/** `term` is `value`, as it is: not simplified. */
function fixed(term: Term, value: bigint): Term {
	if (term.width === 0) return value === 1n ? term : intern('not', 0, [term]);
	return intern('equal', 0, [term, constant(value, term.width)]);
}

async function compare(solver: Solver, seed: number, used: Set<Operation>): Promise<void> {
	forgetTerms();
	const random = new RandomTerms(seed, counts);
	const formulas = Array.from({ length: FORMULAS }, () => random.grow().term).filter(
		({ operation }) => operation !== 'constant',
	);
	const evaluation = new Evaluation(random.given(seed % 6));
	const nodes = reachable(formulas);
	for (const { operation } of nodes) used.add(operation);
	const unknown = nodes.filter(({ operation }) => operation === 'variable' || operation === 'apply');
	const facts = unknown.map((term) => fixed(term, evaluation.value(term)));
	const wrong = formulas.map((term) => intern('not', 0, [fixed(term, evaluation.value(term))]));
	const other = await solve(solver, [...facts, intern('or', 0, [...wrong, truth(false)])]);
	assert.equal(other.answer, 'unsat', `${solver}, seed ${seed}: some formula has another value`);
	const same = await solve(solver, facts, formulas);
	assert.equal(same.answer, 'sat', `${solver}, seed ${seed}`);
	assert.deepEqual(
		same.values,
		formulas.map((term) => evaluation.value(term)),
		`${solver}, seed ${seed}`,
	);
}

for (const solver of SOLVERS) {
	test(`${solver} computes every operation as we do`, async () => {
		const used = new Set<Operation>();
		for (let seed = 1; seed <= GROUPS; seed++) await compare(solver, seed, used);
		const all: Operation[] = [
			'not',
			'and',
			'or',
			'equal',
			'below',
			'belowSigned',
			'choose',
			'add',
			'multiply',
			'divide',
		];
		all.push('remainder', 'bitAnd', 'bitOr', 'bitXor', 'shiftLeft', 'shiftRight', 'shiftRightSigned', 'extract');
		all.push('extend', 'extendSigned', 'countLeading', 'countTrailing', 'variable', 'apply');
		for (const operation of all) assert.ok(used.has(operation), `no formula with ${operation}`);
	});
}

test('zeros before and behind every bit are counted', async () => {
	forgetTerms();
	const values = [32, 64].flatMap((width) =>
		Array.from({ length: width }, (_, bit) => [0n, 1n << BigInt(bit), (1n << BigInt(bit)) - 1n, ~0n << BigInt(bit)])
			.flat()
			.map((value) => ({ width, value: BigInt.asUintN(width, value) })),
	);
	const numbers = values.map(({ width }, position) => variable(`v${position}`, width));
	const facts = numbers.map((number, position) => fixed(number, values[position]?.value ?? 0n));
	const counted = numbers.flatMap((number) => [countLeading(number), countTrailing(number)]);
	const given = { variable: (name: string) => values[Number(name.slice(1))]?.value ?? 0n, apply: () => 0n };
	const evaluation = new Evaluation(given);
	for (const solver of SOLVERS) {
		assert.deepEqual(
			(await solve(solver, facts, counted)).values,
			counted.map((term) => evaluation.value(term)),
			solver,
		);
	}
});

test('a question with a wrong value is answered with sat', async () => {
	forgetTerms();
	const random = new RandomTerms(1, counts);
	const evaluation = new Evaluation(random.given(0));
	const { term } = random.grow();
	const wrong = or(fixed(term, evaluation.value(term) ^ 1n), not(fixed(term, evaluation.value(term))));
	assert.equal((await solve('z3', [wrong])).answer, 'sat');
});
