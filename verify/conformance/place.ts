/** Names of places in the kernel's memory, as kernel/layout.ts has them. */

import * as layout from '../../kernel/layout.ts';
import { type Field, kernelTables, type Table } from '../../tools/build/layout.ts';

/** What lies at an address: "PROCESS 7 REMAINING", and how many bytes wide it is. */
export interface Place {
	readonly name: string;
	readonly address: number;
	readonly width: Field['width'];
}

const TABLES: readonly Table[] = kernelTables();
/** Tables inside process blocks, and those that stand for themselves. */
const INNER = TABLES.filter(({ name }) => name === 'MAPPING' || name === 'CAPABILITY');
const OUTER = TABLES.filter((table) => !INNER.includes(table));

function within({ base, stride, count }: Table, address: number): boolean {
	return address >= base && address < base + stride * count;
}

/** The field of `table` that `address` lies in; the table may be `shift` bytes further on than its base says. */
function fieldAt(table: Table, address: number, shift: number, row: string): Place {
	const inside = address - table.base - shift;
	const index = Math.floor(inside / table.stride);
	const offset = inside - index * table.stride;
	const field = table.fields.findLast((candidate) => candidate.offset <= offset);
	const known = field !== undefined && offset < field.offset + field.width;
	const start = known ? field.offset : offset & ~3;
	const name = known ? field.name : `byte ${start}`;
	const place = table.base + shift + index * table.stride + start;
	return { name: `${row}${table.name} ${index} ${name}`, address: place, width: known ? field.width : 4 };
}

/** A place in a process's block: a capability, a mapping or an entry of its first-level table. */
function inBlock(address: number): Place {
	const holder = Math.floor((address - layout.BLOCK_BASE) / layout.BLOCK_STRIDE);
	const shift = holder * layout.BLOCK_STRIDE;
	const inner = INNER.find((table) => within(table, address - shift));
	if (inner !== undefined) return fieldAt(inner, address, shift, `PROCESS ${holder} `);
	const entry = (address - layout.BLOCK_BASE - shift) >>> 3;
	return { name: `PROCESS ${holder} first-level descriptor ${entry}`, address: address & ~7, width: 8 };
}

/** A place in a region's page tables. */
function inTables(address: number): Place {
	const offset = address - layout.TABLES_BASE;
	const row = Math.floor(offset / layout.TABLES_STRIDE);
	const inside = offset - row * layout.TABLES_STRIDE;
	const name = `REGION ${row} page table ${inside >>> 12} entry ${(inside & 4095) >>> 3}`;
	return { name, address: address & ~7, width: 8 };
}

/** The place that `address` belongs to. */
export function placeAt(address: number): Place {
	if (address >= layout.TABLES_BASE) return inTables(address);
	if (address >= layout.BLOCK_BASE) return inBlock(address);
	const table = OUTER.find((candidate) => within(candidate, address));
	if (table === undefined) return { name: `address ${address}`, address: address & ~3, width: 4 };
	return fieldAt(table, address, 0, '');
}
