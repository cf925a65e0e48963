/**
 * Contents of regions: one WebAssembly memory for each region row. There are no physical pages on a hosted machine, so a
 * row is the identity; a row that is created anew with another size gets a new memory.
 *
 * A WebAssembly page is 64 KiB and a region page 4 KiB: a component can reach the rest of the last WebAssembly page behind its
 * region, where nothing of anybody else lies.
 */
import { REGION_BASE, REGION_COUNT, REGION_PAGES, REGION_STRIDE } from '../../../kernel/layout.ts';
import { MachineError } from './kernel.ts';

const REGION_PAGE_BYTES = 4096;
const WASM_PAGE_BYTES = 65536;

/** A region's memory with the views that the machine needs; memories never grow, so the views stay valid. */
export interface RegionMemory {
	readonly memory: WebAssembly.Memory;
	readonly bytes: Uint8Array;
	readonly words: Int32Array;
}

/** Stands for "nothing mapped": every access traps. */
export const EMPTY_MEMORY: RegionMemory = createMemory(0);

export class Regions {
	readonly kernelWords: Int32Array;
	readonly memories: (RegionMemory | undefined)[] = new Array(REGION_COUNT);

	constructor(kernelWords: Int32Array) {
		this.kernelWords = kernelWords;
	}

	/** The memory of a row, of the size that the kernel has recorded for it. */
	memory(row: number): RegionMemory {
		const wanted = Math.ceil((this.pages(row) * REGION_PAGE_BYTES) / WASM_PAGE_BYTES);
		const existing = this.memories[row];
		if (existing?.bytes.length === wanted * WASM_PAGE_BYTES) return existing;
		const created = createMemory(wanted);
		this.memories[row] = created;
		return created;
	}

	/** The same, zero all over: a new memory is, and to write its zeros would only make the host find pages for them. */
	cleared(row: number): RegionMemory {
		const before = this.memories[row];
		const memory = this.memory(row);
		if (memory === before) memory.bytes.fill(0);
		return memory;
	}

	/**
	 * Zeroes pages `first`..`first + count - 1`; page 0 of a row also zeroes what lies behind its last page. A row that nobody has
	 * used yet gets its memory when somebody does, zero by then: engines give few memories (Chromium about 120).
	 */
	clear(row: number, first: number, count: number): void {
		if (this.memories[row] === undefined) return;
		const { bytes } = this.memory(row);
		bytes.fill(0, first * REGION_PAGE_BYTES, (first + count) * REGION_PAGE_BYTES);
		if (first === 0) bytes.fill(0, this.pages(row) * REGION_PAGE_BYTES);
	}

	/**
	 * Takes a region away from instances that still hold its memory: the contents move to a new memory, and the old one, which
	 * V8 cannot take from them, becomes zero and belongs to nobody.
	 */
	replace(row: number): void {
		const old = this.memories[row];
		if (old === undefined) return;
		const created = createMemory(old.bytes.length / WASM_PAGE_BYTES);
		created.bytes.set(old.bytes);
		old.bytes.fill(0);
		this.memories[row] = created;
	}

	/** The row that has this memory now, or -1. */
	rowOf(memory: RegionMemory): number {
		return this.memories.indexOf(memory);
	}

	private pages(row: number): number {
		return this.kernelWords[(REGION_BASE + row * REGION_STRIDE + REGION_PAGES) >> 2] as number;
	}
}

/** A memory of exactly `pages` WebAssembly pages, for ever. Throws a `MachineError` when the engine gives no more. */
function createMemory(pages: number): RegionMemory {
	const memory = newMemory(pages);
	return { memory, bytes: new Uint8Array(memory.buffer), words: new Int32Array(memory.buffer) };
}

function newMemory(pages: number): WebAssembly.Memory {
	try {
		return new WebAssembly.Memory({ initial: pages, maximum: pages });
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new MachineError(
			`the engine gives this machine no more memories (${pages * 64} KiB wanted): ${error.message}`,
		);
	}
}
