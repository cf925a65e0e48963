/** Regions, from the chapter "Memory" of docs/reference/01-kernel.md. */
import { READ_REGION_KIND, READ_REGION_LABEL, READ_REGION_PAGE, READ_REGION_PAGES } from '../../abi/calls.ts';
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK, QUOTA_EXCEEDED, WRONG_STATE } from '../../abi/errors.ts';
import {
	FLOW_READ,
	FLOW_WRITE,
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_REGION,
	RIGHT_ADDRESS,
	RIGHT_COPY,
	RIGHT_DEVICE,
	RIGHT_LABEL,
	RIGHT_READ,
	RIGHT_SPEND,
	RIGHT_TRANSFER,
	RIGHT_WRITE,
} from '../../abi/rights.ts';
import {
	EXTENT_FREE,
	EXTENT_REGION,
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
} from '../../kernel/layout.ts';
import { put } from './capabilities.ts';
import { empty, find, flow, isRow, must, needs, nextEpoch, notRetiredNext, objectOf } from './conventions.ts';
import { cut, pieces } from './extents.ts';
import * as machine from './machine.ts';
import { pageDescriptor, TABLE_ENTRIES, tableDescriptor, tablePages } from './pages.ts';
import { account, global, process, region, setTableEntry } from './state.ts';

/** "Region capability with read, write, address, copy, transfer." */
const RIGHTS_REGION: u32 = RIGHT_READ | RIGHT_WRITE | RIGHT_ADDRESS | RIGHT_COPY | RIGHT_TRANSFER;
const DEVICE_PAGES_MOST: u32 = 16;

/** A region of the account. */
function isRegion(row: u32, owner: u32): bool {
	return isRow(row, REGION_COUNT) && region(row).owner === owner && region(row).state === EXTENT_REGION;
}

/** find(account), needs SPEND. */
function findPayer(caller: u32, payer: u32): i32 {
	return find(caller, payer, KIND_ACCOUNT) || needs(caller, payer, RIGHT_SPEND);
}

/** Flow READ and WRITE from the caller's label, else FORBIDDEN_FLOW: it is to hold a fresh capability to memory of that label. */
function mayUse(caller: u32, label: u32): i32 {
	return flow(process(caller).label, label, FLOW_READ | FLOW_WRITE);
}

