/** Processes: protection domains. Created empty and stopped, configured, started, stopped, restarted, destroyed, one step a call. */
import {
	READ_PROCESS_FAULT,
	READ_PROCESS_LABEL,
	READ_PROCESS_PRIORITY,
	READ_PROCESS_STATE,
	READ_PROCESS_TIME,
	STATE_FREE,
	STATE_STARTED,
	STATE_STOPPED,
} from '../abi/calls.ts';
import { MEMORIES, MEMORY_CODE, MEMORY_OWN } from '../abi/component.ts';
import {
	INVALID_ARGUMENT,
	NOT_AVAILABLE,
	OK,
	QUOTA_EXCEEDED,
	RETIRED,
	SERVER_GONE,
	WRONG_STATE,
} from '../abi/errors.ts';
import {
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_PROCESS,
	RIGHT_CONFIGURE,
	RIGHT_LABEL,
	RIGHT_SPEND,
	RIGHT_START,
	RIGHT_STOP,
	RIGHTS_ALL,
} from '../abi/rights.ts';
import { endActivation } from './activation.ts';
import { settle } from './budget.ts';
import { checkEmpty, find, lacks, put } from './capability.ts';
import { share } from './configure.ts';
import { nextEpoch } from './flow.ts';
import {
	ACTIVE_NONE,
	BLOCK_BASE,
	BLOCK_STRIDE,
	EXTENT_FREE,
	EXTENT_PROCESS,
	GENERATION_LAST,
	GLOBAL_CURRENT,
	GLOBAL_OUT_WORD0,
	GLOBAL_OUT_WORD1,
	GLOBAL_OUT_WORDS,
	LABELS,
	PROCESS_BLOCK_PAGES,
	PROCESS_COUNT,
	PROCESS_STRIDE,
	REGION_COUNT,
	SLOTS_MOST,
} from './layout.ts';
import * as machine from './machine.ts';
import { account, capability, global, NEVER, process, region, setGlobal, zeroProcess } from './table.ts';

/** Both must be mapped before a process can start. */
const MEMORIES_NEEDED: u32 = (1 << MEMORY_OWN) | (1 << MEMORY_CODE);

/** The process that `slot` stands for, if the caller holds it with `rights`: slot 0 is the caller itself. Row or error. */
export function target(caller: u32, slot: u32, rights: u32): i32 {
	if (slot === 0) return caller;
	const holder = find(caller, slot, KIND_PROCESS);
	const error = lacks(holder, rights);
	return error !== OK ? error : <i32>capability(holder).object;
}

/** As `target`, but never the caller by default. */
function other(caller: u32, slot: u32, rights: u32): i32 {
	const holder = find(caller, slot, KIND_PROCESS);
	const error = lacks(holder, rights);
	return error !== OK ? error : <i32>capability(holder).object;
}

/** PROCESS_CREATE(account, processRow, extentRow, slots, destination). */
export function processCreate(caller: u32, payerSlot: u32, row: u32, extent: u32, slots: u32, destination: u32): i32 {
	const payer = find(caller, payerSlot, KIND_ACCOUNT);
	let error = lacks(payer, RIGHT_SPEND);
	if (error !== OK) return error;
	const owner = capability(payer).object;
	error = checkCreate(owner, row, extent, slots);
	if (error !== OK) return error;
	error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	// ---- commit ----
	build(owner, row, extent, slots);
	process(row).label = process(caller).label;
	put(caller, destination, KIND_PROCESS, row, process(row).generation, RIGHTS_ALL & 31, 0);
	return OK;
}

/** May `owner` make process `row` with its tables in `extent`? */
export function checkCreate(owner: u32, row: u32, extent: u32, slots: u32): i32 {
	if (row === 0 || row >= PROCESS_COUNT || extent === 0 || extent >= REGION_COUNT) return NOT_AVAILABLE;
	if (process(row).account !== owner || process(row).state !== STATE_FREE) return NOT_AVAILABLE;
	if (region(extent).owner !== owner || region(extent).state !== EXTENT_FREE) return NOT_AVAILABLE;
	if (process(row).generation >= GENERATION_LAST) return RETIRED;
	if (region(extent).pages !== PROCESS_BLOCK_PAGES) return INVALID_ARGUMENT;
	if (slots < 2 || slots > SLOTS_MOST) return INVALID_ARGUMENT;
	return account(owner).slots < slots ? QUOTA_EXCEEDED : OK;
}

/** Makes the process, stopped and empty; its block reads as zero. */
export function build(owner: u32, row: u32, extent: u32, slots: u32): void {
	const page = region(extent).page;
	account(owner).slots -= slots;
	account(owner).processes += 1;
	region(extent).state = EXTENT_PROCESS;
	region(extent).process = row;
	process(row).state = STATE_STOPPED;
	process(row).slots = slots;
	process(row).extent = extent;
	process(row).alarm = NEVER;
	process(row).root = ((<u64>row) << 48) | ((<u64>page) << 12);
	machine.back(BLOCK_BASE + row * BLOCK_STRIDE, page, PROCESS_BLOCK_PAGES);
}

/** Starts from `init`; common to boot, start and restart. */
export function launch(row: u32): void {
	process(row).state = STATE_STARTED;
	process(row).initDue = 1;
	machine.reset(row);
	settle(row);
}

