/** From a solver's model to something that can be read, and run: the state before, the call, and what it changes. */
import { readFileSync } from 'node:fs';
import * as calls from '../../abi/calls.ts';
import * as errors from '../../abi/errors.ts';
import { and, constant } from './build.ts';
import { addressOf } from './compile.ts';
import { type Case, Evaluation } from './evaluate.ts';
import type { Lifted, Subject } from './lift.ts';
import { type Place, type Played, play, putPlaces } from './played.ts';
import { reasonsOf } from './relevant.ts';
import { PATIENCE, type Solver, solve } from './solver.ts';
import { CELLS, type Cell, cellOf } from './tables.ts';
import { reachable, type Term } from './term.ts';

/** A field of a row, and what is in it. */
export interface FieldValue {
	readonly table: string;
	/** Row number; of rows within rows numbers, as `3, 17` of a capability: holder, slot. Empty in a table of one row. */
	readonly row: string;
	readonly field: string;
	readonly value: bigint;
}

export interface Counterexample {
	readonly entry: string;
	readonly values: readonly number[];
	/** As `INSTALL(process=3, source=5, ...)`. */
	readonly call: string;
	/** Fields that decide what is wrong, zero or not. */
	readonly reasons: readonly FieldValue[];
	/** Whatever else is not zero: other statements that were assumed want it so. */
	readonly before: readonly FieldValue[];
	/** Fields that decide it in a second run, which finds other contents there; for statements on two runs. */
	readonly elsewhere: readonly FieldValue[];
	/** Whatever changes, with its new value. */
	readonly after: readonly FieldValue[];
	/** As i32; undefined when the entry returns nothing. */
	readonly result: number | undefined;
	/** Is every assertion true in that state, by plain evaluation? */
	readonly holds: boolean;
	/** Memory before and after: bytes at addresses. */
	readonly memory: readonly Place[];
	readonly changed: readonly Place[];
}

/** Contents of the second of two runs (contents-of-two.ts). */
const OTHER = /^other /;

const ENTRY_ARGUMENTS: Readonly<Record<string, string>> = {
	next: 'nowLow nowHigh',
	expire: 'nowLow nowHigh',
	tick: 'nowLow nowHigh',
	wait: 'left nowLow nowHigh',
	fault: 'cause place left',
	call: 'left slot',
	callSlow: 'left slot',
	callWith: 'left slot capabilities loan offset length',
	reply: 'left status',
	replySlow: 'left status',
	notify: 'slot',
	notifySwitch: 'left slot nowLow nowHigh',
	interrupt: 'line',
	interruptSwitch: 'left line nowLow nowHigh',
	finish: 'left',
	preempt: 'left',
};

/** Name of a kernel call and of its arguments, from the comments of abi/calls.ts. */
function namesOf(number: number): { name: string; names: readonly string[] } {
	const text = readFileSync(new URL('../../abi/calls.ts', import.meta.url), 'utf8');
	const found = [...text.matchAll(/\/\*\* \(([^)]*)\)[^\n]*\nexport const (\w+): i32 = (\d+);/g)].find(
		([, , name, value]) => Number(value) === number && name !== undefined && name in calls,
	);
	if (found === undefined) return { name: `system ${number}`, names: [] };
	return { name: found[2] as string, names: (found[1] as string).split(/, /).filter((name) => name !== '') };
}

function showCall(entry: string, values: readonly number[]): string {
	if (entry !== 'system') {
		const names = ENTRY_ARGUMENTS[entry]?.split(' ') ?? [];
		return `${entry}(${values.map((value, position) => `${names[position] ?? `argument${position}`}=${value}`).join(', ')})`;
	}
	const { name, names } = namesOf(values[0] as number);
	const shown = names.map((argument, position) => `${argument}=${values[position + 1]}`);
	const [low, high] = values.slice(-2).map(BigInt) as [bigint, bigint];
	return `${name}(${shown.join(', ')}) at ${(high << 32n) + low} ns`;
}

