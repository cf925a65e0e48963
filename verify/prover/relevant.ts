/** Why a formula has the value that it has in one case: the contents of tables that decide it. Of a choice only the way that is taken counts. */
import type { Evaluation } from './evaluate.ts';
import type { Term } from './term.ts';

/** Parts of which one alone decides the whole, when it has this value. */
const DECIDING: Partial<Readonly<Record<Term['operation'], bigint>>> = { and: 0n, or: 1n, bitAnd: 0n, multiply: 0n };

/** The parts that the value of `term` follows from. */
function decisive(term: Term, evaluation: Evaluation, seen: ReadonlySet<Term>): readonly Term[] {
	if (term.operation === 'choose') {
		const [condition, yes, no] = term.parts as [Term, Term, Term];
		return [condition, evaluation.holds(condition) ? yes : no];
	}
	const value = DECIDING[term.operation];
	const deciding = value === undefined ? [] : term.parts.filter((part) => evaluation.value(part) === value);
	if (deciding.length === 0) return term.parts;
	return [deciding.find((part) => seen.has(part)) ?? (deciding[0] as Term)];
}

/** Everything of unknown contents that the value of `root` depends on. */
export function reasonsOf(root: Term, evaluation: Evaluation): readonly Term[] {
	const seen = new Set<Term>([root]);
	for (const term of seen) for (const part of decisive(term, evaluation, seen)) seen.add(part);
	return [...seen].filter(({ operation }) => operation === 'apply');
}
