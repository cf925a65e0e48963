/** The kernel's world: its tables, what it asks of the machine, and everything that must be so for no access to go astray. */
import { PROCESS_BLOCK_PAGES, TABLES_STRIDE } from '../../kernel/layout.ts';
import { AddressError, locate, locateBlock, type Place } from './address.ts';
import {
	add,
	and,
	apply,
	asTruth,
	atMost,
	below,
	bitOr,
	choose,
	constant,
	equal,
	extend,
	extract,
	isConstant,
	isTrue,
	not,
	shiftLeft,
	variable,
} from './build.ts';
import { ExecutionError, type World } from './executor.ts';
import type { Path } from './path.ts';
import { State } from './state.ts';
import { AREAS, type Area, type Axis, CELLS, type Cell, cellOf } from './tables.ts';
import type { Term } from './term.ts';

/** Something that must never be: a trap, an access outside the tables, a machine function used wrongly. */
export interface Hazard {
	readonly says: string;
	/** When it happens. */
	readonly condition: Term;
}

/** A use of a machine function. */
export interface Effect {
	readonly name: string;
	readonly condition: Term;
	readonly values: readonly Term[];
}

const HISTORY_BITS = 64;
/** Pages of a region's block of tables. */
const TABLE_PAGES = TABLES_STRIDE / 4096;
/** A machine function would reach beyond the block, or not to its end. */
export const WRONG_LENGTH = 'backs other than one block';

/** Says of a hazard: there may be nothing where an access goes. On a machine that backs everything it does no harm. */
export const NOT_BACKED = 'touches what is not backed:';

export class KernelWorld implements World {
	readonly state: State;
	readonly hazards: Hazard[] = [];
	readonly effects: Effect[] = [];
	/** Where it has been asked whether something is backed. */
	readonly #asked = new Map<Term, Path[]>();
	/** Everything asked of the machine, in order, as one value: equal only when all of it is. */
	history: Term = variable('history', HISTORY_BITS);

	constructor(state: State = new State()) {
		this.state = state;
	}

	load(address: Term, bytes: number, path: Path): Term {
		const value = this.#resolve(address, path, (place, way) => this.#loadAt(place, bytes, way), bytes);
		return value ?? variable(`nothing${this.hazards.length}`, bytes * 8);
	}

