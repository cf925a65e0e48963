/** What a device reaches by DMA: physical addresses, which on a hosted machine only the kernel's region rows give a meaning. */
import {
	EXTENT_REGION,
	MEMORY_NORMAL,
	REGION_BASE,
	REGION_COUNT,
	REGION_KIND,
	REGION_PAGE,
	REGION_PAGES,
	REGION_STATE,
	REGION_STRIDE,
} from '../../../kernel/layout.ts';
import type { Regions } from '../core/regions.ts';

const PAGE_BYTES = 4096;

/** A device was told an address where there is no memory. */
export class NoMemoryError extends Error {}

/** A field of a region row. */
export function regionField(words: Int32Array, row: number, field: number): number {
	return words[(REGION_BASE + row * REGION_STRIDE + field) >> 2] as number;
}

/** The region of that kind that a physical page belongs to, 0 = none. */
export function regionOf(words: Int32Array, page: number, kind: number): number {
	for (let row = 1; row < REGION_COUNT; row++) if (holds(words, row, page, kind)) return row;
	return 0;
}

/** Is the page one of that row's, now? */
export function holds(words: Int32Array, row: number, page: number, kind: number): boolean {
	if (regionField(words, row, REGION_STATE) !== EXTENT_REGION || regionField(words, row, REGION_KIND) !== kind) {
		return false;
	}
	const first = regionField(words, row, REGION_PAGE);
	return page >= first && page < first + regionField(words, row, REGION_PAGES);
}

export class PhysicalMemory {
	private readonly words: Int32Array;
	private readonly regions: Regions;
	/** Where the last access was; the next one is most often there. */
	private last = 0;

	constructor(words: Int32Array, regions: Regions) {
		this.words = words;
		this.regions = regions;
	}

	/** The `length` bytes at a physical address, which must be in one region. Throws NoMemoryError. Valid until components run again. */
	at(address: number, length: number): DataView<ArrayBuffer> {
		const page = Math.floor(address / PAGE_BYTES);
		if (this.last === 0 || !holds(this.words, this.last, page, MEMORY_NORMAL)) {
			this.last = regionOf(this.words, page, MEMORY_NORMAL);
		}
		const offset = address - regionField(this.words, this.last, REGION_PAGE) * PAGE_BYTES;
		const size = regionField(this.words, this.last, REGION_PAGES) * PAGE_BYTES;
		if (this.last === 0 || offset + length > size) throw new NoMemoryError(`no memory at ${address.toString(16)}`);
		return new DataView(this.regions.memory(this.last).memory.buffer as ArrayBuffer, offset, length);
	}
}
