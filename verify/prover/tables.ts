/** The kernel's tables as the executor sees them: every field is a function of row numbers, each number as wide as its table needs. */
import * as layout from '../../kernel/layout.ts';
import { type Field, kernelTables } from '../../tools/build/layout.ts';

/** One coordinate of a cell: `bits` bits of the distance to the table's base, from bit `low` up. */
export interface Axis {
	readonly low: number;
	readonly bits: number;
}

/** A field of a table, or an equal row of fields (as the four refills of a process), which has one more axis. */
export interface Cell {
	/** As TABLE.FIELD. */
	readonly name: string;
	readonly table: string;
	/** Bytes. */
	readonly width: 1 | 4 | 8;
	readonly axes: readonly Axis[];
	/** Byte offset within the row. */
	readonly offset: number;
}

/** A table: where it lies, how its rows are numbered, and its cells by offset within the row. */
export interface Area {
	readonly name: string;
	/** First byte, and one past the last. */
	readonly base: number;
	readonly end: number;
	readonly axes: readonly Axis[];
	/** Bytes of a row. */
	readonly stride: number;
	/** Where the rows begin within the innermost stride, bytes. */
	readonly origin: number;
	/** By byte offset within the row. */
	readonly cells: ReadonlyMap<number, Cell>;
}

function bitsOf(count: number): number {
	return Math.ceil(Math.log2(count));
}

function axis(stride: number, count: number): Axis {
	return { low: bitsOf(stride), bits: bitsOf(count) };
}

/** Rows of equal fields side by side: first field's name without its number, how many, bytes from one to the next. */
const GROUPS: Readonly<Record<string, readonly [string, number]>> = {
	'PROCESS.REFILL0_64': ['PROCESS.REFILL', 4],
	'PROCESS.AMOUNT0': ['PROCESS.AMOUNT', 4],
	'LEVEL.READY0_64': ['LEVEL.READY', 4],
};

/** Cells of a row; those of a group are one cell with a further axis, found at each of its offsets. */
function cellsOf(table: string, fields: readonly Field[], axes: readonly Axis[]): Map<number, Cell> {
	const cells = new Map<number, Cell>();
	let left = 0;
	let group: Cell | undefined;
	for (const { name, offset, width } of fields) {
		if (left > 0 && group !== undefined) {
			cells.set(offset, group);
			left--;
			continue;
		}
		const [grouped, count] = GROUPS[`${table}.${name}`] ?? [`${table}.${name.replace(/_(64|8|FIELD)$/, '')}`, 1];
		const inner = count > 1 ? [axis(width, count)] : [];
		const cell: Cell = { name: grouped, table, width, axes: [...axes, ...inner], offset };
		cells.set(offset, cell);
		group = cell;
		left = count - 1;
	}
	return cells;
}

function area(name: string, base: number, axes: readonly Axis[], stride: number, size: number, origin: number): Area {
	const fields = kernelTables().find((table) => table.name === name)?.fields ?? [];
	return { name, base, end: base + size, axes, stride, origin, cells: cellsOf(name, fields, axes) };
}

function flat(name: string, base: number, stride: number, count: number): Area {
	return area(name, base, count === 1 ? [] : [axis(stride, count)], stride, stride * count, 0);
}

const BLOCK = axis(layout.BLOCK_STRIDE, layout.BLOCK_COUNT);
const BLOCKS = layout.BLOCK_STRIDE * layout.BLOCK_COUNT;

/** Rows within a process's block. */
function inBlock(name: string, origin: number, stride: number, count: number): Area {
	return area(name, layout.BLOCK_BASE, [BLOCK, axis(stride, count)], stride, BLOCKS, origin);
}

const ENTRY_BYTES = 8;
const ENTRIES = 512;
const TABLE_BYTES = 4096;

/** A cell that is the whole row of its table. */
function plain(given: Area, field: string, width: Cell['width']): Area {
	const cell: Cell = { name: `${given.name}.${field}`, table: given.name, width, axes: given.axes, offset: 0 };
	return { ...given, cells: new Map([[0, cell]]) };
}

/** Every table. Those inside process blocks share their base: the offset within the block decides. */
export const AREAS: readonly Area[] = [
	flat('GLOBAL', layout.GLOBAL_BASE, layout.GLOBAL_STRIDE, 1),
	flat('PRIORITIES', layout.PRIORITIES_BASE, layout.PRIORITIES_STRIDE, layout.PRIORITIES_COUNT),
	flat('LEVEL', layout.LEVEL_BASE, layout.LEVEL_STRIDE, layout.LEVEL_COUNT),
	flat('TIMER', layout.TIMER_BASE, layout.TIMER_STRIDE, layout.TIMER_COUNT),
	plain(
		area(
			'FLOW',
			layout.FLOW_BASE,
			[axis(layout.LABELS, layout.LABELS), axis(1, layout.LABELS)],
			1,
			layout.FLOW_COUNT,
			0,
		),
		'OPERATIONS',
		1,
	),
	flat('INTERRUPT', layout.INTERRUPT_BASE, layout.INTERRUPT_STRIDE, layout.INTERRUPT_COUNT),
	flat('ACCOUNT', layout.ACCOUNT_BASE, layout.ACCOUNT_STRIDE, layout.ACCOUNT_COUNT),
	flat('GRANT', layout.GRANT_BASE, layout.GRANT_STRIDE, layout.GRANT_COUNT),
	flat('REGION', layout.REGION_BASE, layout.REGION_STRIDE, layout.REGION_COUNT),
	flat('PROCESS', layout.PROCESS_BASE, layout.PROCESS_STRIDE, layout.PROCESS_COUNT),
	plain(inBlock('BLOCK', 0, ENTRY_BYTES, ENTRIES), 'L1', 8),
	inBlock('MAPPING', layout.BLOCK_MAPPINGS, layout.MAPPING_STRIDE, layout.MAPPING_COUNT),
	inBlock('CAPABILITY', layout.BLOCK_SLOTS, layout.CAPABILITY_STRIDE, layout.SLOTS_MOST),
	plain(
		area(
			'TABLES',
			layout.TABLES_BASE,
			[
				axis(layout.TABLES_STRIDE, layout.TABLES_COUNT),
				axis(TABLE_BYTES, layout.TABLES_STRIDE / TABLE_BYTES),
				axis(ENTRY_BYTES, ENTRIES),
			],
			ENTRY_BYTES,
			layout.TABLES_STRIDE * layout.TABLES_COUNT,
			0,
		),
		'ENTRY',
		8,
	),
];

/** Every cell by name. */
export const CELLS: ReadonlyMap<string, Cell> = new Map(
	AREAS.flatMap(({ cells }) => [...cells.values()]).map((cell) => [cell.name, cell]),
);

/** Bytes of the rows of an area within its innermost stride: where the next area of the block begins. */
export function extentOf({ axes, stride, end, base }: Area): number {
	const inner = axes.at(-1);
	return inner === undefined || axes.length === 1 ? end - base : stride * 2 ** inner.bits;
}

/** Cells whose index terms are the same: rows of this table are named by these kinds. */
export function cellOf(name: string): Cell {
	const cell = CELLS.get(name);
	if (cell === undefined) throw new Error(`the kernel has no field ${name}`);
	return cell;
}
