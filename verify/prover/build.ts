/** Makers of formulas. Each returns the simplest formula that it knows to be equal; wasm's semantics throughout (shifts modulo the width). */
import { intern, mask, type Term } from './term.ts';

/** Results of makers that go down into their operand: without these, shared parts would be visited again and again. */
const results = new WeakMap<Term, Map<number, Term>>();

function remembered(term: Term, key: number, make: () => Term): Term {
	let known = results.get(term);
	if (known === undefined) {
		known = new Map();
		results.set(term, known);
	}
	let result = known.get(key);
	if (result === undefined) {
		result = make();
		known.set(key, result);
	}
	return result;
}

export const TRUE: () => Term = () => intern('constant', 0, [], 1n);
export const FALSE: () => Term = () => intern('constant', 0, [], 0n);

export function truth(value: boolean): Term {
	return value ? TRUE() : FALSE();
}

export function constant(value: bigint | number, width = 32): Term {
	return intern('constant', width, [], BigInt.asUintN(width, BigInt(value)));
}

export function variable(name: string, width = 32): Term {
	return intern('variable', width, [], 0n, name);
}

/** The value of the uninterpreted function `name`. */
export function apply(name: string, width: number, parts: readonly Term[]): Term {
	return intern('apply', width, parts, 0n, name);
}

export function isConstant(term: Term): boolean {
	return term.operation === 'constant';
}

function isValue(term: Term, value: bigint): boolean {
	return term.operation === 'constant' && term.value === value;
}

export function isTrue(term: Term): boolean {
	return term.width === 0 && isValue(term, 1n);
}

export function isFalse(term: Term): boolean {
	return term.width === 0 && isValue(term, 0n);
}

// ---- truth values -----------------------------------------------------------------------------------------------

/** Opposites so far. */
const opposites = new WeakMap<Term, Term>();

/** Only comparisons and the like carry a negation: it goes down through `and` and `or`, so that equal conditions look equal. */
export function not(term: Term): Term {
	if (term.operation === 'not') return term.parts[0] as Term;
	const known = opposites.get(term);
	if (known !== undefined) return known;
	const opposite = negated(term);
	opposites.set(term, opposite);
	return opposite;
}

function negated(term: Term): Term {
	switch (term.operation) {
		case 'constant':
			return truth(term.value === 0n);
		case 'and':
			return or(...term.parts.map(not));
		case 'or':
			return and(...term.parts.map(not));
		default:
			return intern('not', 0, [term]);
	}
}

/** Conjuncts of a truth value. */
export function conjuncts(term: Term): readonly Term[] {
	return term.operation === 'and' ? term.parts : [term];
}

export function disjuncts(term: Term): readonly Term[] {
	return term.operation === 'or' ? term.parts : [term];
}

export function and(...given: readonly Term[]): Term {
	const parts = new Set<Term>();
	for (const part of given.flatMap(conjuncts)) {
		if (isFalse(part)) return part;
		if (!isTrue(part)) parts.add(part);
	}
	for (const part of parts) if (parts.has(not(part))) return FALSE();
	const list = [...parts];
	const kept = list.map((part) => withoutOpposites(part, parts, 'or'));
	if (kept.some((part, index) => part !== list[index])) return and(...kept);
	const rest = withoutImplied(list, conjuncts, disjuncts);
	if (rest.length < list.length) return and(...rest);
	if (list.length === 0) return TRUE();
	if (list.length === 1) return list[0] as Term;
	return intern('and', 0, list.sort(byId));
}

export function or(...given: readonly Term[]): Term {
	const parts = new Set<Term>();
	for (const part of given.flatMap(disjuncts)) {
		if (isTrue(part)) return part;
		if (!isFalse(part)) parts.add(part);
	}
	for (const part of parts) if (parts.has(not(part))) return TRUE();
	const list = [...parts];
	const kept = list.map((part) => withoutOpposites(part, parts, 'and'));
	if (kept.some((part, index) => part !== list[index])) return or(...kept);
	const rest = withoutImplied(list, disjuncts, conjuncts);
	if (rest.length < list.length) return or(...rest);
	const joined = joinComplements(list);
	if (joined !== undefined) return or(...joined);
	if (list.length === 0) return FALSE();
	if (list.length === 1) return list[0] as Term;
	return intern('or', 0, list.sort(byId));
}

function byId(left: Term, right: Term): number {
	return left.id - right.id;
}

/** In `a or (not a and b)` the second loses `not a`; dually in a conjunction. */
function withoutOpposites(part: Term, beside: ReadonlySet<Term>, operation: 'and' | 'or'): Term {
	if (part.operation !== operation) return part;
	const kept = part.parts.filter((inner) => !beside.has(not(inner)));
	if (kept.length === part.parts.length) return part;
	return operation === 'and' ? and(...kept) : or(...kept);
}

/** More parts than this are not held against each other. */
const COMPARED_MOST = 24;

/**
 * Without the conjuncts that another one implies: `a or b or c` beside `a or (b and d)`, of which each disjunct has one of the first's among its own
 * conjuncts. With the two functions exchanged the same for disjuncts.
 */
