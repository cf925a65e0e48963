/** The makers simplify as they go, and everything proved rests on them: whatever they make must be worth what was asked for. More with TESSERA_RUNS=<number>. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { and, choose, constant, equal, not, or, under, variable } from './build.ts';
import { Evaluation } from './evaluate.ts';
import { type Arrival, merge, Path } from './path.ts';
import { CASES, RandomTerms } from './random-terms.ts';
import { forgetTerms, type Term } from './term.ts';

const RUNS = Number(process.env.TESSERA_RUNS ?? 4000);
const SEED = Number(process.env.TESSERA_SEED ?? 2026);
const GROUPS = fc.tuple(fc.nat(0x7fffffff), fc.integer({ min: 1, max: 40 }));
const SETTINGS = { numRuns: RUNS, seed: SEED };

/** A formula as text, for messages. */
function show(term: Term): string {
	if (term.operation === 'constant') return `${term.value}:${term.width}`;
	if (term.operation === 'variable') return term.name;
	return `${term.operation}${term.operation === 'extract' ? term.value : ''}:${term.width}(${term.parts.map(show).join(', ')})`;
}

test('a formula is worth what the operation says, and has no bits that it is said not to have', () => {
	let made = 0;
	fc.assert(
		fc.property(GROUPS, ([seed, count]) => {
			forgetTerms();
			const random = new RandomTerms(seed);
			const cases = Array.from({ length: CASES }, (_, index) => new Evaluation(random.given(index)));
			for (let number = 0; number < count; number++) {
				const { term, values } = random.grow();
				made++;
				for (const [index, value] of values.entries()) {
					const evaluated = cases[index]?.value(term);
					assert.equal(evaluated, value, `case ${index}: ${show(term)}`);
					if (term.width > 0) assert.equal(value & ~term.bits, 0n, `bits of ${show(term)} in case ${index}`);
				}
			}
		}),
		SETTINGS,
	);
	assert.ok(made > RUNS * 15, `only ${made} formulas`);
});

test('what a path knows may be put into formulas wherever the path leads', () => {
	fc.assert(
		fc.property(GROUPS, fc.nat(CASES - 1), ([seed, count], index) => {
			forgetTerms();
			const random = new RandomTerms(seed);
			for (let number = 0; number < count; number++) random.grow();
			const evaluation = new Evaluation(random.given(index));
			let path: Path | undefined = Path.root();
			for (const [position, { term }] of random.samples.entries()) {
				if (term.width > 0 || position % 2 === 0) continue;
				path = path.with(evaluation.holds(term) ? term : not(term));
				assert.ok(path !== undefined, `a path where ${show(term)} is decided cannot be taken`);
			}
			assert.ok(evaluation.holds(path.whole));
			for (const { term, values } of random.samples) {
				assert.equal(evaluation.value(path.simplify(term)), values[index], show(term));
				assert.equal(evaluation.value(path.narrow(term)), values[index], show(term));
			}
		}),
		SETTINGS,
	);
});

/** So many conditions, of which every combination is tried. */
const FEW = 3;

/** Formulas over few conditions, so that they often have to do with each other; and how much each is worth in each combination. */
class FewConditions {
	readonly #atoms = Array.from({ length: FEW }, (_, index) => equal(variable(`v${index}`, 8), constant(1, 8)));
	readonly cases = Array.from(
		{ length: 2 ** FEW },
		(_, bits) => new Evaluation({ variable: (name) => BigInt((bits >> Number(name.slice(1))) & 1), apply: () => 0n }),
	);
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	number(below: number): number {
		this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
		return Math.floor((this.#state / 2 ** 32) * below);
	}

	condition(depth: number): Term {
		const kind = depth === 0 ? 0 : this.number(4);
		if (kind === 0) return this.#atoms[this.number(FEW)] as Term;
		if (kind === 1) return not(this.condition(depth - 1));
		const parts = Array.from({ length: 2 + this.number(2) }, () => this.condition(depth - 1));
		return kind === 2 ? and(...parts) : or(...parts);
	}

	/** A choice, and its worth in each case. */
	choice(depth: number): { term: Term; values: readonly bigint[] } {
		if (depth === 0) {
			const value = BigInt(this.number(3));
			return { term: constant(value, 8), values: this.cases.map(() => value) };
		}
		const condition = this.condition(2);
		const [left, right] = [this.choice(this.number(depth)), this.choice(this.number(depth))];
		const values = this.cases.map((given, index) =>
			given.holds(condition) ? (left.values[index] as bigint) : (right.values[index] as bigint),
		);
		return { term: choose(condition, left.term, right.term), values };
	}
}

test('choices in choices over the same conditions stay what they are, also where something is known', () => {
	fc.assert(
		fc.property(fc.nat(0x7fffffff), (seed) => {
			forgetTerms();
			const random = new FewConditions(seed);
			const { term, values } = random.choice(5);
			const known = random.condition(3);
			const reduced = under(term, known);
			for (const [index, given] of random.cases.entries()) {
				assert.equal(given.value(term), values[index], show(term));
				if (given.holds(known)) assert.equal(given.value(reduced), values[index], `${show(term)} under ${show(known)}`);
			}
		}),
		SETTINGS,
	);
});

/** Goes on from `path` with branches that return early or meet again; what arrives at the end carries the number of its way. */
function wander(random: FewConditions, path: Path, depth: number, arrivals: Arrival[]): Path | undefined {
	if (depth === 0) return path;
	const condition = random.condition(2);
	const ways = [path.with(condition), path.with(not(condition))].map((way) => {
		if (way === undefined || random.number(3) > 0) return way;
		const end = wander(random, way, depth - 1, arrivals);
		if (end === undefined || random.number(2) === 0) return end;
		arrivals.push({ path: end, values: [constant(arrivals.length, 8)] });
		return undefined;
	});
	const open = ways.filter((way) => way !== undefined);
	const met = merge(open.map((way) => ({ path: way, values: [] })));
	return met === undefined ? undefined : wander(random, met.path, depth - 1, arrivals);
}

test('where ways come together each value is that of the way taken', () => {
	fc.assert(
		fc.property(fc.nat(0x7fffffff), (seed) => {
			forgetTerms();
			const random = new FewConditions(seed);
			const arrivals: Arrival[] = [];
			const rest = wander(random, Path.root(), 4, arrivals);
			if (rest !== undefined) arrivals.push({ path: rest, values: [constant(arrivals.length, 8)] });
			const { values } = merge(arrivals) as Arrival;
			const value = values[0] as Term;
			for (const given of random.cases) {
				const taken = arrivals.filter(({ path }) => given.holds(path.whole));
				assert.equal(taken.length, 1);
				assert.equal(given.value(value), taken[0]?.values[0]?.value, show(value));
			}
		}),
		SETTINGS,
	);
});
