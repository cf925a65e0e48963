/**
 * A program of kernel entries in the form that the native runner reads, with what came of it in V8. All words are 32 bits,
 * little-endian: an operation (MARK, RESET, HASH, or FIRST_ENTRY + entry followed by the number of its arguments and the arguments).
 */

import { spawnSync } from 'node:child_process';
import * as layout from '../../kernel/layout.ts';
import {
	BOOT_ENTRIES,
	type BootEntryName,
	ENTRIES,
	type EntryName,
	MACHINE_FUNCTIONS,
	type ModelKernel,
} from '../../test/kernel/kernel.ts';

const MARK = 0;
const RESET = 1;
const HASH = 2;
const FIRST_ENTRY = 3;
const NAMES: readonly string[] = [...ENTRIES, ...BOOT_ENTRIES];
const FUNCTIONS: readonly string[] = MACHINE_FUNCTIONS;

function mix(hash: number, word: number): number {
	return Math.imul(((hash << 5) | (hash >>> 27)) ^ word, 0x9e3779b1);
}

/** What the native runner said otherwise than V8. */
export interface Difference {
	/** Which operation with a result, from 0. */
	readonly index: number;
	readonly operation: string;
	readonly expected: number;
	readonly found: number | undefined;
}

export class Program {
	readonly #words: number[] = [];
	readonly #expected: number[] = [];
	readonly #operations: string[] = [];
	#effects = 0;

	/** Both sides remember this state for `reset`. */
	mark(): void {
		this.#words.push(MARK);
	}

	/** The runner goes back to what it remembers; the caller does the same with its kernel. */
	reset(): void {
		this.#words.push(RESET);
		this.#effects = 0;
	}

	/** An entry that was made in V8, with its result. */
	enter(name: EntryName | BootEntryName, values: readonly number[], result: number): void {
		this.#words.push(FIRST_ENTRY + NAMES.indexOf(name), values.length, ...values.map((value) => value >>> 0));
		this.#expect(`${name}(${values.join(', ')})`, result);
	}

	/** The kernel's memory, and the machine functions that it used since the last `reset` or `hash`, must be the same. */
	hash(kernel: ModelKernel): void {
		for (const effect of kernel.effects) this.#effect(FUNCTIONS.indexOf(effect.name), effect.values);
		kernel.effects = [];
		this.#words.push(HASH);
		this.#expect('memory', hashMemory(kernel) ^ this.#effects);
	}

	/** In groups of four values, as the runner records them. */
	#effect(name: number, values: readonly number[]): void {
		for (let first = 0; first < Math.max(1, values.length); first += 4) {
			this.#effects = mix(this.#effects, name);
			for (let index = first; index < first + 4; index++) this.#effects = mix(this.#effects, values[index] ?? 0);
		}
	}

	#expect(operation: string, result: number): void {
		this.#expected.push(result >>> 0);
		this.#operations.push(operation);
	}

	/** How many results there are to compare. */
	get length(): number {
		return this.#expected.length;
	}

	/** Runs it natively: the first difference, if there is one. */
	compare(runner: string): Difference | undefined {
		const input = Buffer.from(Uint32Array.from(this.#words).buffer);
		const { status, stdout, stderr } = spawnSync(runner, { input, maxBuffer: 1 << 30 });
		const results = new Uint32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + (stdout.length & ~3)));
		for (const [index, expected] of this.#expected.entries()) {
			const found = results[index];
			const operation = this.#operations[index] ?? '';
			if (found !== expected) return { index, operation: `${operation} ${stderr.toString()}`.trim(), expected, found };
		}
		if (status !== 0) throw new Error(`the native runner ends with ${status}: ${stderr.toString()}`);
		return undefined;
	}
}

function hashMemory(kernel: ModelKernel): number {
	let hash = hashWords(kernel, 0, 0, layout.DENSE_END);
	const pieces = [...kernel.backed].sort(([left], [right]) => left - right);
	for (const [address, length] of pieces) hash = hashWords(kernel, hash ^ address, address, length);
	return hash;
}

function hashWords(kernel: ModelKernel, start: number, address: number, length: number): number {
	let hash = start;
	const end = (address + length) >>> 2;
	for (let index = address >>> 2; index < end; index++) hash = mix(hash, kernel.words[index] as number);
	return hash;
}
