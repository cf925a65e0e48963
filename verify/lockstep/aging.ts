/**
 * Makes a system old: generations of many rows become nearly the last ones, as after two thousand million revocations. Whatever refers to a
 * row as it was refers to it as it is then, so that nothing else changes; whatever was stale stays stale.
 */

import { KIND_ACCOUNT, KIND_GATE, KIND_INTERRUPT, KIND_PROCESS, KIND_REGION, KIND_SIGNAL } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import type { Dice } from '../../test/kernel/arguments.ts';
import type { ModelKernel } from '../../test/kernel/kernel.ts';

/** A table with generations, and the words of a row that are not zero while it is in use. */
interface Aged {
	readonly base: number;
	readonly stride: number;
	readonly count: number;
	readonly generation: number;
	readonly used: number;
}

const PROCESSES: Aged = {
	base: layout.PROCESS_BASE,
	stride: layout.PROCESS_STRIDE,
	count: layout.PROCESS_COUNT,
	generation: layout.PROCESS_GENERATION,
	used: layout.PROCESS_STATE,
};
const REGIONS: Aged = {
	base: layout.REGION_BASE,
	stride: layout.REGION_STRIDE,
	count: layout.REGION_COUNT,
	generation: layout.REGION_GENERATION,
	used: layout.REGION_STATE,
};
const ACCOUNTS: Aged = {
	base: layout.ACCOUNT_BASE,
	stride: layout.ACCOUNT_STRIDE,
	count: layout.ACCOUNT_COUNT,
	generation: layout.ACCOUNT_GENERATION,
	used: layout.ACCOUNT_STATE,
};
const GRANTS: Aged = {
	base: layout.GRANT_BASE,
	stride: layout.GRANT_STRIDE,
	count: layout.GRANT_COUNT,
	generation: layout.GRANT_GENERATION,
	used: layout.GRANT_LEVEL,
};
const LINES: Aged = {
	base: layout.INTERRUPT_BASE,
	stride: layout.INTERRUPT_STRIDE,
	count: layout.INTERRUPT_COUNT,
	generation: layout.INTERRUPT_GENERATION,
	used: layout.INTERRUPT_STATE,
};
const TABLES: readonly Aged[] = [PROCESSES, REGIONS, ACCOUNTS, GRANTS, LINES];
/** Tables by the kind of capability that names their rows. */
const NAMED = new Map<number, Aged>([
	[KIND_GATE, PROCESSES],
	[KIND_SIGNAL, PROCESSES],
	[KIND_PROCESS, PROCESSES],
	[KIND_REGION, REGIONS],
	[KIND_ACCOUNT, ACCOUNTS],
	[KIND_INTERRUPT, LINES],
]);

/** A row is referred to by a word with its number and a word with its generation. */
interface Reference {
	readonly table: Aged;
	readonly row: number;
	/** Address of the generation. */
	readonly address: number;
}

/** Ages about a third of the rows below `rows` of each table. The specification beside the kernel must be told. */
export function age(kernel: ModelKernel, dice: Dice, rows = 128): void {
	const current = references(kernel).filter(
		({ table, row, address }) => kernel.word(address) === kernel.word(placeOf(table, row)),
	);
	for (const table of TABLES) {
		for (let row = 1; row < Math.min(rows, table.count); row++) {
			if (!dice.oneIn(3)) continue;
			const used = kernel.word(table.base + row * table.stride + table.used) !== 0 || table === LINES;
			const generation = layout.GENERATION_LAST - (used ? 1 : 0) - dice.below(3);
			const place = placeOf(table, row);
			if (kernel.word(place) < generation) kernel.words[place >>> 2] = generation;
		}
	}
	for (const { table, row, address } of current) kernel.words[address >>> 2] = kernel.word(placeOf(table, row));
}

/** The counter of revocations is about to need its second word. */
const LATE_EPOCH = 0xffff_fffen;

