/** The mistakes: what can be made of one instruction by changing one thing about it. */

import type { Instruction } from '../../machines/wasm/instructions.ts';
import { I32 } from '../../machines/wasm/module.ts';
import { opcode, opcodeAt } from '../../machines/wasm/opcodes.ts';
import { Writer } from '../../machines/wasm/writer.ts';
import { type Binary, type BinaryFunction, typeOf } from './binary.ts';

/** Kinds of mistakes. */
export type Operator =
	| 'relation'
	| 'arithmetic'
	| 'constant'
	| 'field'
	| 'negation'
	| 'condition'
	| 'store'
	| 'assignment'
	| 'call'
	| 'label'
	| 'result';

/** An instruction of a function, with what lies around it. */
export interface Place {
	readonly binary: Binary;
	readonly in: BinaryFunction;
	/** Position in the function's code. */
	readonly position: number;
}

/** The instruction, or what replaces it. */
export interface Change {
	readonly operator: Operator;
	/** In words, such as `i32.ge_u -> i32.gt_u`. */
	readonly text: string;
	readonly bytes: Uint8Array;
}

/** Relations of one width, and what each is mistaken for: a bound that is off by one, a wrong direction, a wrong sign. */
const RELATIONS: Readonly<Record<string, readonly string[]>> = {
	eq: ['ne', 'ge_u'],
	ne: ['eq', 'lt_u'],
	lt_u: ['le_u', 'ge_u', 'lt_s'],
	le_u: ['lt_u', 'gt_u', 'le_s'],
	gt_u: ['ge_u', 'le_u', 'gt_s'],
	ge_u: ['gt_u', 'lt_u', 'ge_s'],
	lt_s: ['le_s', 'ge_s', 'lt_u'],
	le_s: ['lt_s', 'gt_s', 'le_u'],
	gt_s: ['ge_s', 'le_s', 'gt_u'],
	ge_s: ['gt_s', 'lt_s', 'ge_u'],
};

/** Of `or` only `and` comes: most of the kernel's join bits that exclude each other, where `xor` and `add` are the same. */
const ARITHMETIC: Readonly<Record<string, readonly string[]>> = {
	and: ['or', 'xor'],
	or: ['and'],
	xor: ['or', 'and'],
	add: ['sub'],
	sub: ['add'],
	mul: ['add'],
	div_u: ['rem_u'],
	shl: ['shr_u'],
	shr_u: ['shl', 'shr_s'],
	shr_s: ['shl', 'shr_u'],
	rotl: ['rotr'],
	ctz: ['clz'],
	clz: ['ctz'],
};

const MASKS: ReadonlySet<string> = new Set(['i32.and', 'i32.or', 'i32.xor', 'i64.and', 'i64.or', 'i64.xor']);
const DROP = opcode('drop');
const EQZ = opcode('i32.eqz');

/** Everything that can be made of the instruction. Not all of it is valid WebAssembly. */
export function changesAt(place: Place): Change[] {
	const { opcode: here } = instructionAt(place);
	return [...named(here.name), ...constants(place), ...fields(place), ...conditions(place), ...effects(place)];
}

export function instructionAt({ in: { code }, position }: Place): Instruction {
	return code[position] as Instruction;
}

/** Another operation of the same operands. */
function named(name: string): Change[] {
	const [width = '', operation = ''] = name.split('.');
	const swap = (operator: Operator, others: readonly string[] = []): Change[] =>
		others.map((other) => ({
			operator,
			text: `${name} -> ${width}.${other}`,
			bytes: Uint8Array.of(opcode(`${width}.${other}`)),
		}));
	return [...swap('relation', RELATIONS[operation]), ...swap('arithmetic', ARITHMETIC[operation])];
}

/** Neighbouring numbers, zero, and one bit of a mask flipped: its lowest and the one above its highest. */
function constants(place: Place): Change[] {
	const { opcode: here, value, wide } = instructionAt(place);
	if (here.immediates !== 'i32' && here.immediates !== 'i64') return [];
	const bits = here.immediates === 'i32' ? 32 : 64;
	const given = here.immediates === 'i32' ? BigInt(value) : wide;
	const others = [given + 1n, given - 1n, 0n];
	const next = place.in.code[place.position + 1]?.opcode.name ?? '';
	if (MASKS.has(next)) others.push(given ^ lowestBit(given, bits), given ^ bitAbove(given, bits));
	const distinct = new Set(others.map((other) => BigInt.asIntN(bits, other)));
	distinct.delete(given);
	return [...distinct].map((other) => ({
		operator: 'constant' as const,
		text: `${here.name} ${given} -> ${other}`,
		bytes: signed(new Writer().byte(here.code), other).finish(),
	}));
}

function lowestBit(value: bigint, bits: number): bigint {
	const unsigned = BigInt.asUintN(bits, value);
	return unsigned & -unsigned;
}

function bitAbove(value: bigint, bits: number): bigint {
	const length = BigInt.asUintN(bits, value).toString(2).length;
	return 1n << BigInt(Math.min(length, bits - 1));
}

/** Signed LEB128. */
function signed(writer: Writer, value: bigint): Writer {
	let rest = value;
	while (rest > 0x3fn || rest < -0x40n) {
		writer.byte(Number(rest & 0x7fn) | 0x80);
		rest >>= 7n;
	}
	return writer.byte(Number(rest & 0x7fn));
}

