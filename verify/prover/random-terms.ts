/** Random formulas made by the makers of build.ts, each with what it is worth by the plain meaning of the operation that was asked for. */
import { Dice } from '../../test/kernel/arguments.ts';
import * as b from './build.ts';
import type { Case } from './evaluate.ts';
import { mask, type Term } from './term.ts';

/** A formula, and its value in each case. */
export interface Sample {
	readonly term: Term;
	readonly values: readonly bigint[];
}

/** Cases in which every formula is evaluated. */
export const CASES = 6;
const WIDTHS = [1, 2, 3, 5, 7, 8, 10, 16, 22, 26, 31, 32, 32, 32, 33, 48, 63, 64, 64];

/** A value that is likely to show mistakes. */
function special(dice: Dice, width: number): bigint {
	const all = mask(width);
	const power = 1n << BigInt(dice.below(width));
	const random = (BigInt(dice.next()) << 32n) | BigInt(dice.next());
	const values = [0n, 1n, all, all - 1n, power, power - 1n, power + 1n, all ^ power, 1n << BigInt(width - 1)];
	return BigInt.asUintN(width, dice.pick([...values, BigInt(dice.below(9)), BigInt(width), random, random]));
}

/** What the uninterpreted functions of random formulas are: the same for the same arguments. */
function functionValue(name: string, values: readonly bigint[]): bigint {
	const text = `${name} ${values.join(' ')}`;
	let state = 0x9e3779b97f4a7c15n;
	for (const letter of text) state = BigInt.asUintN(64, (state ^ BigInt(letter.charCodeAt(0))) * 0x100000001b3n);
	return state ^ (state >> 29n);
}

const signed = (value: bigint, width: number): bigint => BigInt.asIntN(width, value);
const lengthOf = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);
const truth = (value: boolean): bigint => (value ? 1n : 0n);

type Binary = readonly [(left: Term, right: Term) => Term, (left: bigint, right: bigint, width: number) => bigint];

/** Of two operands of one width; the result has that width. */
const ARITHMETIC: readonly Binary[] = [
	[(l, r) => b.add(l, r), (l, r) => l + r],
	[(l, r) => b.add(l, r, l), (l, r) => l + r + l],
	[b.subtract, (l, r) => l - r],
	[b.multiply, (l, r) => l * r],
	[b.divide, (l, r, width) => (r === 0n ? mask(width) : l / r)],
	[b.remainder, (l, r) => (r === 0n ? l : l % r)],
	[b.bitAnd, (l, r) => l & r],
	[b.bitOr, (l, r) => l | r],
	[b.bitXor, (l, r) => l ^ r],
	[b.shiftLeft, (l, r, width) => l << (r % BigInt(width))],
	[b.shiftRight, (l, r, width) => l >> (r % BigInt(width))],
	[b.shiftRightSigned, (l, r, width) => signed(l, width) >> (r % BigInt(width))],
	[
		b.rotateLeft,
		(l, r, width) => (l << (r % BigInt(width))) | (l >> ((BigInt(width) - (r % BigInt(width))) % BigInt(width))),
	],
];

const COMPARISONS: readonly Binary[] = [
	[b.equal, (l, r) => truth(l === r)],
	[b.below, (l, r) => truth(l < r)],
	[b.atMost, (l, r) => truth(l <= r)],
	[b.belowSigned, (l, r, width) => truth(signed(l, width) < signed(r, width))],
];

const LOGIC: readonly Binary[] = [
	[(l, r) => b.and(l, r), (l, r) => l & r],
	[(l, r) => b.or(l, r), (l, r) => l | r],
	[(l, r) => b.and(b.or(l, r), l), (l) => l],
	[b.implies, (l, r) => (1n - l) | r],
	[b.equal, (l, r) => truth(l === r)],
];

/** Grows a pool of formulas, one by one. */
export class RandomTerms {
	readonly samples: Sample[] = [];
	/** Of the variables, by name. */
	readonly variables = new Map<string, readonly bigint[]>();
	/** By which operation. */
	readonly #made = new Map<Sample, Binary>();
	readonly #dice: Dice;
	readonly #widths: readonly number[];
	/** May zeros of formulas of that width be counted? */
	readonly #counts: (width: number) => boolean;

