/**
 * What each stretch of code costs. A function pays at entry for its instructions outside loops, and at each turn of a loop for
 * those inside it (and in no inner loop): every instruction that is executed has been paid for, both arms of an `if` included.
 */

import { instructions } from './instructions.ts';
import { importedFunctions, type WasmModule } from './module.ts';
import type { StackPlan } from './stack.ts';

/** Costs of one function in fuel: at entry (0 = its callers pay), then at each loop in order of appearance. */
export type FuelPlan = readonly number[];

/** A function up to this cost without loops, bulk operations and calls is paid for by its callers. */
const LEAF_MOST = 64;

export function planFuel(module: WasmModule, { charges, graph }: StackPlan): FuelPlan[] {
	const first = importedFunctions(module);
	const plans: FuelPlan[] = [];
	const leaf: number[] = [];
	for (const position of graph.order) {
		const plan = costs(module, position, (index) => leaf[index - first] ?? 0);
		const [entry = 0, ...loops] = plan;
		const isLeaf =
			loops.length === 0 &&
			entry <= LEAF_MOST &&
			graph.callees[position]?.size === 0 &&
			charges[position] === undefined &&
			!graph.inTable.has(position) &&
			!hasBulk(module, position);
		if (isLeaf) leaf[position] = entry;
		plans[position] = isLeaf ? [0] : plan;
	}
	return plans;
}

function hasBulk(module: WasmModule, position: number): boolean {
	for (const { opcode } of instructions(module, codeOf(module, position))) {
		if (opcode.name === 'memory.copy' || opcode.name === 'memory.fill') return true;
	}
	return false;
}

function codeOf(module: WasmModule, position: number): WasmModule['bodies'][number]['code'] {
	return (module.bodies[position] as WasmModule['bodies'][number]).code;
}

function costs(module: WasmModule, position: number, leafCost: (index: number) => number): FuelPlan {
	const plan = [0];
	/** For each open block, the plan entry that its instructions are charged to. */
	const open = [0];
	for (const { opcode, index } of instructions(module, codeOf(module, position))) {
		if (opcode.name === 'end') open.pop();
		const current = open.at(-1) ?? 0;
		plan[current] = (plan[current] ?? 0) + 1 + (opcode.name === 'call' ? leafCost(index) : 0);
		if (opcode.name === 'loop') open.push(plan.push(0) - 1);
		else if (opcode.immediates === 'block') open.push(current);
	}
	return plan;
}
