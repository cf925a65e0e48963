/** Circles in a directed graph. */

/**
 * One circle for each group of nodes that reach each other, as the list of its edges. Nodes named '' are left out.
 * The graphs are small (at most 255 components): a search from each node is fine.
 */
export function cycles<E>(edges: readonly E[], from: (edge: E) => string, to: (edge: E) => string): E[][] {
	const found: E[][] = [];
	const covered = new Set<string>();
	for (const start of new Set(edges.map(from))) {
		if (start === '' || covered.has(start)) continue;
		const circle = shortestCircle(start, edges, from, to);
		if (circle === undefined) continue;
		for (const edge of circle) covered.add(from(edge));
		found.push(circle);
	}
	return found;
}

/** Breadth first from `start` until it is reached again. */
function shortestCircle<E>(
	start: string,
	edges: readonly E[],
	from: (edge: E) => string,
	to: (edge: E) => string,
): E[] | undefined {
	const arrivedBy = new Map<string, E>();
	const waiting = [start];
	for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
		for (const edge of edges) {
			if (from(edge) !== node || arrivedBy.has(to(edge))) continue;
			arrivedBy.set(to(edge), edge);
			if (to(edge) === start) return backTrack(start, arrivedBy, from);
			waiting.push(to(edge));
		}
	}
	return undefined;
}

function backTrack<E>(start: string, arrivedBy: ReadonlyMap<string, E>, from: (edge: E) => string): E[] {
	const circle: E[] = [];
	for (let edge = arrivedBy.get(start); edge !== undefined; edge = arrivedBy.get(from(edge))) {
		circle.unshift(edge);
		if (from(edge) === start) break;
	}
	return circle;
}
