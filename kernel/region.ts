/** Regions: physical memory that processes can map. A region is cut off an extent together with its page tables. */
import { READ_REGION_KIND, READ_REGION_LABEL, READ_REGION_PAGE, READ_REGION_PAGES } from '../abi/calls.ts';
import {
	FORBIDDEN_FLOW,
	INVALID_ARGUMENT,
	NOT_AVAILABLE,
	OK,
	QUOTA_EXCEEDED,
	RETIRED,
	WRONG_STATE,
} from '../abi/errors.ts';
import {
	FLOW_WRITE,
	KIND_CONTROL,
	KIND_REGION,
	RIGHT_ADDRESS,
	RIGHT_COPY,
	RIGHT_DEVICE,
	RIGHT_LABEL,
	RIGHT_READ,
	RIGHT_TRANSFER,
	RIGHT_WRITE,
} from '../abi/rights.ts';
import { checkEmpty, find, lacks, put } from './capability.ts';
import { checkPieces, cut, spender } from './extent.ts';
import { flows, memoryOperations, nextEpoch } from './flow.ts';
import {
	EXTENT_FREE,
	EXTENT_REGION,
	GENERATION_LAST,
	GLOBAL_RAM_END,
	GLOBAL_RAM_FIRST,
	LABELS,
	MEMORY_DEVICE,
	MEMORY_IMAGE,
	MEMORY_NORMAL,
	REGION_COUNT,
	REGION_PAGES_MOST,
	REGION_STEP,
	TABLES_BASE,
	TABLES_STRIDE,
} from './layout.ts';
import * as machine from './machine.ts';
import { account, capability, global, process, region, setTable } from './table.ts';

const RIGHTS_NORMAL: u32 = RIGHT_COPY | RIGHT_TRANSFER | RIGHT_READ | RIGHT_WRITE | RIGHT_ADDRESS;
const DEVICE_PAGES_MOST: u32 = 16;
/** One more than the highest number of a physical page: REGION_READ gives it as a result, which must not look like an error. */
const PAGES_END: u32 = 0x80000000;
const L3_ENTRIES: u32 = 512;

// Level 3 descriptors (Arm ARM D8.3): page, AF, inner shareable, EL0 accessible, not global, never executable at EL1.
const PAGE: u64 = 3;
const PAGE_USER: u64 = 1 << 6;
const PAGE_READ_ONLY: u64 = 1 << 7;
const PAGE_SHAREABLE: u64 = 3 << 8;
const PAGE_ACCESSED: u64 = 1 << 10;
const PAGE_NOT_GLOBAL: u64 = 1 << 11;
const PAGE_NO_PRIVILEGED_EXECUTE: u64 = (<u64>1) << 53;
const PAGE_NO_EXECUTE: u64 = (<u64>1) << 54;
const PAGE_DEVICE: u64 = 1 << 2;
const PAGE_COMMON: u64 =
	PAGE | PAGE_USER | PAGE_SHAREABLE | PAGE_ACCESSED | PAGE_NOT_GLOBAL | PAGE_NO_PRIVILEGED_EXECUTE;

/** W xor X: an image is executable and read-only, everything else is never executable. */
function pageAttributes(kind: u32): u64 {
	if (kind === MEMORY_IMAGE) return PAGE_COMMON | PAGE_READ_ONLY;
	return kind === MEMORY_DEVICE ? PAGE_COMMON | PAGE_NO_EXECUTE | PAGE_DEVICE : PAGE_COMMON | PAGE_NO_EXECUTE;
}

/** Pages of tables that a region of `pages` needs: one L2 table, and an L3 table for each 2 MiB. */
export function tablePages(pages: u32): u32 {
	return 1 + (pages + L3_ENTRIES - 1) / L3_ENTRIES;
}

/** Fills the row of a new region and backs its page tables. */
export function buildRegion(row: u32, page: u32, pages: u32, tables: u32, kind: u32, label: u32): void {
	region(row).state = EXTENT_REGION;
	region(row).page = page;
	region(row).pages = pages;
	region(row).prepared = 0;
	region(row).tables = tables;
	region(row).tablePages = tablePages(pages);
	region(row).kind = kind;
	region(row).label = label;
	machine.back(TABLES_BASE + row * TABLES_STRIDE, tables, tablePages(pages));
}

/** May the caller hold a fresh capability to memory of that label? */
function mayUse(caller: u32, label: u32): bool {
	return flows(process(caller).label, label, memoryOperations(RIGHTS_NORMAL));
}

