/**
 * Two processes that can be exchanged: of a state and its mirror image only one is kept. Exact, as the kernel treats them alike: they are alone at
 * their priority, where the round robin stands at one of them, and neither waits for a time (at equal times the lower row would come first).
 */

import * as layout from '../../kernel/layout.ts';

const PLAIN = 0;
/** Holds a row of a process. */
const ROW = 1;
/** Holds a bit for each process. */
const BITS = 2;

const ROWS_OF_PROCESS: readonly number[] = [layout.PROCESS_CALLER, layout.PROCESS_CALLEE, layout.PROCESS_HANDLER];

/** What belongs to the one and to the other. */
export interface Pair {
	readonly rows: readonly [number, number];
	readonly lines: readonly [number, number];
}

/** The word that plays the same part for the other one; itself when it belongs to neither. */
export function mirrored(index: number, { rows, lines }: Pair): number {
	const address = 4 * index;
	const exchange = (base: number, stride: number, [one, other]: readonly [number, number]) => {
		const row = Math.floor((address - base) / stride);
		if (row === one) return address + (other - one) * stride;
		return row === other ? address + (one - other) * stride : address;
	};
	if (address >= layout.BLOCK_BASE) return exchange(layout.BLOCK_BASE, layout.BLOCK_STRIDE, rows) / 4;
	if (address >= layout.PROCESS_BASE) return exchange(layout.PROCESS_BASE, layout.PROCESS_STRIDE, rows) / 4;
	if (address >= layout.ACCOUNT_BASE) return index;
	if (address >= layout.INTERRUPT_BASE) return exchange(layout.INTERRUPT_BASE, layout.INTERRUPT_STRIDE, lines) / 4;
	const leaves = layout.TIMER_BASE + layout.PROCESS_COUNT * layout.TIMER_STRIDE;
	return address >= leaves && address < layout.FLOW_BASE ? exchange(leaves, layout.TIMER_STRIDE, rows) / 4 : index;
}

function kindOf(address: number): number {
	if (address === layout.GLOBAL_BASE + layout.GLOBAL_CURRENT) return ROW;
	if (address >= layout.LEVEL_BASE && address < layout.TIMER_BASE) {
		const field = (address - layout.LEVEL_BASE) % layout.LEVEL_STRIDE;
		if (field === layout.LEVEL_IN_PROGRESS || field === layout.LEVEL_LAST) return ROW;
		return field === layout.LEVEL_READY0_64 ? BITS : PLAIN;
	}
	if (address >= layout.PROCESS_BASE && address < layout.DENSE_END) {
		return ROWS_OF_PROCESS.includes((address - layout.PROCESS_BASE) % layout.PROCESS_STRIDE) ? ROW : PLAIN;
	}
	return PLAIN;
}

export class Symmetry {
	readonly #pair: Pair;
	readonly #partners: Int32Array;
	readonly #kinds: Uint8Array;
	readonly #image: Uint32Array;

	/** `places` are the words of a state, in their order; with each its mirror image. */
	constructor(places: readonly number[], pair: Pair) {
		this.#pair = pair;
		this.#partners = Int32Array.from(places, (index) => places.indexOf(mirrored(index, pair)));
		this.#kinds = Uint8Array.from(places, (index) => kindOf(4 * index));
		this.#image = new Uint32Array(places.length);
	}

	/** Replaces the words of a state by those of its mirror image if that comes first. */
	choose(values: Uint32Array): void {
		const image = this.#image;
		for (let column = 0; column < values.length; column++) {
			image[this.#partners[column] as number] = this.#exchange(values[column] as number, this.#kinds[column] as number);
		}
		for (let column = 0; column < values.length; column++) {
			const [one, other] = [values[column] as number, image[column] as number];
			if (one === other) continue;
			if (other < one) values.set(image);
			return;
		}
	}

	#exchange(value: number, kind: number): number {
		const [one, other] = this.#pair.rows;
		if (kind === PLAIN) return value;
		if (kind === ROW) return value === one ? other : value === other ? one : value;
		const differs = ((value >>> one) ^ (value >>> other)) & 1;
		return differs === 0 ? value : (value ^ (1 << one) ^ (1 << other)) >>> 0;
	}
}
