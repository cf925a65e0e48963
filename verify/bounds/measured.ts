/** The most instructions that entries of the kernel really executed in a run on ARM64, counted one by one under QEMU. */

import { buildImage } from '../../tools/arm64/image.ts';
import { runTraced } from '../../tools/bench/arm64.ts';
import { readSymbols } from '../../tools/bench/symbols.ts';
import { TraceReader } from '../../tools/bench/trace.ts';
import { buildSystem } from '../../tools/image/build.ts';
import type { SystemImage } from '../../tools/image/types.ts';

/** Upper words of addresses of the machine's and the kernel's code. */
const HIGH = 0xffffff00;
const WORD = 4;
const ENTRY = /^kernel_([a-z]+[A-Za-z]*)$/;

/** Of one entry. */
export interface Measured {
	readonly times: number;
	/** Instructions of the kernel in one of them, at most. */
	readonly most: number;
}

/** Runs a system to its end: what each entry took. */
export async function measureEntries(system: string): Promise<ReadonlyMap<string, Measured>> {
	return measureImage(await buildSystem(system));
}

export async function measureImage(image: SystemImage): Promise<ReadonlyMap<string, Measured>> {
	const path = await buildImage(image);
	const { functions } = await readSymbols(path.replace(/\.img$/, '.elf'));
	const watch = new EntryWatch(functions);
	const reader = new TraceReader((high, low) => watch.step(high, low));
	const { exitCode, output } = await runTraced(path, reader);
	if (exitCode !== 0) throw new Error(`${image.name} ended with exit code ${exitCode}:\n${output.slice(-500)}`);
	return watch.finish();
}

/**
 * Follows the trace. An entry begins where code outside the kernel comes to its first instruction; what the kernel's own functions execute
 * from there on is its, up to the next entry. The machine functions that it uses do not count.
 */
export class EntryWatch {
	readonly #base: number;
	/** By instruction: 1 = the kernel's. */
	readonly #isKernel: Uint8Array;
	readonly #entries: ReadonlyMap<number, string>;
	readonly #found = new Map<string, Measured>();
	#entry: string | undefined;
	#count = 0;
	#inKernel = false;

	/** `functions` are in order of their addresses. */
	constructor(functions: readonly { readonly address: number; readonly name: string }[]) {
		this.#base = functions[0]?.address ?? 0;
		const end = functions.at(-1)?.address ?? 0;
		this.#isKernel = new Uint8Array((end - this.#base) / WORD + 1);
		for (const { address, name } of functions) {
			this.#isKernel.fill(name.startsWith('kernel_') ? 1 : 0, (address - this.#base) / WORD);
		}
		this.#entries = new Map(functions.map(({ address, name }) => [address, ENTRY.exec(name)?.[1] ?? '']));
	}

	/** One instruction, by the two words of its address. */
	step(high: number, low: number): void {
		if (high < HIGH || this.#isKernel[(low - this.#base) / WORD] !== 1) {
			this.#inKernel = false;
			return;
		}
		const name = this.#inKernel ? undefined : this.#entries.get(low);
		if (name !== undefined) this.#begin(name);
		this.#inKernel = true;
		this.#count++;
	}

	#begin(name: string): void {
		this.finish();
		this.#entry = name;
		this.#count = 0;
	}

	/** What has been found, the entry that is going on included. */
	finish(): ReadonlyMap<string, Measured> {
		if (this.#entry === undefined) return this.#found;
		const { times, most } = this.#found.get(this.#entry) ?? { times: 0, most: 0 };
		this.#found.set(this.#entry, { times: times + 1, most: Math.max(most, this.#count) });
		this.#entry = undefined;
		return this.#found;
	}
}