	constructor(seed: number, counts: (width: number) => boolean = () => true) {
		this.#dice = new Dice(seed);
		this.#counts = counts;
		this.#widths = [32, this.#dice.pick(WIDTHS), this.#dice.pick(WIDTHS)];
		for (const [position, width] of [...this.#widths, ...this.#widths].entries()) this.#variable(`v${position}`, width);
		for (const name of ['p', 'q', 'r']) this.#variable(name, 0);
	}

	/** The case number `index`. */
	given(index: number): Case {
		return {
			variable: (name) => this.variables.get(name)?.[index] as bigint,
			apply: functionValue,
		};
	}

	/** Makes one more. */
	grow(): Sample {
		switch (this.#dice.below(12)) {
			case 0:
			case 1:
			case 2:
			case 3:
				return this.#binary(ARITHMETIC, this.#vector());
			case 4:
			case 5:
				return this.#binary(COMPARISONS, this.#vector());
			case 6:
			case 7:
				return this.#binary(LOGIC, this.#condition());
			case 8:
				return this.#choose();
			case 9:
				return this.#piece();
			case 10:
				return this.#unary();
			default:
				return this.#logicUnary();
		}
	}

	#variable(name: string, width: number): void {
		const values = Array.from({ length: CASES }, () =>
			width === 0 ? BigInt(this.#dice.below(2)) : special(this.#dice, width),
		);
		this.variables.set(name, values);
		this.samples.push({ term: b.variable(name, width), values });
	}

	#enter(term: Term, value: (position: number) => bigint): Sample {
		const values = Array.from({ length: CASES }, (_, position) => BigInt.asUintN(term.width || 1, value(position)));
		const sample = { term, values };
		this.samples.push(sample);
		return sample;
	}

	#constant(width: number): Sample {
		const value = special(this.#dice, width);
		return { term: b.constant(value, width), values: new Array<bigint>(CASES).fill(value) };
	}

	#pick(fits: (term: Term) => boolean): Sample | undefined {
		const found = this.samples.filter(({ term }) => fits(term));
		// Half of the time one of the newest, so that formulas become deep.
		const few = this.#dice.oneIn(2) ? found.slice(-4) : found;
		return few.length === 0 ? undefined : this.#dice.pick(few);
	}

	#vector(): Sample {
		return this.#pick(({ width }) => width > 0) as Sample;
	}

	#condition(): Sample {
		return this.#pick(({ width }) => width === 0) as Sample;
	}

	#like({ term }: Sample): Sample {
		if (term.width > 0 && this.#dice.oneIn(3)) return this.#constant(term.width);
		return this.#pick(({ width }) => width === term.width) as Sample;
	}

	#binary(from: readonly Binary[], left: Sample): Sample {
		let right = this.#like(left);
		let first = left;
		if (this.#dice.oneIn(6)) [first, right] = [right, left];
		const operation = this.#operation(from, first);
		const [make, value] = operation;
		const { width } = first.term;
		const sample = this.#enter(make(first.term, right.term), (at) =>
			BigInt.asUintN(64, value(first.values[at] as bigint, right.values[at] as bigint, width)),
		);
		this.#made.set(sample, operation);
		return sample;
	}

	/** Often the one that made the left operand: makers look into their operands for it. */
	#operation(from: readonly Binary[], left: Sample): Binary {
		const before = this.#made.get(left);
		return before !== undefined && from.includes(before) && this.#dice.oneIn(2) ? before : this.#dice.pick(from);
	}

	#choose(): Sample {
		const condition = this.#condition();
		const yes = this.#dice.oneIn(6) ? this.#condition() : this.#vector();
		const no = this.#like(yes);
		const given = yes.term.width > 0 && this.#dice.oneIn(4) ? this.#constant(yes.term.width) : yes;
		return this.#enter(b.choose(condition.term, given.term, no.term), (at) =>
			condition.values[at] === 1n ? (given.values[at] as bigint) : (no.values[at] as bigint),
		);
	}

	/** Some bits of a formula, or more of them. */
	#piece(): Sample {
		const whole = this.#vector();
		const { width } = whole.term;
		const dice = this.#dice;
		if (dice.oneIn(3)) {
			const low = dice.below(width);
			const high = low + dice.below(width - low);
			return this.#enter(b.extract(whole.term, high, low), (at) => (whole.values[at] as bigint) >> BigInt(low));
		}
		const wider = Math.max(width, dice.oneIn(2) ? dice.pick(this.#widths) : dice.pick(WIDTHS));
		if (dice.oneIn(2)) return this.#enter(b.extend(whole.term, wider), (at) => whole.values[at] as bigint);
		return this.#enter(b.extendSigned(whole.term, wider), (at) => signed(whole.values[at] as bigint, width));
	}

	#unary(): Sample {
		const operand = this.#vector();
		const { term, values } = operand;
		const { width } = term;
		const kind = this.#dice.below(this.#counts(width) ? 4 : 2);
		if (kind === 0) return this.#enter(b.negate(term), (at) => -(values[at] as bigint));
		if (kind === 1) {
			const name = `f${width}`;
			return this.#enter(b.apply(name, width, [term]), (at) => functionValue(name, [values[at] as bigint]));
		}
		if (kind === 2) return this.#enter(b.countLeading(term), (at) => BigInt(width - lengthOf(values[at] as bigint)));
		return this.#enter(b.countTrailing(term), (at) => {
			const value = values[at] as bigint;
			return BigInt(value === 0n ? width : lengthOf(value & -value) - 1);
		});
	}

	#logicUnary(): Sample {
		const { term, values } = this.#condition();
		const kind = this.#dice.below(3);
		if (kind === 0) return this.#enter(b.not(term), (at) => 1n - (values[at] as bigint));
		if (kind === 1) return this.#enter(b.asNumber(term), (at) => values[at] as bigint);
		const number = this.#vector();
		return this.#enter(b.asTruth(number.term), (at) => truth(number.values[at] !== 0n));
	}
}
