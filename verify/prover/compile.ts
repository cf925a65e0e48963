/** A lifted entry as a WebAssembly function that reads a kernel's memory: what the formulas say happens, computed as fast as the kernel itself. */
import { encodeModule } from '../../machines/wasm/encode.ts';
import { I32 } from '../../machines/wasm/module.ts';
import { variable } from './build.ts';
import { Code } from './emit.ts';
import type { Lifted } from './lift.ts';
import { AREAS, type Axis, type Cell, cellOf } from './tables.ts';
import { intern, reachable, type Term } from './term.ts';

/** A field of a kernel's memory that gets a value. Wipes are as many writes of zero. */
export interface Written {
	readonly address: number;
	/** Bytes. */
	readonly width: Cell['width'];
	readonly value: bigint;
}

/** What one call does. */
export interface Happening {
	/** Unsigned. */
	readonly results: readonly number[];
	readonly cost: number;
	readonly effects: readonly { readonly name: string; readonly values: readonly number[] }[];
	/** In the order in which they happen to each field. */
	readonly writes: readonly Written[];
	/** Hazards whose condition is true. */
	readonly hazards: readonly string[];
}

const KERNEL = 0;
const ANSWERS = 1;
/** What is read where nothing is: must not matter. */
const NOTHING = 0x5aa5c33cn;

/** First byte of a cell whose indices are all zero. */
export function baseOf(cell: Cell): number {
	const area = AREAS.find(({ name }) => name === cell.table);
	if (area === undefined) throw new Error(`there is no table ${cell.table}`);
	return area.base + area.origin + cell.offset;
}

/** Address of a cell. */
export function addressOf(cell: Cell, index: readonly number[]): number {
	return index.reduce((sum, row, position) => sum + row * 2 ** (cell.axes[position] as Axis).low, baseOf(cell));
}

/** The contents of a cell, from the kernel's memory. */
function load(term: Term, code: Code): void {
	const cell = cellOf(term.name);
	code.constant(0n, 32);
	for (const [position, part] of term.parts.entries()) {
		const low = BigInt((cell.axes[position] as Axis).low);
		code.push(part).constant(low, 32).operation('i32.shl').operation('i32.add');
	}
	const names = { 1: 'i32.load8_u', 4: 'i32.load', 8: 'i64.load' };
	code.access(names[cell.width], KERNEL, baseOf(cell));
}

function source(term: Term, code: Code): void {
	const [, kind, number] = /^([a-z]+)(\d+)$/.exec(term.name) ?? [];
	if (term.operation === 'apply') load(term, code);
	else if (kind === 'argument' || kind === 'row') code.local('local.get', Number(number));
	else if (kind === 'nothing') code.constant(NOTHING, term.width > 32 ? 64 : 32);
	else if (kind === 'slot') {
		code.constant(0n, 32).access(term.width > 32 ? 'i64.load' : 'i32.load', ANSWERS, Number(number) * 8);
	} else throw new Error(`a formula has the variable ${term.name}`);
}

/** Places in the memory of answers, eight bytes each. */
class Slots {
	readonly of = new Map<Term, number>();

	get(term: Term): number {
		const slot = this.of.get(term) ?? this.of.size;
		this.of.set(term, slot);
		return slot;
	}
}

interface WritePlan {
	readonly cell: Cell;
	readonly condition: number;
	readonly index: readonly number[];
	/** Of a wipe: the export that says which indices it covers. */
	readonly covers: string | undefined;
	readonly value: number;
}

interface Plan {
	readonly results: readonly number[];
	readonly cost: number;
	readonly effects: readonly {
		readonly name: string;
		readonly condition: number;
		readonly values: readonly number[];
	}[];
	readonly hazards: readonly { readonly says: string; readonly condition: number }[];
	readonly writes: readonly WritePlan[];
}

const ROWS: readonly string[] = ['row0', 'row1', 'row2'];

/** The formula of a wipe with everything that does not depend on the row taken from slots. */
function withSlots(term: Term, slots: Slots, known: Map<Term, Term>): Term {
	const cached = known.get(term);
	if (cached !== undefined) return cached;
	let result = term;
	if (dependsOnRow(term)) {
		const parts = term.parts.map((part) => withSlots(part, slots, known));
		if (parts.length > 0) result = intern(term.operation, term.width, parts, term.value, term.name);
	} else if (term.operation !== 'constant') result = variable(`slot${slots.get(term)}`, term.width);
	known.set(term, result);
	return result;
}

function dependsOnRow({ operation, name, parts }: Term): boolean {
	return operation === 'variable' ? ROWS.includes(name) : parts.some(dependsOnRow);
}

/** Compiles and plans; keeps no formula. */
class Compiler {
	readonly slots = new Slots();
	readonly covers = new Map<Term, string>();
	readonly plan: Plan;

