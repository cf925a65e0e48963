/** Formulas as WebAssembly code: one local variable a node, computed in order, without branches. Values up to 32 bits are i32, wider ones i64; upper bits zero. */
import { I32, I64 } from '../../machines/wasm/module.ts';
import { opcode } from '../../machines/wasm/opcodes.ts';
import { Writer } from '../../machines/wasm/writer.ts';
import { mask, reachable, type Term } from './term.ts';

/** Writes code that leaves the value of a variable or of a table's contents on the stack; its parts are at hand by `code.push`. */
export type Source = (term: Term, code: Code) => void;

/** Operations that WebAssembly has as such. */
const SAME: Readonly<Partial<Record<Term['operation'], string>>> = {
	and: 'and',
	or: 'or',
	equal: 'eq',
	below: 'lt_u',
	add: 'add',
	multiply: 'mul',
	bitAnd: 'and',
	bitOr: 'or',
	bitXor: 'xor',
	shiftLeft: 'shl',
	shiftRight: 'shr_u',
};

/** Bits of the number type that holds a term. */
function holder({ width }: Term): number {
	return width > 32 ? 64 : 32;
}

/** Code of one function under construction. */
export class Code {
	readonly #out = new Writer();
	/** Local variable of each node. */
	readonly #places = new Map<Term, number>();
	readonly #locals: number[] = [];
	readonly #parameters: number;
	readonly #source: Source;

	constructor(parameters: number, source: Source) {
		this.#parameters = parameters;
		this.#source = source;
	}

	/** Computes everything under `roots`. */
	compute(roots: Iterable<Term>): this {
		for (const term of reachable(roots)) {
			if (term.operation === 'constant') continue;
			this.#node(term);
			const place = this.#parameters + this.#locals.length;
			this.#locals.push(holder(term) === 64 ? I64 : I32);
			this.#places.set(term, place);
			this.local('local.set', place);
		}
		return this;
	}

	/** Puts a value on the stack that has been computed. */
	push(term: Term): this {
		if (term.operation === 'constant') return this.constant(term.value, holder(term));
		return this.local('local.get', this.#places.get(term) as number);
	}

	operation(name: string): this {
		this.#out.byte(opcode(name));
		return this;
	}

	local(name: 'local.get' | 'local.set', place: number): this {
		this.#out.byte(opcode(name)).u32(place);
		return this;
	}

	/** A load or store at a constant offset in one of the memories. */
	access(name: string, memory: number, offset: number): this {
		this.#out.byte(opcode(name)).byte(0x40).u32(memory).u32(offset);
		return this;
	}

	constant(value: bigint, bits: number): this {
		this.operation(`i${bits}.const`);
		let rest = BigInt.asIntN(bits, value);
		for (; rest > 0x3fn || rest < -0x40n; rest >>= 7n) this.#out.byte(Number(rest & 0x7fn) | 0x80);
		this.#out.byte(Number(rest & 0x7fn));
		return this;
	}

	/** Local declarations and code, as a binary has them. */
	finish(): Uint8Array {
		const whole = new Writer().u32(this.#locals.length);
		for (const type of this.#locals) whole.u32(1).byte(type);
		return whole.raw(this.#out.finish()).byte(opcode('end')).finish();
	}

	#node(term: Term): void {
		const [first] = term.parts;
		const bits = holder(first ?? term);
		const same = SAME[term.operation];
		if (same !== undefined) {
			for (const [position, part] of term.parts.entries()) {
				this.push(part);
				if (position > 0) this.operation(`i${bits}.${same}`);
			}
			if (['add', 'multiply', 'shiftLeft'].includes(term.operation)) this.#cut(term);
		} else this.#other(term, first as Term, bits);
	}

	#other(term: Term, first: Term, bits: number): void {
		switch (term.operation) {
			case 'not':
				this.push(first).operation('i32.eqz');
				return;
			case 'choose':
				this.push(term.parts[1] as Term)
					.push(term.parts[2] as Term)
					.push(first)
					.operation('select');
				return;
			case 'belowSigned':
				for (const part of term.parts) this.#signed(part);
				this.operation(`i${bits}.lt_s`);
				return;
			case 'shiftRightSigned':
				this.#signed(first)
					.push(term.parts[1] as Term)
					.operation(`i${bits}.shr_s`)
					.#cut(term);
				return;
			case 'divide':
			case 'remainder':
				this.#divide(term, bits);
				return;
			case 'extract':
				this.push(first).constant(term.value, bits).operation(`i${bits}.shr_u`);
				if (bits > holder(term)) this.operation('i32.wrap_i64');
				this.#cut(term);
				return;
			case 'extend':
				this.push(first);
				if (bits < holder(term)) this.operation('i64.extend_i32_u');
				return;
			case 'extendSigned':
				this.#signed(first);
				if (bits < holder(term)) this.operation('i64.extend_i32_s');
				this.#cut(term);
				return;
			case 'countLeading':
				this.push(first).operation(`i${bits}.clz`);
				this.constant(BigInt(bits - term.width), bits).operation(`i${bits}.sub`);
				return;
			case 'countTrailing':
				this.push(first);
				if (term.width < bits) this.constant(1n << BigInt(term.width), bits).operation(`i${bits}.or`);
				this.operation(`i${bits}.ctz`);
				return;
			default:
				this.#source(term, this);
		}
	}

	/** All ones, or the dividend, when the divisor is zero: computed everywhere, so it must not trap. */
	#divide(term: Term, bits: number): void {
		const [left, right] = term.parts as [Term, Term];
		const quotient = term.operation === 'divide';
		this.push(left).push(right).constant(1n, bits);
		this.push(right).constant(0n, bits).operation(`i${bits}.ne`).operation('select');
		this.operation(`i${bits}.${quotient ? 'div_u' : 'rem_u'}`);
		if (quotient) this.constant(mask(term.width), bits);
		else this.push(left);
		this.push(right).constant(0n, bits).operation(`i${bits}.ne`).operation('select');
	}

	/** Sign in the highest bit of the holder, value extended with it. */
	#signed(term: Term): this {
		const bits = holder(term);
		this.push(term);
		if (term.width === bits) return this;
		const unused = BigInt(bits - term.width);
		for (const name of ['shl', 'shr_s']) this.constant(unused, bits).operation(`i${bits}.${name}`);
		return this;
	}

	/** Clears the bits beyond the term's width. */
	#cut(term: Term): this {
		const bits = holder(term);
		if (term.width < bits) this.constant(mask(term.width), bits).operation(`i${bits}.and`);
		return this;
	}
}