/** A region that is not prepared; its page tables are backed. */
export function create(row: u32, page: u32, pages: u32, tables: u32, kind: u32, label: u32): void {
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

/**
 * REGION_CREATE(account, extentRow, newRow, pages, destination): find(account), needs SPEND; free extent and unused row of it, not RETIRED;
 * 1..8192 pages else INVALID_ARGUMENT; extent holds pages + tables else QUOTA_EXCEEDED; empty(destination); flow READ and WRITE from the
 * caller's label to itself, else FORBIDDEN_FLOW. Cut off the end; label of the caller.
 */
export function regionCreate(caller: u32, payer: u32, extent: u32, row: u32, pages: u32, destination: u32): i32 {
	const label = process(caller).label;
	const error =
		findPayer(caller, payer) ||
		pieces(objectOf(caller, payer), extent, row) ||
		must(pages >= 1 && pages <= REGION_PAGES_MOST, INVALID_ARGUMENT) ||
		must(region(extent).pages >= pages + tablePages(pages), QUOTA_EXCEEDED) ||
		empty(caller, destination) ||
		mayUse(caller, label);
	if (error !== OK) return error;
	const page = cut(extent, pages + tablePages(pages));
	create(row, page, pages, page + pages, MEMORY_NORMAL, label);
	put(caller, destination, KIND_REGION, row, RIGHTS_REGION, 0);
	return OK;
}

/** None of the pages are RAM, and their numbers do not wrap. */
function isOutsideRam(page: u32, pages: u32): bool {
	if (page + pages < page) return false;
	return page >= global(GLOBAL_RAM_END) || page + pages <= global(GLOBAL_RAM_FIRST);
}

/**
 * REGION_DEVICE(control, account, extentRow, newRow, page, destination ∣ pages << 16): find(control), needs DEVICE; find(account), needs
 * SPEND; extent and row of it, not RETIRED; 1..16 pages, none of them RAM, else INVALID_ARGUMENT; extent holds the tables else
 * QUOTA_EXCEEDED; empty(destination); flow as REGION_CREATE.
 */
export function regionDevice(
	caller: u32,
	control: u32,
	payer: u32,
	extent: u32,
	row: u32,
	page: u32,
	packed: u32,
): i32 {
	const label = process(caller).label;
	const pages = packed >> 16;
	const destination = packed & 0xffff;
	const error =
		find(caller, control, KIND_CONTROL) ||
		needs(caller, control, RIGHT_DEVICE) ||
		findPayer(caller, payer) ||
		pieces(objectOf(caller, payer), extent, row) ||
		must(pages >= 1 && pages <= DEVICE_PAGES_MOST && isOutsideRam(page, pages), INVALID_ARGUMENT) ||
		must(region(extent).pages >= tablePages(pages), QUOTA_EXCEEDED) ||
		empty(caller, destination) ||
		mayUse(caller, label);
	if (error !== OK) return error;
	create(row, page, pages, cut(extent, tablePages(pages)), MEMORY_DEVICE, label);
	put(caller, destination, KIND_REGION, row, RIGHTS_REGION, 0);
	return OK;
}

/** "Step is the next one" of a region that is not complete. */
export function isNextStep(row: u32, step: u32): bool {
	return step === region(row).prepared && step * REGION_STEP < region(row).pages;
}

/** Pages of step `step`: 16, the last step what is left. */
function stepPages(row: u32, step: u32): u32 {
	return min<u32>(REGION_STEP, region(row).pages - step * REGION_STEP);
}

/** Enters the pages of a step in the region's page tables; the first of a level 3 table enters that in the level 2 table. */
export function enterStep(row: u32, step: u32): void {
	const first = step * REGION_STEP;
	const count = stepPages(row, step);
	const table = first / TABLE_ENTRIES;
	const entry = first % TABLE_ENTRIES;
	if (entry === 0) setTableEntry(row, 0, table, tableDescriptor(region(row).tables + 1 + table));
	for (let index: u32 = 0; index < REGION_STEP; index++) {
		const page = region(row).page + first + index;
		if (index < count) setTableEntry(row, 1 + table, entry + index, pageDescriptor(page, region(row).kind));
	}
	region(row).prepared = step + 1;
}

function clearStep(row: u32, step: u32): void {
	const first = step * REGION_STEP;
	machine.clear(row, region(row).page + first, first, stepPages(row, step));
}

/**
 * REGION_PREPARE(account, row, step): find(account), needs SPEND; region of it; step is the next one else INVALID_ARGUMENT. 16 pages
 * zeroed (of device memory not) and entered in the region's page tables.
 */
export function regionPrepare(caller: u32, payer: u32, row: u32, step: u32): i32 {
	const error =
		findPayer(caller, payer) ||
		must(isRegion(row, objectOf(caller, payer)), NOT_AVAILABLE) ||
		must(isNextStep(row, step), INVALID_ARGUMENT);
	if (error !== OK) return error;
	enterStep(row, step);
	if (region(row).kind === MEMORY_NORMAL) clearStep(row, step);
	return OK;
}

/**
 * REGION_CLEAR(region, step): find(region), needs WRITE; flow WRITE else FORBIDDEN_FLOW; prepared step of normal memory else
 * INVALID_ARGUMENT. 16 pages zeroed.
 */
export function regionClear(caller: u32, slot: u32, step: u32): i32 {
	const row = objectOf(caller, slot);
	const error =
		find(caller, slot, KIND_REGION) ||
		needs(caller, slot, RIGHT_WRITE) ||
		flow(process(caller).label, region(row).label, FLOW_WRITE) ||
		must(step < region(row).prepared && region(row).kind === MEMORY_NORMAL, INVALID_ARGUMENT);
	if (error !== OK) return error;
	clearStep(row, step);
	return OK;
}

/**
 * REGION_REVOKE(account, row, destination): find(account), needs SPEND; region of it; not an image else WRONG_STATE; not RETIRED;
 * empty(destination); flow READ and WRITE from the caller's label to the region's, else FORBIDDEN_FLOW. A fresh capability.
 */
export function regionRevoke(caller: u32, payer: u32, row: u32, destination: u32): i32 {
	const error =
		findPayer(caller, payer) ||
		must(isRegion(row, objectOf(caller, payer)), NOT_AVAILABLE) ||
		must(region(row).kind !== MEMORY_IMAGE, WRONG_STATE) ||
		notRetiredNext(region(row).generation) ||
		empty(caller, destination) ||
		mayUse(caller, region(row).label);
	if (error !== OK) return error;
	region(row).generation += 1;
	put(caller, destination, KIND_REGION, row, RIGHTS_REGION, 0);
	nextEpoch();
	return OK;
}

/** A boot region has its page tables elsewhere, not behind its pages; a device region has nothing but them. */
function isBootRegion(row: u32): bool {
	return region(row).kind !== MEMORY_DEVICE && region(row).tables !== region(row).page + region(row).pages;
}

/** Pages of RAM that the row stands for: of a device region its tables only. */
function ramPages(row: u32): u32 {
	return (region(row).kind === MEMORY_DEVICE ? 0 : region(row).pages) + region(row).tablePages;
}

/**
 * REGION_DESTROY(account, row): find(account), needs SPEND; region of it; not a boot region else WRONG_STATE. Free extent, tables included.
 */
export function regionDestroy(caller: u32, payer: u32, row: u32): i32 {
	const error =
		findPayer(caller, payer) ||
		must(isRegion(row, objectOf(caller, payer)), NOT_AVAILABLE) ||
		must(!isBootRegion(row), WRONG_STATE);
	if (error !== OK) return error;
	machine.unback(TABLES_BASE + row * TABLES_STRIDE, region(row).tablePages);
	if (region(row).kind === MEMORY_DEVICE) region(row).page = region(row).tables;
	region(row).pages = ramPages(row);
	region(row).state = EXTENT_FREE;
	region(row).generation += 1;
	region(row).prepared = 0;
	region(row).tables = 0;
	region(row).tablePages = 0;
	region(row).kind = MEMORY_NORMAL;
	region(row).label = 0;
	nextEpoch();
	return OK;
}

/** Another account pays for the row and its memory. */
export function handOn(from: u32, row: u32, to: u32): void {
	const pages = ramPages(row);
	account(from).pages -= pages;
	account(to).pages += pages;
	account(from).regionRows -= 1;
	account(to).regionRows += 1;
	region(row).owner = to;
}

/** REGION_HAND_ON(from, row, to): find(from), needs SPEND; find(to), needs SPEND; region of `from`. `to` pays. */
export function regionHandOn(caller: u32, from: u32, row: u32, to: u32): i32 {
	const error =
		findPayer(caller, from) || findPayer(caller, to) || must(isRegion(row, objectOf(caller, from)), NOT_AVAILABLE);
	if (error !== OK) return error;
	handOn(objectOf(caller, from), row, objectOf(caller, to));
	return OK;
}

/** REGION_READ(region, what): find(region), for PAGE needs ADDRESS; known `what` else INVALID_ARGUMENT. */
export function regionRead(caller: u32, slot: u32, what: u32): i32 {
	const row = objectOf(caller, slot);
	const error = find(caller, slot, KIND_REGION) || needs(caller, slot, what === READ_REGION_PAGE ? RIGHT_ADDRESS : 0);
	if (error !== OK) return error;
	if (what === READ_REGION_PAGE) return region(row).page;
	if (what === READ_REGION_PAGES) return region(row).pages;
	if (what === READ_REGION_KIND) return region(row).kind;
	if (what === READ_REGION_LABEL) return region(row).label;
	return INVALID_ARGUMENT;
}

/**
 * REGION_LABEL(control, account, row, label): find(control), needs LABEL; find(account), needs SPEND; region of it; label < 64 else
 * INVALID_ARGUMENT. Mappings that it forbids end before anybody executes.
 */
export function regionLabel(caller: u32, control: u32, payer: u32, row: u32, label: u32): i32 {
	const error =
		find(caller, control, KIND_CONTROL) ||
		needs(caller, control, RIGHT_LABEL) ||
		findPayer(caller, payer) ||
		must(isRegion(row, objectOf(caller, payer)), NOT_AVAILABLE) ||
		must(label < LABELS, INVALID_ARGUMENT);
	if (error !== OK) return error;
	region(row).label = label;
	nextEpoch();
	return OK;
}
