/** Extents, from the chapter "Memory" of docs/reference/01-kernel.md: free memory, cut and joined by those who own it. */
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK } from '../../abi/errors.ts';
import { KIND_ACCOUNT, RIGHT_SPEND } from '../../abi/rights.ts';
import { EXTENT_FREE, EXTENT_UNUSED, REGION_COUNT } from '../../kernel/layout.ts';
import { find, isRow, must, needs, notRetired, objectOf } from './conventions.ts';
import { region } from './state.ts';

/** A free extent of the account. */
export function isFreeExtent(row: u32, owner: u32): bool {
	return isRow(row, REGION_COUNT) && region(row).owner === owner && region(row).state === EXTENT_FREE;
}

/** An unused row of the account. */
function isUnused(row: u32, owner: u32): bool {
	return isRow(row, REGION_COUNT) && region(row).owner === owner && region(row).state === EXTENT_UNUSED;
}

/** Free extent and unused row of the account, else NOT_AVAILABLE; the row not RETIRED. */
export function pieces(owner: u32, extent: u32, row: u32): i32 {
	return must(isFreeExtent(extent, owner) && isUnused(row, owner), NOT_AVAILABLE) || notRetired(region(row).generation);
}

/** Takes `pages` off the end of a free extent; the first of them. An extent that has no more pages is an unused row. */
export function cut(extent: u32, pages: u32): u32 {
	const kept = region(extent).pages - pages;
	const page = region(extent).page + kept;
	region(extent).pages = kept;
	if (kept === 0) {
		region(extent).state = EXTENT_UNUSED;
		region(extent).page = 0;
	}
	return page;
}

/**
 * EXTENT_SPLIT(account, extentRow, newRow, pages): find(account), needs SPEND; free extent of it; unused row of it, not RETIRED;
 * 0 < pages < size else INVALID_ARGUMENT. newRow is the last `pages`.
 */
export function extentSplit(caller: u32, payer: u32, extent: u32, row: u32, pages: u32): i32 {
	const error =
		find(caller, payer, KIND_ACCOUNT) ||
		needs(caller, payer, RIGHT_SPEND) ||
		pieces(objectOf(caller, payer), extent, row) ||
		must(pages > 0 && pages < region(extent).pages, INVALID_ARGUMENT);
	if (error !== OK) return error;
	region(row).page = cut(extent, pages);
	region(row).pages = pages;
	region(row).state = EXTENT_FREE;
	return OK;
}

/**
 * EXTENT_MERGE(account, low, high): find(account), needs SPEND; two free extents of it; adjacent else INVALID_ARGUMENT. One extent.
 */
export function extentMerge(caller: u32, payer: u32, low: u32, high: u32): i32 {
	const owner = objectOf(caller, payer);
	const error =
		find(caller, payer, KIND_ACCOUNT) ||
		needs(caller, payer, RIGHT_SPEND) ||
		must(isFreeExtent(low, owner) && isFreeExtent(high, owner) && low !== high, NOT_AVAILABLE) ||
		must(region(low).page + region(low).pages === region(high).page, INVALID_ARGUMENT);
	if (error !== OK) return error;
	region(low).pages += region(high).pages;
	region(high).state = EXTENT_UNUSED;
	region(high).page = 0;
	region(high).pages = 0;
	return OK;
}