	store(address: Term, bytes: number, value: Term, path: Path): void {
		this.#resolve(
			address,
			path,
			(place, way) => {
				this.#storeAt(place, bytes, value, way);
				return value;
			},
			bytes,
		);
	}

	trap(reason: string, path: Path): void {
		this.hazards.push({ says: `traps: ${reason}`, condition: path.whole });
	}

	call(name: string, values: readonly Term[], path: Path): readonly Term[] {
		const known = values.map((value) => path.narrow(value));
		this.effects.push({ name, condition: path.whole, values: known });
		this.history = choose(path.whole, apply(`machine.${name}`, HISTORY_BITS, [this.history, ...known]), this.history);
		if (name === 'back' || name === 'unback') this.#wipe(known, name === 'back' ? 2 : 1, path);
		return [];
	}

	/** Blocks read as zero once they are backed, or given back. */
	#wipe(values: readonly Term[], counted: number, path: Path): void {
		const { table, row, valid } = locateBlock(values[0] as Term);
		this.hazards.push({ says: 'backs what is no block', condition: and(path.whole, not(valid)) });
		const count = values[counted] as Term;
		const fits = table === 'BLOCK' ? equal(count, constant(PROCESS_BLOCK_PAGES)) : atMost(count, constant(TABLE_PAGES));
		this.hazards.push({ says: WRONG_LENGTH, condition: and(path.whole, not(fits)) });
		const tables = table === 'BLOCK' ? ['BLOCK', 'MAPPING', 'CAPABILITY'] : ['TABLES'];
		for (const cell of new Set(CELLS.values())) {
			if (!tables.includes(cell.table)) continue;
			const covers = (index: readonly Term[]): Term => {
				const same = equal(index[0] as Term, row);
				return table === 'BLOCK' ? same : and(same, below(extend(index[1] as Term, 32), count));
			};
			this.state.wipe(cell, covers, constant(0, cell.width * 8), path);
		}
	}

	/**
	 * Finds what lies at an address. An address that depends on a condition is taken apart. A way that names nothing is a hazard: it is proved that nobody
	 * goes there, so nothing needs to be said of what would be found. Undefined when there is no other way.
	 */
	#resolve(given: Term, path: Path, use: (place: Place, path: Path) => Term, bytes: number): Term | undefined {
		const address = path.simplify(given);
		let place: Place;
		try {
			place = locate(address);
		} catch (problem) {
			if (!(problem instanceof AddressError)) throw problem;
			const condition = splitting(address);
			if (condition === undefined) {
				this.hazards.push({ says: problem.message, condition: path.whole });
				return undefined;
			}
			const ways = [path.with(condition), path.with(not(condition))].map((way, index) =>
				way === undefined ? undefined : this.#resolve(pick(address, condition, index === 0), way, use, bytes),
			);
			const [yes, no] = ways;
			return yes === undefined || no === undefined ? (yes ?? no) : choose(condition, yes, no);
		}
		return use(place, path);
	}

	/** An access where nothing is backed is a hazard. */
	#expectBacked(cell: Cell, index: readonly Term[], path: Path): void {
		const backed = this.#backed(cell, index, path);
		if (backed === undefined || isTrue(backed)) return;
		// Whoever got there by way of a place where the same was asked need not ask again.
		const asked = this.#asked.get(backed) ?? [];
		if (asked.some((place) => path.comesFrom(place))) return;
		this.#asked.set(backed, [...asked, path]);
		this.hazards.push({ says: `${NOT_BACKED} ${cell.table}`, condition: and(path.whole, not(backed)) });
	}

	/** Is there memory behind a cell of a block? A process has its block while it is not free, a region its page tables. Undefined: always. */
	#backed({ table }: Cell, index: readonly Term[], path: Path): Term | undefined {
		const [row, page] = index as [Term, Term];
		const field = (name: string): Term => path.simplify(this.state.read(cellOf(name), [row], path));
		if (table === 'BLOCK' || table === 'MAPPING' || table === 'CAPABILITY') return asTruth(field('PROCESS.STATE'));
		if (table !== 'TABLES') return undefined;
		return below(extend(page, 32), field('REGION.TABLE_PAGES'));
	}

	#loadAt({ cell, index: given }: Place, bytes: number, path: Path): Term {
		const index = given.map((term) => path.narrow(term));
		this.#expectBacked(cell, index, path);
		if (cell.width === bytes) return path.simplify(this.state.read(cell, index, path));
		const low = this.state.read(cell, index, path);
		const { cell: next, index: nextIndex } = beside(cell, index, bytes);
		this.#expectBacked(next, nextIndex, path);
		const high = this.state.read(next, nextIndex, path);
		return bitOr(extend(low, 64), shiftLeft(extend(high, 64), constant(32, 64)));
	}

	#storeAt({ cell, index: rows }: Place, bytes: number, given: Term, path: Path): void {
		const index = rows.map((term) => path.narrow(term));
		const value = path.narrow(given);
		this.#expectBacked(cell, index, path);
		if (cell.width === bytes) {
			this.state.write(cell, index, value, path);
			return;
		}
		const { cell: next, index: nextIndex } = beside(cell, index, bytes);
		this.#expectBacked(next, nextIndex, path);
		this.state.write(cell, index, extract(value, 31, 0), path);
		this.state.write(next, nextIndex, extract(value, 63, 32), path);
	}
}

/** The four bytes behind a cell, for accesses of eight bytes to two fields of four. */
function beside(cell: Cell, index: readonly Term[], bytes: number): Place {
	if (cell.width !== 4 || bytes !== 8) throw new ExecutionError(`${cell.name} is accessed with ${bytes} bytes`);
	const cells = (AREAS.find(({ name }) => name === cell.table) as Area).cells;
	const grouped = cells.get(cell.offset + cell.width) === cell;
	const inner = index.at(-1) as Term;
	if (grouped && !isConstant(inner)) throw new ExecutionError(`${cell.name} is accessed with ${bytes} bytes`);
	const offset = cell.offset + cell.width * (grouped ? Number(inner.value) : 0) + cell.width;
	const next = cells.get(offset);
	if (next === undefined || next.width !== 4) throw new ExecutionError(`${cell.name} is accessed with ${bytes} bytes`);
	const outer = grouped ? index.slice(0, -1) : index;
	if (cells.get(next.offset + next.width) !== next) return { cell: next, index: outer };
	const axis = next.axes.at(-1) as Axis;
	return { cell: next, index: [...outer, constant((offset - next.offset) / next.width, axis.bits)] };
}

/** A condition that the address depends on, if there is one. */
function splitting(address: Term): Term | undefined {
	const parts = address.operation === 'add' ? address.parts : [address];
	return parts.find(({ operation }) => operation === 'choose')?.parts[0];
}

/** The address when `condition` is known. */
function pick(address: Term, condition: Term, holds: boolean): Term {
	if (address.operation === 'add') return add(...address.parts.map((part) => pick(part, condition, holds)));
	if (address.operation !== 'choose' || address.parts[0] !== condition) return address;
	return address.parts[holds ? 1 : 2] as Term;
}