function withoutImplied(list: readonly Term[], outer: Split, inner: Split): readonly Term[] {
	if (list.length < 2 || list.length > COMPARED_MOST) return list;
	const pieces = list.map((part) => inner(part).map((piece) => outer(piece)));
	const implied = (index: number): boolean =>
		pieces.some(
			(strong, other) =>
				other !== index &&
				covers(pieces[index] as Pieces, strong) &&
				!(other > index && covers(strong, pieces[index] as Pieces)),
		);
	return list.filter((_, index) => pieces[index]?.length === 1 || !implied(index));
}

type Split = (term: Term) => readonly Term[];
type Pieces = readonly (readonly Term[])[];

/** Does each alternative of `strong` have everything that some alternative of `weak` asks for? */
function covers(weak: Pieces, strong: Pieces): boolean {
	if (strong.length > COMPARED_MOST || weak.length > COMPARED_MOST) return false;
	return strong.every((having) => weak.some((asking) => asking.every((term) => having.includes(term))));
}

/** `(a and b) or (a and not b)` is `a`. Undefined when no two parts are so. */
function joinComplements(list: readonly Term[]): Term[] | undefined {
	for (const [index, left] of list.entries()) {
		if (left.operation !== 'and') continue;
		for (const right of list.slice(index + 1)) {
			if (right.operation !== 'and' || right.parts.length !== left.parts.length) continue;
			const others = new Set(right.parts);
			const own = left.parts.filter((part) => !others.has(part));
			const [only] = own;
			if (own.length !== 1 || only === undefined || !others.has(not(only))) continue;
			const joined = and(...left.parts.filter((part) => part !== only));
			return [...list.filter((part) => part !== left && part !== right), joined];
		}
	}
	return undefined;
}

export function implies(left: Term, right: Term): Term {
	return or(not(left), right);
}

/** `condition ? left : right`, of truth values or bit vectors. */
export function choose(condition: Term, left: Term, right: Term): Term {
	if (condition.operation === 'constant') return isTrue(condition) ? left : right;
	if (left === right) return left;
	if (condition.operation === 'not') return choose(condition.parts[0] as Term, right, left);
	if (left.width === 0) {
		return or(and(condition, left), and(not(condition), right));
	}
	const known = choices.get(condition) ?? new Map<string, Term>();
	choices.set(condition, known);
	const key = `${left.id} ${right.id}`;
	const result = known.get(key) ?? chosen(condition, left, right);
	known.set(key, result);
	return result;
}

/** Choices so far, by condition and by the numbers of both ways: making one goes down into it. */
const choices = new WeakMap<Term, Map<string, Term>>();

function chosen(condition: Term, left: Term, right: Term): Term {
	// Of the two ways to say it the one with a conjunction.
	const opposite = not(condition);
	if (condition.operation === 'or' && opposite.operation !== 'or') return choose(opposite, right, left);
	const bound = lesserOrGreater(condition, left, right);
	if (bound !== undefined) return bound;
	const [first, second] = [valueUnder(left, condition), valueUnder(right, opposite)];
	if (first !== left || second !== right) return choose(condition, first, second);
	// What happens anyway needs no condition.
	if (mayBe(right, left) && under(right, condition) === left) return right;
	if (mayBe(left, right) && under(left, opposite) === right) return left;
	const ordered = reordered(condition, left, right, true) ?? reordered(condition, right, left, false);
	if (ordered !== undefined) return ordered;
	const [inner, outer] = [under(left, condition), under(right, opposite)];
	if (inner !== left || outer !== right) return choose(condition, inner, outer);
	return joined(condition, left, right) ?? intern('choose', left.width, [condition, left, right]);
}

/** Can `wanted` be what is left of the choice `term` where something is known? */
function mayBe(term: Term, wanted: Term): boolean {
	if (term.operation !== 'choose') return false;
	let leaf = wanted;
	while (leaf.operation === 'choose') leaf = leaf.parts[1] as Term;
	return outcomesOf(term).has(leaf);
}

const outcomes = new WeakMap<Term, ReadonlySet<Term>>();

/** Everything that a choice can be. */
function outcomesOf(term: Term): ReadonlySet<Term> {
	const known = outcomes.get(term);
	if (known !== undefined) return known;
	const ways = term.operation === 'choose' ? term.parts.slice(1).flatMap((way) => [...outcomesOf(way)]) : [term];
	const found = new Set(ways);
	outcomes.set(term, found);
	return found;
}

/** The lesser or the greater of two: which of them is asked to be below the other says nothing of the result. */
function lesserOrGreater(condition: Term, left: Term, right: Term): Term | undefined {
	if (condition.operation !== 'below') return undefined;
	const [less, more] = condition.parts as [Term, Term];
	if (less.id < more.id || !((less === left && more === right) || (less === right && more === left))) return undefined;
	return choose(below(more, less), right, left);
}

