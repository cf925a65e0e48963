/**
 * Invariants as formulas. Each is a function of the invariants' binary, executed on formulas like the kernel itself: assumed for the rows that occur in
 * a question, proved for a row of which nothing is known. No quantifier ever reaches a solver: what is left is decidable, and each refusal has a model.
 */
import { asTruth, atMost, extend, isTrue, substitute, variable } from './build.ts';
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
	/** The export is a number, at most what this export says of the last row. */
	readonly atMost?: string;
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
	refill: { bits: 2, from: [['PROCESS', 1]] },
};

/** Numbers that belong together because they name one cell: kinds, table, which of the cell's numbers. */
const TOGETHER: readonly (readonly [string, string, readonly number[]])[] = [
	['process slot', 'CAPABILITY', [0, 1]],
	['process memory', 'MAPPING', [0, 1]],
	['process entry', 'BLOCK', [0, 1]],
	['label label', 'FLOW', [0, 1]],
	['region entry', 'TABLES', [0, 2]],
	['region table entry', 'TABLES', [0, 1, 2]],
	['priority word', 'LEVEL.READY', [0, 1]],
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

	/** Enters what is new. */
	collect(formulas: Iterable<Term>): void {
		for (const term of reachable(formulas)) {
			if (this.#seen.has(term) || term.operation !== 'apply') continue;
			this.#seen.add(term);
			const cell = CELLS.get(term.name);
			if (cell !== undefined) this.#enter(cell.table, term.name, term.parts);
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
		const together = TOGETHER.find(([names]) => names === kinds.join(' '));
		if (together !== undefined) {
			const [, table, positions] = together;
			const tuples = [...(this.#tuples.get(table)?.values() ?? [])];
			return tuples.map((index) => positions.map((position) => index[position] as Term));
		}
		return kinds
			.map((kind) => [...this.#ofKind(kind)])
			.reduce<Term[][]>((tuples, terms) => tuples.flatMap((tuple) => terms.map((term) => [...tuple, term])), [[]]);
	}
}

/** How far to go in looking for what the invariants say. */
export interface Effort {
	readonly rounds: number;
	readonly depth: number;
}

/** A statement about rows of which nothing is known, to be used for others by putting them in. */
interface Template {
	readonly index: readonly Term[];
	readonly formula: Term;
	/** The fields of tables that it looks at. */
	readonly fields: readonly Term[];
}

function applications(formulas: Iterable<Term>): Term[] {
	return reachable(formulas).filter(({ operation, name }) => operation === 'apply' && CELLS.has(name));
}

/** Statements of a binary, as formulas over states. */
export class Statements {
	readonly executor: Executor;
	/** Contents of which nothing is known but what statements say. */
	readonly before: State;
	readonly #known = new WeakMap<State, Map<string, Term>>();
	readonly #templates = new Map<string, Template>();
	readonly #depths = new WeakMap<Term, number>();

	constructor(binary: Uint8Array | Executor, before: State) {
		this.executor = binary instanceof Executor ? binary : new Executor(binary);
		this.before = before;
	}

	/** The same statements of other contents. */
	over(before: State): Statements {
		return new Statements(this.executor, before);
	}

	/** The number that a function computes of a state, given that `facts` hold. */
	value(name: string, index: readonly Term[], state: State, facts: readonly Term[] = []): Term {
		const world = new KernelWorld(state);
		const path = Path.root(facts);
		const values = index.map((term) => path.simplify(extend(term, 32)));
		const { results } = this.executor.run(name, values, path, world);
		return path.simplify(results[0] as Term);
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

	#template(statement: Statement): Template {
		const { name, over } = statement;
		const known = this.#templates.get(name);
		if (known !== undefined) return known;
		const index = over.map((kind, position) => variable(`row${position}`, bitsOfKind(kind)));
		const formula = this.#formula(statement, index);
		const template = { index, formula, fields: applications([formula]) };
		this.#templates.set(name, template);
		return template;
	}

	#formula({ name, atMost: limit }: Statement, index: readonly Term[]): Term {
		if (limit === undefined) return this.instance(name, index, this.before);
		return atMost(this.value(name, index, this.before), this.value(limit, index.slice(-1), this.before));
	}

	/** How many fields one after the other lead to a row number. */
	#depthOf(term: Term): number {
		const known = this.#depths.get(term);
		if (known !== undefined) return known;
		const inner = term.parts.reduce((depth, part) => Math.max(depth, this.#depthOf(part)), 0);
		const depth = inner + (term.operation === 'apply' ? 1 : 0);
		this.#depths.set(term, depth);
		return depth;
	}

	/** What `statement` says of the rows `index`, if it says anything of a field in `fields`. */
	#relevant(statement: Statement, index: readonly Term[], fields: ReadonlySet<Term>): Term | undefined {
		const template = this.#template(statement);
		const values = new Map(template.index.map((term, position) => [term, index[position] as Term]));
		if (!template.fields.some((field) => fields.has(substitute(field, values)))) return undefined;
		return substitute(template.formula, values);
	}

	/**
	 * What `statements` say of the state before, for the rows that occur in `formulas`, as far as it has to do with fields that occur there; then,
	 * for each further round, of those that occur in what has been said. Rows that are named by way of more than `depth` fields are left out.
	 */
	hypotheses(statements: readonly Statement[], formulas: Iterable<Term>, { rounds, depth }: Effort): Term[] {
		const rows = new Rows();
		const found = new Set<Term>();
		const fields = new Set<Term>();
		let latest: Iterable<Term> = formulas;
		for (let round = 0; round < rounds; round++) {
			rows.collect(latest);
			for (const field of applications(latest)) fields.add(field);
			const fresh: Term[] = [];
			for (const statement of statements) {
				for (const index of rows.combinations(statement.over)) {
					if (index.some((term) => this.#depthOf(term) > depth)) continue;
					const instance = this.#relevant(statement, index, fields);
					if (instance === undefined || isTrue(instance) || found.has(instance)) continue;
					found.add(instance);
					fresh.push(instance);
				}
			}
			latest = fresh;
		}
		return [...found];
	}
}
