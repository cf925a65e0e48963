/** Makes processes of its own kind, which start breeding in turn; and leaves them behind. */
import {
	CONFIGURE_BUDGET,
	CONFIGURE_PRIORITY,
	EXTENT_SPLIT,
	PROCESS_CONFIGURE,
	PROCESS_CREATE,
	PROCESS_START,
	REGION_CREATE,
	REGION_MAP,
	REGION_PREPARE,
} from '../../../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_NATIVE, MEMORY_OWN } from '../../../../abi/component.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../../../abi/rights.ts';
import { system } from '../../../../sdk/kernel.ts';
import { ACCOUNT, FREE_SLOT, IMAGE, ROW_EXTENT, ROW_SPARE_PROCESSES, SPARE_PROCESSES } from '../authority.ts';

const BLOCK_PAGES: i32 = 4;
const MEMORY_PAGES: i32 = 16;
const READ_WRITE: i32 = RIGHT_READ | RIGHT_WRITE;
const EACH: i32 = 3;

function region(row: i32, slot: i32, process: i32, memory: i32): void {
	system(REGION_CREATE, ACCOUNT, ROW_EXTENT, row, MEMORY_PAGES, slot, 0);
	system(REGION_PREPARE, ACCOUNT, row, 0, 0, 0, 0);
	system(REGION_MAP, process, slot, memory, READ_WRITE, 0, 0);
}

function breed(child: i32): void {
	const rows = ROW_EXTENT + 1 + child * EACH;
	const process = FREE_SLOT + child * EACH;
	system(EXTENT_SPLIT, ACCOUNT, ROW_EXTENT, rows, BLOCK_PAGES, 0, 0);
	system(PROCESS_CREATE, ACCOUNT, ROW_SPARE_PROCESSES + child, rows, 8, process, 0);
	region(rows + 1, process + 1, process, MEMORY_OWN);
	region(rows + 2, process + 2, process, MEMORY_NATIVE);
	system(REGION_MAP, process, IMAGE, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE, 0, 0);
	system(PROCESS_CONFIGURE, process, CONFIGURE_PRIORITY, 65, 0, 0, 0);
	system(PROCESS_CONFIGURE, process, CONFIGURE_BUDGET, 10_000, 1_000_000, 0, 0);
	system(PROCESS_START, process, 0, 0, 0, 0, 0);
}

export function init(): void {
	for (let child = 0; child < SPARE_PROCESSES; child++) breed(child);
}
