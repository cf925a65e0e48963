/** Who can execute an instruction: entries, and of `system` the calls by number. */

import { KIND_FUNCTION } from '../../machines/wasm/module.ts';
import { jumpTargets } from '../bounds/wasm.ts';
import type { Binary, BinaryFunction } from './binary.ts';

/** An entry, or one call of `system`; `other`: all numbers of `system` that are no calls. */
export interface Caller {
	readonly entry: string;
	readonly number?: number | 'other';
}

/** The function whose table of labels tells the calls apart, and its table. */
const DISPATCH = 'calls/dispatch';

interface Way {
	readonly caller: Caller;
	/** Instructions that can be executed, by function: positions. */
	readonly reached: ReadonlyMap<number, ReadonlySet<number>>;
}

export class Reach {
	readonly #functions: ReadonlyMap<
		number,
		{ readonly code: BinaryFunction['code']; readonly next: readonly (readonly number[])[] }
	>;
	readonly #ways: readonly Way[];

	constructor(binary: Binary) {
		this.#functions = new Map(binary.functions.map(({ index, code }) => [index, { code, next: jumpTargets(code) }]));
		const entries = binary.module.exports.filter(({ kind }) => kind === KIND_FUNCTION);
		this.#ways = entries.flatMap(({ name: entry, index }) => {
			if (entry !== 'system') return [{ caller: { entry }, reached: this.#from(index) }];
			return this.#calls(binary, index);
		});
	}

	/** Those that can execute the instruction; first who can execute the least. */
	callersOf(index: number, position: number): Caller[] {
		const ways = this.#ways.filter(({ reached }) => reached.get(index)?.has(position));
		return ways.sort((left, right) => sizeOf(left) - sizeOf(right)).map(({ caller }) => caller);
	}

	/** `system` once for each label of its table; as a whole when there is no such table. */
	#calls(binary: Binary, system: number): Way[] {
		const dispatch = binary.functions.find(({ name }) => name === DISPATCH);
		const table = dispatch?.code.findIndex(({ opcode }) => opcode.name === 'br_table') ?? -1;
		const [first, minus] = dispatch?.code.slice(table - 2, table) ?? [];
		if (dispatch === undefined || table < 2 || minus?.opcode.name !== 'i32.sub') {
			return [{ caller: { entry: 'system' }, reached: this.#from(system) }];
		}
		const labels = this.#functions.get(dispatch.index)?.next[table] ?? [];
		return labels.map((target, label) => {
			const number = label === labels.length - 1 ? ('other' as const) : label + (first?.value ?? 0);
			return { caller: { entry: 'system', number }, reached: this.#from(system, { ...dispatch, table, target }) };
		});
	}

	/** Everything from the beginning of a function on; of one table only one target. */
	#from(
		index: number,
		only?: { readonly index: number; readonly table: number; readonly target: number },
	): Way['reached'] {
		const reached = new Map<number, Set<number>>();
		const work: [number, number][] = [[index, 0]];
		for (let top = work.pop(); top !== undefined; top = work.pop()) {
			const [where, position] = top;
			const found = this.#functions.get(where);
			const seen = reached.get(where) ?? new Set();
			if (found === undefined || seen.has(position)) continue;
			reached.set(where, seen.add(position));
			const instruction = found.code[position];
			if (instruction?.opcode.name === 'call') work.push([instruction.index, 0]);
			const chosen = only?.index === where && only.table === position;
			const next = chosen ? [only.target] : (found.next[position] ?? []);
			for (const following of next) work.push([where, following]);
		}
		return reached;
	}
}

/** Instructions that it can execute. */
function sizeOf({ reached }: Way): number {
	return [...reached.values()].reduce((sum, positions) => sum + positions.size, 0);
}
