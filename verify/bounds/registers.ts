/**
 * What registers hold, as far as it can be known without running: numbers, and what they held at an earlier point plus a number. Enough to
 * follow the counters of loops and the tables of jumps; everything else is "unknown".
 */

import type { MachineInstruction } from './code.ts';

/** A number, or (`register` not empty) what that register held at the beginning plus `number`; `narrow`: modulo 2^32. */
export interface Known {
	readonly register: string;
	readonly number: bigint;
	readonly narrow: boolean;
}

/** An address that was read from a table of offsets, and what is added to it. */
export interface Jump {
	readonly table: number;
	readonly base: number;
}

export type Value = Known | undefined;

/** Registers by name x0..x30, sp; absent: unknown. */
export interface State {
	readonly registers: ReadonlyMap<string, Known>;
	/** What the flags compare; undefined: something unknown. */
	readonly flags: Comparison | undefined;
	/** Tables that registers have read from, and addresses made of them. */
	readonly jumps: ReadonlyMap<string, Jump>;
}

export interface Comparison {
	readonly left: Known;
	readonly right: bigint;
	readonly narrow: boolean;
}

const BITS = { wide: 64, narrow: 32 } as const;
const STORES = /^(str|stp|stur|strb|strh|sturb|sturh)$/;
const BRANCHES = /^(b|b\..+|cbz|cbnz|tbz|tbnz|br|ret|nop)$/;
/** Instructions with one destination, their first operand, about whose value nothing is kept. */
const OTHERS =
	/^(add|sub|and|orr|eor|bic|mvn|neg|lsl|lsr|asr|ror|ubfiz|ubfx|sbfx|bfi|bfxil|csel|cset|csinc|csinv|csneg|cinc|clz|rbit|udiv|mul|madd|msub|ldr|ldrb|ldrh|ldrsw|ldur|ldurb|sxtw|uxtw|and|movk|mov|adr|adrp|orn|eon|umull|extr|umulh|rev)$/;
/** The same, and they change the flags. */
const FLAGGED = /^(adds|subs|ands|bics)$/;
const COMPARISONS = /^(cmp|cmn|tst|ccmp)$/;
/** What a call leaves alone (procedure call standard: x19..x29 and the stack pointer). */
const PRESERVED = /^(x19|x2\d|sp)$/;

/** `w3` is part of `x3`; the zero register is none. */
export function full(register: string): string {
	return register.replace(/^w(?=\d)/, 'x');
}

function isNarrow(register: string): boolean {
	return register.startsWith('w');
}

/** At a beginning: each register holds what it holds. */
export function initialState(): State {
	const names = [...Array.from({ length: 31 }, (_, index) => `x${index}`), 'sp'];
	const registers = names.map((name) => [name, { register: name, number: 0n, narrow: false }] as const);
	return { registers: new Map(registers), flags: undefined, jumps: new Map() };
}

/** What is known whichever way was taken. */
export function join(left: State, right: State): State {
	const registers = new Map([...left.registers].filter(([name, value]) => sameValue(value, right.registers.get(name))));
	const jumps = new Map(
		[...left.jumps].filter(([name, { table, base }]) => {
			const other = right.jumps.get(name);
			return other?.table === table && other.base === base;
		}),
	);
	const { flags } = left;
	const kept = flags !== undefined && sameComparison(flags, right.flags) ? flags : undefined;
	return { registers, flags: kept, jumps };
}

function sameValue(left: Known, right: Value): boolean {
	return left.register === right?.register && left.number === right.number && left.narrow === right.narrow;
}

function sameComparison(left: Comparison, right: Comparison | undefined): boolean {
	return (
		right !== undefined &&
		sameValue(left.left, right.left) &&
		left.right === right.right &&
		left.narrow === right.narrow
	);
}

export function sameState(left: State, right: State): boolean {
	const joined = join(left, right);
	return (
		joined.registers.size === left.registers.size &&
		joined.jumps.size === left.jumps.size &&
		(joined.flags === undefined) === (left.flags === undefined)
	);
}

/** The state after an instruction. Throws for one that is not known here, as it may change anything. */
export function after(state: State, instruction: MachineInstruction): State {
	const { name, operands } = instruction;
	if (BRANCHES.test(name)) return state;
	if (name === 'bl') return afterCall(state);
	const registers = new Map(state.registers);
	const jumps = new Map(state.jumps);
	for (const base of writtenBack(operands)) registers.delete(base);
	if (STORES.test(name)) return { ...state, registers };
	if (COMPARISONS.test(name))
		return { registers, jumps, flags: name === 'cmp' ? compared(state, operands) : undefined };
	const targets = name === 'ldp' ? operands.slice(0, 2) : operands.slice(0, 1);
	if (name !== 'ldp' && !OTHERS.test(name) && !FLAGGED.test(name)) {
		throw new Error(`${instruction.address.toString(16)}: nothing is known about ${name}`);
	}
	for (const target of targets) {
		registers.delete(full(target));
		jumps.delete(full(target));
	}
	const [target = ''] = operands;
	const value = computed(state, instruction);
	if (value !== undefined && !/^[wx]zr$/.test(target)) registers.set(full(target), value);
	const jump = jumped(state, instruction);
	if (jump !== undefined) jumps.set(full(target), jump);
	if (!FLAGGED.test(name)) return { registers, jumps, flags: state.flags };
	return { registers, jumps, flags: name === 'subs' ? compared(state, operands.slice(1)) : undefined };
}