/** The number that `known` says that `term` is. */
function valueUnder(term: Term, known: Term): Term {
	const says = (fact: Term): boolean =>
		fact.operation === 'equal' && fact.parts[0] === term && isConstant(fact.parts[1] as Term);
	return isConstant(term) ? term : (conjuncts(known).find(says)?.parts[1] ?? term);
}

/** A choice of which one way is a choice with the other way among its own. */
function joined(condition: Term, left: Term, right: Term): Term | undefined {
	if (left.operation === 'choose') {
		const [second, yes, no] = left.parts as [Term, Term, Term];
		if (no === right) return choose(and(condition, second), yes, right);
		if (yes === right) return choose(and(condition, not(second)), no, right);
	}
	if (right.operation !== 'choose') return undefined;
	const [second, yes, no] = right.parts as [Term, Term, Term];
	if (yes === left) return choose(or(condition, second), left, no);
	if (no === left) return choose(and(not(condition), second), yes, left);
	return undefined;
}

/**
 * A choice whose condition is decided on one way of `inner`, a choice among its own ways (the right one, or the left one): there the inner condition
 * is asked first, and of the outer one only what is left. So checks stand in the order in which they are made, however their outcome was passed on.
 */
function reordered(condition: Term, inner: Term, other: Term, isLeft: boolean): Term | undefined {
	if (inner.operation !== 'choose') return undefined;
	const [second, yes, no] = inner.parts as [Term, Term, Term];
	if (!shares(atomsOf(condition), atomsOf(second))) return undefined;
	const size = lengthOf(condition);
	const build = (asked: Term, way: Term): Term => (isLeft ? choose(asked, way, other) : choose(asked, other, way));
	const otherwise = decided(condition, not(second));
	if (isConstant(otherwise) && isTrue(otherwise) === isLeft) {
		const rest = decided(condition, second);
		return lengthOf(rest) < size ? choose(second, build(rest, yes), no) : undefined;
	}
	const same = decided(condition, second);
	if (!isConstant(same) || isTrue(same) !== isLeft) return undefined;
	return lengthOf(otherwise) < size ? choose(second, yes, build(otherwise, no)) : undefined;
}

const lengths = new WeakMap<Term, number>();

/** Conditions in a condition. */
function lengthOf(condition: Term): number {
	if (condition.operation !== 'and' && condition.operation !== 'or') return isConstant(condition) ? 0 : 1;
	const known = lengths.get(condition);
	if (known !== undefined) return known;
	const length = condition.parts.reduce((sum, part) => sum + lengthOf(part), 0);
	lengths.set(condition, length);
	return length;
}

/** So many choices in a choice are looked at. */
const NESTED_MOST = 8;

/** A choice where `known` holds: what its conditions say of that is left out. */
export function under(term: Term, known: Term): Term {
	if (term.operation !== 'choose') return term;
	return underFacts(term, { facts: new Set(conjuncts(known)), about: atomsOf(known), looked: { at: 0 } });
}

/** What is known, and the comparisons that it is about. */
interface Known {
	readonly facts: Facts;
	readonly about: ReadonlySet<Term>;
	/** How many choices have been looked at. */
	readonly looked: { at: number };
}

type Facts = ReadonlySet<Term>;

function underFacts(term: Term, known: Known): Term {
	if (term.operation !== 'choose' || !shares(atomsOf(term), known.about)) return term;
	if (known.looked.at++ > NESTED_MOST) return term;
	const [condition, yes, no] = term.parts as [Term, Term, Term];
	const concerned = shares(atomsOf(condition), known.about);
	const left = concerned ? decidedBy(condition, known.facts) : condition;
	if (left.operation === 'constant') return underFacts(isTrue(left) ? yes : no, known);
	const further = (way: Term, holds: boolean): Term => {
		if (way.operation !== 'choose') return way;
		// What is known of alternatives says more where some of them are excluded.
		const facts =
			concerned && hasAlternatives(known.facts)
				? together(known.facts, holds ? condition : not(condition))
				: known.facts;
		return underFacts(way, { ...known, facts });
	};
	const ways = [further(yes, true), further(no, false)] as const;
	return left === condition && ways[0] === yes && ways[1] === no ? term : choose(left, ...ways);
}

const atoms = new WeakMap<Term, ReadonlySet<Term>>();

/** The comparisons in a condition, or in those of a choice. */
function atomsOf(term: Term): ReadonlySet<Term> {
	const known = atoms.get(term);
	if (known !== undefined) return known;
	const inner = ['and', 'or', 'not', 'choose'].includes(term.operation) ? term.parts : [];
	const found = new Set<Term>(inner.flatMap((part) => [...atomsOf(part)]));
	if (inner.length === 0 && term.width === 0) found.add(term);
	atoms.set(term, found);
	return found;
}

function shares(left: ReadonlySet<Term>, right: ReadonlySet<Term>): boolean {
	const [few, many] = left.size < right.size ? [left, right] : [right, left];
	for (const term of few) if (many.has(term)) return true;
	return false;
}

