/** What formulas are worth when everything unknown in them is known: plain arithmetic, node by node, with SMT-LIB's meaning of each operation. */
import { mask, reachable, type Term } from './term.ts';

/** One case: what variables and the contents of tables are. Unsigned; truth values are 1 and 0. */
export interface Case {
	variable(name: string): bigint;
	apply(name: string, values: readonly bigint[]): bigint;
}

function truth(value: boolean): bigint {
	return value ? 1n : 0n;
}

function signed(value: bigint, { width }: Term): bigint {
	return BigInt.asIntN(width, value);
}

/** Number of bits up to the highest one. */
function lengthOf(value: bigint): number {
	return value === 0n ? 0 : value.toString(2).length;
}

function trailing(value: bigint, width: number): bigint {
	return value === 0n ? BigInt(width) : BigInt(lengthOf(value & -value) - 1);
}

type Rule = (term: Term, values: readonly bigint[]) => bigint;

/** Operations of one or two parts get them by name, the others all of them. */
function pair(rule: (left: bigint, right: bigint, term: Term) => bigint): Rule {
	return (term, values) => rule(values[0] as bigint, (values[1] ?? 0n) as bigint, term);
}

function all(rule: (left: bigint, right: bigint) => bigint): Rule {
	return (_, values) => values.reduce(rule);
}

function first({ parts }: Term): Term {
	return parts[0] as Term;
}

const RULES: Readonly<Record<Exclude<Term['operation'], 'variable' | 'apply'>, Rule>> = {
	constant: ({ value }) => value,
	not: pair((value) => 1n - value),
	and: all((left, right) => left & right),
	or: all((left, right) => left | right),
	equal: pair((left, right) => truth(left === right)),
	below: pair((left, right) => truth(left < right)),
	belowSigned: pair((left, right, term) => truth(signed(left, first(term)) < signed(right, first(term)))),
	choose: (_, [condition, yes, no]) => (condition === 1n ? yes : no) as bigint,
	add: all((left, right) => left + right),
	multiply: all((left, right) => left * right),
	divide: pair((left, right, { width }) => (right === 0n ? mask(width) : left / right)),
	remainder: pair((left, right) => (right === 0n ? left : left % right)),
	bitAnd: all((left, right) => left & right),
	bitOr: all((left, right) => left | right),
	bitXor: all((left, right) => left ^ right),
	shiftLeft: pair((left, right, { width }) => (right >= BigInt(width) ? 0n : left << right)),
	shiftRight: pair((left, right) => left >> right),
	shiftRightSigned: pair((left, right, term) => signed(left, term) >> right),
	extract: pair((value, _, term) => value >> term.value),
	extend: pair((value) => value),
	extendSigned: pair((value, _, term) => signed(value, first(term))),
	countLeading: pair((value, _, { width }) => BigInt(width - lengthOf(value))),
	countTrailing: pair((value, _, { width }) => trailing(value, width)),
};

/** Values of formulas in one case; parts that several of them share are computed once. */
export class Evaluation {
	readonly #given: Case;
	readonly #known = new Map<Term, bigint>();

	constructor(given: Case) {
		this.#given = given;
	}

	value(root: Term): bigint {
		if (!this.#known.has(root)) for (const term of reachable([root])) this.#enter(term);
		return this.#known.get(root) as bigint;
	}

	holds(condition: Term): boolean {
		return this.value(condition) === 1n;
	}

	#enter(term: Term): void {
		if (this.#known.has(term)) return;
		const values = term.parts.map((part) => this.#known.get(part) as bigint);
		this.#known.set(term, BigInt.asUintN(Math.max(term.width, 1), this.#compute(term, values)));
	}

	#compute(term: Term, values: readonly bigint[]): bigint {
		if (term.operation === 'variable') return this.#given.variable(term.name);
		if (term.operation === 'apply') return this.#given.apply(term.name, values);
		return RULES[term.operation](term, values);
	}
}

/** The value of one formula. */
export function evaluate(term: Term, given: Case): bigint {
	return new Evaluation(given).value(term);
}
