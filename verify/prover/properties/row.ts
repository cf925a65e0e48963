/** One row of a table in one state. */
import { and, bitAnd, constant, equal } from '../build.ts';
import type { State } from '../state.ts';
import { CELLS } from '../tables.ts';
import type { Term } from '../term.ts';

/** A row of `table`; `index` are its numbers. */
export class Row {
	readonly table: string;
	readonly index: readonly Term[];
	readonly state: State;

	constructor(table: string, index: readonly Term[], state: State) {
		this.table = table;
		this.index = index;
		this.state = state;
	}

	field(name: string): Term {
		return this.state.value(`${this.table}.${name}`, ...this.index);
	}

	/** Every field is the same in both. */
	same(other: Row): Term {
		const names = [...CELLS.values()].filter(({ table }) => table === this.table).map(({ name }) => name);
		const fields = [...new Set(names)].map((name) => name.slice(this.table.length + 1));
		return and(...fields.map((field) => equal(this.field(field), other.field(field))));
	}

	/** Of a capability: does it have all of these rights? */
	has(rights: number): Term {
		return equal(bitAnd(this.field('RIGHTS'), constant(rights)), constant(rights));
	}
}
