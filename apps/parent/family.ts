/** How an account is split off for a child, and taken back with everything that the child made of it. */
import { RESOURCE_CPU, RESOURCE_REGION_ROW, RESOURCE_SLOTS } from '../../abi/rights.ts';
import { create, destroy, give } from '../../sdk/account.ts';
import { remove } from '../../sdk/capability.ts';
import { destroy as destroyRegion, mergeExtents, splitExtent } from '../../sdk/region.ts';
import { FAMILY_EXTENT, ROWS_EACH } from './rows.ts';

export const SLOT_FAMILY: i32 = 3;
const CEILING: i32 = 100;
const SLOTS_EACH: i32 = 16;
const CPU_EACH: i32 = 500;

/** Makes account `row` (into slot `purse`) with `pages` pages in `extent` and ROWS_EACH rows from `first`. 0 or the first error. */
export function split(row: i32, purse: i32, extent: i32, first: i32, pages: i32): i32 {
	let status = create(SLOT_FAMILY, row, purse, CEILING);
	if (status === 0) status = give(SLOT_FAMILY, purse, RESOURCE_SLOTS, SLOTS_EACH);
	if (status === 0) status = give(SLOT_FAMILY, purse, RESOURCE_CPU, CPU_EACH);
	if (status === 0) status = splitExtent(SLOT_FAMILY, FAMILY_EXTENT, extent, pages);
	if (status === 0) status = give(SLOT_FAMILY, purse, RESOURCE_REGION_ROW, extent);
	for (let index: u32 = 0; index < ROWS_EACH && status === 0; index++) {
		status = give(SLOT_FAMILY, purse, RESOURCE_REGION_ROW, first + index);
	}
	return status;
}

/** Undoes `split`, whatever the child did: `made` regions are in the rows from `first`. 0 or the first error. */
export function takeBack(row: i32, purse: i32, extent: i32, first: i32, made: i32): i32 {
	let status: i32 = 0;
	// Each region was cut off the end of the extent, so the last one is its neighbour.
	for (let index = made - 1; index >= 0 && status === 0; index--) {
		status = destroyRegion(purse, first + index);
		if (status === 0) status = mergeExtents(purse, extent, first + index);
	}
	for (let index: u32 = 0; index < ROWS_EACH && status === 0; index++) {
		status = give(purse, SLOT_FAMILY, RESOURCE_REGION_ROW, first + index);
	}
	if (status === 0) status = give(purse, SLOT_FAMILY, RESOURCE_REGION_ROW, extent);
	if (status === 0) status = mergeExtents(SLOT_FAMILY, FAMILY_EXTENT, extent);
	if (status === 0) status = destroy(SLOT_FAMILY, row);
	remove(purse);
	return status;
}
