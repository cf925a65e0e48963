/** Circles in a directed graph. */

/** From where to where an edge goes. */
type Ends<E> = (edge: E) => readonly [from: string, to: string];

/**
 * One circle for each group of nodes that reach each other, as the list of its edges. Nodes named '' are left out.
 * The graphs are small (at most 255 components): a search from each node is fine.
 */
export function cycles<E>(edges: readonly E[], ends: Ends<E>): E[][] {
	const found: E[][] = [];
	const covered = new Set<string>(['']);
	for (const start of new Set(edges.map((edge) => ends(edge)[0]))) {
		if (covered.has(start)) continue;
		const circle = shortestCircle(start, edges, ends);
		for (const edge of circle) covered.add(ends(edge)[0]);
		if (circle.length > 0) found.push(circle);
	}
	return found;
}

/** Breadth first from `start` until it is reached again; empty when it is not. */
function shortestCircle<E>(start: string, edges: readonly E[], ends: Ends<E>): E[] {
	const arrivedBy = new Map<string, E>();
	const waiting = [start];
	for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
		for (const edge of edges) {
			const [from, to] = ends(edge);
			if (from !== node || arrivedBy.has(to)) continue;
			arrivedBy.set(to, edge);
			if (to === start) return backTrack(start, arrivedBy, ends);
			waiting.push(to);
		}
	}
	return [];
}

function backTrack<E>(start: string, arrivedBy: ReadonlyMap<string, E>, ends: Ends<E>): E[] {
	const circle: E[] = [];
	for (let edge = arrivedBy.get(start); edge !== undefined; edge = arrivedBy.get(ends(edge)[0])) {
		circle.unshift(edge);
		if (ends(edge)[0] === start) break;
	}
	return circle;
}
