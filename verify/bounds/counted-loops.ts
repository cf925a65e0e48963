/**
 * How often a loop of machine code can run. A loop is accepted when some register changes by the same number in every round, however the round goes,
 * holds a known number when the loop is entered, and decides in every round whether the loop ends. Nothing is assumed about where the loop
 * comes from.
 */

import type { MachineInstruction } from './code.ts';
import type { FlowNode, Loop } from './graph.ts';
import {
	after,
	type Comparison,
	full,
	initialState,
	join,
	type Known,
	type State,
	sameState,
	type Value,
} from './registers.ts';

/** More rounds than any loop of the kernel has. */
const ROUNDS_MOST = 4096;

/** A function with its flow. */
export interface Flow {
	readonly code: readonly MachineInstruction[];
	readonly nodes: readonly FlowNode[];
}

/** States before each instruction of `members` when `first` is executed in `state`; edges to `first` are not followed. */
export function statesFrom(
	{ code, nodes }: Flow,
	first: number,
	state: State,
	members?: ReadonlySet<number>,
): Map<number, State> {
	const states = new Map([[first, state]]);
	const work = [first];
	for (let node = work.pop(); node !== undefined; node = work.pop()) {
		const result = after(states.get(node) as State, code[node] as MachineInstruction);
		for (const next of nodes[node]?.next ?? []) {
			if (members !== undefined && (next === first || !members.has(next))) continue;
			const known = states.get(next);
			const joined = known === undefined ? result : join(known, result);
			if (known !== undefined && sameState(known, joined)) continue;
			states.set(next, joined);
			work.push(next);
		}
	}
	return states;
}

/** Most executions of the loop's header each time it is entered. Throws when they are not bounded for a reason that is seen here. */
export function roundsOf(flow: Flow, loop: Loop): number {
	const { code, nodes } = flow;
	const before = valuesAtEntry(flow, loop);
	const states = statesFrom(flow, loop.header, initialState(), loop.members);
	const steps = stepsOf(flow, loop, states);
	let least = Number.POSITIVE_INFINITY;
	for (const [node, state] of states) {
		const outside = nodes[node]?.next.filter((next) => !loop.members.has(next)) ?? [];
		if (outside.length !== 1 || !passesAlways(nodes, loop, node)) continue;
		const instruction = code[node] as MachineInstruction;
		const leavesWhenTaken = outside[0] !== node + 1;
		const test = testOf(state, instruction);
		if (test === undefined) continue;
		least = Math.min(least, firstExit(test, before, steps, leavesWhenTaken));
	}
	if (least > ROUNDS_MOST) {
		const place = code[loop.header]?.address.toString(16);
		throw new Error(
			`the loop at ${place} has no bound that can be seen: no counter with a known beginning, step and end`,
		);
	}
	return least;
}

/** What registers hold when the loop is entered. */
function valuesAtEntry(flow: Flow, { header, members }: Loop): State | undefined {
	const states = statesFrom(flow, 0, initialState());
	let entry: State | undefined;
	for (const [node, state] of states) {
		if (members.has(node) || !flow.nodes[node]?.next.includes(header)) continue;
		const result = after(state, flow.code[node] as MachineInstruction);
		entry = entry === undefined ? result : join(entry, result);
	}
	return entry;
}

/** Of each register that changes by the same number in every round: that number. */
function stepsOf({ code, nodes }: Flow, { header }: Loop, states: ReadonlyMap<number, State>): Map<string, Known> {
	const steps = new Map<string, Known | undefined>();
	for (const [node, state] of states) {
		if (!nodes[node]?.next.includes(header)) continue;
		const { registers } = after(state, code[node] as MachineInstruction);
		for (const name of initialState().registers.keys()) {
			const value = registers.get(name);
			const own = value?.register === name ? value : undefined;
			const other = steps.has(name) ? steps.get(name) : own;
			const same = own !== undefined && other?.number === own.number && other.narrow === own.narrow;
			steps.set(name, same ? own : undefined);
		}
	}
	return new Map([...steps].filter((step): step is [string, Known] => step[1] !== undefined));
}

/** Can no round go around this node? */
function passesAlways(nodes: readonly FlowNode[], { header, members }: Loop, node: number): boolean {
	if (node === header) return true;
	const found = new Set([header]);
	for (const from of found) {
		for (const next of nodes[from]?.next ?? []) {
			if (next === header) return false;
			if (next !== node && members.has(next)) found.add(next);
		}
	}
	return true;
}

/** A branch that depends on what is known. */
interface Test {
	readonly value: Known;
	readonly taken: (value: bigint) => boolean;
}

function testOf(state: State, { name, operands }: MachineInstruction): Test | undefined {
	if (name === 'cbz' || name === 'cbnz') {
		const [register = ''] = operands;
		const value: Value = state.registers.get(full(register));
		if (value === undefined || value.register === '') return undefined;
		const bits = register.startsWith('w') ? 32 : 64;
		return { value, taken: (number) => (BigInt.asUintN(bits, number) === 0n) === (name === 'cbz') };
	}
	const { flags } = state;
	if (!name.startsWith('b.') || flags === undefined || flags.left.register === '') return undefined;
	return { value: flags.left, taken: (number) => holds(name.slice(2), number, flags) };
}

/** Does the condition hold after comparing `left` with the right side? */
function holds(condition: string, left: bigint, { right, narrow }: Comparison): boolean {
	const bits = narrow ? 32 : 64;
	const [a, b] = [BigInt.asUintN(bits, left), BigInt.asUintN(bits, right)];
	const [signedA, signedB] = [BigInt.asIntN(bits, left), BigInt.asIntN(bits, right)];
	switch (condition) {
		case 'eq':
			return a === b;
		case 'ne':
			return a !== b;
		case 'hs':
			return a >= b;
		case 'lo':
			return a < b;
		case 'hi':
			return a > b;
		case 'ls':
			return a <= b;
		case 'ge':
			return signedA >= signedB;
		case 'lt':
			return signedA < signedB;
		case 'gt':
			return signedA > signedB;
		case 'le':
			return signedA <= signedB;
		default:
			throw new Error(`there is no condition ${condition}`);
	}
}

/** Executions of the header up to the round in which the test ends the loop; infinite when that cannot be told. */
function firstExit(
	{ value, taken }: Test,
	before: State | undefined,
	steps: ReadonlyMap<string, Known>,
	leavesWhenTaken: boolean,
): number {
	const step = steps.get(value.register);
	const start = before?.registers.get(value.register);
	if (step === undefined || start === undefined || start.register !== '') return Number.POSITIVE_INFINITY;
	let counter = start.number;
	for (let round = 1; round <= ROUNDS_MOST; round++) {
		const tested = BigInt.asUintN(value.narrow ? 32 : 64, counter + value.number);
		if (taken(tested) === leavesWhenTaken) return round;
		counter = BigInt.asUintN(step.narrow ? 32 : 64, counter + step.number);
	}
	return Number.POSITIVE_INFINITY;
}
