/**
 * What each stretch of code costs. A function pays at entry for its instructions outside loops, and at each turn of a loop for
 * those inside it (and in no inner loop): every instruction that is executed has been paid for, both arms of an `if` included.
 */

import { passing } from './instructions.ts';
import { importedFunctions, type WasmModule } from './module.ts';
import type { StackPlan } from './stack.ts';

/** What one function pays. */
export interface FuelPlan {
	/** At entry; 0 = its callers pay. */
	readonly entry: number;
	/** At each turn of each loop, in order of appearance. */
	readonly loops: readonly LoopPlan[];
}

export interface LoopPlan {
	readonly cost: number;
	/** Nothing inside calls a function that pays fuel itself, so the counter can stay in a variable. */
	readonly callFree: boolean;
}

/** A function up to this cost without loops, bulk operations and calls is paid for by its callers. */
const LEAF_MOST = 64;

export function planFuel(module: WasmModule, { charges, graph }: StackPlan): FuelPlan[] {
	const first = importedFunctions(module);
	const plans: FuelPlan[] = [];
	const leaf: (number | undefined)[] = [];
	for (const position of graph.order) {
		if (position === module.bodies.length) continue;
		const plan = costs(module, position, (index) => leaf[index - first]);
		const isLeaf =
			plan.loops.length === 0 &&
			plan.entry <= LEAF_MOST &&
			graph.callees[position]?.size === 0 &&
			charges[position] === undefined &&
			!graph.inTable.has(position) &&
			!leavesOrCopies(module, position);
		if (isLeaf) leaf[position] = plan.entry;
		plans[position] = isLeaf ? { entry: 0, loops: [] } : plan;
	}
	return plans;
}

/** Whether a function calls (the kernel, or through the table), copies or fills. */
function leavesOrCopies(module: WasmModule, position: number): boolean {
	for (const { opcode } of passing(module, codeOf(module, position))) {
		if (['call', 'call_indirect', 'memory.copy', 'memory.fill'].includes(opcode.name)) return true;
	}
	return false;
}

function codeOf(module: WasmModule, position: number): WasmModule['bodies'][number]['code'] {
	return (module.bodies[position] as WasmModule['bodies'][number]).code;
}

type Stretch = { cost: number; callFree: boolean };

function costs(module: WasmModule, position: number, leafCost: (index: number) => number | undefined): FuelPlan {
	const entry: Stretch = { cost: 0, callFree: true };
	const loops: Stretch[] = [];
	/** Innermost stretch of each open block, and all loops that are open. */
	const open: Stretch[] = [entry];
	for (const { opcode, index } of passing(module, codeOf(module, position))) {
		if (opcode.name === 'end') open.pop();
		const current = open.at(-1) ?? entry;
		current.cost++;
		if (opcode.name === 'call' || opcode.name === 'call_indirect') {
			const paid = opcode.name === 'call' ? leafCost(index) : undefined;
			current.cost += paid ?? 0;
			if (paid === undefined) for (const stretch of open) stretch.callFree = false;
		}
		if (opcode.name === 'loop') {
			const loop = { cost: 0, callFree: true };
			loops.push(loop);
			open.push(loop);
		} else if (opcode.immediates === 'block') open.push(current);
	}
	return { entry: entry.cost, loops };
}
