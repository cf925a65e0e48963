/** Accounts: the quota tree. What a child has its parent no longer has, so every ancestor is charged without a walk. */
import {
	READ_ACCOUNT_CEILING,
	READ_ACCOUNT_CPU,
	READ_ACCOUNT_PAGES,
	READ_ACCOUNT_PROCESSES,
	READ_ACCOUNT_SLOTS,
	STATE_FREE,
} from '../abi/calls.ts';
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK, PRIORITY, QUOTA_EXCEEDED, RETIRED, WRONG_STATE } from '../abi/errors.ts';
import {
	KIND_ACCOUNT,
	RESOURCE_ACCOUNT_ROW,
	RESOURCE_CPU,
	RESOURCE_GRANT_ROW,
	RESOURCE_PROCESS_ROW,
	RESOURCE_REGION_ROW,
	RESOURCE_SLOTS,
	RIGHT_COPY,
	RIGHT_SPEND,
	RIGHT_SPLIT,
	RIGHT_TRANSFER,
} from '../abi/rights.ts';
import { checkEmpty, find, lacks, put } from './capability.ts';
import {
	ACCOUNT_ACCOUNT_ROWS,
	ACCOUNT_COUNT,
	ACCOUNT_CPU,
	ACCOUNT_GRANT_ROWS,
	ACCOUNT_PROCESS_ROWS,
	ACCOUNT_SLOTS,
	EXTENT_FREE,
	EXTENT_UNUSED,
	GENERATION_LAST,
	GRANT_COUNT,
	PROCESS_COUNT,
	REGION_COUNT,
} from './layout.ts';
import { moveRegionRow } from './region.ts';
import { account, amountOf, capability, grant, process, region, setAmount } from './table.ts';

const FREE: u32 = 0;
const LIVE: u32 = 1;
const PRIORITY_MOST: u32 = 255;
const RIGHTS_ACCOUNT: u32 = RIGHT_SPEND | RIGHT_SPLIT | RIGHT_COPY | RIGHT_TRANSFER;

/** The account that `slot` stands for, if the caller may split it. Row or error. */
function splitter(caller: u32, slot: u32): i32 {
	const address = find(caller, slot, KIND_ACCOUNT);
	const error = lacks(address, RIGHT_SPLIT);
	return error !== OK ? error : <i32>capability(address).object;
}

/** ACCOUNT_CREATE(account, accountRow, destination, priorityCeiling). */
export function accountCreate(caller: u32, parentSlot: u32, row: u32, destination: u32, ceiling: u32): i32 {
	const parent = splitter(caller, parentSlot);
	if (parent < 0) return parent;
	if (row === 0 || row >= ACCOUNT_COUNT || account(row).parent !== parent) return NOT_AVAILABLE;
	if (account(row).state !== FREE) return NOT_AVAILABLE;
	if (account(row).generation >= GENERATION_LAST) return RETIRED;
	if (ceiling === 0 || ceiling > PRIORITY_MOST) return INVALID_ARGUMENT;
	if (ceiling > account(parent).ceiling) return PRIORITY;
	const error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	// ---- commit ----
	account(row).state = LIVE;
	account(row).ceiling = ceiling;
	put(caller, destination, KIND_ACCOUNT, row, account(row).generation, RIGHTS_ACCOUNT, 0);
	return OK;
}

/** ACCOUNT_GIVE(fromAccount, toAccount, resource, amountOrRow): splitting and taking back alike. */
export function accountGive(caller: u32, fromSlot: u32, toSlot: u32, resource: u32, value: u32): i32 {
	const from = splitter(caller, fromSlot);
	if (from < 0) return from;
	const to = splitter(caller, toSlot);
	if (to < 0) return to;
	if (from === to) return INVALID_ARGUMENT;
	if (resource === RESOURCE_SLOTS) return giveAmount(from, to, ACCOUNT_SLOTS, value);
	if (resource === RESOURCE_CPU) return giveAmount(from, to, ACCOUNT_CPU, value);
	if (resource === RESOURCE_PROCESS_ROW) return giveProcessRow(from, to, value);
	if (resource === RESOURCE_REGION_ROW) return giveRegionRow(from, to, value);
	if (resource === RESOURCE_GRANT_ROW) return giveGrantRow(from, to, value);
	return resource === RESOURCE_ACCOUNT_ROW ? giveAccountRow(from, to, value) : INVALID_ARGUMENT;
}

