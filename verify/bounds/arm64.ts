/** The most ARM64 instructions that an entry of the kernel executes, from the compiled kernel. */

import { ENTRIES } from '../../test/kernel/kernel.ts';
import { type MachineCode, type MachineFunction, type MachineInstruction, readMachineCode } from './code.ts';
import { type Flow, roundsOf, statesFrom } from './counted-loops.ts';
import { type FlowNode, type Loop, longestPath } from './graph.ts';
import { after, initialState, type Jump } from './registers.ts';
import type { Bound } from './wasm.ts';

const WORD = 4;
/** Instructions between `adrp` and the `add` that completes the address, at most. */
const NEAR = 12;
/** Prefixes of the names of the machine's functions and of the kernel's entries. */
const MACHINE = 'machine_';
const KERNEL = 'kernel_';

/** A bound for each entry that takes a running system from state to state. */
export async function arm64Bounds(wasm: Uint8Array): Promise<Bound[]> {
	const code = await readMachineCode(wasm);
	const flows = new Map(code.functions.map((each) => [each.name, flowOf(each, code)]));
	const total = new Counter(code, flows, (name) => (name === undefined ? 1 : 0));
	const machine = [...code.imported.values()];
	const uses = machine.map((name) => ({ name, counter: new Counter(code, flows, (other) => Number(other === name)) }));
	return ENTRIES.map((entry) => ({
		entry,
		instructions: total.of(KERNEL + entry),
		machine: Object.fromEntries(
			uses
				.map(({ name, counter }) => [name.slice(MACHINE.length), counter.of(KERNEL + entry)] as const)
				.filter(([, count]) => count > 0),
		),
	}));
}

/** An instruction's flow: a function that is called or jumped to counts at the place where that happens. */
interface Calls extends Flow {
	/** By node: address of the function. */
	readonly calls: ReadonlyMap<number, number>;
	/** By header of a loop: how often it is executed at most. */
	readonly rounds: Map<number, number>;
}

class Counter {
	readonly #flows: ReadonlyMap<string, Calls>;
	readonly #names: ReadonlyMap<number, string>;
	/** Cost of an instruction (`undefined`), or of a function of the machine by name. */
	readonly #cost: (name: string | undefined) => number;
	readonly #known = new Map<string, number>();

	constructor(code: MachineCode, flows: ReadonlyMap<string, Calls>, cost: (name: string | undefined) => number) {
		this.#flows = flows;
		this.#cost = cost;
		const own = code.functions.map(({ name, code: [first] }) => [first?.address ?? 0, name] as const);
		this.#names = new Map([...own, ...code.imported]);
	}

	of(name: string): number {
		if (name.startsWith(MACHINE)) return this.#cost(name);
		let known = this.#known.get(name);
		if (known === undefined) {
			const flow = this.#flows.get(name);
			if (flow === undefined) throw new Error(`the compiled kernel has no function ${name}`);
			known = this.#longest(flow);
			this.#known.set(name, known);
		}
		return known;
	}

	#longest(flow: Calls): number {
		const nodes = flow.nodes.map(({ next }, node): FlowNode => {
			const called = flow.calls.get(node);
			return { next, cost: this.#cost(undefined) + (called === undefined ? 0 : this.of(this.#nameAt(called))) };
		});
		return longestPath(nodes, 0, (loop) => knownRounds(flow, loop));
	}

	#nameAt(address: number): string {
		const name = this.#names.get(address);
		if (name === undefined) throw new Error(`a call to ${address.toString(16)}, where no function begins`);
		return name;
	}
}

function knownRounds(flow: Calls, loop: Loop): number {
	const rounds = flow.rounds.get(loop.header) ?? roundsOf(flow, loop);
	flow.rounds.set(loop.header, rounds);
	return rounds;
}

