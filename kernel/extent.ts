/** Extents: free physical memory, cut and joined by those who own it. Which extent fits is their business, not the kernel's. */
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK, RETIRED } from '../abi/errors.ts';
import { KIND_ACCOUNT, RIGHT_SPEND } from '../abi/rights.ts';
import { find, lacks } from './capability.ts';
import { EXTENT_FREE, EXTENT_UNUSED, GENERATION_LAST, REGION_COUNT } from './layout.ts';
import { capability, region } from './table.ts';

/** Is `row` a free extent of `owner`? */
export function isFree(owner: u32, row: u32): bool {
	if (row === 0 || row >= REGION_COUNT || region(row).owner !== owner) return false;
	return region(row).state === EXTENT_FREE;
}

/** Can `owner` use `row` for something new? */
function checkUnused(owner: u32, row: u32): i32 {
	if (row === 0 || row >= REGION_COUNT || region(row).owner !== owner) return NOT_AVAILABLE;
	if (region(row).state !== EXTENT_UNUSED) return NOT_AVAILABLE;
	return region(row).generation >= GENERATION_LAST ? RETIRED : OK;
}

/** Takes `pages` off the end of a free extent that has them; returns the first. */
export function cut(extent: u32, pages: u32): u32 {
	const left = region(extent).pages - pages;
	const page = region(extent).page + left;
	region(extent).pages = left;
	if (left !== 0) return page;
	region(extent).state = EXTENT_UNUSED;
	region(extent).page = 0;
	return page;
}

/** The account that `slot` stands for, if the caller may spend from it. Row or error. */
export function spender(caller: u32, slot: u32): i32 {
	const payer = find(caller, slot, KIND_ACCOUNT);
	const error = lacks(payer, RIGHT_SPEND);
	return error !== OK ? error : <i32>capability(payer).object;
}

/** EXTENT_SPLIT(account, extentRow, newRow, pages). */
export function extentSplit(caller: u32, payer: u32, extent: u32, row: u32, pages: u32): i32 {
	const owner = spender(caller, payer);
	if (owner < 0) return owner;
	if (!isFree(owner, extent)) return NOT_AVAILABLE;
	const error = checkUnused(owner, row);
	if (error !== OK) return error;
	if (pages === 0 || pages >= region(extent).pages) return INVALID_ARGUMENT;
	// ---- commit ----
	region(row).page = cut(extent, pages);
	region(row).pages = pages;
	region(row).state = EXTENT_FREE;
	return OK;
}

/** EXTENT_MERGE(account, lowRow, highRow). */
export function extentMerge(caller: u32, payer: u32, low: u32, high: u32): i32 {
	const owner = spender(caller, payer);
	if (owner < 0) return owner;
	if (!isFree(owner, low) || !isFree(owner, high) || low === high) return NOT_AVAILABLE;
	if (region(low).page + region(low).pages !== region(high).page) return INVALID_ARGUMENT;
	// ---- commit ----
	region(low).pages += region(high).pages;
	region(high).state = EXTENT_UNUSED;
	region(high).page = 0;
	region(high).pages = 0;
	return OK;
}

/** A free extent to cut from and an unused row for the piece. */
export function checkPieces(owner: u32, extent: u32, row: u32): i32 {
	return isFree(owner, extent) ? checkUnused(owner, row) : NOT_AVAILABLE;
}
