/** Stops the component with a trap (its fault handler is told) when something that must hold does not. */
export function check(condition: bool): void {
	if (!condition) unreachable();
}