/** Moves `amount` of a counted field. */
function giveAmount(from: u32, to: u32, field: u32, amount: u32): i32 {
	if (amountOf(from, field) < amount) return QUOTA_EXCEEDED;
	// ---- commit ----
	setAmount(from, field, amountOf(from, field) - amount);
	setAmount(to, field, amountOf(to, field) + amount);
	return OK;
}

function giveProcessRow(from: u32, to: u32, row: u32): i32 {
	if (row === 0 || row >= PROCESS_COUNT || process(row).account !== from) return NOT_AVAILABLE;
	if (process(row).state !== STATE_FREE) return NOT_AVAILABLE;
	// ---- commit ----
	process(row).account = to;
	return giveAmount(from, to, ACCOUNT_PROCESS_ROWS, 1);
}

function giveRegionRow(from: u32, to: u32, row: u32): i32 {
	if (row === 0 || row >= REGION_COUNT || region(row).owner !== from) return NOT_AVAILABLE;
	const state = region(row).state;
	if (state !== EXTENT_UNUSED && state !== EXTENT_FREE) return NOT_AVAILABLE;
	// ---- commit ----
	moveRegionRow(from, to, row);
	return OK;
}

function giveGrantRow(from: u32, to: u32, row: u32): i32 {
	if (row === 0 || row >= GRANT_COUNT || grant(row).owner !== from) return NOT_AVAILABLE;
	if (grant(row).level !== 0) return NOT_AVAILABLE;
	// ---- commit ----
	grant(row).owner = to;
	return giveAmount(from, to, ACCOUNT_GRANT_ROWS, 1);
}

function giveAccountRow(from: u32, to: u32, row: u32): i32 {
	if (row === 0 || row >= ACCOUNT_COUNT || account(row).parent !== from) return NOT_AVAILABLE;
	if (account(row).state !== FREE || row === to) return NOT_AVAILABLE;
	// ---- commit ----
	account(row).parent = to;
	return giveAmount(from, to, ACCOUNT_ACCOUNT_ROWS, 1);
}

/** ACCOUNT_DESTROY(account, accountRow). What it owned by row has been taken back before; amounts return by themselves. */
export function accountDestroy(caller: u32, parentSlot: u32, row: u32): i32 {
	const parent = splitter(caller, parentSlot);
	if (parent < 0) return parent;
	if (row === 0 || row >= ACCOUNT_COUNT || account(row).parent !== parent) return NOT_AVAILABLE;
	if (account(row).state !== LIVE) return NOT_AVAILABLE;
	const rows = account(row).processRows | account(row).regionRows;
	if ((rows | account(row).grantRows | account(row).accountRows) !== 0) return WRONG_STATE;
	// ---- commit ----
	account(parent).slots += account(row).slots;
	account(parent).cpu += account(row).cpu;
	account(row).state = FREE;
	account(row).generation += 1;
	account(row).slots = 0;
	account(row).cpu = 0;
	account(row).ceiling = 0;
	return OK;
}

/** ACCOUNT_REVOKE(account, accountRow, destination): so that a parent can always take back what it gave. */
export function accountRevoke(caller: u32, parentSlot: u32, row: u32, destination: u32): i32 {
	const parent = splitter(caller, parentSlot);
	if (parent < 0) return parent;
	if (row === 0 || row >= ACCOUNT_COUNT || account(row).parent !== parent) return NOT_AVAILABLE;
	if (account(row).state !== LIVE) return NOT_AVAILABLE;
	if (account(row).generation + 1 >= GENERATION_LAST) return RETIRED;
	const error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	// ---- commit ----
	account(row).generation += 1;
	put(caller, destination, KIND_ACCOUNT, row, account(row).generation, RIGHTS_ACCOUNT, 0);
	return OK;
}

/** ACCOUNT_READ(account, what). */
export function accountRead(caller: u32, slot: u32, what: u32): i32 {
	const address = find(caller, slot, KIND_ACCOUNT);
	const error = lacks(address, 0);
	if (error !== OK) return error;
	const row = capability(address).object;
	if (what === READ_ACCOUNT_SLOTS) return account(row).slots;
	if (what === READ_ACCOUNT_CPU) return account(row).cpu;
	if (what === READ_ACCOUNT_PAGES) return account(row).pages;
	if (what === READ_ACCOUNT_PROCESSES) return account(row).processes;
	return what === READ_ACCOUNT_CEILING ? <i32>account(row).ceiling : INVALID_ARGUMENT;
}
