/** The chapter "Processes" of docs/reference/01-kernel.md, PROCESS_CONFIGURE left to configure.ts. */
import {
	READ_PROCESS_FAULT,
	READ_PROCESS_LABEL,
	READ_PROCESS_PRIORITY,
	READ_PROCESS_STATE,
	READ_PROCESS_TIME,
	STATE_FREE,
	STATE_STARTED,
	STATE_STOPPED,
} from '../../abi/calls.ts';
import { MEMORIES, MEMORY_CODE, MEMORY_OWN } from '../../abi/component.ts';
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK, QUOTA_EXCEEDED, SERVER_GONE, WRONG_STATE } from '../../abi/errors.ts';
import {
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_PROCESS,
	RIGHT_CONFIGURE,
	RIGHT_COPY,
	RIGHT_LABEL,
	RIGHT_SPEND,
	RIGHT_START,
	RIGHT_STOP,
	RIGHT_TRANSFER,
} from '../../abi/rights.ts';
import {
	ACTIVE_NONE,
	BLOCK_BASE,
	BLOCK_STRIDE,
	EXTENT_FREE,
	EXTENT_PROCESS,
	GLOBAL_CURRENT,
	GLOBAL_OUT_WORD0,
	GLOBAL_OUT_WORD1,
	GLOBAL_OUT_WORDS,
	LABELS,
	PROCESS_BLOCK_PAGES,
	PROCESS_COUNT,
	PROCESS_STRIDE,
	SLOTS_MOST,
} from '../../kernel/layout.ts';
import { endActivation } from './activations.ts';
import { settle } from './budgets.ts';
import { put } from './capabilities.ts';
import { share } from './configure.ts';
import {
	empty,
	find,
	findProcess,
	isRow,
	must,
	needs,
	nextEpoch,
	notRetired,
	notRetiredNext,
	objectOf,
	processOf,
} from './conventions.ts';
import { isFreeExtent } from './extents.ts';
import * as machine from './machine.ts';
import { account, global, NEVER, process, region, setGlobal, zeroProcess } from './state.ts';

/** "All rights" of a process. */
export const RIGHTS_PROCESS: u32 = RIGHT_COPY | RIGHT_TRANSFER | RIGHT_CONFIGURE | RIGHT_START | RIGHT_STOP;
const MEMORIES_NEEDED: u32 = (1 << MEMORY_OWN) | (1 << MEMORY_CODE);

/** A process row of the account in one of the states that are not free. */
function isProcess(row: u32, owner: u32): bool {
	return isRow(row, PROCESS_COUNT) && process(row).account === owner && process(row).state !== STATE_FREE;
}

/** A process row of the account that is free. */
function isFreeProcess(row: u32, owner: u32): bool {
	return isRow(row, PROCESS_COUNT) && process(row).account === owner && process(row).state === STATE_FREE;
}

/**
 * Rows of the account (free process row; free extent), else NOT_AVAILABLE; not RETIRED; extent of exactly 4 pages and 2 ≤ slots ≤ 256
 * else INVALID_ARGUMENT; account has the slots else QUOTA_EXCEEDED.
 */
export function createCheck(owner: u32, row: u32, extent: u32, slots: u32): i32 {
	return (
		must(isFreeProcess(row, owner) && isFreeExtent(extent, owner), NOT_AVAILABLE) ||
		notRetired(process(row).generation) ||
		must(region(extent).pages === PROCESS_BLOCK_PAGES && slots >= 2 && slots <= SLOTS_MOST, INVALID_ARGUMENT) ||
		must(account(owner).slots >= slots, QUOTA_EXCEEDED)
	);
}

/** Stopped and empty; the extent backs its tables. */
export function create(owner: u32, row: u32, extent: u32, slots: u32): void {
	account(owner).slots -= slots;
	account(owner).processes += 1;
	region(extent).state = EXTENT_PROCESS;
	region(extent).process = row;
	process(row).state = STATE_STOPPED;
	process(row).slots = slots;
	process(row).extent = extent;
	process(row).alarm = NEVER;
	process(row).root = ((<u64>row) << 48) | ((<u64>region(extent).page) << 12);
	machine.back(BLOCK_BASE + row * BLOCK_STRIDE, region(extent).page, PROCESS_BLOCK_PAGES);
}

/**
 * PROCESS_CREATE(account, processRow, extentRow, slots, destination): find(account), needs SPEND; as above; empty(destination). Label of
 * the creator; Process capability with all rights.
 */
export function processCreate(caller: u32, payer: u32, row: u32, extent: u32, slots: u32, destination: u32): i32 {
	const owner = objectOf(caller, payer);
	const error =
		find(caller, payer, KIND_ACCOUNT) ||
		needs(caller, payer, RIGHT_SPEND) ||
		createCheck(owner, row, extent, slots) ||
		empty(caller, destination);
	if (error !== OK) return error;
	create(owner, row, extent, slots);
	process(row).label = process(caller).label;
	put(caller, destination, KIND_PROCESS, row, RIGHTS_PROCESS, 0);
	return OK;
}

/** `init` due; memory 0 as the loader makes it. */
export function launch(row: u32): void {
	process(row).state = STATE_STARTED;
	process(row).initDue = 1;
	machine.reset(row);
	settle(row);
}

