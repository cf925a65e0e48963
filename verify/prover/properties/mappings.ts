/** Entries that only take mappings away: nothing about new ones has to be asked of a solver. */
import type { State } from '../state.ts';
import type { Term } from '../term.ts';

const TABLE = 'MAPPING.';

function isZero({ operation, value }: Term): boolean {
	return operation === 'constant' && value === 0n;
}

/** Whether and where a write takes place, to compare. */
function placeOf({ condition, index }: { readonly condition: Term; readonly index: readonly Term[] }): string {
	return [condition, ...index].map(({ id }) => id).join();
}

/** Is every mapping that is written at all left with no rights? Told from the writes themselves. */
export function onlyUnmaps(state: State): boolean {
	const rights = state.writes(`${TABLE}RIGHTS`);
	if (!rights.every(({ value }) => isZero(value))) return false;
	const places = new Set(rights.map(placeOf));
	const names = state.written.filter((name) => name.startsWith(TABLE));
	return names.every((name) => state.writes(name).every((write) => places.has(placeOf(write))));
}