/** Successors and calls of each instruction. */
function flowOf(from: MachineFunction, code: MachineCode): Calls {
	const places = new Map(from.code.map(({ address }, index) => [address, index]));
	const calls = new Map<number, number>();
	const nodes = from.code.map((instruction, index): FlowNode => {
		const target = branchTarget(instruction);
		const inside = target === undefined ? undefined : places.get(target);
		const leaves = target !== undefined && (inside === undefined || (inside === 0 && instruction.name === 'b'));
		if (instruction.name === 'bl' || leaves) calls.set(index, target ?? 0);
		return { cost: 1, next: successors(instruction, index, leaves ? undefined : inside) };
	});
	const flow = { code: from.code, nodes, calls, rounds: new Map<number, number>() };
	return { ...flow, nodes: withJumpTables(flow, places, code) };
}

/** Address that a branch or call names. */
function branchTarget({ name, operands }: MachineInstruction): number | undefined {
	if (!/^(b|b\..+|bl|cbn?z|tbn?z)$/.test(name)) return undefined;
	const target = Number(operands.at(-1));
	if (!Number.isInteger(target)) throw new Error(`${name} to '${operands.at(-1)}'`);
	return target;
}

function successors({ name }: MachineInstruction, index: number, target: number | undefined): number[] {
	if (name === 'ret' || name === 'br') return [];
	if (name === 'b') return target === undefined ? [] : [target];
	if (name === 'bl') return [index + 1];
	if (target === undefined && /^(b\..+|cbn?z|tbn?z)$/.test(name))
		throw new Error('a conditional branch leaves its function');
	return target === undefined ? [index + 1] : [index + 1, target];
}

/** Puts in the successors of jumps through tables, one after the other: what lies behind one may have the next. */
function withJumpTables(flow: Calls, places: ReadonlyMap<number, number>, code: MachineCode): FlowNode[] {
	const nodes = [...flow.nodes];
	const done = new Set<number>();
	for (;;) {
		const states = statesFrom({ code: flow.code, nodes }, 0, initialState());
		const found = [...states].find(([node]) => flow.code[node]?.name === 'br' && !done.has(node));
		if (found === undefined) return nodes;
		const [node, state] = found;
		const { operands, address } = flow.code[node] as MachineInstruction;
		const jump = after(state, flow.code[node] as MachineInstruction).jumps.get(operands[0] ?? '');
		if (jump === undefined) throw new Error(`${address.toString(16)}: a jump to a place that is not read from a table`);
		nodes[node] = { cost: 1, next: tableTargets(jump, places, code) };
		done.add(node);
	}
}

/** Every target that the table has. It ends where another begins, or with the data. */
function tableTargets({ table, base }: Jump, places: ReadonlyMap<number, number>, code: MachineCode): number[] {
	const others = new Set(tableStarts(code));
	const targets = new Set<number>();
	for (let at = table; code.data.has(at) && (at === table || !others.has(at)); at += WORD) {
		const place = places.get(base + (code.data.get(at) ?? 0));
		if (place === undefined) throw new Error(`the jump table at ${table.toString(16)} leads out of its function`);
		targets.add(place);
	}
	if (targets.size === 0) throw new Error(`the jump table at ${table.toString(16)} is empty`);
	return [...targets];
}

/** Every address in the data that the code makes: `adr`, or `adrp` and, soon afterwards, `add` to the same register. */
function tableStarts({ functions }: MachineCode): number[] {
	return functions.flatMap(({ code }) =>
		code.flatMap(({ name, operands, address }, index) => {
			const [register, value = ''] = operands;
			if (name === 'adr') return [value.startsWith('#') ? address + Number(value.slice(1)) : Number(value)];
			if (name !== 'adrp') return [];
			const add = code.slice(index + 1, index + 1 + NEAR).find((other) => {
				return other.name === 'add' && other.operands[0] === register && other.operands[1] === register;
			});
			return [Number(value) + Number(add?.operands[2]?.slice(1) ?? 0)];
		}),
	);
}
