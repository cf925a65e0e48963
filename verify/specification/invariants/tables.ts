/**
 * Page tables, entry by entry (Arm ARM D8.3, D8.4): what the hardware lets a process touch is what the rows say. The descriptors are written out
 * here again, so that they do not change with the kernel's.
 */
import { RIGHT_EXECUTE, RIGHT_WRITE } from '../../../abi/rights.ts';
import {
	BLOCK_BASE,
	BLOCK_COUNT,
	BLOCK_L1_64,
	BLOCK_STRIDE,
	EXTENT_REGION,
	MAPPING_COUNT,
	MEMORY_DEVICE,
	MEMORY_IMAGE,
	REGION_STEP,
} from '../../../kernel/layout.ts';
import { mapping, region, tableEntry, window } from '../state.ts';

const TABLE_ENTRIES: u32 = 512;
const PAGE_BITS: u64 = 12;
/** Valid: a table at levels 1 and 2, a page at level 3. */
const DESCRIPTOR: u64 = 3;
/** PXNTable, UXNTable and APTable[1]: nothing below is executable at EL1, at EL0, writable. */
const TABLE_PRIVILEGED_EXECUTE_NEVER: u64 = 1 << 59;
const TABLE_EXECUTE_NEVER: u64 = 1 << 60;
const TABLE_READ_ONLY: u64 = 1 << 62;
/** Bits 47..12 of a descriptor are the address of the next table. */
const ADDRESS: u64 = 0x0000fffffffff000;
/** For EL0, inner shareable, accessed, not global, never executable at EL1. */
const PAGE: u64 = DESCRIPTOR | (1 << 6) | (3 << 8) | (1 << 10) | (1 << 11) | (1 << 53);
const DEVICE: u64 = 1 << 2;
const READ_ONLY: u64 = 1 << 7;
const EXECUTE_NEVER: u64 = 1 << 54;
/** A window is 8 GiB, an entry of the first level covers 1 GiB; window 0 is nobody's. */
const ENTRIES_OF_WINDOW: u32 = 8;

/** Pages of the region that its tables must show. */
function preparedPages(row: u32): u32 {
	if (region(row).state !== EXTENT_REGION) return 0;
	return min<u32>(region(row).pages, region(row).prepared * REGION_STEP);
}

/** W xor X: an image is executable and read-only, everything else is never executable. */
function attributes(kind: u32): u64 {
	if (kind === MEMORY_IMAGE) return PAGE | READ_ONLY;
	return kind === MEMORY_DEVICE ? PAGE | EXECUTE_NEVER | DEVICE : PAGE | EXECUTE_NEVER;
}

/** Level 2: an entry for each level-3 table with prepared pages. */
export function secondLevelShowsTables(row: u32, entry: u32): bool {
	if (entry >= (preparedPages(row) + TABLE_ENTRIES - 1) / TABLE_ENTRIES) return tableEntry(row, 0, entry) === 0;
	return tableEntry(row, 0, entry) === (((<u64>(region(row).tables + 1 + entry)) << PAGE_BITS) | DESCRIPTOR);
}

/** Level 3: an entry for each prepared page. Table 0 is the one of level 2. */
export function thirdLevelShowsPages(row: u32, table: u32, entry: u32): bool {
	if (table === 0) return true;
	const page = (table - 1) * TABLE_ENTRIES + entry;
	if (page >= preparedPages(row)) return tableEntry(row, table, entry) === 0;
	return (
		tableEntry(row, table, entry) === (((<u64>(region(row).page + page)) << PAGE_BITS) | attributes(region(row).kind))
	);
}

/** What the rights of a mapping take away from everything below its first-level descriptor. */
function hierarchical(rights: u32): u64 {
	const readOnly: u64 = (rights & RIGHT_WRITE) === 0 ? TABLE_READ_ONLY : 0;
	const executeNever: u64 = (rights & RIGHT_EXECUTE) === 0 ? TABLE_EXECUTE_NEVER : 0;
	return DESCRIPTOR | TABLE_PRIVILEGED_EXECUTE_NEVER | readOnly | executeNever;
}

export function noWindowWithoutMapping(holder: u32, memory: u32): bool {
	return mapping(holder, memory).rights !== 0 || window(holder, memory) === 0;
}

/** Of every mapping, a dead one included: the hardware never allows more than was given. */
export function windowHasTheRightsOfMapping(holder: u32, memory: u32): bool {
	const rights = mapping(holder, memory).rights;
	return rights === 0 || (window(holder, memory) & ~ADDRESS) === hierarchical(rights);
}

export function windowShowsTheRegion(holder: u32, memory: u32): bool {
	const row = mapping(holder, memory).region;
	if (mapping(holder, memory).rights === 0 || mapping(holder, memory).generation !== region(row).generation)
		return true;
	return (window(holder, memory) & ADDRESS) === (<u64>region(row).tables) << PAGE_BITS;
}

/** First-level descriptor `entry` of a process. */
function firstLevel(holder: u32, entry: u32): u64 {
	return load<u64>(
		BLOCK_BASE + (holder & (BLOCK_COUNT - 1)) * BLOCK_STRIDE + (entry & (TABLE_ENTRIES - 1)) * 8,
		BLOCK_L1_64,
	);
}

export function nothingBetweenWindows(holder: u32, entry: u32): bool {
	const number = entry / ENTRIES_OF_WINDOW;
	const isWindow = entry % ENTRIES_OF_WINDOW === 0 && number >= 1 && number <= MAPPING_COUNT;
	return isWindow || firstLevel(holder, entry) === 0;
}
