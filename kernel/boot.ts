/** Boot: the machine describes its memory and init; then the entries here refuse for ever. Errors are as for the calls they resemble. */

import { SLOT_ACCOUNT, SLOT_CONTROL, SLOT_SELF } from '../abi/boot.ts';
import { MEMORIES } from '../abi/component.ts';
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK, QUOTA_EXCEEDED, WRONG_STATE } from '../abi/errors.ts';
import {
	FLOW_ALL,
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_PROCESS,
	KIND_REGION,
	RIGHT_COPY,
	RIGHT_EXECUTE,
	RIGHT_READ,
	RIGHT_TRANSFER,
	RIGHT_WRITE,
	RIGHTS_ALL,
} from '../abi/rights.ts';
import { checkEmpty, put } from './capability.ts';
import { share } from './configure.ts';
import { checkPieces, cut } from './extent.ts';
import {
	ACCOUNT_COUNT,
	EXTENT_FREE,
	EXTENT_UNUSED,
	GLOBAL_BOOTED,
	GLOBAL_CAN_SUSPEND,
	GLOBAL_EPOCH_64,
	GLOBAL_OUT_ALARM_64,
	GLOBAL_RAM_END,
	GLOBAL_RAM_FIRST,
	GRANT_COUNT,
	LABELS,
	MEMORY_IMAGE,
	MEMORY_NORMAL,
	PROCESS_COUNT,
	REGION_COUNT,
	REGION_PAGES_MOST,
} from './layout.ts';
import * as machine from './machine.ts';
import { setMap } from './mapping.ts';
import { build, checkCreate, launch } from './process.ts';
import { buildRegion, enterPages, isNextStep, tablePages } from './region.ts';
import { account, global, NEVER, process, region, setFlow, setGlobal, setGlobal64, setTimer } from './table.ts';

const ROOT: u32 = 0;
const INIT: u32 = 1;
const TIMER_STEP: u32 = 64;

/** bootBegin: the root account owns every row (a zeroed row's owner is account 0), label 0 may do everything. */
export function bootBegin(canSuspend: u32, cpuShare: u32, slots: u32, ramFirst: u32, ramEnd: u32): i32 {
	if (global(GLOBAL_BOOTED) !== 0 || account(ROOT).state !== 0) return WRONG_STATE;
	setGlobal(GLOBAL_CAN_SUSPEND, canSuspend !== 0 ? 1 : 0);
	setGlobal64(GLOBAL_EPOCH_64, 1);
	setGlobal64(GLOBAL_OUT_ALARM_64, NEVER);
	setGlobal(GLOBAL_RAM_FIRST, ramFirst);
	setGlobal(GLOBAL_RAM_END, ramEnd);
	account(ROOT).state = 1;
	account(ROOT).slots = slots;
	account(ROOT).cpu = cpuShare;
	account(ROOT).processRows = PROCESS_COUNT - 1;
	account(ROOT).regionRows = REGION_COUNT - 1;
	account(ROOT).grantRows = GRANT_COUNT - 1;
	account(ROOT).accountRows = ACCOUNT_COUNT - 1;
	account(ROOT).ceiling = 255;
	for (let label: u32 = 0; label < LABELS; label++) setFlow(0, label, FLOW_ALL);
	for (let block: u32 = 0; block < 8; block++) neverIn(block * TIMER_STEP);
	return OK;
}

/** Nobody waits for anything in 64 nodes of the timer tree. */
function neverIn(first: u32): void {
	for (let node: u32 = 0; node < TIMER_STEP; node++) setTimer(first + node, NEVER);
}

function addPages(pages: u32): void {
	account(ROOT).pages += pages;
}

/** bootExtent: free RAM. */
export function bootExtent(row: u32, page: u32, pages: u32): i32 {
	if (global(GLOBAL_BOOTED) !== 0) return WRONG_STATE;
	if (row === 0 || row >= REGION_COUNT || region(row).state !== EXTENT_UNUSED) return NOT_AVAILABLE;
	if (pages === 0) return INVALID_ARGUMENT;
	region(row).state = EXTENT_FREE;
	region(row).page = page;
	region(row).pages = pages;
	addPages(pages);
	return OK;
}