/** What is known and `way`; and where that leaves one alternative, what it says. */
function together(known: Facts, way: Term): Facts {
	const facts = new Set([...known, ...conjuncts(way)]);
	for (const fact of facts) {
		if (fact.operation !== 'or') continue;
		const open = fact.parts.filter((part) => !conjuncts(part).some((piece) => facts.has(not(piece))));
		// A set that grows while it is gone through is gone through to its new end.
		if (open.length === 1) for (const piece of conjuncts(open[0] as Term)) facts.add(piece);
	}
	return facts;
}

function hasAlternatives(facts: Facts): boolean {
	for (const { operation } of facts) if (operation === 'or') return true;
	return false;
}

/** What is left to ask of `condition` where `known` holds. */
function decided(condition: Term, known: Term): Term {
	return decidedBy(condition, new Set(conjuncts(known)));
}

function decidedBy(condition: Term, facts: Facts): Term {
	const all = conjuncts(condition);
	const kept = all
		.filter((part) => !facts.has(part) && !followsFrom(part, facts))
		.map((part) => (part.operation === 'or' ? withoutExcluded(part, facts) : part));
	if (kept.some((part) => facts.has(not(part)))) return FALSE();
	// Of a known alternative all but one are excluded by the rest of the condition: then that one need not be said. If all are, it cannot hold here.
	let rest: readonly Term[] = kept;
	for (const fact of facts) {
		if (fact.operation !== 'or') continue;
		const excluded = new Set(rest.map(not));
		const open = fact.parts.filter((way) => !excluded.has(way) && !facts.has(not(way)));
		if (open.length === 0) return FALSE();
		if (open.length === 1) rest = rest.filter((part) => part !== open[0]);
	}
	return rest.length === all.length && rest.every((part, index) => part === all[index]) ? condition : and(...rest);
}

function withoutExcluded(part: Term, facts: Facts): Term {
	const ways = part.parts.filter((way) => !facts.has(not(way)));
	return ways.length === part.parts.length ? part : or(...ways);
}

/** Is one of the alternatives known, or all that are known among them? */
function followsFrom(part: Term, facts: Facts): boolean {
	if (part.operation !== 'or') return false;
	if (part.parts.some((way) => facts.has(way))) return true;
	for (const fact of facts) {
		if (fact.operation === 'or' && fact.parts.every((way) => part.parts.includes(way))) return true;
	}
	return false;
}

/** A truth value as wasm has them: 1 or 0. */
export function asNumber(condition: Term): Term {
	return choose(condition, constant(1), constant(0));
}

/** As a condition: not zero. */
export function asTruth(term: Term): Term {
	return not(equal(term, constant(0, term.width)));
}

// ---- comparisons ------------------------------------------------------------------------------------------------

export function equal(left: Term, right: Term): Term {
	if (left === right) return TRUE();
	if (left.width === 0) return or(and(left, right), and(not(left), not(right)));
	if (left.operation === 'constant') return right.operation === 'constant' ? FALSE() : equal(right, left);
	if (right.operation === 'constant') return equalConstant(left, right);
	if ((left.operation === 'extend' && right.operation === 'extend') || isPair(left, right, 'extendSigned')) {
		const [a, b] = [left.parts[0] as Term, right.parts[0] as Term];
		if (a.width === b.width) return equal(a, b);
	}
	if (left.operation === 'choose' && left.parts.slice(1).some(isConstant) && right.operation === 'choose') {
		const [condition, yes, no] = left.parts as [Term, Term, Term];
		return choose(condition, equal(yes, right), equal(no, right));
	}
	if (left.id > right.id) return equal(right, left);
	const within = isWithin(left, right) ?? isWithin(right, left);
	if (within !== undefined) return within;
	if (isSumWith(left, right) || isSumWith(right, left)) return equal(subtract(left, right), constant(0, left.width));
	const choice = equalChoice(left, right) ?? equalChoice(right, left) ?? equalChoices(left, right);
	return choice ?? intern('equal', 0, [left, right]);
}

/** `a & b = b`: nothing of b is outside of a. */
function isWithin(both: Term, one: Term): Term | undefined {
	if (both.operation !== 'bitAnd' || !both.parts.includes(one)) return undefined;
	const other = both.parts[both.parts[0] === one ? 1 : 0] as Term;
	return equal(bitAnd(bitXor(other, constant(-1, one.width)), one), constant(0, one.width));
}

/** Is `whole` a sum that `part` is a summand of? */
function isSumWith(whole: Term, part: Term): boolean {
	return whole.operation === 'add' && whole.parts.includes(part);
}

/** Against a choice of which at least one way is decided at sight. */
function equalChoice(term: Term, choice: Term): Term | undefined {
	if (choice.operation !== 'choose') return undefined;
	const [condition, yes, no] = choice.parts as [Term, Term, Term];
	const atSight = (way: Term): boolean =>
		term === way || isSumWith(way, term) || isSumWith(term, way) || isOutside(way, term);
	return atSight(yes) || atSight(no) ? choose(condition, equal(term, yes), equal(term, no)) : undefined;
}

