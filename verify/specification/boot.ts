/**
 * The boot entries of docs/reference/02-machine.md: what they give the kernel before anybody executes. After `bootEnd` every one of them
 * is refused with WRONG_STATE. Errors are those of the calls that they resemble.
 */
import { SLOT_ACCOUNT, SLOT_CONTROL, SLOT_SELF } from '../../abi/boot.ts';
import { MEMORIES } from '../../abi/component.ts';
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK, QUOTA_EXCEEDED, WRONG_STATE } from '../../abi/errors.ts';
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
} from '../../abi/rights.ts';
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
} from '../../kernel/layout.ts';
import { RIGHTS_ACCOUNT } from './accounts.ts';
import { put } from './capabilities.ts';
import { share } from './configure.ts';
import { empty, isRow, isWithin, must } from './conventions.ts';
import { cut, pieces } from './extents.ts';
import * as machine from './machine.ts';
import { map } from './mappings.ts';
import { tablePages } from './pages.ts';
import { createCheck, create as createProcess, launch, RIGHTS_PROCESS } from './processes.ts';
import { create as createRegion, enterStep, isNextStep } from './regions.ts';
import { account, global, NEVER, process, region, setGlobal, setGlobal64, setOperations, setTimer } from './state.ts';

const ROOT: u32 = 0;
const INIT: u32 = 1;
const PRIORITY_MOST: u32 = 255;
const LIVE: u32 = 1;

/** Not booted, else WRONG_STATE. */
function booting(): i32 {
	return must(global(GLOBAL_BOOTED) === 0, WRONG_STATE);
}

/** The root account owns every row, label 0 may do everything, and nobody waits for anything. Once. */
export function bootBegin(canSuspend: u32, cpuShare: u32, slots: u32, ramFirst: u32, ramEnd: u32): i32 {
	const error = booting() || must(account(ROOT).state !== LIVE, WRONG_STATE);
	if (error !== OK) return error;
	setGlobal(GLOBAL_CAN_SUSPEND, canSuspend !== 0 ? 1 : 0);
	setGlobal64(GLOBAL_EPOCH_64, 1);
	setGlobal64(GLOBAL_OUT_ALARM_64, NEVER);
	setGlobal(GLOBAL_RAM_FIRST, ramFirst);
	setGlobal(GLOBAL_RAM_END, ramEnd);
	account(ROOT).state = LIVE;
	account(ROOT).slots = slots;
	account(ROOT).cpu = cpuShare;
	account(ROOT).processRows = PROCESS_COUNT - 1;
	account(ROOT).regionRows = REGION_COUNT - 1;
	account(ROOT).grantRows = GRANT_COUNT - 1;
	account(ROOT).accountRows = ACCOUNT_COUNT - 1;
	account(ROOT).ceiling = PRIORITY_MOST;
	for (let label: u32 = 0; label < LABELS; label++) setOperations(0, label, FLOW_ALL);
	for (let part: u32 = 0; part < 8; part++) neverIn(part * 64);
	return OK;
}

/** 64 nodes of the timer tree. */
function neverIn(first: u32): void {
	for (let node: u32 = 0; node < 64; node++) setTimer(first + node, NEVER);
}

/** Free RAM: an unused row else NOT_AVAILABLE; at least a page else INVALID_ARGUMENT. */
export function bootExtent(row: u32, page: u32, pages: u32): i32 {
	const error =
		booting() ||
		must(isRow(row, REGION_COUNT) && region(row).state === EXTENT_UNUSED, NOT_AVAILABLE) ||
		must(pages !== 0, INVALID_ARGUMENT);
	if (error !== OK) return error;
	region(row).state = EXTENT_FREE;
	region(row).page = page;
	region(row).pages = pages;
	account(ROOT).pages += pages;
	return OK;
}