/** PROCESS_START(process), PROCESS_RESTART(process): the first takes a stopped process, the second a faulted one as well. */
export function processStart(caller: u32, slot: u32, restart: bool): i32 {
	const row = other(caller, slot, RIGHT_START);
	if (row < 0) return row;
	const state = process(row).state;
	if (state === STATE_STARTED || (state !== STATE_STOPPED && !restart)) return WRONG_STATE;
	if (process(row).active !== ACTIVE_NONE) return WRONG_STATE;
	if (process(row).priority === 0 || process(row).budget === 0) return WRONG_STATE;
	if ((process(row).mapped & MEMORIES_NEEDED) !== MEMORIES_NEEDED) return WRONG_STATE;
	// ---- commit ----
	launch(row);
	return OK;
}

/** PROCESS_STOP(process). Slot 0: the caller ends itself. */
export function processStop(caller: u32, slot: u32): i32 {
	const row = target(caller, slot, RIGHT_STOP);
	if (row < 0) return row;
	if (process(row).state !== STATE_STARTED) return WRONG_STATE;
	// ---- commit ----
	process(row).state = STATE_STOPPED;
	if (process(row).callee !== 0) process(row).doomed = 1;
	else endActivation(row, SERVER_GONE, global(GLOBAL_CURRENT) === row ? 0 : process(row).left);
	return OK;
}

/** PROCESS_DESTROY(account, processRow). */
export function processDestroy(caller: u32, payerSlot: u32, row: u32): i32 {
	const payer = find(caller, payerSlot, KIND_ACCOUNT);
	const error = lacks(payer, RIGHT_SPEND);
	if (error !== OK) return error;
	const owner = capability(payer).object;
	if (row === 0 || row >= PROCESS_COUNT || process(row).account !== owner) return NOT_AVAILABLE;
	const state = process(row).state;
	if (state === STATE_FREE) return NOT_AVAILABLE;
	if (state === STATE_STARTED || process(row).active !== ACTIVE_NONE) return WRONG_STATE;
	// ---- commit ----
	const extent = process(row).extent;
	const generation = process(row).generation + 1;
	account(owner).slots += process(row).slots;
	account(owner).cpu += share(process(row).budget, process(row).period);
	account(owner).processes -= 1;
	for (let memory: u32 = 0; memory < MEMORIES; memory++) {
		if ((process(row).mapped & (1 << memory)) !== 0) machine.mapping(row, memory);
	}
	for (let field: u32 = 0; field < PROCESS_STRIDE / 8; field++) zeroProcess(row, field);
	process(row).generation = generation;
	process(row).account = owner;
	machine.forget(row);
	machine.unback(BLOCK_BASE + row * BLOCK_STRIDE, PROCESS_BLOCK_PAGES);
	region(extent).state = EXTENT_FREE;
	region(extent).process = 0;
	nextEpoch();
	return OK;
}

/** PROCESS_REVOKE(account, processRow, destination): so that who pays for a process can always stop it. */
export function processRevoke(caller: u32, payerSlot: u32, row: u32, destination: u32): i32 {
	const payer = find(caller, payerSlot, KIND_ACCOUNT);
	let error = lacks(payer, RIGHT_SPEND);
	if (error !== OK) return error;
	if (row === 0 || row >= PROCESS_COUNT || process(row).account !== capability(payer).object) return NOT_AVAILABLE;
	if (process(row).state === STATE_FREE) return NOT_AVAILABLE;
	if (process(row).generation + 1 >= GENERATION_LAST) return RETIRED;
	error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	// ---- commit ----
	process(row).generation += 1;
	put(caller, destination, KIND_PROCESS, row, process(row).generation, RIGHTS_ALL & 31, 0);
	return OK;
}

/** PROCESS_READ(process, what). Slot 0: the caller itself. */
export function processRead(caller: u32, slot: u32, what: u32): i32 {
	const row = target(caller, slot, 0);
	if (row < 0) return row;
	if (what === READ_PROCESS_STATE) return process(row).state;
	if (what === READ_PROCESS_TIME) return process(row).time & 0x7fffffff;
	if (what === READ_PROCESS_LABEL) return process(row).label;
	if (what === READ_PROCESS_PRIORITY) return process(row).priority;
	if (what !== READ_PROCESS_FAULT) return INVALID_ARGUMENT;
	setGlobal(GLOBAL_OUT_WORDS, 2);
	setGlobal(GLOBAL_OUT_WORD0, process(row).place);
	setGlobal(GLOBAL_OUT_WORD1, process(row).faultCount);
	return process(row).cause & 0x7fffffff;
}

/** PROCESS_LABEL(control, process, label). Capabilities that the new label may not have die with it. */
export function processLabel(caller: u32, control: u32, slot: u32, label: u32): i32 {
	const error = lacks(find(caller, control, KIND_CONTROL), RIGHT_LABEL);
	if (error !== OK) return error;
	const row = other(caller, slot, RIGHT_CONFIGURE);
	if (row < 0) return row;
	if (label >= LABELS) return INVALID_ARGUMENT;
	// ---- commit ----
	process(row).label = label;
	nextEpoch();
	return OK;
}
