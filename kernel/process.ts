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
	ACCOUNT_CPU,
	ACCOUNT_PROCESSES,
	ACCOUNT_SLOTS,
	ACTIVE_NONE,
	BLOCK_BASE,
	BLOCK_STRIDE,
	CAPABILITY_OBJECT,
	EXTENT_FREE,
	EXTENT_PROCESS,
	GENERATION_LAST,
	GLOBAL_CURRENT,
	GLOBAL_OUT_WORD0,
	GLOBAL_OUT_WORD1,
	GLOBAL_OUT_WORDS,
	LABELS,
	PROCESS_ACCOUNT,
	PROCESS_ACTIVE,
	PROCESS_ALARM_64,
	PROCESS_BLOCK_PAGES,
	PROCESS_BUDGET,
	PROCESS_CALLEE,
	PROCESS_CAUSE,
	PROCESS_COUNT,
	PROCESS_DOOMED,
	PROCESS_EXTENT,
	PROCESS_FAULT_COUNT,
	PROCESS_GENERATION,
	PROCESS_INIT_DUE,
	PROCESS_LABEL_FIELD,
	PROCESS_LEFT,
	PROCESS_MAPPED,
	PROCESS_PERIOD,
	PROCESS_PLACE,
	PROCESS_PRIORITY,
	PROCESS_ROOT_64,
	PROCESS_SLOTS,
	PROCESS_STATE,
	PROCESS_STRIDE,
	PROCESS_TIME,
	REGION_COUNT,
	REGION_OWNER,
	REGION_PAGE,
	REGION_PAGES,
	REGION_PROCESS,
	REGION_STATE,
	SLOTS_MOST,
} from './layout.ts';
import * as machine from './machine.ts';
import {
	account,
	capability,
	global,
	NEVER,
	process,
	region,
	setAccount,
	setGlobal,
	setProcess,
	setProcess64,
	setRegion,
} from './table.ts';

/** Both must be mapped before a process can start. */
const MEMORIES_NEEDED: u32 = (1 << MEMORY_OWN) | (1 << MEMORY_CODE);

/** The process that `slot` stands for, if the caller holds it with `rights`: slot 0 is the caller itself. Row or error. */
export function target(caller: u32, slot: u32, rights: u32): i32 {
	if (slot === 0) return caller;
	const holder = find(caller, slot, KIND_PROCESS);
	const error = lacks(holder, rights);
	return error !== OK ? error : <i32>capability(holder, CAPABILITY_OBJECT);
}

/** As `target`, but never the caller by default. */
function other(caller: u32, slot: u32, rights: u32): i32 {
	const holder = find(caller, slot, KIND_PROCESS);
	const error = lacks(holder, rights);
	return error !== OK ? error : <i32>capability(holder, CAPABILITY_OBJECT);
}

/** PROCESS_CREATE(account, processRow, extentRow, slots, destination). */
export function processCreate(caller: u32, payerSlot: u32, row: u32, extent: u32, slots: u32, destination: u32): i32 {
	const payer = find(caller, payerSlot, KIND_ACCOUNT);
	let error = lacks(payer, RIGHT_SPEND);
	if (error !== OK) return error;
	const owner = capability(payer, CAPABILITY_OBJECT);
	error = checkCreate(owner, row, extent, slots);
	if (error !== OK) return error;
	error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	// ---- commit ----
	build(owner, row, extent, slots);
	setProcess(row, PROCESS_LABEL_FIELD, process(caller, PROCESS_LABEL_FIELD));
	put(caller, destination, KIND_PROCESS, row, process(row, PROCESS_GENERATION), RIGHTS_ALL & 31, 0);
	return OK;
}

/** May `owner` make process `row` with its tables in `extent`? */
export function checkCreate(owner: u32, row: u32, extent: u32, slots: u32): i32 {
	if (row === 0 || row >= PROCESS_COUNT || extent === 0 || extent >= REGION_COUNT) return NOT_AVAILABLE;
	if (process(row, PROCESS_ACCOUNT) !== owner || process(row, PROCESS_STATE) !== STATE_FREE) return NOT_AVAILABLE;
	if (process(row, PROCESS_GENERATION) >= GENERATION_LAST) return RETIRED;
	if (region(extent, REGION_OWNER) !== owner || region(extent, REGION_STATE) !== EXTENT_FREE) return NOT_AVAILABLE;
	if (region(extent, REGION_PAGES) !== PROCESS_BLOCK_PAGES) return INVALID_ARGUMENT;
	if (slots < 2 || slots > SLOTS_MOST) return INVALID_ARGUMENT;
	return account(owner, ACCOUNT_SLOTS) < slots ? QUOTA_EXCEEDED : OK;
}

/** Makes the process, stopped and empty; its block reads as zero. */
export function build(owner: u32, row: u32, extent: u32, slots: u32): void {
	const page = region(extent, REGION_PAGE);
	setAccount(owner, ACCOUNT_SLOTS, account(owner, ACCOUNT_SLOTS) - slots);
	setAccount(owner, ACCOUNT_PROCESSES, account(owner, ACCOUNT_PROCESSES) + 1);
	setRegion(extent, REGION_STATE, EXTENT_PROCESS);
	setRegion(extent, REGION_PROCESS, row);
	setProcess(row, PROCESS_STATE, STATE_STOPPED);
	setProcess(row, PROCESS_SLOTS, slots);
	setProcess(row, PROCESS_EXTENT, extent);
	setProcess64(row, PROCESS_ALARM_64, NEVER);
	setProcess64(row, PROCESS_ROOT_64, ((<u64>row) << 48) | ((<u64>page) << 12));
	machine.back(BLOCK_BASE + row * BLOCK_STRIDE, page, PROCESS_BLOCK_PAGES);
}