	constructor({ results, cost, world }: Lifted) {
		const slot = (term: Term): number => this.slots.get(term);
		this.plan = {
			results: results.map(slot),
			cost: slot(cost),
			effects: world.effects.map(({ name, condition, values }) => ({
				name,
				condition: slot(condition),
				values: values.map(slot),
			})),
			hazards: world.hazards.map(({ says, condition }) => ({ says, condition: slot(condition) })),
			writes: world.state.written.flatMap((name) => {
				const cell = cellOf(name);
				return world.state.writes(name).map(({ condition, index, covers, value }) => ({
					cell,
					condition: slot(condition),
					index: index.map(slot),
					covers: index.length < cell.axes.length ? this.#cover(cell, covers) : undefined,
					value: slot(value),
				}));
			}),
		};
	}

	#cover(cell: Cell, covers: (index: readonly Term[]) => Term): string {
		const rows = cell.axes.map(({ bits }, position) => variable(ROWS[position] as string, bits));
		const condition = withSlots(covers(rows), this.slots, new Map());
		if (reachable([condition]).includes(rows.at(-1) as Term))
			throw new Error(`a wipe of ${cell.name} is of single fields`);
		const name = this.covers.get(condition) ?? `covers${this.covers.size}`;
		this.covers.set(condition, name);
		return name;
	}

	wasm(parameters: number): Uint8Array {
		const roots = [...this.slots.of];
		const main = new Code(parameters, source).compute(roots.map(([root]) => root));
		for (const [root, slot] of roots) {
			main
				.constant(0n, 32)
				.push(root)
				.access(root.width > 32 ? 'i64.store' : 'i32.store', ANSWERS, slot * 8);
		}
		const covers = [...this.covers].map(([condition]) =>
			new Code(ROWS.length, source).compute([condition]).push(condition).finish(),
		);
		const limits = { minimum: 1, maximum: undefined, shared: false, wide: false };
		return encodeModule({
			types: [
				{ parameters: new Array<number>(parameters).fill(I32), results: [] },
				{ parameters: ROWS.map(() => I32), results: [I32] },
			],
			importedFunctions: [],
			importedMemories: ['kernel', 'answers'].map((name) => ({ module: 'memory', name, limits })),
			functions: [0, ...covers.map(() => 1)],
			tables: [],
			memories: [],
			globals: [],
			exports: ['main', ...this.covers.values()].map((name, index) => ({ name, kind: 0, index })),
			start: undefined,
			elements: [],
			bodies: [main.finish(), ...covers],
			data: [],
		});
	}
}

type Exports = Record<string, (...values: number[]) => number>;

const ANSWERS_BYTES = 65536;

/** An entry of the kernel as its formulas describe it, over `memory`, which it only reads. */
export class CompiledEntry {
	readonly #plan: Plan;
	readonly #exports: Exports;
	readonly #words: Uint32Array;
	readonly #longs: BigUint64Array;

	constructor(lifted: Lifted, memory: WebAssembly.Memory) {
		const compiler = new Compiler(lifted);
		const wasm = compiler.wasm(lifted.values.length);
		this.#plan = compiler.plan;
		const pages = 1 + Math.ceil((compiler.slots.of.size * 8) / ANSWERS_BYTES);
		const answers = new WebAssembly.Memory({ initial: pages, maximum: pages });
		this.#words = new Uint32Array(answers.buffer);
		this.#longs = new BigUint64Array(answers.buffer);
		const module = new WebAssembly.Module(new Uint8Array(wasm));
		const instance = new WebAssembly.Instance(module, { memory: { kernel: memory, answers } });
		this.#exports = instance.exports as Exports;
	}

	/** What the call does in the present state of the memory. */
	run(values: readonly number[]): Happening {
		const { results, cost, effects, hazards, writes } = this.#plan;
		(this.#exports.main as (...values: readonly number[]) => void)(...values);
		return {
			results: results.map((slot) => this.#word(slot)),
			cost: this.#word(cost),
			effects: effects
				.filter(({ condition }) => this.#word(condition) === 1)
				.map(({ name, values: slots }) => ({ name, values: slots.map((slot) => this.#word(slot)) })),
			hazards: hazards.filter(({ condition }) => this.#word(condition) === 1).map(({ says }) => says),
			writes: writes.filter(({ condition }) => this.#word(condition) === 1).flatMap((write) => this.#write(write)),
		};
	}

	#word(slot: number): number {
		return this.#words[slot * 2] as number;
	}

	#write({ cell, index, covers, value }: WritePlan): Written[] {
		const written = (rows: readonly number[]): Written => ({
			address: addressOf(cell, rows),
			width: cell.width,
			value: this.#longs[value] as bigint,
		});
		if (covers === undefined) return [written(index.map((slot) => this.#word(slot)))];
		return this.#covered(cell, covers).map(written);
	}

	/** Every index that a wipe covers: all but the last coordinate decide. */
	#covered({ axes }: Cell, covers: string): number[][] {
		const says = this.#exports[covers] as (...rows: number[]) => number;
		const rowsOf = ({ bits }: Axis): number[] => Array.from({ length: 2 ** bits }, (_, row) => row);
		const deciding = axes
			.slice(0, -1)
			.reduce<number[][]>((found, axis) => found.flatMap((rows) => rowsOf(axis).map((row) => [...rows, row])), [[]]);
		const last = rowsOf(axes.at(-1) as Axis);
		return deciding.filter((rows) => says(...rows, 0, 0) === 1).flatMap((rows) => last.map((row) => [...rows, row]));
	}
}
