/** Uses up its account: memory in the smallest pieces, accounts in accounts, rows, capability slots. It never gives anything back. */
import {
	ACCOUNT_CREATE,
	ACCOUNT_GIVE,
	EXTENT_SPLIT,
	PROCESS_CREATE,
	REGION_CREATE,
	REGION_PREPARE,
} from '../../../../abi/calls.ts';
import {
	RESOURCE_ACCOUNT_ROW,
	RESOURCE_CPU,
	RESOURCE_GRANT_ROW,
	RESOURCE_REGION_ROW,
	RESOURCE_SLOTS,
} from '../../../../abi/rights.ts';
import { system } from '../../../../sdk/kernel.ts';
import {
	ACCOUNT,
	FREE_SLOT,
	REGION_ROWS,
	ROW_CHILD_ACCOUNTS,
	ROW_EXTENT,
	ROW_GRANTS,
	ROW_SPARE_PROCESSES,
} from '../authority.ts';

const CHILD: i32 = FREE_SLOT;
const GRANDCHILD: i32 = FREE_SLOT + 1;
const PROCESS: i32 = FREE_SLOT + 2;
const REGIONS: i32 = FREE_SLOT + 3;
const BLOCK_PAGES: i32 = 4;

function give(from: i32, to: i32, resource: i32, value: i32): void {
	system(ACCOUNT_GIVE, from, to, resource, value, 0, 0);
}

/** Hides what it has in accounts of its own. */
function hide(): void {
	system(ACCOUNT_CREATE, ACCOUNT, ROW_CHILD_ACCOUNTS, CHILD, 60, 0, 0);
	give(ACCOUNT, CHILD, RESOURCE_ACCOUNT_ROW, ROW_CHILD_ACCOUNTS + 1);
	system(ACCOUNT_CREATE, CHILD, ROW_CHILD_ACCOUNTS + 1, GRANDCHILD, 60, 0, 0);
	for (let grant = 0; grant < 8; grant++) give(ACCOUNT, CHILD, RESOURCE_GRANT_ROW, ROW_GRANTS + grant);
	for (let amount = 4096; amount > 0; amount >>= 1) give(ACCOUNT, GRANDCHILD, RESOURCE_CPU, amount);
	for (let amount = 64; amount > 0; amount >>= 1) give(ACCOUNT, GRANDCHILD, RESOURCE_SLOTS, amount);
}

export function init(): void {
	system(EXTENT_SPLIT, ACCOUNT, ROW_EXTENT, ROW_EXTENT + 1, BLOCK_PAGES, 0, 0);
	system(PROCESS_CREATE, ACCOUNT, ROW_SPARE_PROCESSES, ROW_EXTENT + 1, 8, PROCESS, 0);
	hide();
	for (let row = 2; row < REGION_ROWS; row++) {
		system(EXTENT_SPLIT, ACCOUNT, ROW_EXTENT, ROW_EXTENT + row, 1, 0, 0);
		system(REGION_CREATE, ACCOUNT, ROW_EXTENT, ROW_EXTENT + row, 1, REGIONS + row, 0);
		system(REGION_PREPARE, ACCOUNT, ROW_EXTENT + row, 0, 0, 0, 0);
		if ((row & 1) !== 0) give(ACCOUNT, GRANDCHILD, RESOURCE_REGION_ROW, ROW_EXTENT + row);
	}
	for (;;) give(ACCOUNT, CHILD, RESOURCE_SLOTS, 1);
}