/** The field before and the field after, at the width of the access. */
function fields(place: Place): Change[] {
	const { opcode: here, offset, alignment } = instructionAt(place);
	if (here.immediates !== 'access') return [];
	const width = Number(
		/(8|16|32)_[su]$|store(8|16|32)$/.exec(here.name)?.slice(1).find(Boolean) ?? here.name.slice(1, 3),
	);
	return [offset + width / 8, offset - width / 8]
		.filter((other) => other >= 0)
		.map((other) => ({
			operator: 'field' as const,
			text: `${here.name} offset ${offset} -> ${other}`,
			bytes: new Writer().byte(here.code).u32(alignment).u32(other).finish(),
		}));
}

/** The opposite condition, or one that always or never holds. */
function conditions(place: Place): Change[] {
	const { opcode: here } = instructionAt(place);
	const own = bytesOf(place);
	if (here.name === 'i32.eqz') return [{ operator: 'negation', text: 'i32.eqz dropped', bytes: new Uint8Array() }];
	if (here.name === 'i64.eqz') {
		const bytes = Uint8Array.of(opcode('i64.const'), 0, opcode('i64.ne'));
		return [{ operator: 'negation', text: 'i64.eqz -> i64.ne 0', bytes }];
	}
	if (!['if', 'br_if', 'select'].includes(here.name)) return [];
	const constant = (value: number): Change => ({
		operator: 'condition',
		text: `${here.name} of ${value}`,
		bytes: Uint8Array.of(DROP, opcode('i32.const'), value, ...own),
	});
	const before = opcodeBefore(place);
	// `i32.eqz` and relations negate themselves.
	if (before === 'i32.eqz' || /\.(eq|ne|[lg][te]_[su])$/.test(before)) return [constant(0), constant(1)];
	const negated = { operator: 'negation', text: `${here.name} of the opposite`, bytes: Uint8Array.of(EQZ, ...own) };
	return [constant(0), constant(1), negated as Change];
}

function opcodeBefore({ in: { code }, position }: Place): string {
	return code[position - 1]?.opcode.name ?? '';
}

function bytesOf(place: Place): Uint8Array {
	const { start, end } = instructionAt(place);
	return place.binary.module.bytes.subarray(start, end);
}

/** What is written, called, chosen or returned. */
function effects(place: Place): Change[] {
	const { opcode: here, index } = instructionAt(place);
	const { binary } = place;
	if (here.effect === 'store') return [{ operator: 'store', text: `${here.name} dropped`, bytes: drops(2) }];
	if (here.name === 'local.set') {
		return [{ operator: 'assignment', text: `local.set ${index} dropped`, bytes: drops(1) }];
	}
	if (here.name === 'br_table') return tables(place);
	if (here.name === 'return') return results(place, bytesOf(place));
	if (here.name === 'end' && place.position === place.in.code.length - 1) return results(place, bytesOf(place));
	if (here.name !== 'call') return [];
	const { parameters, results: given } = typeOf(binary.module, index);
	if (given.length > 0) return [];
	return [{ operator: 'call', text: `call of ${binary.names[index]} dropped`, bytes: drops(parameters.length) }];
}

function drops(count: number): Uint8Array {
	return new Uint8Array(count).fill(DROP);
}

/** Each two neighbours of a table that differ, exchanged. */
function tables(place: Place): Change[] {
	const { opcode: here, labels } = instructionAt(place);
	return labels.flatMap((label, at) => {
		const next = labels[at + 1];
		if (next === undefined || next === label) return [];
		const swapped = labels.with(at, next).with(at + 1, label);
		const writer = new Writer().byte(here.code).u32(labels.length - 1);
		for (const to of swapped) writer.u32(to);
		const bytes = writer.finish();
		return [{ operator: 'label' as const, text: `cases ${at} and ${at + 1} exchanged`, bytes }];
	});
}

/** 0 and -1 instead of the result. */
function results(place: Place, own: Uint8Array): Change[] {
	if (place.in.type.results[0] !== I32) return [];
	const before = place.in.code[place.position - 1];
	return [0, -1]
		.filter((value) => before?.opcode.name !== 'i32.const' || before.value !== value)
		.map((value) => ({
			operator: 'result' as const,
			text: `result -> ${value}`,
			bytes: Uint8Array.of(DROP, opcode('i32.const'), value & 0x7f, ...own),
		}));
}

/** The instruction as text, with its immediates: a line that tells two places apart, the same after code elsewhere has changed. */
export function describeInstruction(place: Place): string {
	const { opcode: here, index, value, wide, offset, labels } = instructionAt(place);
	switch (opcodeAt(here.code)?.immediates) {
		case 'i32':
			return `${here.name} ${value}`;
		case 'i64':
			return `${here.name} ${wide}`;
		case 'access':
			return `${here.name} ${offset}`;
		case 'labels':
			return `${here.name} ${labels.join(' ')}`;
		case 'index':
			return here.name === 'call' ? `call ${place.binary.names[index]}` : `${here.name} ${index}`;
		default:
			return here.name;
	}
}
