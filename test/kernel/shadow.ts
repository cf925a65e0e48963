/** A copy of the kernel's state that can be taken, compared and put back often: its buffers are kept. */

import * as layout from '../../kernel/layout.ts';
import type { ModelKernel } from './kernel.ts';

const MOST_DIFFERENCES = 8;

export class Shadow {
	readonly #kernel: ModelKernel;
	readonly #copies = new Map<number, Uint8Array>();
	/** Address and length of what was copied. */
	#pieces: [number, number][] = [];

	#dense: Uint32Array | undefined;

	constructor(kernel: ModelKernel) {
		this.#kernel = kernel;
	}

	/** Copies the dense tables and all that is backed. */
	take(): void {
		this.#pieces = [[0, layout.DENSE_END], ...this.#kernel.backed];
		for (const [address, length] of this.#pieces) {
			this.#copy(address, length).set(this.#kernel.bytes.subarray(address, address + length));
		}
	}

	#copy(address: number, length: number): Uint8Array {
		let copy = this.#copies.get(address);
		if (copy?.length !== length) {
			copy = new Uint8Array(length);
			this.#copies.set(address, copy);
		}
		return copy;
	}

	/** Was `address` part of what was copied? */
	has(address: number): boolean {
		return this.#pieces.some(([first]) => first === address);
	}

	/** The words of the piece that starts at `piece`, as they were. */
	words(piece: number): Uint32Array {
		const copy = this.#copies.get(piece);
		if (copy === undefined) throw new Error(`nothing was copied at ${piece}`);
		return new Uint32Array(copy.buffer);
	}

	/** The word that was at `address` of the dense tables. */
	dense(address: number): number {
		this.#dense ??= this.words(0);
		return this.#dense[address >>> 2] as number;
	}

	/** Puts the copy back. What is backed must be what it was. */
	restore(): void {
		for (const [address, length] of this.#pieces) this.#kernel.bytes.set(this.#copy(address, length), address);
	}

	/** Addresses at which the state is no longer what was copied, but for those in `except`; the first few of them. */
	differences(except: readonly number[] = []): number[] {
		const found: number[] = [];
		for (const [address, length] of this.#pieces) this.#compare(address, length, except, found);
		for (const address of this.#kernel.backed.keys()) if (!this.has(address)) found.push(address);
		return found;
	}

	#compare(address: number, length: number, except: readonly number[], found: number[]): void {
		const copy = this.#copy(address, length);
		if (Buffer.from(this.#kernel.bytes.buffer, address, length).equals(copy)) return;
		const before = new Uint32Array(copy.buffer);
		for (let index = 0; index < before.length && found.length < MOST_DIFFERENCES; index++) {
			const place = address + index * 4;
			if (before[index] !== this.#kernel.word(place) && !except.includes(place)) found.push(place);
		}
	}
}