/** Is it a number that `term` has too few bits for? */
function isOutside(value: Term, term: Term): boolean {
	return isConstant(value) && (value.value & ~term.bits) !== 0n;
}

/** Of two choices, where the condition of one says what the other is. */
function equalChoices(left: Term, right: Term): Term | undefined {
	if (left.operation !== 'choose' || right.operation !== 'choose') return undefined;
	const [condition, yes, no] = left.parts as [Term, Term, Term];
	const [holds, fails] = [under(right, condition), under(right, not(condition))];
	if (holds === right && fails === right) return undefined;
	return choose(condition, equal(yes, holds), equal(no, fails));
}

function isPair(left: Term, right: Term, operation: Term['operation']): boolean {
	return left.operation === operation && right.operation === operation;
}

function equalConstant(term: Term, value: Term): Term {
	return remembered(term, -1 - value.id, () => equalConstantNew(term, value));
}

function equalConstantNew(term: Term, value: Term): Term {
	if ((value.value & ~term.bits) !== 0n) return FALSE();
	if (value.value === 0n && isNonzero(term)) return FALSE();
	const [a, b, c] = term.parts;
	if (a === undefined) return intern('equal', 0, [term, value]);
	if (value.value === 0n) {
		if (term.operation === 'bitOr') return and(equal(a, value), equal(b as Term, value));
		if (term.operation === 'bitXor') return equal(a, b as Term);
	}
	if (term.operation === 'bitXor' && b !== undefined && isConstant(b))
		return equal(a, constant(b.value ^ value.value, term.width));
	if (term.operation === 'choose') return choose(a, equal(b as Term, value), equal(c as Term, value));
	if (term.operation === 'extend') return equal(a, constant(value.value, a.width));
	if (term.operation === 'add') {
		const last = term.parts.at(-1) as Term;
		if (isConstant(last)) return equal(add(...term.parts.slice(0, -1)), constant(value.value - last.value, term.width));
		if (value.value === 0n && term.parts.length === 2) {
			const opposite = term.parts.findIndex((part) => isNegated(part));
			if (opposite >= 0) return equal(term.parts[1 - opposite] as Term, negate(term.parts[opposite] as Term));
		}
	}
	if (term.operation === 'shiftLeft' && b !== undefined && isConstant(b)) {
		const shift = b.value;
		return equal(
			extract(a, term.width - Number(shift) - 1, 0),
			constant(value.value >> shift, term.width - Number(shift)),
		);
	}
	if (term.width === 1 && value.value === 0n) return not(equal(term, constant(1, 1)));
	return intern('equal', 0, [term, value]);
}

function isNegated(term: Term): boolean {
	return term.operation === 'multiply' && isValue(term.parts[1] as Term, mask(term.width));
}

/** Known to be other than zero: a sum with a constant that cannot wrap. */
function isNonzero(term: Term): boolean {
	if (term.operation === 'constant') return term.value !== 0n;
	if (term.operation === 'bitOr') return term.parts.some(isNonzero);
	if (term.operation !== 'add') return false;
	const most = term.parts.reduce((sum, part) => sum + part.bits, 0n);
	return most <= mask(term.width) && term.parts.some(isNonzero);
}

/** Unsigned less. */
export function below(left: Term, right: Term): Term {
	if (left === right) return FALSE();
	if (left.operation === 'constant' && right.operation === 'constant') return truth(left.value < right.value);
	if (right.operation === 'constant') return belowConstant(left, right.value);
	if (left.operation === 'constant') {
		if (left.value === 0n) return not(equal(right, left));
		if (left.value >= right.bits) return FALSE();
		return not(belowConstant(right, left.value + 1n));
	}
	if (left.operation === 'extend' && right.operation === 'extend') {
		const [a, b] = [left.parts[0] as Term, right.parts[0] as Term];
		if (a.width === b.width) return below(a, b);
	}
	const before = predecessor(left);
	if (before !== undefined) return and(not(equal(before, constant(0, left.width))), atMost(before, right));
	return intern('below', 0, [left, right]);
}

/** The x of `x - 1`. */
function predecessor(term: Term): Term | undefined {
	if (term.operation !== 'add' || term.parts.length !== 2) return undefined;
	return isValue(term.parts[1] as Term, mask(term.width)) ? term.parts[0] : undefined;
}

/** `term < limit`; a power of two is a question about the upper bits. */
function belowConstant(term: Term, limit: bigint): Term {
	if (limit === 0n) return FALSE();
	if (term.bits < limit) return TRUE();
	if ((limit & (limit - 1n)) === 0n) {
		const shift = limit.toString(2).length - 1;
		return equal(extract(term, term.width - 1, shift), constant(0, term.width - shift));
	}
	if (term.operation === 'choose' && term.parts.slice(1).some(isConstant)) {
		const [condition, yes, no] = term.parts as [Term, Term, Term];
		const right = constant(limit, term.width);
		return choose(condition, below(yes, right), below(no, right));
	}
	if (term.operation === 'extend') {
		const [inner] = term.parts as [Term];
		return below(inner, constant(limit, inner.width));
	}
	return intern('below', 0, [term, constant(limit, term.width)]);
}