/** No activation left, priority, budget, memories 0 and 15 set. */
function isComplete(row: u32): bool {
	if (process(row).active !== ACTIVE_NONE || process(row).priority === 0 || process(row).budget === 0) return false;
	return (process(row).mapped & MEMORIES_NEEDED) === MEMORIES_NEEDED;
}

/** PROCESS_START(process): find(process), needs START; stopped, and complete, else WRONG_STATE. */
export function processStart(caller: u32, slot: u32): i32 {
	const row = objectOf(caller, slot);
	const error =
		find(caller, slot, KIND_PROCESS) ||
		needs(caller, slot, RIGHT_START) ||
		must(process(row).state === STATE_STOPPED && isComplete(row), WRONG_STATE);
	if (error !== OK) return error;
	launch(row);
	return OK;
}

/** PROCESS_RESTART(process): the same, stopped or faulted. Budget, capabilities and mappings stay. */
export function processRestart(caller: u32, slot: u32): i32 {
	const row = objectOf(caller, slot);
	const error =
		find(caller, slot, KIND_PROCESS) ||
		needs(caller, slot, RIGHT_START) ||
		must(process(row).state !== STATE_STARTED && isComplete(row), WRONG_STATE);
	if (error !== OK) return error;
	launch(row);
	return OK;
}

/**
 * PROCESS_STOP(process): find(process), needs STOP (0: myself); started else WRONG_STATE. Its activation ends; its caller gets SERVER_GONE.
 * If it waits for a callee, it ends when that returns.
 */
export function processStop(caller: u32, slot: u32): i32 {
	const row = processOf(caller, slot);
	const error = findProcess(caller, slot, RIGHT_STOP) || must(process(row).state === STATE_STARTED, WRONG_STATE);
	if (error !== OK) return error;
	process(row).state = STATE_STOPPED;
	if (process(row).callee !== 0) process(row).doomed = 1;
	else endActivation(row, SERVER_GONE, global(GLOBAL_CURRENT) === row ? 0 : process(row).left);
	return OK;
}

/**
 * PROCESS_DESTROY(account, processRow): find(account), needs SPEND; row of it; stopped or faulted and no activation left, else
 * WRONG_STATE. Slots, CPU share, rows and extent return; all capabilities to it die.
 */
export function processDestroy(caller: u32, payer: u32, row: u32): i32 {
	const owner = objectOf(caller, payer);
	const error =
		find(caller, payer, KIND_ACCOUNT) ||
		needs(caller, payer, RIGHT_SPEND) ||
		must(isProcess(row, owner), NOT_AVAILABLE) ||
		must(process(row).state !== STATE_STARTED && process(row).active === ACTIVE_NONE, WRONG_STATE);
	if (error !== OK) return error;
	const extent = process(row).extent;
	const generation = process(row).generation + 1;
	account(owner).slots += process(row).slots;
	account(owner).cpu += share(process(row).budget, process(row).period);
	account(owner).processes -= 1;
	for (let memory: u32 = 0; memory < MEMORIES; memory++) {
		if ((process(row).mapped & (1 << memory)) !== 0) machine.mapping(row, memory);
	}
	for (let index: u32 = 0; index < PROCESS_STRIDE / 8; index++) zeroProcess(row, index);
	process(row).generation = generation;
	process(row).account = owner;
	machine.forget(row);
	machine.unback(BLOCK_BASE + row * BLOCK_STRIDE, PROCESS_BLOCK_PAGES);
	region(extent).state = EXTENT_FREE;
	region(extent).process = 0;
	nextEpoch();
	return OK;
}

/**
 * PROCESS_REVOKE(account, processRow, destination): find(account), needs SPEND; row of it, not free; not RETIRED; empty(destination).
 * Every capability to it is dead; a fresh Process capability with all rights.
 */
export function processRevoke(caller: u32, payer: u32, row: u32, destination: u32): i32 {
	const error =
		find(caller, payer, KIND_ACCOUNT) ||
		needs(caller, payer, RIGHT_SPEND) ||
		must(isProcess(row, objectOf(caller, payer)), NOT_AVAILABLE) ||
		notRetiredNext(process(row).generation) ||
		empty(caller, destination);
	if (error !== OK) return error;
	process(row).generation += 1;
	put(caller, destination, KIND_PROCESS, row, RIGHTS_PROCESS, 0);
	return OK;
}

/** PROCESS_READ(process, what): find(process) (0: myself); known `what` else INVALID_ARGUMENT. */
export function processRead(caller: u32, slot: u32, what: u32): i32 {
	const row = processOf(caller, slot);
	const error = findProcess(caller, slot, 0);
	if (error !== OK) return error;
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

/**
 * PROCESS_LABEL(control, process, label): find(control), needs LABEL; find(process), needs CONFIGURE; label < 64 else INVALID_ARGUMENT.
 * Mappings that the new label may not have end before anybody executes.
 */
export function processLabel(caller: u32, control: u32, slot: u32, label: u32): i32 {
	const error =
		find(caller, control, KIND_CONTROL) ||
		needs(caller, control, RIGHT_LABEL) ||
		find(caller, slot, KIND_PROCESS) ||
		needs(caller, slot, RIGHT_CONFIGURE) ||
		must(label < LABELS, INVALID_ARGUMENT);
	if (error !== OK) return error;
	process(objectOf(caller, slot)).label = label;
	nextEpoch();
	return OK;
}
