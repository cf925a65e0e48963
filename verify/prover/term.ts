/**
 * Formulas over bit vectors as a directed graph: equal formulas are one object, and each is simplified when it is made. Whoever builds formulas
 * uses build.ts; here are the nodes, their table, and what is known of their bits.
 */

/** What a node is. Comparisons other than `equal` are unsigned `below`, or `belowSigned`; everything else is expressed by these. */
export type Operation =
	| 'constant'
	| 'variable'
	/** A field of a table before the entry: an uninterpreted function of row numbers. Or a machine's answer. */
	| 'apply'
	| 'not'
	| 'and'
	| 'or'
	| 'equal'
	| 'below'
	| 'belowSigned'
	| 'choose'
	| 'add'
	| 'multiply'
	| 'divide'
	| 'remainder'
	| 'bitAnd'
	| 'bitOr'
	| 'bitXor'
	| 'shiftLeft'
	| 'shiftRight'
	| 'shiftRightSigned'
	| 'extract'
	| 'extend'
	| 'extendSigned'
	| 'countLeading'
	| 'countTrailing';

/** A formula. `width` is its number of bits; 0 stands for a truth value. */
export interface Term {
	/** Place in the table: parts come before what they are part of. */
	readonly id: number;
	readonly operation: Operation;
	readonly width: number;
	readonly parts: readonly Term[];
	/** Of a constant its value (unsigned; 1 and 0 for truth); of `extract` the lowest bit. */
	readonly value: bigint;
	/** Of a variable or function. */
	readonly name: string;
	/** Bits that can be one. */
	readonly bits: bigint;
}

const table = new Map<string, Term>();

/** All formulas so far, by id. */
export const terms: Term[] = [];

/** Forgets every formula: those made before must not be used afterwards. */
export function forgetTerms(): void {
	table.clear();
	terms.length = 0;
}

export function mask(width: number): bigint {
	return (1n << BigInt(width)) - 1n;
}

/** The one node of that shape. */
export function intern(operation: Operation, width: number, parts: readonly Term[], value = 0n, name = ''): Term {
	let key = `${operation} ${width} ${value} ${name}`;
	for (const part of parts) key += ` ${part.id}`;
	const known = table.get(key);
	if (known !== undefined) return known;
	const bits = width === 0 ? 1n : bitsOf(operation, width, parts, value) & mask(width);
	const term: Term = { id: terms.length, operation, width, parts, value, name, bits };
	table.set(key, term);
	terms.push(term);
	return term;
}

function bitLength(value: bigint): number {
	return value === 0n ? 0 : value.toString(2).length;
}

/** Which bits of a node may be one, from what is known of its parts. */
function bitsOf(operation: Operation, width: number, parts: readonly Term[], value: bigint): bigint {
	const all = mask(width);
	const [a, b, c] = parts;
	const [first, second, third] = [a?.bits ?? all, b?.bits ?? all, c?.bits ?? all];
	switch (operation) {
		case 'constant':
			return value;
		case 'bitAnd':
			return parts.reduce((bits, part) => bits & part.bits, all);
		case 'bitOr':
		case 'bitXor':
			return first | second;
		case 'choose':
			return second | third;
		case 'add':
			return mask(bitLength(parts.reduce((sum, part) => sum + part.bits, 0n)));
		case 'multiply':
			return mask(bitLength(first * second));
		case 'shiftLeft':
			return b?.operation === 'constant' ? first << (b.value % BigInt(width)) : all;
		case 'shiftRight':
			return b?.operation === 'constant' ? first >> (b.value % BigInt(width)) : mask(bitLength(first));
		case 'divide':
			// By zero it is all ones.
			return b?.operation === 'constant' && b.value !== 0n ? mask(bitLength(first)) : all;
		case 'extract':
			return first >> value;
		case 'extend':
			return first;
		case 'countLeading':
		case 'countTrailing':
			return mask(bitLength(BigInt(width)));
		default:
			return all;
	}
}

/** Every node under `roots`, each once, parts first. */
export function reachable(roots: Iterable<Term>): Term[] {
	const seen = new Set<Term>();
	const stack = [...roots];
	for (let term = stack.pop(); term !== undefined; term = stack.pop()) {
		if (seen.has(term)) continue;
		seen.add(term);
		stack.push(...term.parts);
	}
	return [...seen].sort((left, right) => left.id - right.id);
}