export function showResult(result: number | undefined): string {
	const [error] = Object.entries(errors).find(([, value]) => value === result && result < 0) ?? [];
	return error ?? `${result ?? 'nothing'}`;
}

export function fieldOf({ cell, index, value }: Place): FieldValue {
	const [table = '', field = ''] = cell.name.split('.');
	return { table, row: index.join(', '), field, value };
}

/** The model that a solver found: values of the unknowns, and the memory that they make. */
class Model {
	readonly variables = new Map<string, bigint>();
	readonly contents = new Map<number, Place>();
	/** Values of functions that are no memory. */
	readonly #others = new Map<string, bigint>();

	constructor(terms: readonly Term[], value: (term: Term) => bigint) {
		for (const term of terms) {
			if (term.operation === 'variable') this.variables.set(term.name, value(term));
			if (term.operation !== 'apply') continue;
			const values = term.parts.map(value);
			if (CELLS.has(term.name)) this.put(cellOf(term.name), values.map(Number), value(term));
			else this.#others.set(`${term.name} ${values}`, value(term));
		}
	}

	put(cell: Cell, index: readonly number[], value: bigint): void {
		const address = addressOf(cell, index);
		this.contents.set(address, { cell, index, address, value });
	}

	get given(): Case {
		const contents = new Map(this.contents);
		return {
			variable: (name) => this.variables.get(name) ?? 0n,
			apply: (name, values) => {
				if (!CELLS.has(name)) return this.#others.get(`${name} ${values}`) ?? 0n;
				return contents.get(addressOf(cellOf(name), values.map(Number)))?.value ?? 0n;
			},
		};
	}
}

/** Values of everything unknown that occurs in the assertions, and of what it depends on, from the solver that is quicker. Undefined: none found any. */
async function modelOf(assertions: readonly Term[], solvers: readonly Solver[]): Promise<Model | undefined> {
	const unknown = reachable(assertions).filter(({ operation }) => operation === 'variable' || operation === 'apply');
	const wanted = [...new Set(unknown.flatMap((term) => [...term.parts, term]))];
	const stop = new AbortController();
	const replies = await Promise.all(
		solvers.map(async (solver) => {
			const reply = await solve(solver, assertions, wanted, PATIENCE, stop.signal);
			if (reply.answer === 'sat') stop.abort();
			return reply;
		}),
	);
	const reply = replies.find(({ answer }) => answer === 'sat');
	if (reply === undefined) return undefined;
	const found = new Map(wanted.map((term, position) => [term, reply.values[position] as bigint]));
	return new Model(unknown, (term) => found.get(term) as bigint);
}

/** What the writes of `lifted` make of the memory of `model`. */
function memoryAfter({ world }: Lifted, model: Model, evaluation: Evaluation): Map<number, Place> {
	const after = new Map(model.contents);
	const set = (cell: Cell, index: readonly number[], value: bigint): void => {
		const address = addressOf(cell, index);
		after.set(address, { cell, index, address, value });
	};
	for (const name of world.state.written) {
		const cell = cellOf(name);
		for (const { condition, index, covers, value } of world.state.writes(name)) {
			if (!evaluation.holds(condition)) continue;
			if (index.length === cell.axes.length) {
				set(
					cell,
					index.map((row) => Number(evaluation.value(row))),
					evaluation.value(value),
				);
				continue;
			}
			for (const place of after.values()) {
				if (place.cell !== cell) continue;
				const rows = place.index.map((row, position) => constant(row, cell.axes[position]?.bits ?? 0));
				if (evaluation.holds(covers(rows))) set(cell, place.index, 0n);
			}
		}
	}
	return after;
}

