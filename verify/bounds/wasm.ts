/** The most WebAssembly instructions that an entry of the kernel executes. */

import { decodeModule } from '../../machines/wasm/decode.ts';
import { type Instruction, instructions } from '../../machines/wasm/instructions.ts';
import { importedFunctions, KIND_FUNCTION, type WasmModule } from '../../machines/wasm/module.ts';
import { checkKernel } from '../../tools/build/gate.ts';
import { type FlowNode, type Loop, longestPath } from './graph.ts';

export interface Bound {
	readonly entry: string;
	/** Instructions at most, machine functions left out. */
	readonly instructions: number;
	/** Uses of each machine function at most, those that are never used left out; not all of them in one run. */
	readonly machine: Readonly<Record<string, number>>;
}

/** A bound for each entry. The gate has to accept the binary: its rules are what the bounds of the loops rest on. */
export function wasmBounds(wasm: Uint8Array): Bound[] {
	const problems = checkKernel(wasm);
	if (problems.length > 0) throw new Error(`no kernel, hence no bounds:\n${problems.join('\n')}`);
	const module = decodeModule(wasm);
	const machine = module.imports.map(({ name }) => name);
	const total = new Counter(module, (index) => (index === undefined ? 1 : 0));
	const uses = machine.map((name, imported) => ({
		name,
		counter: new Counter(module, (index) => Number(index === imported)),
	}));
	return module.exports
		.filter(({ kind }) => kind === KIND_FUNCTION)
		.map(({ name: entry, index }) => ({
			entry,
			instructions: total.of(index),
			machine: Object.fromEntries(
				uses.map(({ name, counter }) => [name, counter.of(index)] as const).filter(([, count]) => count > 0),
			),
		}));
}

/** Greatest cost of functions. */
class Counter {
	readonly #module: WasmModule;
	readonly #imported: number;
	/** Cost of an instruction (`undefined`), or of an imported function by its index. */
	readonly #cost: (index: number | undefined) => number;
	readonly #known = new Map<number, number>();

	constructor(module: WasmModule, cost: (index: number | undefined) => number) {
		this.#module = module;
		this.#imported = importedFunctions(module);
		this.#cost = cost;
	}

	of(index: number): number {
		if (index < this.#imported) return this.#cost(index);
		let known = this.#known.get(index);
		if (known === undefined) {
			const body = this.#module.bodies[index - this.#imported];
			const code = body === undefined ? [] : instructions(this.#module, body.code);
			known = longestPath(this.#nodes(code), 0, (loop) => rounds(code, loop));
			this.#known.set(index, known);
		}
		return known;
	}

	#nodes(code: readonly Instruction[]): FlowNode[] {
		const targets = jumpTargets(code);
		return code.map(({ opcode, index }, position) => ({
			// `end` and `block` are no work, but engines count them.
			cost: this.#cost(undefined) + (opcode.name === 'call' ? this.of(index) : 0),
			next: targets[position] ?? [],
		}));
	}
}

/** Of each instruction those that can come next; of a `br_table` one for each label, the default last, equal ones included. */
export function jumpTargets(code: readonly Instruction[]): number[][] {
	const ends = matchingEnds(code);
	const last = code.length - 1;
	/** Positions of the blocks that are open. */
	const open: number[] = [];
	return code.map(({ opcode: { name }, index, labels }, position) => {
		const label = (depth: number): number => {
			const block = open[open.length - 1 - depth];
			if (block === undefined) return last;
			return code[block]?.opcode.name === 'loop' ? block : (ends.get(block)?.end ?? last);
		};
		const following = position < last ? [position + 1] : [];
		const here = ends.get(position);
		if (name === 'end') open.pop();
		if (name === 'block' || name === 'loop' || name === 'if') open.push(position);
		if (name === 'if') return [...following, here?.alternative ?? (here?.end as number)];
		if (name === 'else') return [here?.end as number];
		if (name === 'br') return [label(index)];
		if (name === 'br_if') return [...following, label(index)];
		if (name === 'br_table') return labels.map(label);
		return name === 'return' ? [] : following;
	});
}

/** Of each block its `end`, of an `if` what follows its `else`, of an `else` the `end`. */
function matchingEnds(code: readonly Instruction[]): Map<number, { end: number; alternative: number | undefined }> {
	const found = new Map<number, { end: number; alternative: number | undefined }>();
	const open: { start: number; otherwise: number | undefined }[] = [];
	for (const [position, { opcode }] of code.entries()) {
		if (['block', 'loop', 'if'].includes(opcode.name)) open.push({ start: position, otherwise: undefined });
		const top = open.at(-1);
		if (opcode.name === 'else' && top !== undefined) top.otherwise = position;
		if (opcode.name !== 'end' || top === undefined) continue;
		open.pop();
		const { start, otherwise } = top;
		found.set(start, { end: position, alternative: otherwise === undefined ? undefined : otherwise + 1 });
		if (otherwise !== undefined) found.set(otherwise, { end: position, alternative: undefined });
	}
	return found;
}

/**
 * The gate accepts `for (let i = ...; i < N; i++)` only, with i unsigned and counted in every round: at most N rounds, and the comparison that ends
 * them; with `i <= N` one more.
 */
function rounds(code: readonly Instruction[], { header }: Loop): number {
	const { value = -1 } = code[header + 2] ?? {};
	const relation = code[header + 3]?.opcode.name;
	if (code[header]?.opcode.name !== 'loop' || value < 0)
		throw new Error(`instruction ${header} begins no bounded loop`);
	return value + (relation === 'i32.le_u' ? 2 : 1);
}