/** Adds `years` to every generation, and to every word that is or was one: what is stale stays stale. EPOCH is late, with all mappings checked. */
export function ageAll(kernel: ModelKernel, years: number): void {
	const add = (place: number): void => {
		kernel.words[place >>> 2] = kernel.word(place) + years;
	};
	const first = (table: Aged): number => (table === ACCOUNTS || table === LINES ? 0 : 1);
	for (const { table, row, address } of references(kernel)) if (row >= first(table)) add(address);
	for (const table of TABLES) for (let row = first(table); row < table.count; row++) add(placeOf(table, row));
	kernel.longs[(layout.GLOBAL_BASE + layout.GLOBAL_EPOCH_64) >>> 3] = LATE_EPOCH;
	for (const holder of kernel.processes()) {
		const process = layout.PROCESS_BASE + holder * layout.PROCESS_STRIDE;
		kernel.longs[(process + layout.PROCESS_EPOCH_64) >>> 3] = LATE_EPOCH;
	}
}

/** Address of a row's generation. */
function placeOf({ base, stride, generation }: Aged, row: number): number {
	return base + row * stride + generation;
}

/** Every word of the state that is the generation of some row. */
function references(kernel: ModelKernel): Reference[] {
	const found: Reference[] = [];
	const refer = (table: Aged, row: number, address: number): void => {
		if (row < table.count) found.push({ table, row, address });
	};
	for (let row = 1; row < layout.GRANT_COUNT; row++) {
		const parent = kernel.grant(row, layout.GRANT_PARENT);
		refer(GRANTS, parent, layout.GRANT_BASE + row * layout.GRANT_STRIDE + layout.GRANT_PARENT_GENERATION);
	}
	for (let row = 0; row < layout.INTERRUPT_COUNT; row++) {
		const place = layout.INTERRUPT_BASE + row * layout.INTERRUPT_STRIDE;
		const [target, grant] = [layout.INTERRUPT_PROCESS, layout.INTERRUPT_GRANT].map((field) => kernel.line(row, field));
		refer(PROCESSES, target ?? 0, place + layout.INTERRUPT_PROCESS_GENERATION);
		refer(GRANTS, grant ?? 0, place + layout.INTERRUPT_GRANT_GENERATION);
	}
	for (const holder of kernel.processes()) {
		const handler = kernel.process(holder, layout.PROCESS_HANDLER);
		const place = layout.PROCESS_BASE + holder * layout.PROCESS_STRIDE;
		refer(PROCESSES, handler, place + layout.PROCESS_HANDLER_GENERATION);
		referFrom(kernel, holder, refer);
	}
	return found;
}

/** Capabilities and mappings of a process. */
function referFrom(
	kernel: ModelKernel,
	holder: number,
	refer: (table: Aged, row: number, address: number) => void,
): void {
	const slots = kernel.block(holder) + layout.BLOCK_SLOTS;
	for (let slot = 1; slot < layout.SLOTS_MOST; slot++) {
		const place = slots + slot * layout.CAPABILITY_STRIDE;
		const table = NAMED.get(kernel.word(place + layout.CAPABILITY_KIND));
		const object = kernel.word(place + layout.CAPABILITY_OBJECT);
		if (table !== undefined) refer(table, object, place + layout.CAPABILITY_GENERATION);
		refer(GRANTS, kernel.word(place + layout.CAPABILITY_GRANT), place + layout.CAPABILITY_GRANT_GENERATION);
	}
	for (let memory = 0; memory < layout.MAPPING_COUNT; memory++) {
		const place = kernel.block(holder) + layout.BLOCK_MAPPINGS + memory * layout.MAPPING_STRIDE;
		if (kernel.word(place + layout.MAPPING_RIGHTS) === 0) continue;
		refer(REGIONS, kernel.word(place + layout.MAPPING_REGION), place + layout.MAPPING_GENERATION);
		refer(GRANTS, kernel.word(place + layout.MAPPING_GRANT), place + layout.MAPPING_GRANT_GENERATION);
	}
}
