/** How the catalogue of invariants is written. */
import * as layout from '../../kernel/layout.ts';

/** How many there are of each: an index is below, row 0 and rows out of use included. */
export const RANGES = {
	process: layout.PROCESS_COUNT,
	region: layout.REGION_COUNT,
	account: layout.ACCOUNT_COUNT,
	grant: layout.GRANT_COUNT,
	line: layout.INTERRUPT_COUNT,
	slot: layout.SLOTS_MOST,
	memory: layout.MAPPING_COUNT,
	label: layout.LABELS,
	priority: layout.LEVEL_COUNT,
	/** Word of a level: 64 processes. */
	word: 4,
	/** Node of the timer tree. */
	node: layout.TIMER_COUNT,
	refill: 4,
	/** Page-table page of a region: 0 is its L2 table, 1..16 its L3 tables. */
	table: 32,
	/** Entry of a page-table page. */
	entry: 512,
} as const;

export type Index = keyof typeof RANGES;

export interface Invariant {
	/** Export of the binary: takes an index of each of `over`, returns 0 or 1. */
	readonly name: string;
	readonly over: readonly Index[];
	readonly family: string;
	/** What it says, in one sentence. */
	readonly says: string;
}

type Line = readonly [name: string, over: string, says: string];

/** The invariants of a family; `over` with blanks between. */
export function family(name: string, lines: readonly Line[]): Invariant[] {
	return lines.map(([exported, over, says]) => ({
		name: exported,
		over: over.split(' ').filter((index) => index !== '') as Index[],
		family: name,
		says,
	}));
}