function afterCall({ registers }: State): State {
	return {
		registers: new Map([...registers].filter(([name]) => PRESERVED.test(name))),
		flags: undefined,
		jumps: new Map(),
	};
}

/** Base registers that an address changes: `[x1, #8]!` and `[x1], #8`. */
function writtenBack(operands: readonly string[]): string[] {
	return operands.flatMap((operand, index) => {
		const base = /^\[(\w+)/.exec(operand)?.[1];
		if (base === undefined) return [];
		return operand.endsWith('!') || index < operands.length - 1 ? [full(base)] : [];
	});
}

/** An immediate such as `#-12` or `0x118000`; undefined for anything else. */
function immediate(operand: string | undefined): bigint | undefined {
	const digits = /^#?(-?)((?:0x)?[0-9a-f]+)$/.exec(operand ?? '');
	if (digits === null || (operand?.startsWith('#') === false && !operand.startsWith('0x'))) return undefined;
	const value = BigInt(digits[2] as string);
	return digits[1] === '-' ? -value : value;
}

/** `#35, lsl #12` and the like: shift in bits; undefined when it is another one. */
function shiftOf(operand: string | undefined): bigint | undefined {
	if (operand === undefined) return 0n;
	const bits = /^lsl #(\d+)$/.exec(operand)?.[1];
	return bits === undefined ? undefined : BigInt(bits);
}

function known(state: State, register: string): Value {
	if (/^[wx]zr$/.test(register)) return { register: '', number: 0n, narrow: false };
	const value = state.registers.get(full(register));
	if (value === undefined || !isNarrow(register)) return value;
	if (value.register === '') return constant(value.number, true);
	return { ...value, narrow: true };
}

function constant(number: bigint, narrow: boolean): Known {
	return { register: '', number: BigInt.asUintN(narrow ? BITS.narrow : BITS.wide, number), narrow: false };
}

function computed(state: State, { name, operands, address }: MachineInstruction): Value {
	const [target = '', source = '', third, fourth] = operands;
	const narrow = isNarrow(target);
	const number = immediate(source);
	if (name === 'mov') return number === undefined ? known(state, source) : constant(number, narrow);
	if (name === 'adr' && number !== undefined) {
		return constant(source.startsWith('#') ? BigInt(address) + number : number, false);
	}
	if (name === 'adrp' && number !== undefined) return constant(number, false);
	if (!/^(add|sub)s?$/.test(name)) return undefined;
	const base = known(state, source);
	const amount = immediate(third);
	const shift = shiftOf(fourth);
	if (base === undefined || amount === undefined || shift === undefined) return undefined;
	const change = name.startsWith('add') ? amount << shift : -(amount << shift);
	if (base.register === '') return constant(base.number + change, narrow);
	// A wide sum of something that was cut to 32 bits is not what the beginning and a number make.
	if (base.narrow && !narrow) return undefined;
	return { register: base.register, number: base.number + change, narrow };
}

function compared(state: State, operands: readonly string[]): Comparison | undefined {
	const [left = '', right, shift] = operands;
	const value = known(state, left);
	const other = immediate(right) ?? knownNumber(state, right ?? '');
	if (value === undefined || other === undefined || shift !== undefined) return undefined;
	return { left: value, right: other, narrow: isNarrow(left) };
}

function knownNumber(state: State, register: string): bigint | undefined {
	const value = known(state, register);
	return value?.register === '' ? value.number : undefined;
}

/** `ldrsw x1, [x2, x3, lsl #2]` reads from a table at a known place; `add x4, x5, x1` adds a known address. */
function jumped(state: State, { name, operands }: MachineInstruction): Jump | undefined {
	if (name === 'ldrsw') {
		const base = /^\[(x\d+), x\d+, lsl #2\]$/.exec(operands[1] ?? '')?.[1];
		const table = base === undefined ? undefined : knownNumber(state, base);
		return table === undefined ? undefined : { table: Number(table), base: 0 };
	}
	if (name !== 'add' || operands.length !== 3) return undefined;
	const jump = state.jumps.get(operands[2] ?? '');
	const base = knownNumber(state, operands[1] ?? '');
	return jump === undefined || base === undefined ? undefined : { table: jump.table, base: Number(base) };
}
