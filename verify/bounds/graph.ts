/**
 * Longest paths. A flow graph has a cost at each node; loops run a bounded number of rounds. What comes out is never less than what any run
 * costs: each loop is taken as often as it may, each time along its dearest way, whatever the branches in it depend on.
 */

export interface FlowNode {
	readonly cost: number;
	/** Nodes that can come next, by number. */
	readonly next: readonly number[];
}

/** Strongly connected nodes: a loop. */
export interface Loop {
	/** The only node by which it is entered. */
	readonly header: number;
	readonly members: ReadonlySet<number>;
}

/** How often the header can be executed before the loop is left. Must throw when that is not known. */
export type RoundsOf = (loop: Loop) => number;

/** The greatest cost of a way from `entry` to any end. */
export function longestPath(nodes: readonly FlowNode[], entry: number, roundsOf: RoundsOf): number {
	const graph = { nodes, members: reachable(nodes, entry), ends: (node: number) => nodes[node]?.next.length === 0 };
	const longest = longestWithin(graph, entry, roundsOf);
	if (longest === Number.NEGATIVE_INFINITY) throw new Error('there is no way out');
	return longest;
}

/** Part of a flow graph: edges that leave `members` do not count; a way may only end where `ends` says so. */
interface Part {
	readonly nodes: readonly FlowNode[];
	readonly members: ReadonlySet<number>;
	readonly ends: (node: number) => boolean;
}

/** Negative infinity when there is no such way. */
function longestWithin(part: Part, entry: number, roundsOf: RoundsOf): number {
	const { nodes, members, ends } = part;
	const components = connectedComponents(nodes, members);
	const componentOf = new Map(components.flatMap((component) => component.map((node) => [node, component] as const)));
	const best = new Map<readonly number[], number>();
	// What follows a component comes before it.
	for (const component of components) {
		let after = component.some(ends) ? 0 : Number.NEGATIVE_INFINITY;
		for (const node of component) {
			for (const next of nodes[node]?.next ?? []) {
				const target = componentOf.get(next);
				if (target !== undefined && target !== component) after = Math.max(after, best.get(target) ?? 0);
			}
		}
		best.set(component, costOf(part, component, entry, roundsOf) + after);
	}
	return best.get(componentOf.get(entry) as readonly number[]) ?? Number.NEGATIVE_INFINITY;
}

function costOf(part: Part, component: readonly number[], entry: number, roundsOf: RoundsOf): number {
	const { nodes } = part;
	const [only = 0] = component;
	if (component.length === 1 && !nodes[only]?.next.includes(only)) return nodes[only]?.cost ?? 0;
	const loop = loopOf(part, component, entry);
	const goesOn = (node: number) => nodes[node]?.next.includes(loop.header) ?? false;
	const leaves = (node: number) =>
		part.ends(node) || (nodes[node]?.next.some((next) => !loop.members.has(next)) ?? false);
	const whole = oneRound(nodes, loop, goesOn, roundsOf);
	const last = oneRound(nodes, loop, leaves, roundsOf);
	const before = roundsOf(loop) - 1;
	return before === 0 ? last : before * whole + last;
}

/** The dearest way from the header to one of the ends, without coming back to the header. */
function oneRound(
	nodes: readonly FlowNode[],
	{ header, members }: Loop,
	ends: Part['ends'],
	roundsOf: RoundsOf,
): number {
	const opened = [...nodes];
	for (const member of members) {
		const { cost, next } = nodes[member] as FlowNode;
		opened[member] = { cost, next: next.filter((following) => following !== header) };
	}
	return longestWithin({ nodes: opened, members, ends }, header, roundsOf);
}

function loopOf({ nodes, members: all }: Part, component: readonly number[], entry: number): Loop {
	const members = new Set(component);
	const entered = new Set<number>(members.has(entry) ? [entry] : []);
	for (const from of all) {
		if (members.has(from)) continue;
		for (const next of nodes[from]?.next ?? []) if (members.has(next)) entered.add(next);
	}
	const [header] = entered;
	if (header === undefined || entered.size !== 1) throw new Error(`a loop is entered at ${entered.size} places`);
	return { header, members };
}

/** Every loop that can be reached from `entry`. */
export function loopsOf(nodes: readonly FlowNode[], entry: number): Loop[] {
	const found = new Map<number, Loop>();
	longestPath(nodes, entry, (loop) => {
		found.set(loop.header, loop);
		return 1;
	});
	return [...found.values()];
}

export function reachable(nodes: readonly FlowNode[], entry: number): Set<number> {
	const found = new Set([entry]);
	for (const node of found) for (const next of nodes[node]?.next ?? []) found.add(next);
	return found;
}

/** Tarjan's algorithm without recursion; what follows a component comes before it. */
function connectedComponents(nodes: readonly FlowNode[], members: ReadonlySet<number>): number[][] {
	const number = new Map<number, number>();
	const low = new Map<number, number>();
	const path: number[] = [];
	const open = new Set<number>();
	const result: number[][] = [];
	const lower = (node: number, value: number) => low.set(node, Math.min(low.get(node) ?? value, value));
	const enter = (node: number) => {
		number.set(node, number.size);
		low.set(node, number.get(node) as number);
		path.push(node);
		open.add(node);
		return { node, rest: (nodes[node]?.next ?? []).filter((next) => members.has(next)).values() };
	};
	const leave = (node: number) => {
		if (low.get(node) !== number.get(node)) return;
		const component = path.splice(path.lastIndexOf(node));
		for (const member of component) open.delete(member);
		result.push(component);
	};
	for (const root of members) {
		if (number.has(root)) continue;
		const work = [enter(root)];
		for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
			const { value: next, done } = top.rest.next();
			if (done === true) {
				leave(top.node);
				work.pop();
				const parent = work.at(-1);
				if (parent !== undefined) lower(parent.node, low.get(top.node) as number);
			} else if (!number.has(next)) work.push(enter(next));
			else if (open.has(next)) lower(top.node, number.get(next) as number);
		}
	}
	return result;
}