/** Unsigned less or equal. */
export function atMost(left: Term, right: Term): Term {
	return not(below(right, left));
}

export function belowSigned(left: Term, right: Term): Term {
	const sign = left.width - 1;
	if (left === right) return FALSE();
	if (isConstant(left) && isConstant(right))
		return truth(BigInt.asIntN(left.width, left.value) < BigInt.asIntN(left.width, right.value));
	if (isValue(right, 0n)) return equal(extract(left, sign, sign), constant(1, 1));
	if (left.bits < 1n << BigInt(sign) && right.bits < 1n << BigInt(sign)) return below(left, right);
	return intern('belowSigned', 0, [left, right]);
}

// ---- arithmetic -------------------------------------------------------------------------------------------------

/** A sum: flat, each summand once, the constant last. */
export function add(...given: readonly Term[]): Term {
	const width = (given[0] as Term).width;
	let sum = 0n;
	const counts = new Map<Term, bigint>();
	const enter = (term: Term, times: bigint): void => {
		if (term.operation === 'constant') sum += term.value * times;
		else if (term.operation === 'add') for (const part of term.parts) enter(part, times);
		else if (term.operation === 'multiply' && isConstant(term.parts[1] as Term))
			enter(term.parts[0] as Term, times * (term.parts[1] as Term).value);
		else counts.set(term, (counts.get(term) ?? 0n) + times);
	};
	for (const term of given) enter(term, 1n);
	const parts = [...counts]
		.map(([term, times]) => [term, BigInt.asUintN(width, times)] as const)
		.filter(([, times]) => times !== 0n)
		.map(([term, times]) => (times === 1n ? term : scale(term, times)))
		.sort(byId);
	const rest = constant(sum, width);
	if (parts.length === 0) return rest;
	if (rest.value !== 0n) parts.push(rest);
	return parts.length === 1 ? (parts[0] as Term) : intern('add', width, parts);
}

function scale(term: Term, times: bigint): Term {
	return intern('multiply', term.width, [term, constant(times, term.width)]);
}

export function negate(term: Term): Term {
	return multiply(term, constant(-1, term.width));
}

export function subtract(left: Term, right: Term): Term {
	return add(left, negate(right));
}

export function multiply(left: Term, right: Term): Term {
	if (isConstant(left) && !isConstant(right)) return multiply(right, left);
	if (!isConstant(right)) return intern('multiply', left.width, left.id < right.id ? [left, right] : [right, left]);
	const times = right.value;
	if (isConstant(left)) return constant(left.value * times, left.width);
	if (times === 0n) return right;
	if (times === 1n) return left;
	if ((times & (times - 1n)) === 0n) return shiftLeft(left, constant(times.toString(2).length - 1, left.width));
	if (left.operation === 'add') return add(...left.parts.map((part) => multiply(part, right)));
	if (left.operation === 'multiply' && isConstant(left.parts[1] as Term))
		return multiply(left.parts[0] as Term, constant((left.parts[1] as Term).value * times, left.width));
	return scale(left, times);
}

/** Unsigned quotient; the divisor must have been seen not to be zero. */
export function divide(left: Term, right: Term): Term {
	if (isConstant(right) && right.value !== 0n) {
		if (isConstant(left)) return constant(left.value / right.value, left.width);
		if ((right.value & (right.value - 1n)) === 0n)
			return shiftRight(left, constant(right.value.toString(2).length - 1, left.width));
	}
	return intern('divide', left.width, [left, right]);
}

export function remainder(left: Term, right: Term): Term {
	if (isConstant(right) && right.value !== 0n) {
		if (isConstant(left)) return constant(left.value % right.value, left.width);
		if ((right.value & (right.value - 1n)) === 0n) return bitAnd(left, constant(right.value - 1n, left.width));
	}
	return intern('remainder', left.width, [left, right]);
}

// ---- bits -------------------------------------------------------------------------------------------------------

/** 1-or-0 numbers combine as conditions. */
function asCondition(term: Term): Term | undefined {
	if (term.operation !== 'choose') return undefined;
	const [condition, yes, no] = term.parts as [Term, Term, Term];
	if (isValue(yes, 1n) && isValue(no, 0n)) return condition;
	return isValue(yes, 0n) && isValue(no, 1n) ? not(condition) : undefined;
}

export function bitAnd(left: Term, right: Term): Term {
	if (left === right) return left;
	if (isConstant(left)) return isConstant(right) ? constant(left.value & right.value, left.width) : bitAnd(right, left);
	if (isConstant(right)) return bitAndConstant(left, right.value);
	if ((left.bits & right.bits) === 0n) return constant(0, left.width);
	const [a, b] = [asCondition(left), asCondition(right)];
	if (a !== undefined && b !== undefined) return choose(and(a, b), constant(1, left.width), constant(0, left.width));
	return intern('bitAnd', left.width, left.id < right.id ? [left, right] : [right, left]);
}