/** Starts from `init`; common to boot, start and restart. */
export function launch(row: u32): void {
	setProcess(row, PROCESS_STATE, STATE_STARTED);
	setProcess(row, PROCESS_INIT_DUE, 1);
	machine.reset(row);
	settle(row);
}

/** PROCESS_START(process), PROCESS_RESTART(process): the first takes a stopped process, the second a faulted one as well. */
export function processStart(caller: u32, slot: u32, restart: bool): i32 {
	const row = other(caller, slot, RIGHT_START);
	if (row < 0) return row;
	const state = process(row, PROCESS_STATE);
	if (state === STATE_STARTED || (state !== STATE_STOPPED && !restart)) return WRONG_STATE;
	if (process(row, PROCESS_ACTIVE) !== ACTIVE_NONE) return WRONG_STATE;
	if (process(row, PROCESS_PRIORITY) === 0 || process(row, PROCESS_BUDGET) === 0) return WRONG_STATE;
	if ((process(row, PROCESS_MAPPED) & MEMORIES_NEEDED) !== MEMORIES_NEEDED) return WRONG_STATE;
	// ---- commit ----
	launch(row);
	return OK;
}

/** PROCESS_STOP(process). Slot 0: the caller ends itself. */
export function processStop(caller: u32, slot: u32): i32 {
	const row = target(caller, slot, RIGHT_STOP);
	if (row < 0) return row;
	if (process(row, PROCESS_STATE) !== STATE_STARTED) return WRONG_STATE;
	// ---- commit ----
	setProcess(row, PROCESS_STATE, STATE_STOPPED);
	if (process(row, PROCESS_CALLEE) !== 0) setProcess(row, PROCESS_DOOMED, 1);
	else endActivation(row, SERVER_GONE, global(GLOBAL_CURRENT) === row ? 0 : process(row, PROCESS_LEFT));
	return OK;
}

/** PROCESS_DESTROY(account, processRow). */
export function processDestroy(caller: u32, payerSlot: u32, row: u32): i32 {
	const payer = find(caller, payerSlot, KIND_ACCOUNT);
	const error = lacks(payer, RIGHT_SPEND);
	if (error !== OK) return error;
	const owner = capability(payer, CAPABILITY_OBJECT);
	if (row === 0 || row >= PROCESS_COUNT || process(row, PROCESS_ACCOUNT) !== owner) return NOT_AVAILABLE;
	const state = process(row, PROCESS_STATE);
	if (state === STATE_FREE) return NOT_AVAILABLE;
	if (state === STATE_STARTED || process(row, PROCESS_ACTIVE) !== ACTIVE_NONE) return WRONG_STATE;
	// ---- commit ----
	const extent = process(row, PROCESS_EXTENT);
	const generation = process(row, PROCESS_GENERATION) + 1;
	setAccount(owner, ACCOUNT_SLOTS, account(owner, ACCOUNT_SLOTS) + process(row, PROCESS_SLOTS));
	setAccount(
		owner,
		ACCOUNT_CPU,
		account(owner, ACCOUNT_CPU) + share(process(row, PROCESS_BUDGET), process(row, PROCESS_PERIOD)),
	);
	setAccount(owner, ACCOUNT_PROCESSES, account(owner, ACCOUNT_PROCESSES) - 1);
	for (let memory: u32 = 0; memory < MEMORIES; memory++) {
		if ((process(row, PROCESS_MAPPED) & (1 << memory)) !== 0) machine.mapping(row, memory);
	}
	for (let field: u32 = 0; field < PROCESS_STRIDE / 8; field++) setProcess64(row, field * 8, 0);
	setProcess(row, PROCESS_GENERATION, generation);
	setProcess(row, PROCESS_ACCOUNT, owner);
	machine.forget(row);
	machine.unback(BLOCK_BASE + row * BLOCK_STRIDE, PROCESS_BLOCK_PAGES);
	setRegion(extent, REGION_STATE, EXTENT_FREE);
	setRegion(extent, REGION_PROCESS, 0);
	nextEpoch();
	return OK;
}

/** PROCESS_READ(process, what). Slot 0: the caller itself. */
export function processRead(caller: u32, slot: u32, what: u32): i32 {
	const row = target(caller, slot, 0);
	if (row < 0) return row;
	if (what === READ_PROCESS_STATE) return process(row, PROCESS_STATE);
	if (what === READ_PROCESS_TIME) return process(row, PROCESS_TIME) & 0x7fffffff;
	if (what === READ_PROCESS_LABEL) return process(row, PROCESS_LABEL_FIELD);
	if (what === READ_PROCESS_PRIORITY) return process(row, PROCESS_PRIORITY);
	if (what !== READ_PROCESS_FAULT) return INVALID_ARGUMENT;
	setGlobal(GLOBAL_OUT_WORDS, 2);
	setGlobal(GLOBAL_OUT_WORD0, process(row, PROCESS_PLACE));
	setGlobal(GLOBAL_OUT_WORD1, process(row, PROCESS_FAULT_COUNT));
	return process(row, PROCESS_CAUSE);
}

/** PROCESS_LABEL(control, process, label). Capabilities that the new label may not have die with it. */
export function processLabel(caller: u32, control: u32, slot: u32, label: u32): i32 {
	const error = lacks(find(caller, control, KIND_CONTROL), RIGHT_LABEL);
	if (error !== OK) return error;
	const row = other(caller, slot, RIGHT_CONFIGURE);
	if (row < 0) return row;
	if (label >= LABELS) return INVALID_ARGUMENT;
	// ---- commit ----
	setProcess(row, PROCESS_LABEL_FIELD, label);
	nextEpoch();
	return OK;
}
