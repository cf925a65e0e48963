/** The condition under which an instruction is reached: a chain of conditions, each taken under those before it. */
import { and, below, choose, conjuncts, equal, isConstant, not, or, TRUE, under } from './build.ts';
import type { Term } from './term.ts';

/** Where execution is. The root is the start of the entry. */
export class Path {
	readonly parent: Path | undefined;
	/** What was decided last. */
	readonly condition: Term;
	readonly depth: number;
	/** Of the condition and of its parts: whether they hold here. */
	readonly #facts = new Map<Term, boolean>();
	/** Of bit vectors that the condition says the value of: that value. */
	readonly #values = new Map<Term, Term>();
	#whole: Term | undefined;
	#simple: Map<Term, Term> | undefined;

	private constructor(parent: Path | undefined, condition: Term) {
		this.parent = parent;
		this.condition = condition;
		this.depth = parent === undefined ? 0 : parent.depth + 1;
		collect(condition, true, this.#facts);
		if (parent !== undefined) this.#reconsider();
		for (const [fact, holds] of this.#facts) {
			const [term, value] = fact.parts as [Term, Term];
			if (holds && fact.operation === 'equal' && isConstant(value)) this.#values.set(term, value);
		}
	}

	/** Alternatives that were known before: of some now only one is left. */
	#reconsider(): void {
		for (let path = this.parent; path !== undefined; path = path.parent) {
			if (path.condition.operation !== 'or') continue;
			const left = or(...path.condition.parts.map((part) => this.simplify(part)));
			if (left.operation !== 'or') collect(left, true, this.#facts);
		}
		this.#simple = undefined;
	}

	/** The start, where `facts` hold. */
	static root(facts: readonly Term[] = []): Path {
		return new Path(undefined, and(...facts));
	}

	/** The path on which `condition` holds too; undefined when it cannot. */
	with(condition: Term): Path | undefined {
		const simple = this.simplify(condition);
		if (isConstant(simple)) return simple.value === 1n ? this : undefined;
		if (simple.operation !== 'and') return new Path(this, simple);
		// One after the other, short ones first: what they say makes the others simpler.
		let path: Path | undefined = this;
		for (const part of [...simple.parts].sort((left, right) => sizeOf(left) - sizeOf(right))) path = path?.with(part);
		return path;
	}

	/** Does it lead by way of `place`, or end there? */
	comesFrom(place: Path): boolean {
		let path: Path | undefined = this;
		while (path !== undefined && path.depth > place.depth) path = path.parent;
		return path === place;
	}

	/** Everything decided since the start, the facts of the start left out. */
	get whole(): Term {
		this.#whole ??= this.parent === undefined ? TRUE() : and(this.parent.whole, this.condition);
		return this.#whole;
	}

	/** What was decided since `ancestor`. */
	since(ancestor: Path): Term {
		let condition = TRUE();
		for (let path: Path = this; path !== ancestor; path = path.parent as Path)
			condition = and(condition, path.condition);
		return condition;
	}

	/** The formula, with what is known here put in: conditions that were decided, and choices that depend on them. */
	simplify(term: Term): Term {
		this.#simple ??= new Map();
		const known = this.#simple.get(term);
		if (known !== undefined) return known;
		let result = this.#simplify(term);
		// What has become simpler may be known as such.
		const fact = result === term || result.width > 0 ? undefined : this.#known(result);
		if (fact !== undefined) result = fact ? TRUE() : not(TRUE());
		this.#simple.set(term, result);
		return result;
	}

	/** What is known of a truth value, by this condition or those before it. */
	#known(term: Term): boolean | undefined {
		const opposite = not(term);
		for (let path: Path | undefined = this; path !== undefined; path = path.parent) {
			const fact = path.#facts.get(term);
			if (fact !== undefined) return fact;
			const other = path.#facts.get(opposite);
			if (other !== undefined) return !other;
		}
		return undefined;
	}