/** The fields of tables that the value of `about` depends on: in the run, and in a second one that finds other contents. */
function decidingFields(about: Term, evaluation: Evaluation): { here: Place[]; elsewhere: Place[] } {
	const here = new Map<number, Place>();
	const elsewhere = new Map<number, Place>();
	for (const term of reasonsOf(about, evaluation)) {
		const cell = CELLS.get(term.name.replace(OTHER, ''));
		if (cell === undefined) continue;
		const index = term.parts.map((part) => Number(evaluation.value(part)));
		const address = addressOf(cell, index);
		const place = { cell, index, address, value: evaluation.value(term) };
		(OTHER.test(term.name) ? elsewhere : here).set(address, place);
	}
	const [own, other] = [here, elsewhere].map((places) =>
		[...places.values()].sort((left, right) => left.address - right.address),
	);
	return { here: own as Place[], elsewhere: other as Place[] };
}

/**
 * A state and a call in which all of `assertions` (on one execution, `lifted`) hold; `about` is the one that matters, the others only say which states
 * there are. Undefined: the solvers find none.
 */
export async function describe(
	subject: Subject,
	lifted: Lifted,
	assertions: readonly Term[],
	solvers: readonly Solver[],
	about: Term = and(...assertions),
): Promise<Counterexample | undefined> {
	const model = await modelOf(assertions, solvers);
	if (model === undefined) return undefined;
	const evaluation = new Evaluation(model.given);
	const values = lifted.values.map((term) => Number(evaluation.value(term)));
	const after = memoryAfter(lifted, model, evaluation);
	const changed = [...after.values()].filter(
		({ address, value }) => (model.contents.get(address)?.value ?? 0n) !== value,
	);
	const memory = [...model.contents.values()].filter(({ value }) => value !== 0n).sort((l, r) => l.address - r.address);
	const [result] = lifted.results.map((term) => Number(evaluation.value(term)) | 0);
	const { here, elsewhere } = decidingFields(about, evaluation);
	const deciding = new Set(here.map(({ address }) => address));
	return {
		entry: subject.entry,
		values,
		call: showCall(subject.entry, values),
		reasons: here.map(fieldOf),
		before: memory.filter(({ address }) => !deciding.has(address)).map(fieldOf),
		elsewhere: elsewhere.map(fieldOf),
		after: changed.map(fieldOf),
		result,
		holds: assertions.every((assertion) => evaluation.holds(assertion)),
		memory,
		changed,
	};
}

/** Runs the counterexample on the binary itself: reasons why it is not confirmed, none when it is. */
export function replay(
	kernel: Uint8Array,
	{ entry, values, memory, changed, result, holds }: Counterexample,
): string[] {
	const reasons = holds ? [] : ['the formulas do not say so in this state'];
	let played: Played;
	try {
		played = play(kernel, entry, values, memory);
	} catch (problem) {
		return [...reasons, `the binary traps: ${problem}`];
	}
	const { bytes } = played;
	if (played.result !== result) reasons.push(`the binary returns ${played.result}, not ${result}`);
	const expected = new Uint8Array(bytes.length);
	putPlaces(expected, [...memory, ...changed]);
	if (Buffer.compare(bytes, expected) === 0) return reasons;
	const at = bytes.findIndex((byte, index) => byte !== expected[index]);
	return [...reasons, `the binary leaves another byte at 0x${at.toString(16)}`];
}

/** For people. */
export function show(example: Counterexample, unconfirmed: readonly string[]): string {
	const line = ({ table, row, field, value }: FieldValue): string =>
		`  ${table}${row === '' ? '' : ` ${row}`} ${field} = ${value > 0xffffn ? `0x${value.toString(16)}` : value}`;
	return [
		`${example.call} = ${showResult(example.result)}`,
		unconfirmed.length === 0 ? 'confirmed on the binary' : `not confirmed: ${unconfirmed.join('; ')}`,
		'before (all else is zero):',
		...[...example.reasons, ...example.before].filter(({ value }) => value !== 0n).map(line),
		'changes:',
		...(example.after.length === 0 ? ['  nothing'] : example.after.map(line)),
	].join('\n');
}
