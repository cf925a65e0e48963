/** The makers simplify as they go, and everything proved rests on them: whatever they make must be worth what was asked for. More with TESSERA_RUNS=<number>. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { not } from './build.ts';
import { Evaluation } from './evaluate.ts';
import { Path } from './path.ts';
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
			}
		}),
		SETTINGS,
	);
});