	/** The value of a bit vector, if it is known. */
	#valueOf(term: Term): Term | undefined {
		for (let path: Path | undefined = this; path !== undefined; path = path.parent) {
			const value = path.#values.get(term);
			if (value !== undefined) return value;
		}
		return undefined;
	}

	/** As `simplify`; and without those ways of a choice that no known alternative leads to. Where a value is used, not where it is only passed on. */
	narrow(term: Term): Term {
		let left = this.simplify(term);
		for (let path: Path | undefined = this; path !== undefined && left.operation === 'choose'; path = path.parent)
			if (path.condition.operation === 'or') left = under(left, path.condition);
		return left;
	}

	/** In `a or (x and e)`, where `a or x` is known, the alternative loses x: it counts only where a does not hold. */
	#withoutFollowing(term: Term): Term {
		if (term.operation !== 'or' || !term.parts.some(({ operation }) => operation === 'and')) return term;
		for (let path: Path | undefined = this; path !== undefined; path = path.parent) {
			if (path.condition.operation !== 'or') continue;
			const open = path.condition.parts.filter((way) => !term.parts.includes(way));
			const [only] = open;
			if (open.length !== 1 || only === undefined) continue;
			const known = conjuncts(only);
			const left = term.parts.map((part) => and(...conjuncts(part).filter((piece) => !known.includes(piece))));
			if (left.some((part, index) => part !== term.parts[index])) return this.#withoutFollowing(or(...left));
		}
		return term;
	}

	#simplify(term: Term): Term {
		const fact = term.width === 0 ? this.#known(term) : undefined;
		if (fact !== undefined) return fact ? TRUE() : not(TRUE());
		switch (term.operation) {
			case 'not':
				return not(this.simplify(term.parts[0] as Term));
			case 'and':
				return and(...term.parts.map((part) => this.simplify(part)));
			case 'or':
				return this.#withoutFollowing(or(...term.parts.map((part) => this.simplify(part))));
			case 'choose': {
				const [condition, yes, no] = term.parts as [Term, Term, Term];
				const decided = this.simplify(condition);
				if (isConstant(decided)) return this.simplify(decided.value === 1n ? yes : no);
				return choose(decided, this.simplify(yes), this.simplify(no));
			}
			case 'equal':
			case 'below': {
				const [left, right] = term.parts as [Term, Term];
				const value = isConstant(right) ? this.#valueOf(left) : undefined;
				if (value === undefined) return term;
				return term.operation === 'equal' ? equal(value, right) : below(value, right);
			}
			default:
				return (term.width > 0 ? this.#valueOf(term) : undefined) ?? term;
		}
	}
}

function collect(condition: Term, holds: boolean, facts: Map<Term, boolean>): void {
	if (isConstant(condition)) return;
	facts.set(condition, holds);
	if (condition.operation === 'not') collect(condition.parts[0] as Term, !holds, facts);
	if (condition.operation === (holds ? 'and' : 'or')) for (const part of condition.parts) collect(part, holds, facts);
}

/** Conditions in a condition, two levels deep: roughly how long it is. */
function sizeOf(condition: Term): number {
	return condition.parts.reduce((size, part) => size + (part.width === 0 ? part.parts.length : 0), 1);
}

/** A path, and values that were computed on it. */
export interface Arrival {
	readonly path: Path;
	readonly values: readonly Term[];
}

/** The nearest path that both come from. */
function common(left: Path, right: Path): Path {
	let [a, b] = [left, right];
	while (a !== b) {
		if (a.depth >= b.depth) a = a.parent as Path;
		else b = b.parent as Path;
	}
	return a;
}

/** Where several paths come together: one path, and of each value the one that belongs to the way taken. */
export function merge(arrivals: readonly Arrival[]): Arrival | undefined {
	const [first, ...others] = arrivals;
	if (first === undefined || others.length === 0) return first;
	const base = others.reduce((path, arrival) => common(path, arrival.path), first.path);
	const path = base.with(or(...arrivals.map((arrival) => arrival.path.since(base))));
	return path === undefined ? undefined : { path, values: valuesFrom(base, arrivals) };
}

/** Values at the end of one of several ways from `base`: those of the ways that part last are told from each other last. */
function valuesFrom(base: Path, arrivals: readonly Arrival[]): readonly Term[] {
	const groups = new Map<Path | undefined, Arrival[]>();
	for (const arrival of arrivals) {
		const step = stepFrom(base, arrival.path);
		const group = groups.get(step);
		if (group === undefined) groups.set(step, [arrival]);
		else group.push(arrival);
	}
	const ways = [...groups].map(([step, group]) => {
		const place = group.reduce((path, arrival) => common(path, arrival.path), (group[0] as Arrival).path);
		const values = step === undefined || group.length === 1 ? (group[0] as Arrival).values : valuesFrom(place, group);
		// Some ways by `place` may lead elsewhere.
		const condition = and(place.since(base), or(...group.map((arrival) => arrival.path.since(place))));
		return { condition, values };
	});
	const last = ways.pop() as (typeof ways)[number];
	return ways.reduceRight<readonly Term[]>(
		(rest, { condition, values }) => rest.map((value, position) => choose(condition, values[position] as Term, value)),
		last.values,
	);
}

/** Where the way from `base` to `path` goes first; undefined when they are the same. */
function stepFrom(base: Path, path: Path): Path | undefined {
	let step: Path | undefined;
	for (let place = path; place !== base; place = place.parent as Path) step = place;
	return step;
}