/** init: as PROCESS_CREATE and PROCESS_CONFIGURE, with Control, the root account and itself in its first slots. */
export function bootProcess(row: u32, extent: u32, slots: u32, priority: u32, budget: u32, period: u32): i32 {
	const error =
		booting() ||
		must(row === INIT, WRONG_STATE) ||
		createCheck(ROOT, row, extent, slots) ||
		must(slots > SLOT_SELF && priority >= 1 && priority <= PRIORITY_MOST, INVALID_ARGUMENT) ||
		must(budget >= 1 && period >= budget, INVALID_ARGUMENT) ||
		must(share(budget, period) <= account(ROOT).cpu, QUOTA_EXCEEDED);
	if (error !== OK) return error;
	createProcess(ROOT, row, extent, slots);
	account(ROOT).cpu -= share(budget, period);
	process(row).priority = priority;
	process(row).budget = budget;
	process(row).period = period;
	process(row).remaining = budget;
	put(row, SLOT_CONTROL, KIND_CONTROL, 0, RIGHTS_ALL, 0);
	put(row, SLOT_ACCOUNT, KIND_ACCOUNT, ROOT, RIGHTS_ACCOUNT, 0);
	put(row, SLOT_SELF, KIND_PROCESS, row, RIGHTS_PROCESS, 0);
	return OK;
}

/** Memory that has contents: an image or normal memory, its tables off the end of a free extent; readable by init in `slot` (0: nobody). */
export function bootRegion(row: u32, page: u32, pages: u32, kind: u32, extent: u32, slot: u32): i32 {
	const error =
		booting() ||
		pieces(ROOT, extent, row) ||
		must(pages >= 1 && pages <= REGION_PAGES_MOST, INVALID_ARGUMENT) ||
		must(kind === MEMORY_NORMAL || kind === MEMORY_IMAGE, INVALID_ARGUMENT) ||
		must(region(extent).pages >= tablePages(pages), QUOTA_EXCEEDED) ||
		(slot === 0 ? OK : empty(INIT, slot));
	if (error !== OK) return error;
	createRegion(row, page, pages, cut(extent, tablePages(pages)), kind, 0);
	account(ROOT).pages += pages;
	const execute: u32 = kind === MEMORY_IMAGE ? RIGHT_EXECUTE : 0;
	if (slot !== 0) put(INIT, slot, KIND_REGION, row, RIGHT_COPY | RIGHT_TRANSFER | RIGHT_READ | execute, 0);
	return OK;
}

/** A zeroed region of init's own, cut off a free extent. */
export function bootMemory(row: u32, extent: u32, pages: u32): i32 {
	const error =
		booting() ||
		pieces(ROOT, extent, row) ||
		must(pages >= 1 && pages <= REGION_PAGES_MOST, INVALID_ARGUMENT) ||
		must(region(extent).pages >= pages + tablePages(pages), QUOTA_EXCEEDED);
	if (error !== OK) return error;
	const page = cut(extent, pages + tablePages(pages));
	createRegion(row, page, pages, page + pages, MEMORY_NORMAL, 0);
	machine.clear(row, page, 0, pages);
	return OK;
}

/** As REGION_PREPARE, without clearing. */
export function bootPrepare(row: u32, step: u32): i32 {
	const error = booting() || must(isRow(row, REGION_COUNT) && isNextStep(row, step), INVALID_ARGUMENT);
	if (error !== OK) return error;
	enterStep(row, step);
	return OK;
}

/** Rights that init may have to a region: an image with R+X; anything else within R+W. */
function mayMap(row: u32, rights: u32): bool {
	if (region(row).kind === MEMORY_IMAGE) return rights === (RIGHT_READ | RIGHT_EXECUTE);
	return isWithin(rights, RIGHT_READ | RIGHT_WRITE);
}

/** A memory of init, without capability. */
export function bootMap(holder: u32, row: u32, memory: u32, rights: u32): i32 {
	const error =
		booting() ||
		must(holder === INIT, WRONG_STATE) ||
		must(isRow(row, REGION_COUNT) && memory < MEMORIES && mayMap(row, rights), INVALID_ARGUMENT);
	if (error !== OK) return error;
	map(holder, memory, row, rights, 0, 0);
	return OK;
}

/** init starts. */
export function bootEnd(): i32 {
	const error = booting();
	if (error !== OK) return error;
	setGlobal(GLOBAL_BOOTED, 1);
	launch(INIT);
	return OK;
}