/** With a run of ones it is that run of bits, shifted to its place. */
function bitAndConstant(term: Term, value: bigint): Term {
	const kept = value & term.bits;
	if (kept === 0n) return constant(0, term.width);
	if (kept === term.bits) return term;
	const low = lowest(kept);
	const high = kept.toString(2).length - 1;
	if (kept >> BigInt(low) === mask(high - low + 1)) {
		return shiftLeft(extend(extract(term, high, low), term.width), constant(low, term.width));
	}
	if (term.operation === 'choose' && term.parts.slice(1).some(isConstant)) {
		const [condition, yes, no] = term.parts as [Term, Term, Term];
		const right = constant(value, term.width);
		return choose(condition, bitAnd(yes, right), bitAnd(no, right));
	}
	return intern('bitAnd', term.width, [term, constant(kept, term.width)]);
}

function lowest(value: bigint): number {
	let bit = 0;
	while ((value & (1n << BigInt(bit))) === 0n) bit++;
	return bit;
}

export function bitOr(left: Term, right: Term): Term {
	if (left === right) return left;
	if (isConstant(left)) return isConstant(right) ? constant(left.value | right.value, left.width) : bitOr(right, left);
	if (isConstant(right)) {
		if (right.value === 0n) return left;
		if (right.value === mask(left.width)) return right;
	}
	const [a, b] = [asCondition(left), asCondition(right)];
	if (a !== undefined && b !== undefined) return choose(or(a, b), constant(1, left.width), constant(0, left.width));
	return intern('bitOr', left.width, left.id < right.id ? [left, right] : [right, left]);
}

export function bitXor(left: Term, right: Term): Term {
	if (left === right) return constant(0, left.width);
	if (isConstant(left)) return isConstant(right) ? constant(left.value ^ right.value, left.width) : bitXor(right, left);
	if (isValue(right, 0n)) return left;
	if (isConstant(right)) {
		const condition = asCondition(left);
		if (condition !== undefined && right.value === 1n)
			return choose(condition, constant(0, left.width), constant(1, left.width));
		if (left.operation === 'bitXor' && isConstant(left.parts[1] as Term))
			return bitXor(left.parts[0] as Term, constant((left.parts[1] as Term).value ^ right.value, left.width));
		return intern('bitXor', left.width, [left, right]);
	}
	return intern('bitXor', left.width, left.id < right.id ? [left, right] : [right, left]);
}

/** By a distance modulo the width, as in wasm. */
function distance(by: Term): bigint | undefined {
	return isConstant(by) ? by.value % BigInt(by.width) : undefined;
}

export function shiftLeft(term: Term, by: Term): Term {
	const bits = distance(by);
	if (bits === undefined) return intern('shiftLeft', term.width, [term, modulo(by)]);
	if (bits === 0n) return term;
	if (isConstant(term)) return constant(term.value << bits, term.width);
	if (term.operation === 'shiftLeft' && isConstant(term.parts[1] as Term)) {
		const sum = (term.parts[1] as Term).value + bits;
		if (sum >= BigInt(term.width)) return constant(0, term.width);
		return shiftLeft(term.parts[0] as Term, constant(sum, term.width));
	}
	if (term.operation === 'add' || term.operation === 'choose') {
		const shifted = term.parts.map((part) => (part.width === 0 ? part : shiftLeft(part, by)));
		if (term.operation === 'add') return add(...shifted);
		if (term.parts.slice(1).some(isConstant)) return choose(...(shifted as unknown as [Term, Term, Term]));
	}
	return intern('shiftLeft', term.width, [term, constant(bits, term.width)]);
}

export function shiftRight(term: Term, by: Term): Term {
	const bits = distance(by);
	if (bits === undefined) return intern('shiftRight', term.width, [term, modulo(by)]);
	if (bits === 0n) return term;
	return extend(extract(term, term.width - 1, Number(bits)), term.width);
}

export function shiftRightSigned(term: Term, by: Term): Term {
	const bits = distance(by);
	if (bits === undefined) return intern('shiftRightSigned', term.width, [term, modulo(by)]);
	return extendSigned(extract(term, term.width - 1, Number(bits)), term.width);
}

/** A distance that is not constant, below the width. */
function modulo(by: Term): Term {
	return remainder(by, constant(by.width, by.width));
}

export function rotateLeft(term: Term, by: Term): Term {
	const back = subtract(constant(term.width, by.width), modulo(by));
	const bits = distance(by);
	if (bits === 0n) return term;
	if (bits !== undefined)
		return bitOr(shiftLeft(term, by), shiftRight(term, constant(BigInt(term.width) - bits, by.width)));
	return bitOr(shiftLeft(term, by), shiftRight(term, back));
}

/** Bits high..low. */
export function extract(term: Term, high: number, low: number): Term {
	if (low === 0 && high === term.width - 1) return term;
	return remembered(term, (high << 6) | low, () => extractNew(term, high, low));
}

