/** Who calls whom in a component, and which functions can come back to themselves. */

import { passing } from './instructions.ts';
import { importedFunctions, type WasmModule } from './module.ts';

/**
 * Positions are those of `module.bodies`, and one more, `bodies.length`, that stands for "any function of the table": a hostile
 * binary can have ten thousand of those, and as many functions that call them.
 */
export interface CallGraph {
	/** Defined functions that each position may call. */
	readonly callees: readonly ReadonlySet<number>[];
	/** Whether a function is on a cycle. */
	readonly cyclic: readonly boolean[];
	/** Each after everything that it calls, except around cycles. */
	readonly order: readonly number[];
	/** Functions that call_indirect can reach. */
	readonly inTable: ReadonlySet<number>;
}

export function callGraph(module: WasmModule): CallGraph {
	const first = importedFunctions(module);
	const inTable = new Set(module.elements.flatMap((segment) => segment.functions.map((index) => index - first)));
	for (const position of inTable) if (position < 0) inTable.delete(position);
	const anyOfTable = module.bodies.length;
	const direct = module.bodies.map((body) => {
		const called = new Set<number>();
		for (const { opcode, index } of passing(module, body.code)) {
			if (opcode.name === 'call' && index >= first) called.add(index - first);
			if (opcode.name === 'call_indirect') called.add(anyOfTable);
		}
		return called;
	});
	const callees: ReadonlySet<number>[] = [...direct, inTable];
	return { callees, inTable, ...components(callees) };
}

/**
 * Tarjan's strongly connected components (SIAM Journal on Computing 1, 1972), with a stack of our own instead of recursion: the
 * call chains of a hostile binary are as long as it likes.
 */
function components(callees: readonly ReadonlySet<number>[]): { cyclic: boolean[]; order: number[] } {
	const number = callees.map(() => 0);
	const low = callees.map(() => 0);
	const open = callees.map(() => false);
	const cyclic = callees.map((called, position) => called.has(position));
	const order: number[] = [];
	const path: number[] = [];
	const work: { readonly position: number; readonly rest: Iterator<number> }[] = [];
	let next = 0;
	const enter = (position: number) => {
		number[position] = low[position] = ++next;
		open[position] = true;
		path.push(position);
		work.push({ position, rest: (callees[position] as ReadonlySet<number>).values() });
	};
	const lower = (position: number, value: number) => {
		low[position] = Math.min(low[position] as number, value);
	};
	const leave = (position: number) => {
		work.pop();
		const parent = work.at(-1);
		if (parent !== undefined) lower(parent.position, low[position] as number);
		order.push(position);
		if (low[position] !== number[position]) return;
		const members = path.splice(path.lastIndexOf(position));
		for (const member of members) {
			open[member] = false;
			if (members.length > 1) cyclic[member] = true;
		}
	};
	for (let root = 0; root < callees.length; root++) {
		if (number[root] === 0) enter(root);
		for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
			const step = top.rest.next();
			if (step.done === true) leave(top.position);
			else if (number[step.value] === 0) enter(step.value);
			else if (open[step.value] === true) lower(top.position, number[step.value] as number);
		}
	}
	return { cyclic, order };
}
