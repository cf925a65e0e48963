/** Regions and extents: disjoint pieces of RAM, each with an owner; device memory never RAM. */
import { STATE_FREE } from '../../../abi/calls.ts';
import {
	ACCOUNT_COUNT,
	EXTENT_PROCESS,
	EXTENT_REGION,
	EXTENT_UNUSED,
	GENERATION_LAST,
	GLOBAL_RAM_END,
	GLOBAL_RAM_FIRST,
	LABELS,
	MEMORY_DEVICE,
	MEMORY_IMAGE,
	PROCESS_BLOCK_PAGES,
	PROCESS_COUNT,
	REGION_PAGES_MOST,
	REGION_STEP,
} from '../../../kernel/layout.ts';
import { account, global, process, region } from '../state.ts';

const LIVE: u32 = 1;
const TABLE_ENTRIES: u32 = 512;
const DEVICE_PAGES_MOST: u32 = 16;
const STEPS_MOST: u32 = REGION_PAGES_MOST / REGION_STEP;

export function regionZeroIsUnused(): bool {
	return (region(0).state | region(0).generation | region(0).owner) === 0;
}

export function regionStateKnown(row: u32): bool {
	return region(row).state <= EXTENT_PROCESS;
}

/** A region can still be destroyed, which takes one more. */
export function regionGenerationInRange(row: u32): bool {
	const ahead: u32 = region(row).state === EXTENT_REGION ? 1 : 0;
	return region(row).generation <= GENERATION_LAST - ahead;
}

export function regionOwnerLives(row: u32): bool {
	return region(row).owner < ACCOUNT_COUNT && account(region(row).owner).state === LIVE;
}

export function unusedRegionHasNoMemory(row: u32): bool {
	return region(row).state !== EXTENT_UNUSED || (region(row).page | region(row).pages) === 0;
}

export function usedRegionHasMemory(row: u32): bool {
	return region(row).state === EXTENT_UNUSED || region(row).pages !== 0;
}

export function onlyRegionsHaveTables(row: u32): bool {
	if (region(row).state === EXTENT_REGION) return true;
	return (region(row).prepared | region(row).tables | region(row).tablePages) === 0;
}

export function onlyRegionsHaveKinds(row: u32): bool {
	return region(row).state === EXTENT_REGION || (region(row).kind | region(row).label) === 0;
}

export function onlyProcessBlocksNameProcesses(row: u32): bool {
	return region(row).state === EXTENT_PROCESS || region(row).process === 0;
}

export function processBlockHasItsPages(row: u32): bool {
	return region(row).state !== EXTENT_PROCESS || region(row).pages === PROCESS_BLOCK_PAGES;
}

export function processBlockBelongsToProcess(row: u32): bool {
	if (region(row).state !== EXTENT_PROCESS) return true;
	const holder = region(row).process;
	if (holder === 0 || holder >= PROCESS_COUNT) return false;
	return process(holder).extent === row && process(holder).state !== STATE_FREE;
}

export function regionPagesInRange(row: u32): bool {
	if (region(row).state !== EXTENT_REGION) return true;
	const most = region(row).kind === MEMORY_DEVICE ? DEVICE_PAGES_MOST : REGION_PAGES_MOST;
	return region(row).pages <= most;
}

export function regionKindKnown(row: u32): bool {
	return region(row).kind <= MEMORY_IMAGE;
}

export function regionLabelInRange(row: u32): bool {
	return region(row).label < LABELS;
}

export function regionHasItsTablePages(row: u32): bool {
	if (region(row).state !== EXTENT_REGION) return true;
	return region(row).tablePages === 1 + (region(row).pages + TABLE_ENTRIES - 1) / TABLE_ENTRIES;
}

/** The last step may be of fewer pages. */
export function regionPreparedAtMostWhole(row: u32): bool {
	if (region(row).state !== EXTENT_REGION) return true;
	const prepared = region(row).prepared;
	return prepared <= STEPS_MOST && prepared * REGION_STEP < region(row).pages + REGION_STEP;
}

// ---- physical memory ----

/** Does [first, first + count) end before the last page number? */
function fits(first: u32, count: u32): bool {
	return first + count >= first;
}

export function regionPagesEnd(row: u32): bool {
	return fits(region(row).page, region(row).pages);
}

export function regionTablesEnd(row: u32): bool {
	return fits(region(row).tables, region(row).tablePages);
}

/** Is [first, first + count) RAM, if it is anything? */
function isRam(first: u32, count: u32): bool {
	return count === 0 || (first >= global(GLOBAL_RAM_FIRST) && first + count <= global(GLOBAL_RAM_END));
}

export function normalMemoryIsRam(row: u32): bool {
	return region(row).kind === MEMORY_DEVICE || isRam(region(row).page, region(row).pages);
}

export function pageTablesAreRam(row: u32): bool {
	return isRam(region(row).tables, region(row).tablePages);
}

export function deviceMemoryIsNotRam(row: u32): bool {
	if (region(row).kind !== MEMORY_DEVICE) return true;
	const end = region(row).page + region(row).pages;
	return region(row).page >= global(GLOBAL_RAM_END) || end <= global(GLOBAL_RAM_FIRST);
}

/** Have [first, first + count) and [other, other + otherCount) no page in common? */
function disjoint(first: u32, count: u32, other: u32, otherCount: u32): bool {
	return count === 0 || otherCount === 0 || first + count <= other || other + otherCount <= first;
}

/** Pages of RAM that the row has, its tables left out of account. */
function ownPages(row: u32): u32 {
	return region(row).kind === MEMORY_DEVICE ? 0 : region(row).pages;
}

export function regionsAreDisjoint(row: u32, other: u32): bool {
	return row === other || disjoint(region(row).page, ownPages(row), region(other).page, ownPages(other));
}

export function tablesAreDisjoint(row: u32, other: u32): bool {
	const count = region(other).tablePages;
	return row === other || disjoint(region(row).tables, region(row).tablePages, region(other).tables, count);
}

/** No process can have the page tables of any region mapped, its own included. */
export function tablesAreInNoRegion(row: u32, other: u32): bool {
	return disjoint(region(row).page, ownPages(row), region(other).tables, region(other).tablePages);
}