function extractNew(term: Term, high: number, low: number): Term {
	const width = high - low + 1;
	if (((term.bits >> BigInt(low)) & mask(width)) === 0n) return constant(0, width);
	const [a, b, c] = term.parts as [Term, Term, Term];
	switch (term.operation) {
		case 'constant':
			return constant(term.value >> BigInt(low), width);
		case 'extract':
			return extract(a, high + Number(term.value), low + Number(term.value));
		case 'extend':
			if (high < a.width) return extract(a, high, low);
			return extend(extract(a, a.width - 1, low), width);
		case 'extendSigned':
			if (high < a.width) return extract(a, high, low);
			break;
		case 'choose':
			return choose(a, extract(b, high, low), extract(c, high, low));
		case 'shiftLeft':
			if (isConstant(b)) return extractShifted(a, Number(b.value), high, low);
			break;
		case 'bitOr':
			return bitOr(extract(a, high, low), extract(b, high, low));
		case 'bitXor':
			return bitXor(extract(a, high, low), extract(b, high, low));
		case 'bitAnd':
			return bitAnd(extract(a, high, low), extract(b, high, low));
		case 'add':
			if (low === 0) return add(...term.parts.map((part) => extract(part, high, 0)));
			break;
		case 'multiply':
			if (low === 0) return multiply(extract(a, high, 0), extract(b, high, 0));
			break;
		default:
	}
	return intern('extract', width, [term], BigInt(low));
}

function extractShifted(term: Term, shift: number, high: number, low: number): Term {
	if (low >= shift) return extract(term, high - shift, low - shift);
	const upper = extract(term, high - shift, 0);
	const width = high - low + 1;
	return shiftLeft(extend(upper, width), constant(shift - low, width));
}

/** With zeros in front, to `width` bits. */
export function extend(term: Term, width: number): Term {
	if (term.width === width) return term;
	if (isConstant(term)) return constant(term.value, width);
	if (term.operation === 'extend') return extend(term.parts[0] as Term, width);
	if (term.operation === 'choose' && term.parts.slice(1).some(isConstant)) {
		const [condition, yes, no] = term.parts as [Term, Term, Term];
		return choose(condition, extend(yes, width), extend(no, width));
	}
	return intern('extend', width, [term]);
}

export function extendSigned(term: Term, width: number): Term {
	if (term.width === width) return term;
	if (isConstant(term)) return constant(BigInt.asIntN(term.width, term.value), width);
	if (term.bits < 1n << BigInt(term.width - 1)) return extend(term, width);
	if (term.operation === 'choose') {
		const [condition, yes, no] = term.parts as [Term, Term, Term];
		return choose(condition, extendSigned(yes, width), extendSigned(no, width));
	}
	return intern('extendSigned', width, [term]);
}

/** Leading zeros; of zero the width. */
export function countLeading(term: Term): Term {
	if (!isConstant(term)) return intern('countLeading', term.width, [term]);
	return constant(term.width - (term.value === 0n ? 0 : term.value.toString(2).length), term.width);
}

/** Trailing zeros; of zero the width. */
export function countTrailing(term: Term): Term {
	if (!isConstant(term)) return intern('countTrailing', term.width, [term]);
	return constant(term.value === 0n ? term.width : lowest(term.value), term.width);
}

/** The node of `term`'s kind with other parts, simplified. */
function rebuild(term: Term, parts: readonly Term[]): Term {
	const [a, b, c] = parts as [Term, Term, Term];
	const { width, value } = term;
	switch (term.operation) {
		case 'apply':
			return apply(term.name, width, parts);
		case 'not':
			return not(a);
		case 'and':
			return and(...parts);
		case 'or':
			return or(...parts);
		case 'equal':
			return equal(a, b);
		case 'below':
			return below(a, b);
		case 'belowSigned':
			return belowSigned(a, b);
		case 'choose':
			return choose(a, b, c);
		case 'add':
			return add(...parts);
		case 'extract':
			return extract(a, Number(value) + width - 1, Number(value));
		case 'extend':
			return extend(a, width);
		case 'extendSigned':
			return extendSigned(a, width);
		case 'countLeading':
			return countLeading(a);
		case 'countTrailing':
			return countTrailing(a);
		default:
			return (BINARY[term.operation] as (left: Term, right: Term) => Term)(a, b);
	}
}

const BINARY: Readonly<Record<string, (left: Term, right: Term) => Term>> = {
	multiply,
	divide,
	remainder,
	bitAnd,
	bitOr,
	bitXor,
	shiftLeft,
	shiftRight,
	shiftRightSigned,
};

/** `term` with variables (and whatever else `values` names) replaced. `values` also remembers what was replaced on the way. */
export function substitute(term: Term, values: Map<Term, Term>): Term {
	const known = values.get(term);
	if (known !== undefined) return known;
	const parts = term.parts.map((part) => substitute(part, values));
	const same = parts.every((part, position) => part === term.parts[position]);
	const result = same ? term : rebuild(term, parts);
	values.set(term, result);
	return result;
}
