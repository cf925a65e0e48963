/** What the tables contain while an entry executes: for each cell the list of what was written, each write with its condition. */
import { and, apply, choose, equal, FALSE, isFalse, isTrue, TRUE } from './build.ts';
import type { Path } from './path.ts';
import { type Cell, cellOf } from './tables.ts';
import type { Term } from './term.ts';

/** One write, of one cell; or (`covers`) of every cell of a block that was backed or given back, which then reads as zero. */
interface Write {
	readonly before: Write | undefined;
	/** The whole condition under which it happens. */
	readonly condition: Term;
	readonly index: readonly Term[];
	/** Is the write of that index? */
	readonly covers: (index: readonly Term[]) => Term;
	readonly value: Term;
	readonly serial: number;
}

let serials = 0;

function sameIndex(left: readonly Term[]): (right: readonly Term[]) => Term {
	return (right) => and(...left.map((part, position) => equal(part, right[position] as Term)));
}

/** The contents of all tables, as written by one execution that starts from the unknown contents `symbol`. */
export class State {
	readonly #last = new Map<string, Write>();
	readonly #symbol: string;
	readonly #read = new Map<string, Term>();

	/** `symbol` tells contents of different states apart. */
	constructor(symbol = '') {
		this.#symbol = symbol;
	}

	/** Contents at the start. */
	initial(cell: Cell, index: readonly Term[]): Term {
		return apply(`${cell.name}${this.#symbol}`, cell.width * 8, index);
	}

	/** Contents now, as seen on `path` (or by whoever looks from outside: no path). */
	read(cell: Cell, index: readonly Term[], path?: Path): Term {
		return this.#readFrom(this.#last.get(cell.name), cell, index, path);
	}

	/** By name, for statements about states. */
	value(name: string, ...index: Term[]): Term {
		return this.read(cellOf(name), index);
	}

	#readFrom(last: Write | undefined, cell: Cell, index: readonly Term[], path: Path | undefined): Term {
		const passed: { readonly hit: Term; readonly value: Term }[] = [];
		let result: Term | undefined;
		for (let write = last; write !== undefined; write = write.before) {
			const hit = this.#hits(write, index, path);
			if (isFalse(hit)) continue;
			if (isTrue(hit)) {
				result = write.value;
				break;
			}
			passed.push({ hit, value: write.value });
		}
		result ??= this.initial(cell, index);
		for (const { hit, value } of passed.reverse()) result = choose(hit, value, result);
		return result;
	}

	#hits(write: Write, index: readonly Term[], path: Path | undefined): Term {
		const same = write.covers(index);
		if (isFalse(same)) return same;
		const hit = and(write.condition, same);
		return path === undefined ? hit : path.simplify(hit);
	}

	write(cell: Cell, index: readonly Term[], value: Term, path: Path): void {
		this.#append(cell, { condition: path.whole, index, covers: sameIndex(index), value });
	}

	/** Cells whose index `covers` says so become zero. */
	wipe(cell: Cell, covers: Write['covers'], zero: Term, path: Path): void {
		this.#append(cell, { condition: path.whole, index: [], covers, value: zero });
	}

	#append(cell: Cell, write: Omit<Write, 'before' | 'serial'>): void {
		this.#last.set(cell.name, { ...write, before: this.#last.get(cell.name), serial: serials++ });
		this.#read.clear();
	}

	/** Names of the cells that were written. */
	get written(): readonly string[] {
		return [...this.#last.keys()];
	}

	/** Every single write of a cell, oldest first: when, where, what. Wipes have no index. */
	writes(name: string): readonly { readonly condition: Term; readonly index: readonly Term[]; readonly value: Term }[] {
		const list: Write[] = [];
		for (let write = this.#last.get(name); write !== undefined; write = write.before) list.push(write);
		return list.reverse();
	}
}

/** Nothing is covered: for lists of conditions. */
export const NEVER_COVERED: () => Term = FALSE;
/** Everything is. */
export const ALWAYS_COVERED: () => Term = TRUE;
