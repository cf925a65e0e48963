/**
 * The invariants of the proof, evaluated: what the prover assumes and proves of every state, said of one that is there. The functions are
 * instantiated over the memory of a kernel, nothing is copied.
 */
import * as layout from '../../kernel/layout.ts';
import { buildInvariantsOver } from '../../tools/build/invariants.ts';
import { Candidates, type Rows } from './candidates.ts';
import {
	CONSEQUENCES,
	CONSERVED,
	type Conserved,
	INVARIANTS,
	type Index,
	RANGES,
	SUMS,
	type Sum,
} from './catalogue.ts';
import { Snapshot } from './snapshot.ts';

type Statement = (...rows: number[]) => number;

/** An invariant that does not hold. */
export interface Broken {
	/** As in the catalogue. */
	readonly name: string;
	/** Of each index of the invariant the row. */
	readonly at: readonly number[];
	/** One line: what must hold, and where it does not. */
	readonly text: string;
}

interface Group {
	readonly over: readonly Index[];
	readonly statements: readonly { readonly name: string; readonly says: string; readonly holds: Statement }[];
}

/** Which field says whose a row is. */
const OWNERS: Readonly<Record<string, readonly [base: number, stride: number, field: number]>> = {
	region: [layout.REGION_BASE, layout.REGION_STRIDE, layout.REGION_OWNER],
	process: [layout.PROCESS_BASE, layout.PROCESS_STRIDE, layout.PROCESS_ACCOUNT],
	grant: [layout.GRANT_BASE, layout.GRANT_STRIDE, layout.GRANT_OWNER],
	account: [layout.ACCOUNT_BASE, layout.ACCOUNT_STRIDE, layout.ACCOUNT_PARENT],
};

export class Evaluator {
	readonly #snapshot: Snapshot;
	readonly #exports: Record<string, Statement>;
	readonly #groups: readonly Group[];

	/** `module` is `buildInvariantsOver()`, `memory` that of a kernel. */
	constructor(module: WebAssembly.Module, memory: WebAssembly.Memory) {
		this.#snapshot = new Snapshot(new Uint8Array(memory.buffer));
		this.#exports = new WebAssembly.Instance(module, { env: { memory } }).exports as Record<string, Statement>;
		const all = [...INVARIANTS, ...CONSEQUENCES];
		this.#groups = [...Map.groupBy(all, ({ over }) => over.join(' ')).values()].map((group) => ({
			over: group[0]?.over ?? [],
			statements: group.map(({ name, says }) => ({ name, says, holds: this.#export(name) })),
		}));
	}

	static async over(memory: WebAssembly.Memory): Promise<Evaluator> {
		const wasm = await buildInvariantsOver();
		return new Evaluator(new WebAssembly.Module(new Uint8Array(wasm)), memory);
	}

	#export(name: string): Statement {
		const found = this.#exports[name];
		if (found === undefined) throw new Error(`the invariants have no ${name}`);
		return found;
	}

	/** Does one invariant hold of these rows? */
	holds(name: string, ...rows: number[]): boolean {
		return this.#export(name)(...rows) !== 0;
	}

	/** Every invariant that does not hold, sums included. Of rows in use only: sums, page-table entries and unused rows are left out. */
	broken(rows: Rows = 'all'): Broken[] {
		const broken: Broken[] = [];
		const candidates = new Candidates(this.#snapshot, rows);
		for (const group of this.#groups) examine(group, candidates.tuples(group.over), broken);
		if (rows === 'all') for (const sum of SUMS) this.#addUp(sum, broken);
		return broken;
	}

	/** What accounts count against what there is. */
	#addUp({ name, over, value, total, says }: Sum, broken: Broken[]): void {
		const [base, stride, field] = OWNERS[over] as readonly [number, number, number];
		const [part, whole] = [this.#export(value), this.#export(total)];
		const sums = new Float64Array(RANGES.account);
		for (let row = 0; row < RANGES[over]; row++) {
			const owner = this.#snapshot.word(base + row * stride + field);
			if (owner < RANGES.account) sums[owner] = (sums[owner] as number) + (part(row, owner) >>> 0);
		}
		for (let account = 0; account < RANGES.account; account++) {
			const counted = whole(account) >>> 0;
			if (counted === sums[account]) continue;
			broken.push({
				name,
				at: [account],
				text: `${says}: account ${account} counts ${counted}, there are ${sums[account]}`,
			});
		}
	}

	/** What is never made or lost, by name. */
	conserved(): Map<string, number> {
		return new Map(CONSERVED.map((kind) => [kind.name, this.#amount(kind)]));
	}

	#amount({ parts }: Conserved): number {
		let amount = 0;
		for (const { over, value } of parts) {
			const part = this.#export(value);
			for (let row = 0; row < RANGES[over]; row++) amount += part(row) >>> 0;
		}
		return amount;
	}

	/** As `broken`, with what was made or lost since `before`. */
	brokenSince(before: ReadonlyMap<string, number>): Broken[] {
		const broken = this.broken();
		for (const [name, amount] of this.conserved()) {
			if (amount === before.get(name)) continue;
			broken.push({ name, at: [], text: `${name} are conserved: there were ${before.get(name)}, there are ${amount}` });
		}
		return broken;
	}
}

/** Evaluates the invariants of one group at `tuples`. */
function examine({ over, statements }: Group, tuples: readonly number[], broken: Broken[]): void {
	const width = over.length;
	for (const { name, says, holds } of statements) {
		const report = (at: readonly number[]) => {
			const where = at.map((row, position) => `${over[position]} ${row}`).join(', ');
			broken.push({ name, at, text: `${says}: not ${where === '' ? 'so' : `of ${where}`}` });
		};
		if (width === 0) {
			if (holds() === 0) report([]);
		} else if (width === 1) {
			for (const row of tuples) if (holds(row) === 0) report([row]);
		} else if (width === 2) {
			for (let at = 0; at < tuples.length; at += 2) {
				if (holds(tuples[at] as number, tuples[at + 1] as number) === 0) report(tuples.slice(at, at + 2));
			}
		} else {
			for (let at = 0; at < tuples.length; at += width) {
				const rows = tuples.slice(at, at + width);
				if (holds(...rows) === 0) report(rows);
			}
		}
	}
}
