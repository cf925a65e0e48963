/** What the tables contain while an entry executes: for each cell the list of what was written, each write with its condition. */
import { and, apply, choose, equal, extend, isFalse, isTrue } from './build.ts';
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
}

function sameIndex(left: readonly Term[]): (right: readonly Term[]) => Term {
	return (right) => and(...left.map((part, position) => equal(part, right[position] as Term)));
}

/**
 * Bits that fields have in every state that satisfies the invariants, and the invariant that says so. Formulas about such states are simpler when
 * the other bits are not there at all: it is the same as assuming that invariant of every row.
 */
export const NARROW: Readonly<Record<string, readonly [bits: number, ...invariants: string[]]>> = {
	'GLOBAL.CURRENT': [8, 'currentIsRow'],
	'PROCESS.STATE': [2, 'processStateKnown'],
	'PROCESS.ACCOUNT': [7, 'processAccountLives'],
	'PROCESS.LABEL': [6, 'processLabelInRange'],
	'PROCESS.ACTIVE': [2, 'activationKindKnown'],
	'PROCESS.DEFERRED': [2, 'activationKindKnown'],
	'PROCESS.CALLER': [8, 'callerIsRow'],
	'PROCESS.CALLEE': [8, 'calleeIsRow'],
	'PROCESS.HANDLER': [8, 'handlerIsGateOfRow'],
	'PROCESS.INIT_DUE': [1, 'processFlags'],
	'PROCESS.READY': [1, 'processFlags'],
	'PROCESS.THROTTLED': [1, 'processFlags'],
	'PROCESS.WAITING': [1, 'processFlags'],
	'PROCESS.HAS_RESULT': [1, 'processFlags'],
	'PROCESS.DOOMED': [1, 'processFlags'],
	'PROCESS.REFILLS': [3, 'refillsInRange'],
	'PROCESS.MAPPED': [16, 'mappedBitsInRange'],
	'REGION.STATE': [2, 'regionStateKnown'],
	'REGION.OWNER': [7, 'regionOwnerLives'],
	'REGION.KIND': [2, 'regionKindKnown'],
	'REGION.LABEL': [6, 'regionLabelInRange'],
	'ACCOUNT.STATE': [1, 'accountStateKnown'],
	'ACCOUNT.PARENT': [7, 'accountParentLives'],
	'GRANT.OWNER': [7, 'grantOwnerLives'],
	'GRANT.PARENT': [10, 'unusedOrRootGrantHasNoParent', 'derivedGrantHasParent'],
	'CAPABILITY.KIND': [3, 'capabilityKindKnown'],
	'CAPABILITY.OBJECT': [10, 'emptySlotIsZero', 'capabilityKindKnown', 'capabilityObjectIsRow'],
	'CAPABILITY.GRANT': [10, 'emptySlotIsZero', 'capabilityGrantIsReference'],
	'MAPPING.REGION': [10, 'unusedMappingIsZero', 'mappingRegionIsRow'],
	'MAPPING.GRANT': [10, 'unusedMappingIsZero', 'mappingGrantIsReference'],
	'INTERRUPT.PROCESS': [8, 'lineProcessIsRow'],
	'INTERRUPT.GRANT': [10, 'unboundLineSignalsNothing', 'lineGrantIsReference'],
	'LEVEL.IN_PROGRESS': [8, 'preferredIsRow'],
	'LEVEL.LAST': [8, 'roundRobinStandsAtRow'],
};

/** Contents at the start, by cell and index; and who asks: the place in the execution, none for somebody who looks from outside. */
export type Contents = (cell: Cell, index: readonly Term[], path?: Path) => Term;

/** Any contents at all. */
export const ANYTHING: Contents = (cell, index) => apply(cell.name, cell.width * 8, index);

/** Any contents that satisfy the invariants of `NARROW`. */
export const NARROWED: Contents = (cell, index) => {
	const [bits] = NARROW[cell.name] ?? [];
	return bits === undefined ? ANYTHING(cell, index) : extend(apply(cell.name, bits, index), cell.width * 8);
};

/** The same while a process executes: its mappings have been checked (invariant `currentIsRechecked`), which most conditions on the way ask. */
export const EXECUTING: Contents = (cell, index) => {
	const executing = cell.name === 'PROCESS.EPOCH' && index[0] === apply('GLOBAL.CURRENT', 8, []);
	return executing ? ANYTHING(cellOf('GLOBAL.EPOCH'), []) : NARROWED(cell, index);
};

/** The contents of all tables, as written by one execution. */
export class State {
	readonly #last = new Map<string, Write>();
	readonly initial: Contents;

	constructor(initial: Contents = ANYTHING) {
		this.initial = initial;
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
		result ??= this.initial(cell, index, path);
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

	#append(cell: Cell, write: Omit<Write, 'before'>): void {
		this.#last.set(cell.name, { ...write, before: this.#last.get(cell.name) });
	}

	/** Names of the cells that were written. */
	get written(): readonly string[] {
		return [...this.#last.keys()];
	}

	/** Every single write of a cell, oldest first: when, where, what. Wipes have no index. */
	writes(name: string): readonly Pick<Write, 'condition' | 'index' | 'covers' | 'value'>[] {
		const list: Write[] = [];
		for (let write = this.#last.get(name); write !== undefined; write = write.before) list.push(write);
		return list.reverse();
	}
}