/** bootProcess: init, with Control, the root account and itself in its first slots. */
export function bootProcess(row: u32, extent: u32, slots: u32, priority: u32, budget: u32, period: u32): i32 {
	if (global(GLOBAL_BOOTED) !== 0 || row !== INIT) return WRONG_STATE;
	const error = checkCreate(ROOT, row, extent, slots);
	if (error !== OK) return error;
	if (slots <= SLOT_SELF || priority === 0 || priority > 255 || budget === 0 || period < budget)
		return INVALID_ARGUMENT;
	if (share(budget, period) > account(ROOT).cpu) return QUOTA_EXCEEDED;
	build(ROOT, row, extent, slots);
	account(ROOT).cpu -= share(budget, period);
	process(row).priority = priority;
	process(row).budget = budget;
	process(row).period = period;
	process(row).remaining = budget;
	put(row, SLOT_CONTROL, KIND_CONTROL, 0, 0, RIGHTS_ALL, 0);
	put(row, SLOT_ACCOUNT, KIND_ACCOUNT, ROOT, 0, 15, 0);
	put(row, SLOT_SELF, KIND_PROCESS, row, 0, 31, 0);
	return OK;
}

/** bootRegion: memory that has contents already (an image, the manifest); its tables come off the end of a free extent. */
export function bootRegion(row: u32, page: u32, pages: u32, kind: u32, extent: u32, slot: u32): i32 {
	if (global(GLOBAL_BOOTED) !== 0) return WRONG_STATE;
	let error = checkPieces(ROOT, extent, row);
	if (error !== OK) return error;
	if (pages === 0 || pages > REGION_PAGES_MOST) return INVALID_ARGUMENT;
	if (kind !== MEMORY_NORMAL && kind !== MEMORY_IMAGE) return INVALID_ARGUMENT;
	if (region(extent).pages < tablePages(pages)) return QUOTA_EXCEEDED;
	if (slot !== 0) {
		error = checkEmpty(INIT, slot);
		if (error !== OK) return error;
	}
	buildRegion(row, page, pages, cut(extent, tablePages(pages)), kind, 0);
	addPages(pages);
	const execute: u32 = kind === MEMORY_IMAGE ? RIGHT_EXECUTE : 0;
	if (slot !== 0) put(INIT, slot, KIND_REGION, row, 0, RIGHT_COPY | RIGHT_TRANSFER | RIGHT_READ | execute, 0);
	return OK;
}

/** bootMemory: a zeroed region of init's own. */
export function bootMemory(row: u32, extent: u32, pages: u32): i32 {
	if (global(GLOBAL_BOOTED) !== 0) return WRONG_STATE;
	const error = checkPieces(ROOT, extent, row);
	if (error !== OK) return error;
	if (pages === 0 || pages > REGION_PAGES_MOST) return INVALID_ARGUMENT;
	if (region(extent).pages < pages + tablePages(pages)) return QUOTA_EXCEEDED;
	const page = cut(extent, pages + tablePages(pages));
	buildRegion(row, page, pages, page + pages, MEMORY_NORMAL, 0);
	machine.clear(row, page, 0, pages);
	return OK;
}

/** bootPrepare: enters the next sixteen pages in the region's tables. */
export function bootPrepare(row: u32, step: u32): i32 {
	if (global(GLOBAL_BOOTED) !== 0) return WRONG_STATE;
	if (row === 0 || row >= REGION_COUNT || !isNextStep(row, step)) return INVALID_ARGUMENT;
	enterPages(row, step);
	return OK;
}

/** bootMap: maps a region as one of init's memories. */
export function bootMap(holder: u32, row: u32, memory: u32, rights: u32): i32 {
	if (global(GLOBAL_BOOTED) !== 0 || holder !== INIT) return WRONG_STATE;
	if (row === 0 || row >= REGION_COUNT || memory >= MEMORIES) return INVALID_ARGUMENT;
	const image = region(row).kind === MEMORY_IMAGE;
	if (rights === 0 || rights !== (image ? RIGHT_READ | RIGHT_EXECUTE : rights & (RIGHT_READ | RIGHT_WRITE)))
		return INVALID_ARGUMENT;
	setMap(holder, memory, row, rights, 0, 0);
	return OK;
}

/** bootEnd: init starts. */
export function bootEnd(): i32 {
	if (global(GLOBAL_BOOTED) !== 0) return WRONG_STATE;
	setGlobal(GLOBAL_BOOTED, 1);
	launch(INIT);
	return OK;
}
