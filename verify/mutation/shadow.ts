/** A copy of a kernel's memory that follows it: the dense tables, and whatever is backed. */

import { DENSE_END, KERNEL_PAGES } from '../../kernel/layout.ts';
import type { ModelKernel } from '../../test/kernel/kernel.ts';

const PAGE = 4096;
const WASM_PAGE = 65_536;
const WORDS = PAGE / 4;

/** Compares bytes [address, address + length) of two memories. */
export function sameBytes(left: Uint8Array, right: Uint8Array, address: number, length: number): boolean {
	const end = address + length;
	return Buffer.compare(left.subarray(address, end), right.subarray(address, end)) === 0;
}

export class Shadow {
	readonly #kernel: ModelKernel;
	readonly #bytes = new Uint8Array(KERNEL_PAGES * WASM_PAGE);
	readonly #words = new Uint32Array(this.#bytes.buffer);
	#backed = new Map<number, number>();

	constructor(kernel: ModelKernel) {
		this.#kernel = kernel;
	}

	/** Becomes a copy of the kernel's memory as it is now. */
	take(): void {
		for (const [address, length] of this.#backed) this.#bytes.fill(0, address, address + length);
		this.#backed = new Map(this.#kernel.backed);
		for (const [address, length] of this.#ranges()) {
			this.#bytes.set(this.#kernel.bytes.subarray(address, address + length), address);
		}
	}

	/** What has changed since the last time (index of the word, before, after, and so on), which it takes over. */
	update(): Uint32Array {
		for (const [address, length] of this.#kernel.backed) this.#backed.set(address, length);
		const found: number[] = [];
		for (const [address, length] of this.#ranges()) {
			for (let page = address; page < address + length; page += PAGE) {
				if (!sameBytes(this.#kernel.bytes, this.#bytes, page, PAGE)) this.#updatePage(page >>> 2, found);
			}
		}
		this.#backed = new Map(this.#kernel.backed);
		return Uint32Array.from(found);
	}

	/** Takes changes back, with the kernel whose memory has been put back already. */
	undo(changes: Uint32Array): void {
		for (let index = 0; index < changes.length; index += 3) {
			this.#words[changes[index] as number] = changes[index + 1] as number;
		}
		this.#backed = new Map(this.#kernel.backed);
	}

	#updatePage(first: number, found: number[]): void {
		const { words } = this.#kernel;
		for (let index = first; index < first + WORDS; index++) {
			const before = this.#words[index] as number;
			const after = words[index] as number;
			if (before === after) continue;
			found.push(index, before, after);
			this.#words[index] = after;
		}
	}

	/** First byte of a page in which another memory differs from this one; undefined if there is none. */
	firstDifference(other: Uint8Array): number | undefined {
		return this.#ranges().find(([address, length]) => !sameBytes(other, this.#bytes, address, length))?.[0];
	}

	#ranges(): [number, number][] {
		return [[0, DENSE_END], ...this.#backed];
	}
}
