/**
 * Invariants as formulas. Each is a function of the invariants' binary, executed on formulas like the kernel itself: assumed for the rows that occur in
 * a question, proved for a row of which nothing is known. No quantifier ever reaches a solver: what is left is decidable, and each refusal has a model.
 */
import { asTruth, extend, isTrue } from './build.ts';
import { Executor } from './executor.ts';
import { Path } from './path.ts';
import type { State } from './state.ts';
import { CELLS } from './tables.ts';
import { reachable, type Term } from './term.ts';
import { KernelWorld } from './world.ts';

/** What a statement ranges over: rows of these kinds, in this order. */
export interface Statement {
	/** Export of the invariants' binary. */
	readonly name: string;
	readonly over: readonly string[];
}

/** Bits of a row number of each kind, and the cells that have such numbers: table, and which of its coordinates. */
const KINDS: Readonly<
	Record<string, { readonly bits: number; readonly from: readonly (readonly [string, number])[] }>
> = {
	process: {
		bits: 8,
		from: [
			['PROCESS', 0],
			['CAPABILITY', 0],
			['MAPPING', 0],
			['BLOCK', 0],
		],
	},
	slot: { bits: 8, from: [['CAPABILITY', 1]] },
	memory: { bits: 4, from: [['MAPPING', 1]] },
	window: { bits: 9, from: [['BLOCK', 1]] },
	region: {
		bits: 10,
		from: [
			['REGION', 0],
			['TABLES', 0],
		],
	},
	table: { bits: 5, from: [['TABLES', 1]] },
	entry: { bits: 9, from: [['TABLES', 2]] },
	account: { bits: 7, from: [['ACCOUNT', 0]] },
	grant: { bits: 10, from: [['GRANT', 0]] },
	line: { bits: 8, from: [['INTERRUPT', 0]] },
	label: {
		bits: 6,
		from: [
			['FLOW', 0],
			['FLOW', 1],
		],
	},
	priority: { bits: 8, from: [['LEVEL', 0]] },
	word: { bits: 2, from: [['PRIORITIES', 0]] },
	node: { bits: 9, from: [['TIMER', 0]] },
};

/** Numbers that belong together because they name one cell: kinds, table. */
const TOGETHER: readonly (readonly [string, string])[] = [
	['process slot', 'CAPABILITY'],
	['process memory', 'MAPPING'],
	['process window', 'BLOCK'],
	['label label', 'FLOW'],
	['region table entry', 'TABLES'],
	['priority word', 'LEVEL.READY'],
];

export function bitsOfKind(kind: string): number {
	const known = KINDS[kind];
	if (known === undefined) throw new Error(`nothing is numbered by ${kind}`);
	return known.bits;
}

/** The rows that occur in formulas, by kind and by cell. */
export class Rows {
	readonly #single = new Map<string, Set<Term>>();
	readonly #tuples = new Map<string, Map<string, readonly Term[]>>();
	readonly #seen = new Set<Term>();

	/** Enters what is new; only cells of the state `symbol`. */
	collect(formulas: Iterable<Term>, symbol = ''): void {
		for (const term of reachable(formulas)) {
			if (this.#seen.has(term) || term.operation !== 'apply') continue;
			this.#seen.add(term);
			const name = symbol === '' ? term.name : term.name.slice(0, -symbol.length);
			const cell = CELLS.get(name);
			if (cell !== undefined) this.#enter(cell.table, name, term.parts);
		}
	}

	#enter(table: string, name: string, index: readonly Term[]): void {
		for (const [position, term] of index.entries()) {
			const key = `${table} ${position}`;
			const known = this.#single.get(key) ?? new Set();
			this.#single.set(key, known.add(term));
		}
		for (const key of [table, name]) {
			const known = this.#tuples.get(key) ?? new Map();
			this.#tuples.set(key, known.set(index.map(({ id }) => id).join(), index));
		}
	}

	#ofKind(kind: string): Set<Term> {
		const found = new Set<Term>();
		for (const [table, position] of KINDS[kind]?.from ?? [])
			for (const term of this.#single.get(`${table} ${position}`) ?? []) found.add(term);
		return found;
	}

	/** Every combination that a statement over `kinds` is to be taken for. */
	combinations(kinds: readonly string[]): readonly (readonly Term[])[] {
		const together = TOGETHER.find(([names]) => names === kinds.join(' '))?.[1];
		if (together !== undefined) {
			const size = kinds.length;
			return [...(this.#tuples.get(together)?.values() ?? [])].map((index) => index.slice(0, size));
		}
		return kinds
			.map((kind) => [...this.#ofKind(kind)])
			.reduce<Term[][]>((tuples, terms) => tuples.flatMap((tuple) => terms.map((term) => [...tuple, term])), [[]]);
	}
}

/** Statements of a binary, as formulas over states. */
export class Statements {
	readonly executor: Executor;
	readonly #known = new WeakMap<State, Map<string, Term>>();

	constructor(wasm: Uint8Array) {
		this.executor = new Executor(wasm);
	}

	/** The number that a function computes of a state. */
	value(name: string, index: readonly Term[], state: State): Term {
		const world = new KernelWorld(state);
		const values = index.map((term) => extend(term, 32));
		const { results } = this.executor.run(name, values, Path.root(), world);
		return results[0] as Term;
	}

	/** The statement `name` of the rows `index` in a state that does not change any more. */
	instance(name: string, index: readonly Term[], state: State): Term {
		const known = this.#known.get(state) ?? new Map<string, Term>();
		this.#known.set(state, known);
		const key = `${name} ${index.map(({ id }) => id).join()}`;
		const result = known.get(key) ?? asTruth(this.value(name, index, state));
		known.set(key, result);
		return result;
	}

	/** What `statements` say of `state` for the rows that occur in `formulas`, and (`rounds`) in what they say. */
	hypotheses(statements: readonly Statement[], formulas: Iterable<Term>, state: State, rounds: number): Term[] {
		const rows = new Rows();
		const found = new Set<Term>();
		let latest: Iterable<Term> = formulas;
		for (let round = 0; round < rounds; round++) {
			rows.collect(latest);
			const fresh: Term[] = [];
			for (const { name, over } of statements) {
				for (const index of rows.combinations(over)) {
					const instance = this.instance(name, index, state);
					if (isTrue(instance) || found.has(instance)) continue;
					found.add(instance);
					fresh.push(instance);
				}
			}
			latest = fresh;
		}
		return [...found];
	}
}
