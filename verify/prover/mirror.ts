/** The kernel's binary in V8 and its formulas side by side: each call is made by the one and foretold by the other, and all that can be seen of it must be the same. */
import { DENSE_END, KERNEL_PAGES, TABLES_STRIDE } from '../../kernel/layout.ts';
import { ModelKernel, type SavedState } from '../../test/kernel/kernel.ts';
import { CompiledEntry, type Happening } from './compile.ts';
import { COUNTER, countInstructions } from './counting.ts';
import { Executor } from './executor.ts';
import { lift, type Subject } from './lift.ts';
import { forgetTerms } from './term.ts';
import { NOT_BACKED, WRONG_LENGTH } from './world.ts';

const PAGE_BYTES = 4096;
const KERNEL_PAGE_BYTES = 65536;

/** A kernel on a machine where every block may be read: what is backed reads as zero, whatever was there. */
export class OpenKernel extends ModelKernel {
	/** Instructions since it was set to zero. */
	readonly #executed: WebAssembly.Global;

	constructor(module: WebAssembly.Module) {
		super(module);
		this.#executed = this.exported(COUNTER) as WebAssembly.Global;
	}

	get executed(): number {
		return this.#executed.value as number;
	}
	set executed(count: number) {
		this.#executed.value = count;
	}

	override perform(name: string, values: number[]): void {
		const [address = 0, second = 0, third = 0] = values.map((value) => value >>> 0);
		this.effects.push({ name, values: values.map((value) => value >>> 0) });
		if (name !== 'back' && name !== 'unback') return;
		// In a senseless state a row of a region may speak of more tables than there are.
		const length = Math.min((name === 'back' ? third : second) * PAGE_BYTES, TABLES_STRIDE);
		this.bytes.fill(0, address, address + length);
		if (name === 'back') this.backed.set(address, length);
		else this.backed.delete(address);
	}
}

/** Counts of one subject. */
export interface Count {
	calls: number;
	/** Results that are no error. */
	succeeded: number;
}

/** The binary and the formulas do not agree. */
export class Difference extends Error {}

function hex(value: number | bigint): string {
	return `0x${value.toString(16)}`;
}

export class Mirror {
	readonly kernel: OpenKernel;
	readonly counts = new Map<string, Count>();
	readonly #executor: Executor;
	readonly #memory = new WebAssembly.Memory({ initial: KERNEL_PAGES, maximum: KERNEL_PAGES });
	readonly #bytes = new Uint8Array(this.#memory.buffer);
	readonly #view = new DataView(this.#memory.buffer);
	readonly #entries = new Map<string, CompiledEntry>();

	constructor(wasm: Uint8Array) {
		this.#executor = new Executor(wasm);
		this.kernel = new OpenKernel(new WebAssembly.Module(new Uint8Array(countInstructions(wasm))));
		if (this.kernel.bytes.length !== KERNEL_PAGES * KERNEL_PAGE_BYTES) throw new Error('the kernel has another memory');
	}

	/** Gives both memories the state. */
	restore(state: SavedState): void {
		for (const [address, length] of this.kernel.backed) this.#bytes.fill(0, address, address + length);
		this.kernel.restore(state);
		this.#bytes.set(state.dense, 0);
		for (const [address, contents] of state.backed) this.#bytes.set(contents, address);
	}

	/** Writes a field of both memories. */
	poke(address: number, width: number, value: bigint): void {
		for (const bytes of [this.kernel.bytes, this.#bytes]) {
			for (let byte = 0; byte < width; byte++) bytes[address + byte] = Number((value >> BigInt(8 * byte)) & 0xffn);
		}
	}

	/** What the formulas of `subject` say that a call does now. */
	foretell(subject: Subject, values: readonly number[]): Happening {
		let entry = this.#entries.get(subject.name);
		if (entry === undefined) {
			entry = new CompiledEntry(lift(this.#executor, subject), this.#memory);
			this.#entries.set(subject.name, entry);
			forgetTerms();
		}
		return entry.run(values);
	}

	/** To be called before the entry is made; what it returns compares afterwards. */
	prepare(subject: Subject, values: readonly number[]): (result: number | undefined) => void {
		const told = this.foretell(subject, values);
		for (const { address, width, value } of told.writes) this.#set(address, width, value);
		const effects = this.kernel.effects.length;
		this.kernel.executed = 0;
		return (result) => {
			const says = this.#differences(told, result, effects);
			if (says.length > 0) {
				throw new Difference(`${subject.name}(${values.map((value) => value >>> 0).join(', ')}): ${says.join('; ')}`);
			}
			this.#count(subject.name, result ?? 0);
		};
	}

	/** Makes a call of the kernel, and compares. */
	call(subject: Subject, values: readonly number[]): void {
		const compare = this.prepare(subject, values);
		compare(this.kernel.enter(subject.entry as Parameters<OpenKernel['enter']>[0], ...values));
		this.kernel.effects = [];
	}

	#set(address: number, width: number, value: bigint): void {
		if (width === 8) this.#view.setBigUint64(address, value, true);
		else if (width === 4) this.#view.setUint32(address, Number(value), true);
		else this.#view.setUint8(address, Number(value));
	}

	#count(name: string, result: number): void {
		const count = this.counts.get(name) ?? { calls: 0, succeeded: 0 };
		count.calls++;
		if (result >= 0) count.succeeded++;
		this.counts.set(name, count);
	}

	#differences(told: Happening, result: number | undefined, firstEffect: number): string[] {
		const says: string[] = [];
		const expected = told.results[0];
		const given = result === undefined ? undefined : result >>> 0;
		if (expected !== given) says.push(`result ${given}, foretold ${expected}`);
		const { executed } = this.kernel;
		if (executed !== told.cost) says.push(`${executed} instructions, foretold ${told.cost}`);
		const effects = JSON.stringify(this.kernel.effects.slice(firstEffect));
		if (effects !== JSON.stringify(told.effects))
			says.push(`effects ${effects}, foretold ${JSON.stringify(told.effects)}`);
		// V8's memory is all there, and blocks of the wrong length are cut.
		for (const hazard of told.hazards)
			if (hazard !== WRONG_LENGTH && !hazard.startsWith(NOT_BACKED)) says.push(`hazard: ${hazard}`);
		for (const { address, width } of told.writes) {
			for (let at = address; at < address + width; at++) this.#compareByte(at, says);
		}
		this.#compareRange(0, DENSE_END, says);
		for (const { name, values } of this.kernel.effects.slice(firstEffect)) {
			const [address = 0] = values;
			if (name === 'back' || name === 'unback') this.#compareRange(address, address + TABLES_STRIDE, says);
		}
		return says;
	}

	#compareRange(from: number, to: number, says: string[]): void {
		if (Buffer.compare(this.kernel.bytes.subarray(from, to), this.#bytes.subarray(from, to)) === 0) return;
		for (let at = from; at < to && says.length < 10; at++) this.#compareByte(at, says);
	}

	#compareByte(at: number, says: string[]): void {
		const [given, expected] = [this.kernel.bytes[at] as number, this.#bytes[at] as number];
		if (given !== expected) says.push(`byte ${hex(at)} is ${hex(given)}, foretold ${hex(expected)}`);
	}

	/** Compares all of memory, blocks and page tables that nobody was said to write included. */
	compareAll(): void {
		if (Buffer.compare(this.kernel.bytes, this.#bytes) === 0) return;
		const at = this.kernel.bytes.findIndex((byte, index) => byte !== this.#bytes[index]);
		throw new Difference(`the byte ${hex(at)} changed although nothing foretold it`);
	}
}
