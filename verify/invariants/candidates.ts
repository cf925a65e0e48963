/**
 * At which rows invariants are evaluated: all at which one could be false ("all": what is left out is zero and hence in order), or only
 * those that a running system uses ("used": for whoever looks at millions of states).
 */
import * as layout from '../../kernel/layout.ts';
import { type Index, RANGES } from './catalogue.ts';
import type { Snapshot } from './snapshot.ts';

export type Rows = 'all' | 'used';

/** Index tuples one after another: as many numbers each as the signature has indices. */
type Tuples = number[];

const ROOT_ENTRIES = 512;

function range(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index);
}

const EVERY = Object.fromEntries(Object.entries(RANGES).map(([index, count]) => [index, range(count)])) as Record<
	Index,
	number[]
>;

/** The tuples of one state: made once for all invariants over the same indices. */
export class Candidates {
	readonly #snapshot: Snapshot;
	readonly #rows: Rows;
	readonly #used = new Map<Index, number[]>();

	constructor(snapshot: Snapshot, rows: Rows) {
		this.#snapshot = snapshot;
		this.#rows = rows;
	}

	/** The tuples for invariants over `over`. */
	tuples(over: readonly Index[]): Tuples {
		switch (over.join(' ')) {
			case 'process slot':
				return this.#inBlocks(layout.BLOCK_SLOTS, layout.CAPABILITY_STRIDE, RANGES.slot);
			case 'process memory':
				return this.#pairs(this.#few('process'), EVERY.memory);
			case 'process entry':
				return this.#inBlocks(layout.BLOCK_L1_64, 8, ROOT_ENTRIES);
			case 'process refill':
				return this.#pairs(this.#few('process'), EVERY.refill);
			case 'process priority':
				return this.#readyBits();
			case 'priority word':
				return this.#pairs(this.#few('priority'), EVERY.word);
			case 'region region':
				return this.#pairs(this.#regionsWithMemory(), this.#regionsWithMemory());
			case 'region entry':
				return this.#pairs(this.#regionsWithTables(), EVERY.entry);
			case 'region table entry':
				return this.#tableEntries();
			case 'label label':
				return this.#pairs(this.#few('label'), this.#few('label'));
			default:
				return over.length === 0 ? [] : this.#few(over[0] as Index);
		}
	}

	/** Rows of one table. */
	#few(index: Index): number[] {
		if (this.#rows === 'all') return EVERY[index];
		let rows = this.#used.get(index);
		if (rows === undefined) {
			rows = this.#inUse(index);
			this.#used.set(index, rows);
		}
		return rows;
	}

	#inUse(index: Index): number[] {
		const { words } = this.#snapshot;
		const nonZero = (base: number, stride: number, count: number, field: number): number[] => {
			const rows: number[] = [];
			for (let row = 0; row < count; row++) if (words[(base + row * stride + field) >>> 2] !== 0) rows.push(row);
			return rows;
		};
		if (index === 'process') {
			return nonZero(layout.PROCESS_BASE, layout.PROCESS_STRIDE, layout.PROCESS_COUNT, layout.PROCESS_STATE);
		}
		if (index === 'region') {
			return nonZero(layout.REGION_BASE, layout.REGION_STRIDE, layout.REGION_COUNT, layout.REGION_STATE);
		}
		if (index === 'account') {
			return nonZero(layout.ACCOUNT_BASE, layout.ACCOUNT_STRIDE, layout.ACCOUNT_COUNT, layout.ACCOUNT_STATE);
		}
		if (index === 'grant') {
			return nonZero(layout.GRANT_BASE, layout.GRANT_STRIDE, layout.GRANT_COUNT, layout.GRANT_LEVEL);
		}
		if (index === 'line') {
			return nonZero(layout.INTERRUPT_BASE, layout.INTERRUPT_STRIDE, layout.INTERRUPT_COUNT, layout.INTERRUPT_STATE);
		}
		return this.#ofProcesses(index);
	}

	/** Priorities, nodes and labels that the processes in use have. */
	#ofProcesses(index: Index): number[] {
		const found = new Set<number>();
		for (const row of this.#few('process')) {
			if (index === 'priority') found.add(this.#snapshot.process(row, layout.PROCESS_PRIORITY));
			if (index === 'label') found.add(this.#snapshot.process(row, layout.PROCESS_LABEL_FIELD));
			if (index === 'node') {
				for (let node = (layout.PROCESS_COUNT + row) >> 1; node >= 1; node >>= 1) found.add(node);
			}
		}
		return [...found];
	}

	#pairs(first: readonly number[], second: readonly number[]): Tuples {
		const tuples: Tuples = [];
		for (const row of first) for (const other of second) tuples.push(row, other);
		return tuples;
	}

	/** Rows of `stride` bytes in process blocks that are not zero. */
	#inBlocks(offset: number, stride: number, count: number): Tuples {
		const { words } = this.#snapshot;
		const step = stride / 4;
		const tuples: Tuples = [];
		for (const holder of this.#few('process')) {
			let at = (this.#snapshot.block(holder) + offset) / 4;
			const most =
				this.#rows === 'used' ? Math.min(count, this.#snapshot.process(holder, layout.PROCESS_SLOTS)) : count;
			for (let row = 0; row < most; row++, at += step) {
				let bits = 0;
				for (let index = at; index < at + step; index++) bits |= words[index] as number;
				if (bits !== 0) tuples.push(holder, row);
			}
		}
		return tuples;
	}

	/** Each process at its own priority, and all of them wherever a bit is set. */
	#readyBits(): Tuples {
		const tuples: Tuples = [];
		const { longs } = this.#snapshot;
		const rows = this.#few('process');
		for (const row of rows) {
			const priority = this.#snapshot.process(row, layout.PROCESS_PRIORITY);
			if (priority < RANGES.priority) tuples.push(row, priority);
		}
		for (const priority of this.#few('priority')) {
			const first = (layout.LEVEL_BASE + priority * layout.LEVEL_STRIDE + layout.LEVEL_READY0_64) / 8;
			let empty = true;
			for (let word = 0; word < RANGES.word; word++) empty &&= longs[first + word] === 0n;
			if (!empty) for (const row of rows) tuples.push(row, priority);
		}
		return tuples;
	}

	#regionsWithMemory(): number[] {
		const { words } = this.#snapshot;
		const rows: number[] = [];
		for (let row = 0; row < layout.REGION_COUNT; row++) {
			const base = layout.REGION_BASE + row * layout.REGION_STRIDE;
			const pages = words[(base + layout.REGION_PAGES) >>> 2];
			if (pages !== 0 || words[(base + layout.REGION_TABLE_PAGES) >>> 2] !== 0) rows.push(row);
		}
		return rows;
	}

	/** Of states in use none: only REGION_PREPARE writes tables. */
	#regionsWithTables(): number[] {
		if (this.#rows === 'used') return [];
		return EVERY.region.filter((row) => this.#snapshot.region(row, layout.REGION_TABLE_PAGES) !== 0);
	}

	/** Every entry of the tables that are backed. */
	#tableEntries(): Tuples {
		const tuples: Tuples = [];
		for (const row of this.#regionsWithTables()) {
			const tables = Math.min(this.#snapshot.region(row, layout.REGION_TABLE_PAGES), RANGES.table);
			for (let table = 0; table < tables; table++) for (const entry of EVERY.entry) tuples.push(row, table, entry);
		}
		return tuples;
	}
}
