/** What the instructions of the kernel's subset compute (WebAssembly core specification, section 4.3). */
import * as b from './build.ts';
import type { Term } from './term.ts';

export interface Calculation {
	readonly operands: number;
	readonly result: (operands: readonly Term[]) => Term;
	/** When it traps instead. */
	readonly traps?: (operands: readonly Term[]) => Term;
}

/** A load or store: how many bytes, and from the number in memory to the operand or the other way. */
export interface Access {
	readonly bytes: number;
	readonly convert: (value: Term) => Term;
}

const same = (value: Term): Term => value;

export const ACCESSES: ReadonlyMap<string, Access> = new Map<string, Access>([
	['i32.load', { bytes: 4, convert: same }],
	['i32.load8_u', { bytes: 1, convert: (value) => b.extend(value, 32) }],
	['i64.load', { bytes: 8, convert: same }],
	['i64.load8_u', { bytes: 1, convert: (value) => b.extend(value, 64) }],
	['i64.load32_u', { bytes: 4, convert: (value) => b.extend(value, 64) }],
	['i32.store', { bytes: 4, convert: same }],
	['i32.store8', { bytes: 1, convert: (value) => b.extract(value, 7, 0) }],
	['i64.store', { bytes: 8, convert: same }],
	['i64.store32', { bytes: 4, convert: (value) => b.extract(value, 31, 0) }],
]);

type Binary = (left: Term, right: Term) => Term;

function binary(make: Binary): Calculation {
	return { operands: 2, result: ([left, right]) => make(left as Term, right as Term) };
}

function unary(make: (operand: Term) => Term): Calculation {
	return { operands: 1, result: ([operand]) => make(operand as Term) };
}

/** A comparison's result is 1 or 0. */
function comparison(make: Binary): Calculation {
	return binary((left, right) => b.asNumber(make(left, right)));
}

function division(make: Binary): Calculation {
	const traps = ([, right]: readonly Term[]): Term => b.not(b.asTruth(right as Term));
	return { ...binary(make), traps };
}

const swapped =
	(make: Binary): Binary =>
	(left, right) =>
		make(right, left);
const opposite =
	(make: Binary): Binary =>
	(left, right) =>
		b.not(make(left, right));

const OF_BOTH_WIDTHS: Readonly<Record<string, Calculation>> = {
	add: binary((left, right) => b.add(left, right)),
	sub: binary(b.subtract),
	mul: binary(b.multiply),
	div_u: division(b.divide),
	rem_u: division(b.remainder),
	and: binary(b.bitAnd),
	or: binary(b.bitOr),
	xor: binary(b.bitXor),
	shl: binary(b.shiftLeft),
	shr_u: binary(b.shiftRight),
	shr_s: binary(b.shiftRightSigned),
	rotl: binary(b.rotateLeft),
	rotr: binary((term, by) => b.rotateLeft(term, b.negate(by))),
	clz: unary(b.countLeading),
	ctz: unary(b.countTrailing),
	eqz: unary((operand) => b.asNumber(b.not(b.asTruth(operand)))),
	eq: comparison(b.equal),
	ne: comparison(opposite(b.equal)),
	lt_u: comparison(b.below),
	gt_u: comparison(swapped(b.below)),
	le_u: comparison(opposite(swapped(b.below))),
	ge_u: comparison(opposite(b.below)),
	lt_s: comparison(b.belowSigned),
	gt_s: comparison(swapped(b.belowSigned)),
	le_s: comparison(opposite(swapped(b.belowSigned))),
	ge_s: comparison(opposite(b.belowSigned)),
};

export const CALCULATIONS: ReadonlyMap<string, Calculation> = new Map<string, Calculation>([
	...Object.entries(OF_BOTH_WIDTHS).flatMap(([name, calculation]): [string, Calculation][] => [
		[`i32.${name}`, calculation],
		[`i64.${name}`, calculation],
	]),
	['i32.wrap_i64', unary((operand) => b.extract(operand, 31, 0))],
	['i64.extend_i32_u', unary((operand) => b.extend(operand, 64))],
	['i64.extend_i32_s', unary((operand) => b.extendSigned(operand, 64))],
	[
		'select',
		{
			operands: 3,
			result: ([left, right, condition]) => b.choose(b.asTruth(condition as Term), left as Term, right as Term),
		},
	],
]);
