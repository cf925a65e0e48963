/** All single mistakes of a kernel binary: each mutant differs from it in one instruction. */

import { createHash } from 'node:crypto';
import { KIND_FUNCTION } from '../../machines/wasm/module.ts';
import { applyEdits, type Binary, type BinaryFunction, type Edit } from './binary.ts';
import { changesAt, describeInstruction, instructionAt, type Operator, type Place } from './operators.ts';

export interface Mutant {
	/** Name and index of the function that it is in. */
	readonly function: string;
	readonly index: number;
	/** Position of the instruction in the function. */
	readonly position: number;
	/** Byte of the original binary. */
	readonly offset: number;
	readonly operator: Operator;
	/** Such as `i32.ge_u -> i32.gt_u at byte 1234 in kernel/gate/admit`. */
	readonly what: string;
	/** Names it as long as the code around it stays as it is, whatever changes elsewhere. */
	readonly key: string;
	readonly edit: Edit;
}

/** Instructions before and after that belong to a key. */
const CONTEXT = 6;
const KEY_DIGITS = 12;

/** Every mutant, valid WebAssembly or not, in the order of the code. */
export function allMutants(binary: Binary): Mutant[] {
	const used = new Map<string, number>();
	return binary.functions.flatMap((where) =>
		where.code.flatMap((_, position) => mutantsAt({ binary, in: where, position }, used)),
	);
}

function mutantsAt(place: Place, used: Map<string, number>): Mutant[] {
	const { start, end } = instructionAt(place);
	const { name, index } = place.in;
	return changesAt(place).map(({ operator, text, bytes }) => {
		const context = keyOf(place, text);
		const times = used.get(context) ?? 0;
		used.set(context, times + 1);
		return {
			function: name,
			index,
			position: place.position,
			offset: start,
			operator,
			what: `${text} at byte ${start} in ${name}`,
			key: `${name} ${text} ${context}${times === 0 ? '' : `-${times}`}`,
			edit: { start, end, bytes },
		};
	});
}

function keyOf(place: Place, text: string): string {
	const first = Math.max(0, place.position - CONTEXT);
	const around = place.in.code
		.slice(first, place.position + CONTEXT + 1)
		.map((_, offset) => describeInstruction({ ...place, position: first + offset }));
	const lines = [place.in.name, text, place.position - first, ...around];
	return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, KEY_DIGITS);
}

/** The mutant's binary; undefined when it is not valid WebAssembly. */
export function buildMutant(binary: Binary, { edit }: Pick<Mutant, 'edit'>): Uint8Array | undefined {
	const bytes = applyEdits(binary, [edit]);
	return WebAssembly.validate(new Uint8Array(bytes)) ? bytes : undefined;
}

/** Functions, by index, that the exported ones among `entries` reach, these included. */
function reach(binary: Binary, entries: readonly number[]): Set<number> {
	const found = new Set(entries);
	for (const index of found) for (const callee of calleesOf(binary, index)) found.add(callee);
	return found;
}

function exportedFunctions({ module }: Binary): readonly { readonly name: string; readonly index: number }[] {
	return module.exports.filter(({ kind }) => kind === KIND_FUNCTION);
}

/** Functions that can only be reached from the entries of which `chosen` is true. */
export function onlyReachedFrom(binary: Binary, chosen: (name: string) => boolean): Set<number> {
	const entries = exportedFunctions(binary);
	const indices = (from: typeof entries) => from.map(({ index }) => index);
	const others = reach(binary, indices(entries.filter(({ name }) => !chosen(name))));
	return reach(binary, indices(entries)).difference(others);
}

function calleesOf(binary: Binary, index: number): number[] {
	const found: BinaryFunction | undefined = binary.functions.find((candidate) => candidate.index === index);
	return (found?.code ?? []).filter(({ opcode }) => opcode.name === 'call').map((instruction) => instruction.index);
}

/**
 * `count` of the mutants, the same for the same seed: of each function its share, and at least one. The order is that of `mutants`.
 */
export function sampleMutants(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
	const share = Math.min(1, count / mutants.length);
	const groups = Map.groupBy(mutants, ({ index }) => index);
	return [...groups.values()].flatMap((group) => {
		const wanted = Math.max(1, Math.round(group.length * share));
		const ranked = group.toSorted((left, right) => rank(left, seed) - rank(right, seed)).slice(0, wanted);
		return ranked.sort((left, right) => left.offset - right.offset);
	});
}

/** A number that depends on the mutant and the seed alone. */
function rank({ key }: Mutant, seed: number): number {
	return createHash('sha256').update(`${seed} ${key}`).digest().readUInt32LE(0);
}
