/**
 * The kernel binary as the machine sees it: its entries (docs/reference/02-machine.md) and a word view of its memory.
 * All arguments and results are i32; times are (low, high) words of nanoseconds since boot.
 */
import { GLOBAL_BASE, GLOBAL_STRIDE } from '../../../kernel/layout.ts';
import { compileModule } from './compile.ts';

/** Exports of kernel.wasm. */
export interface KernelEntries {
	bootBegin(canSuspend: number, cpuShare: number, slots: number, ramFirst: number, ramEnd: number): number;
	bootExtent(row: number, page: number, pages: number): number;
	bootProcess(row: number, extentRow: number, slots: number, priority: number, budget: number, period: number): number;
	bootRegion(row: number, page: number, pages: number, kind: number, tablesExtentRow: number, slot: number): number;
	bootPrepare(row: number, step: number): number;
	bootMemory(row: number, extentRow: number, pages: number): number;
	bootMap(process: number, row: number, memory: number, rights: number): number;
	bootEnd(): number;
	next(nowLow: number, nowHigh: number): number;
	call(left: number, gate: number): number;
	callWith(left: number, gate: number, capabilities: number, loan: number, offset: number, length: number): number;
	reply(left: number, status: number): number;
	notify(signal: number): number;
	system(
		number: number,
		a0: number,
		a1: number,
		a2: number,
		a3: number,
		a4: number,
		a5: number,
		nowLow: number,
		nowHigh: number,
	): number;
	wait(left: number, nowLow: number, nowHigh: number): number;
	finish(left: number): number;
	preempt(left: number): number;
	expire(nowLow: number, nowHigh: number): number;
	tick(nowLow: number, nowHigh: number): number;
	interrupt(line: number): number;
	fault(cause: number, place: number, left: number): number;
}

/** What the kernel imports from module "machine". */
export interface MachineFunctions {
	back(address: number, page: number, count: number): void;
	unback(address: number, count: number): void;
	clear(row: number, page: number, first: number, count: number): void;
	mapping(process: number, memory: number): void;
	reset(process: number): void;
	forget(process: number): void;
	copy(
		from: number,
		fromMemory: number,
		fromOffset: number,
		to: number,
		toMemory: number,
		toOffset: number,
		length: number,
	): void;
	lineEnable(line: number, on: number): void;
	lineRaise(line: number): void;
	log(word: number, count: number): void;
	halt(code: number): void;
}

/** A loaded kernel. */
export interface Kernel {
	/** All exports, for the passage. */
	readonly exports: WebAssembly.Exports;
	readonly entries: KernelEntries;
	/** The whole kernel memory as i32 words; the kernel never grows it, so the view stays valid. */
	readonly words: Int32Array;
	readonly bytes: Uint8Array;
	/** The GLOBAL row alone: what the machine reads all the time. */
	readonly globals: Int32Array;
}

/** How kernel.wasm comes to life: its exports, over the machine's functions. Whoever watches every entry stands between the two. */
export type Instantiate = (module: WebAssembly.Module, machine: MachineFunctions) => WebAssembly.Exports;

const plainly: Instantiate = (module, machine) =>
	new WebAssembly.Instance(module, { machine: machine as unknown as WebAssembly.ModuleImports }).exports;

/** Instantiates kernel.wasm over the machine's functions. Throws a `MachineError` when the binary is not a kernel. */
export function loadKernel(wasm: Uint8Array, machine: MachineFunctions, instantiate: Instantiate = plainly): Kernel {
	try {
		const exports = instantiate(compileModule(wasm), machine);
		const memory = exports.memory as WebAssembly.Memory;
		return {
			exports,
			entries: exports as unknown as KernelEntries,
			words: new Int32Array(memory.buffer),
			bytes: new Uint8Array(memory.buffer),
			globals: new Int32Array(memory.buffer, GLOBAL_BASE, GLOBAL_STRIDE >> 2),
		};
	} catch (error) {
		throw new MachineError(`kernel.wasm cannot be loaded: ${(error as Error).message}`);
	}
}

/** A condition that ends the machine: what happened, in words for the person who started it. */
export class MachineError extends Error {
	override readonly name = 'MachineError';
}