/** REGION_CREATE(account, extentRow, newRow, pages, destination). */
export function regionCreate(caller: u32, payer: u32, extent: u32, row: u32, pages: u32, destination: u32): i32 {
	const owner = spender(caller, payer);
	if (owner < 0) return owner;
	let error = checkPieces(owner, extent, row);
	if (error !== OK) return error;
	if (pages === 0 || pages > REGION_PAGES_MOST) return INVALID_ARGUMENT;
	if (region(extent).pages < pages + tablePages(pages)) return QUOTA_EXCEEDED;
	error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	if (!mayUse(caller, process(caller).label)) return FORBIDDEN_FLOW;
	// ---- commit ----
	const page = cut(extent, pages + tablePages(pages));
	buildRegion(row, page, pages, page + pages, MEMORY_NORMAL, process(caller).label);
	put(caller, destination, KIND_REGION, row, region(row).generation, RIGHTS_NORMAL, 0);
	return OK;
}

/** REGION_DEVICE(control, account, extentRow, newRow, physicalPage, destination | pages << 16): never RAM. */
export function regionDevice(
	caller: u32,
	control: u32,
	payer: u32,
	extent: u32,
	row: u32,
	page: u32,
	packed: u32,
): i32 {
	let error = lacks(find(caller, control, KIND_CONTROL), RIGHT_DEVICE);
	if (error !== OK) return error;
	const owner = spender(caller, payer);
	if (owner < 0) return owner;
	error = checkPieces(owner, extent, row);
	if (error !== OK) return error;
	const pages = packed >> 16;
	const destination = packed & 0xffff;
	if (pages === 0 || pages > DEVICE_PAGES_MOST || page > PAGES_END - pages) return INVALID_ARGUMENT;
	if (page < global(GLOBAL_RAM_END) && page + pages > global(GLOBAL_RAM_FIRST)) return INVALID_ARGUMENT;
	if (region(extent).pages < tablePages(pages)) return QUOTA_EXCEEDED;
	error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	if (!mayUse(caller, process(caller).label)) return FORBIDDEN_FLOW;
	// ---- commit ----
	const tables = cut(extent, tablePages(pages));
	buildRegion(row, page, pages, tables, MEMORY_DEVICE, process(caller).label);
	put(caller, destination, KIND_REGION, row, region(row).generation, RIGHTS_NORMAL, 0);
	return OK;
}

/** Enters pages 16*step.. in the region's tables; what the region's owner may ask for, and boot. */
export function enterPages(row: u32, step: u32): u32 {
	const first = step * REGION_STEP;
	const count = min(REGION_STEP, region(row).pages - first);
	const attributes = pageAttributes(region(row).kind);
	const table = first / L3_ENTRIES;
	const physical = region(row).page + first;
	if (first % L3_ENTRIES === 0) setTable(row, 0, table, ((<u64>(region(row).tables + 1 + table)) << 12) | 3);
	for (let index: u32 = 0; index < REGION_STEP; index++) {
		if (index < count)
			setTable(row, 1 + table, (first % L3_ENTRIES) + index, ((<u64>(physical + index)) << 12) | attributes);
	}
	region(row).prepared = step + 1;
	return count;
}

/** Is `step` the next one of a region that is not complete? */
export function isNextStep(row: u32, step: u32): bool {
	return step === region(row).prepared && step * REGION_STEP < region(row).pages;
}

/** REGION_PREPARE(account, regionRow, step). */
export function regionPrepare(caller: u32, payer: u32, row: u32, step: u32): i32 {
	const owner = spender(caller, payer);
	if (owner < 0) return owner;
	if (!isRegion(owner, row)) return NOT_AVAILABLE;
	if (!isNextStep(row, step)) return INVALID_ARGUMENT;
	// ---- commit ----
	const count = enterPages(row, step);
	const first = step * REGION_STEP;
	if (region(row).kind === MEMORY_NORMAL) machine.clear(row, region(row).page + first, first, count);
	return OK;
}

/** REGION_CLEAR(region, step). */
export function regionClear(caller: u32, slot: u32, step: u32): i32 {
	const source = find(caller, slot, KIND_REGION);
	const error = lacks(source, RIGHT_WRITE);
	if (error !== OK) return error;
	const row = capability(source).object;
	if (!flows(process(caller).label, region(row).label, FLOW_WRITE)) return FORBIDDEN_FLOW;
	if (step >= region(row).prepared || region(row).kind !== MEMORY_NORMAL) return INVALID_ARGUMENT;
	// ---- commit ----
	const first = step * REGION_STEP;
	machine.clear(row, region(row).page + first, first, min(REGION_STEP, region(row).pages - first));
	return OK;
}

