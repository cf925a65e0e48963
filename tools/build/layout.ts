/** The kernel's tables as data, read from the constants of kernel/layout.ts by their naming convention; emitted as build/layout.json. */
import * as constants from '../../kernel/layout.ts';

export interface Field {
	readonly name: string;
	/** Byte offset in the row, and width in bytes. */
	readonly offset: number;
	readonly width: 1 | 4 | 8;
}

export interface Table {
	readonly name: string;
	/** First byte in the kernel's memory, bytes a row, rows. */
	readonly base: number;
	readonly stride: number;
	readonly count: number;
	readonly fields: readonly Field[];
}

const VALUES: ReadonlyMap<string, number> = new Map(Object.entries(constants));
/** Prefixes whose constants are limits or enumerations of that table, not fields. */
const NOT_FIELDS: ReadonlySet<string> = new Set([
	'GRANT_DEPTH',
	'PROCESS_BLOCK_PAGES',
	'REGION_PAGES_MOST',
	'REGION_STEP',
	'BLOCK_MAPPINGS',
	'BLOCK_MACHINE',
	'BLOCK_SLOTS',
]);
/** Rows that lie inside a process block: base within the block, bytes a row, rows. */
const INNER: readonly (readonly [string, number, number, number])[] = [
	['MAPPING', constants.BLOCK_MAPPINGS, constants.MAPPING_STRIDE, constants.MAPPING_COUNT],
	['CAPABILITY', constants.BLOCK_SLOTS, constants.CAPABILITY_STRIDE, constants.SLOTS_MOST],
];

function fieldsOf(table: string, stride: number): Field[] {
	return [...VALUES]
		.filter(([name, offset]) => name.startsWith(`${table}_`) && offset < stride && !NOT_FIELDS.has(name))
		.filter(([name]) => ![`${table}_BASE`, `${table}_STRIDE`, `${table}_COUNT`].includes(name))
		.map(([name, offset]) => ({ name: name.slice(table.length + 1), offset, width: widthOf(name) }))
		.sort((left, right) => left.offset - right.offset);
}

function widthOf(name: string): Field['width'] {
	if (name.endsWith('_64')) return 8;
	return name.endsWith('_8') ? 1 : 4;
}

/** Every table with its fields. Tables inside process blocks are given with their place in block 0. */
export function kernelTables(): Table[] {
	const outer = [...VALUES]
		.filter(([name]) => name.endsWith('_BASE'))
		.map(([name, base]) => ({ name: name.slice(0, -'_BASE'.length), base }))
		.map(({ name, base }) => ({
			name,
			base,
			stride: VALUES.get(`${name}_STRIDE`) ?? 0,
			count: VALUES.get(`${name}_COUNT`) ?? 0,
		}));
	const inner = INNER.map(([name, offset, stride, count]) => ({
		name,
		base: constants.BLOCK_BASE + offset,
		stride,
		count,
	}));
	return [...outer, ...inner].map((table) => ({ ...table, fields: fieldsOf(table.name, table.stride) }));
}

/** Text of build/layout.json. */
export function layoutJson(): string {
	return `${JSON.stringify({ constants: Object.fromEntries(VALUES), tables: kernelTables() }, null, '\t')}\n`;
}
