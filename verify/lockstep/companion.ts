/**
 * The specification beside a kernel: it makes every entry that the kernel made, and result, uses of machine functions and all memory must
 * then be equal. Both begin with zeroed memory and stay equal, so that nothing is copied.
 */

import * as calls from '../../abi/calls.ts';
import * as layout from '../../kernel/layout.ts';
import {
	type BootEntryName,
	type Effect,
	type EntryName,
	ModelKernel,
	type SavedState,
} from '../../test/kernel/kernel.ts';
import type { Snapshot } from '../invariants/snapshot.ts';
import { type Place, placeAt } from './place.ts';

/** Where kernel and specification differ: a result, a use of a machine function or a field. */
export interface Difference {
	readonly place: string;
	readonly kernel: string;
	readonly specification: string;
}

/** An entry as it was made of the kernel. */
export interface Made {
	readonly name: EntryName | BootEntryName;
	readonly values: readonly number[];
	/** Its result, or how it trapped. */
	readonly outcome: string;
	readonly effects: readonly Effect[];
}

const MOST_DIFFERENCES = 8;
/** Names of kernel calls by number. */
const CALL_NAMES = new Map<number, string>(
	Object.entries(calls)
		.filter(([name]) => !/^(CONFIGURE|READ|STATE|CAUSE)_/.test(name))
		.map(([name, number]) => [number, name]),
);

/** An entry whose outcome is not that of the specification. */
export class Diverged extends Error {
	readonly entry: string;
	readonly values: readonly number[];
	readonly differences: readonly Difference[];

	constructor(entry: string, values: readonly number[], differences: readonly Difference[]) {
		const call = entry === 'system' ? ` (${CALL_NAMES.get(values[0] ?? 0) ?? 'no call'})` : '';
		const lines = differences.map(
			({ place, kernel, specification }) => `  ${place}: the kernel has ${kernel}, the specification ${specification}`,
		);
		super(`${entry}(${values.join(', ')})${call} is not what the specification says:\n${lines.join('\n')}`);
		this.name = 'Diverged';
		this.entry = entry;
		this.values = values;
		this.differences = differences;
	}
}

/** A result in words; a kernel may also trap. */
export function outcomeOf(perform: () => number): string {
	try {
		return String(perform() | 0);
	} catch (error) {
		if (error instanceof WebAssembly.RuntimeError) return `a trap (${error.message})`;
		throw error;
	}
}

export class Companion {
	readonly #specification: ModelKernel;

	constructor(specification: WebAssembly.Module) {
		this.#specification = new ModelKernel(specification);
	}

	/** Makes the entry as well; throws Diverged when the kernel, whose memory `kernel` is, has done something else. */
	follow(kernel: Snapshot, made: Made): void {
		const { name, values } = made;
		this.#specification.effects = [];
		const expected = outcomeOf(() => this.#specification.enter(name, ...values));
		const differences: Difference[] = [];
		if (made.outcome !== expected) differences.push({ place: 'result', kernel: made.outcome, specification: expected });
		this.#compareEffects(made.effects, differences);
		this.#compareMemory(kernel, differences);
		if (differences.length > 0) throw new Diverged(name, values, differences);
	}

	/** Goes on from that state. */
	restore(state: SavedState): void {
		this.#specification.restore(state);
	}

	#compareEffects(made: readonly Effect[], differences: Difference[]): void {
		const expected = this.#specification.effects;
		for (let index = 0; index < Math.max(made.length, expected.length); index++) {
			const [kernel, specification] = [render(made[index]), render(expected[index])];
			if (kernel !== specification) differences.push({ place: `machine function ${index}`, kernel, specification });
		}
	}

	/** The dense tables, and what is backed: where effects are equal that is the same for both. */
	#compareMemory(kernel: Snapshot, differences: Difference[]): void {
		this.#comparePiece(kernel, 0, layout.DENSE_END, differences);
		for (const [address, length] of this.#specification.backed) {
			this.#comparePiece(kernel, address, length, differences);
		}
	}

	#comparePiece(kernel: Snapshot, address: number, length: number, differences: Difference[]): void {
		const here = Buffer.from(kernel.bytes.buffer, kernel.bytes.byteOffset + address, length);
		const there = Buffer.from(this.#specification.bytes.buffer, address, length);
		if (here.equals(there)) return;
		for (let at = address; at < address + length && differences.length < MOST_DIFFERENCES; at += 4) {
			if (kernel.word(at) === this.#specification.word(at)) continue;
			const place = placeAt(firstDifference(kernel, this.#specification, at));
			const [ours, theirs] = [valueAt(kernel, place), valueAt(this.#specification, place)];
			differences.push({ place: place.name, kernel: ours, specification: theirs });
			at = Math.max(at, place.address + place.width - 4);
		}
	}
}

function render(effect: Effect | undefined): string {
	return effect === undefined ? 'nothing' : `${effect.name}(${effect.values.join(', ')})`;
}

/** The first byte of the word at `address` that differs. */
function firstDifference(one: Snapshot, other: Snapshot, address: number): number {
	let byte = address;
	while (one.bytes[byte] === other.bytes[byte]) byte++;
	return byte;
}

function valueAt(snapshot: Snapshot, { address, width }: Place): string {
	if (width === 8) return String(snapshot.long(address));
	return String(width === 1 ? snapshot.bytes[address] : snapshot.word(address));
}
