/**
 * How much of the machine's stack a component can take. Functions on cycles of the call graph, and entry points, count their bytes in
 * the meter while they run ("counted"); what they can reach without passing another counted function is charged to them in advance.
 */

import { type CallGraph, callGraph } from './call-graph.ts';
import { importedFunctions, KIND_FUNCTION, type WasmModule } from './module.ts';
import { operandsMost } from './operands.ts';

/** What V8 keeps in every frame: return address, frame pointer, instance, feedback, saved values. Bytes, generous. */
const FRAME_FIXED = 128;
/** A variable or operand in a frame; a parameter may be there and once more in the caller's. */
const SLOT = 8;

export interface StackPlan {
	/** Bytes that each function (by position in `module.bodies`) counts at entry; undefined for those that do not count. */
	readonly charges: readonly (number | undefined)[];
	/** Most bytes from any entry point on; undefined when there are cycles, so that only the limit bounds it. */
	readonly bound: number | undefined;
	readonly graph: CallGraph;
}

/** The module must be valid. */
export function planStack(module: WasmModule): StackPlan {
	const graph = callGraph(module);
	const first = importedFunctions(module);
	const entries = new Set(
		module.exports.filter((entry) => entry.kind === KIND_FUNCTION).map((entry) => entry.index - first),
	);
	const isFunction = (position: number) => position < module.bodies.length;
	const counted = graph.callees.map(
		(_, position) => isFunction(position) && (graph.cyclic[position] === true || entries.has(position)),
	);
	const frames = module.bodies.map((_, position) => frameBytes(module, position));
	const reach: number[] = [];
	// Twice: functions on a cycle through the table come before the position that stands for the table, and need its figure.
	for (const position of [...graph.order, ...graph.order]) {
		let below = 0;
		for (const callee of graph.callees[position] as ReadonlySet<number>) {
			if (counted[callee] !== true) below = Math.max(below, reach[callee] ?? 0);
		}
		reach[position] = (frames[position] ?? 0) + below;
	}
	const charges = counted.map((counts, position) => (counts ? reach[position] : undefined));
	return { charges, bound: graph.cyclic.includes(true) ? undefined : dearest(graph, charges, counted), graph };
}

/** Without cycles: the dearest chain of counted functions. Each has paid for everything up to the next. */
function dearest(graph: CallGraph, charges: readonly (number | undefined)[], counted: readonly boolean[]): number {
	const total: number[] = [];
	for (const position of graph.order) {
		let below = 0;
		for (const callee of graph.callees[position] as ReadonlySet<number>)
			below = Math.max(below, total[callee] as number);
		total[position] = below + (charges[position] ?? 0);
	}
	return total.reduce((most, bytes, position) => (counted[position] === true ? Math.max(most, bytes) : most), 0);
}

function frameBytes(module: WasmModule, position: number): number {
	const body = module.bodies[position] as WasmModule['bodies'][number];
	const type = module.types[module.functions[body.index]?.type ?? -1];
	const parameters = type?.parameters.length ?? 0;
	const locals = body.locals.reduce((sum, { count }) => sum + count, 0);
	return FRAME_FIXED + SLOT * (2 * parameters + locals + operandsMost(module, body));
}