function isRegion(owner: u32, row: u32): bool {
	if (row === 0 || row >= REGION_COUNT || region(row).owner !== owner) return false;
	return region(row).state === EXTENT_REGION;
}

/** REGION_REVOKE(account, regionRow, destination). */
export function regionRevoke(caller: u32, payer: u32, row: u32, destination: u32): i32 {
	const owner = spender(caller, payer);
	if (owner < 0) return owner;
	if (!isRegion(owner, row)) return NOT_AVAILABLE;
	if (region(row).kind === MEMORY_IMAGE) return WRONG_STATE;
	if (region(row).generation + 1 >= GENERATION_LAST) return RETIRED;
	const error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	if (!mayUse(caller, region(row).label)) return FORBIDDEN_FLOW;
	// ---- commit ----
	region(row).generation += 1;
	nextEpoch();
	put(caller, destination, KIND_REGION, row, region(row).generation, RIGHTS_NORMAL, 0);
	return OK;
}

/** REGION_DESTROY(account, regionRow): back to a free extent, page tables included; of a device region only the tables were RAM. */
export function regionDestroy(caller: u32, payer: u32, row: u32): i32 {
	const owner = spender(caller, payer);
	if (owner < 0) return owner;
	if (!isRegion(owner, row)) return NOT_AVAILABLE;
	const device = region(row).kind === MEMORY_DEVICE;
	const tables = region(row).tables;
	// Boot regions keep their tables elsewhere; they are never given back.
	if (!device && tables !== region(row).page + region(row).pages) return WRONG_STATE;
	// ---- commit ----
	const count = region(row).tablePages;
	machine.unback(TABLES_BASE + row * TABLES_STRIDE, count);
	region(row).generation += 1;
	region(row).state = EXTENT_FREE;
	if (device) region(row).page = tables;
	region(row).pages = device ? count : region(row).pages + count;
	region(row).prepared = 0;
	region(row).tables = 0;
	region(row).tablePages = 0;
	region(row).kind = MEMORY_NORMAL;
	region(row).label = 0;
	nextEpoch();
	return OK;
}

/** Pages of RAM that the row stands for in its owner's books. */
export function pagesOf(row: u32): u32 {
	const own = region(row).kind === MEMORY_DEVICE ? 0 : region(row).pages;
	return own + region(row).tablePages;
}

/** REGION_HAND_ON(fromAccount, regionRow, toAccount). */
export function regionHandOn(caller: u32, from: u32, row: u32, to: u32): i32 {
	const giver = spender(caller, from);
	if (giver < 0) return giver;
	const taker = spender(caller, to);
	if (taker < 0) return taker;
	if (!isRegion(giver, row)) return NOT_AVAILABLE;
	// ---- commit ----
	moveRegionRow(giver, taker, row);
	return OK;
}

/** Moves a row with its memory from one account's books to another's. */
export function moveRegionRow(giver: u32, taker: u32, row: u32): void {
	const pages = pagesOf(row);
	account(giver).pages -= pages;
	account(taker).pages += pages;
	account(giver).regionRows -= 1;
	account(taker).regionRows += 1;
	region(row).owner = taker;
}

/** REGION_READ(region, what). */
export function regionRead(caller: u32, slot: u32, what: u32): i32 {
	const source = find(caller, slot, KIND_REGION);
	const error = lacks(source, what === READ_REGION_PAGE ? RIGHT_ADDRESS : 0);
	if (error !== OK) return error;
	const row = capability(source).object;
	if (what === READ_REGION_PAGE) return <i32>region(row).page;
	if (what === READ_REGION_PAGES) return region(row).pages;
	if (what === READ_REGION_KIND) return region(row).kind;
	return what === READ_REGION_LABEL ? <i32>region(row).label : INVALID_ARGUMENT;
}

/** REGION_LABEL(control, account, regionRow, label): mappings that the new label forbids end before anybody executes. */
export function regionLabel(caller: u32, control: u32, payer: u32, row: u32, label: u32): i32 {
	const error = lacks(find(caller, control, KIND_CONTROL), RIGHT_LABEL);
	if (error !== OK) return error;
	const owner = spender(caller, payer);
	if (owner < 0) return owner;
	if (!isRegion(owner, row)) return NOT_AVAILABLE;
	if (label >= LABELS) return INVALID_ARGUMENT;
	// ---- commit ----
	region(row).label = label;
	nextEpoch();
	return OK;
}
