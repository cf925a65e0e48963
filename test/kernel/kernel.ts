/**
 * `kernel.wasm` in V8 over a model of a machine: the machine's functions are recorded, memory is backed and taken back as
 * told. What a test sees is what a port would see; nothing of the kernel is replaced.
 */

import * as layout from '../../kernel/layout.ts';
import { buildKernel } from '../../tools/build/kernel.ts';
import { Snapshot } from '../../verify/invariants/snapshot.ts';

/** One use of a machine function. */
export interface Effect {
	readonly name: string;
	readonly values: readonly number[];
}

type Entry = (...values: number[]) => number;

/** The functions of docs/reference/02-machine.md, in its order. */
export const MACHINE_FUNCTIONS = [
	'back',
	'unback',
	'clear',
	'mapping',
	'reset',
	'forget',
	'copy',
	'lineEnable',
	'lineRaise',
	'log',
	'halt',
] as const;

/** The entries of docs/reference/02-machine.md that take a running system from state to state, and the slow paths that stand behind the fast ones. */
export const ENTRIES = [
	'next',
	'call',
	'callWith',
	'reply',
	'notify',
	'notifySwitch',
	'system',
	'wait',
	'finish',
	'preempt',
	'expire',
	'tick',
	'interrupt',
	'interruptSwitch',
	'fault',
	'callSlow',
	'replySlow',
] as const;
export type EntryName = (typeof ENTRIES)[number];

/** The entries that boot a system. */
export const BOOT_ENTRIES = [
	'bootBegin',
	'bootExtent',
	'bootProcess',
	'bootRegion',
	'bootPrepare',
	'bootMemory',
	'bootMap',
	'bootEnd',
] as const;
export type BootEntryName = (typeof BOOT_ENTRIES)[number];

const PAGE_BYTES = 4096;
/** All ones: "never". */
export const NEVER = 0xffffffffffffffffn;

/** A copy of everything that the kernel keeps: the dense tables and whatever is backed. */
export interface SavedState {
	readonly dense: Uint8Array;
	readonly backed: ReadonlyMap<number, Uint8Array>;
}

export class ModelKernel extends Snapshot {
	/** Since `effects` was last emptied. */
	effects: Effect[] = [];
	/** Address and length in bytes of what the kernel has had backed. */
	readonly backed = new Map<number, number>();
	/** The kernel's own. */
	readonly memory: WebAssembly.Memory;
	readonly #exports: Record<string, unknown>;

	constructor(module: WebAssembly.Module) {
		const sink: { kernel?: ModelKernel } = {};
		const machine = Object.fromEntries(
			MACHINE_FUNCTIONS.map((name) => [name, (...values: number[]) => sink.kernel?.perform(name, values)]),
		);
		const { exports } = new WebAssembly.Instance(module, { machine });
		const memory = exports.memory as WebAssembly.Memory;
		super(new Uint8Array(memory.buffer));
		this.memory = memory;
		this.#exports = exports;
		sink.kernel = this;
	}

	/** The project's kernel. */
	static async load(): Promise<ModelKernel> {
		const { wasm } = await buildKernel();
		return new ModelKernel(new WebAssembly.Module(new Uint8Array(wasm)));
	}

	/** What the machine does when the kernel uses a machine function. */
	perform(name: string, values: number[]): void {
		const [address = 0, second = 0, third = 0] = values.map((value) => value >>> 0);
		this.effects.push({ name, values: values.map((value) => value >>> 0) });
		if (name === 'back') this.#back(address, third * PAGE_BYTES);
		if (name === 'unback') this.#unback(address, second * PAGE_BYTES);
	}

	#back(address: number, length: number): void {
		if (this.backed.has(address)) throw new Error(`the kernel backs ${address.toString(16)} twice`);
		this.backed.set(address, length);
	}

	#unback(address: number, length: number): void {
		if (this.backed.get(address) !== length) throw new Error(`the kernel unbacks what ${address.toString(16)} is not`);
		this.bytes.fill(0, address, address + length);
		this.backed.delete(address);
	}

	/** Calls an entry of the kernel; its result as i32. */
	enter(name: EntryName | BootEntryName, ...values: number[]): number {
		return (this.#exports[name] as Entry)(...values);
	}

	/** What the binary exports under that name. */
	exported(name: string): unknown {
		return this.#exports[name];
	}

	/** A copy of the kernel's state. */
	save(): SavedState {
		const backed = new Map<number, Uint8Array>();
		for (const [address, length] of this.backed) backed.set(address, this.bytes.slice(address, address + length));
		return { dense: this.bytes.slice(0, layout.DENSE_END), backed };
	}

	/** Goes back to a state that was saved. */
	restore(state: SavedState): void {
		for (const [address, length] of this.backed) this.bytes.fill(0, address, address + length);
		this.backed.clear();
		this.bytes.set(state.dense, 0);
		for (const [address, contents] of state.backed) {
			this.bytes.set(contents, address);
			this.backed.set(address, contents.length);
		}
		this.effects = [];
	}
}
