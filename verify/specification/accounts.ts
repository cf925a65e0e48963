/** The chapter "Accounts" of docs/reference/01-kernel.md. */
import {
	READ_ACCOUNT_CEILING,
	READ_ACCOUNT_CPU,
	READ_ACCOUNT_PAGES,
	READ_ACCOUNT_PROCESSES,
	READ_ACCOUNT_SLOTS,
	STATE_FREE,
} from '../../abi/calls.ts';
import { INVALID_ARGUMENT, NOT_AVAILABLE, OK, PRIORITY, QUOTA_EXCEEDED, WRONG_STATE } from '../../abi/errors.ts';
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
} from '../../abi/rights.ts';
import {
	ACCOUNT_COUNT,
	EXTENT_FREE,
	EXTENT_UNUSED,
	GRANT_COUNT,
	PROCESS_COUNT,
	REGION_COUNT,
} from '../../kernel/layout.ts';
import { put } from './capabilities.ts';
import { empty, find, isRow, must, needs, notRetired, notRetiredNext, objectOf } from './conventions.ts';
import { handOn } from './regions.ts';
import { account, grant, process, region } from './state.ts';

const FREE: u32 = 0;
const LIVE: u32 = 1;
const PRIORITY_MOST: u32 = 255;
/** "Capability with spend, split, copy, transfer." */
export const RIGHTS_ACCOUNT: u32 = RIGHT_SPEND | RIGHT_SPLIT | RIGHT_COPY | RIGHT_TRANSFER;

/** find(account, Account), needs SPLIT. */
function findSplit(caller: u32, slot: u32): i32 {
	return find(caller, slot, KIND_ACCOUNT) || needs(caller, slot, RIGHT_SPLIT);
}

/** Account row of the account, in the state: a live one is its child. */
function isAccount(row: u32, owner: u32, state: u32): bool {
	return isRow(row, ACCOUNT_COUNT) && account(row).state === state && account(row).parent === owner;
}

/**
 * ACCOUNT_CREATE(parent, row, destination, ceiling): find(parent, Account), needs SPLIT; free account row of it; not RETIRED; ceiling
 * 1..255 else INVALID_ARGUMENT; ≤ parent's else PRIORITY; empty(destination). An empty child.
 */
export function accountCreate(caller: u32, slot: u32, row: u32, destination: u32, ceiling: u32): i32 {
	const parent = objectOf(caller, slot);
	const error =
		findSplit(caller, slot) ||
		must(isAccount(row, parent, FREE), NOT_AVAILABLE) ||
		notRetired(account(row).generation) ||
		must(ceiling >= 1 && ceiling <= PRIORITY_MOST, INVALID_ARGUMENT) ||
		must(ceiling <= account(parent).ceiling, PRIORITY) ||
		empty(caller, destination);
	if (error !== OK) return error;
	account(row).state = LIVE;
	account(row).ceiling = ceiling;
	put(caller, destination, KIND_ACCOUNT, row, RIGHTS_ACCOUNT, 0);
	return OK;
}

/**
 * ACCOUNT_GIVE(from, to, resource, amountOrRow): find(from), needs SPLIT; find(to), needs SPLIT; different, known resource else
 * INVALID_ARGUMENT; then by resource.
 */
export function accountGive(caller: u32, fromSlot: u32, toSlot: u32, resource: u32, value: u32): i32 {
	const from = objectOf(caller, fromSlot);
	const to = objectOf(caller, toSlot);
	const error = findSplit(caller, fromSlot) || findSplit(caller, toSlot) || must(from !== to, INVALID_ARGUMENT);
	if (error !== OK) return error;
	if (resource === RESOURCE_SLOTS) return giveSlots(from, to, value);
	if (resource === RESOURCE_CPU) return giveCpu(from, to, value);
	if (resource === RESOURCE_PROCESS_ROW) return giveProcessRow(from, to, value);
	if (resource === RESOURCE_REGION_ROW) return giveRegionRow(from, to, value);
	if (resource === RESOURCE_GRANT_ROW) return giveGrantRow(from, to, value);
	if (resource === RESOURCE_ACCOUNT_ROW) return giveAccountRow(from, to, value);
	return INVALID_ARGUMENT;
}

/** Capability slots: amount there else QUOTA_EXCEEDED. */
function giveSlots(from: u32, to: u32, amount: u32): i32 {
	const error = must(account(from).slots >= amount, QUOTA_EXCEEDED);
	if (error !== OK) return error;
	account(from).slots -= amount;
	account(to).slots += amount;
	return OK;
}

/** CPU share: amount there else QUOTA_EXCEEDED. */
function giveCpu(from: u32, to: u32, amount: u32): i32 {
	const error = must(account(from).cpu >= amount, QUOTA_EXCEEDED);
	if (error !== OK) return error;
	account(from).cpu -= amount;
	account(to).cpu += amount;
	return OK;
}

/** Row of `from`, free, else NOT_AVAILABLE. */
function giveProcessRow(from: u32, to: u32, row: u32): i32 {
	const free = isRow(row, PROCESS_COUNT) && process(row).account === from && process(row).state === STATE_FREE;
	const error = must(free, NOT_AVAILABLE);
	if (error !== OK) return error;
	process(row).account = to;
	account(from).processRows -= 1;
	account(to).processRows += 1;
	return OK;
}

/** Row of `from`, unused or a free extent, else NOT_AVAILABLE: its memory goes with it. */
function giveRegionRow(from: u32, to: u32, row: u32): i32 {
	const idle = region(row).state === EXTENT_UNUSED || region(row).state === EXTENT_FREE;
	const error = must(isRow(row, REGION_COUNT) && region(row).owner === from && idle, NOT_AVAILABLE);
	if (error !== OK) return error;
	handOn(from, row, to);
	return OK;
}

/** Row of `from`, unused, else NOT_AVAILABLE. */
function giveGrantRow(from: u32, to: u32, row: u32): i32 {
	const unused = isRow(row, GRANT_COUNT) && grant(row).owner === from && grant(row).level === 0;
	const error = must(unused, NOT_AVAILABLE);
	if (error !== OK) return error;
	grant(row).owner = to;
	account(from).grantRows -= 1;
	account(to).grantRows += 1;
	return OK;
}

/** Row of `from`, free, else NOT_AVAILABLE. */
function giveAccountRow(from: u32, to: u32, row: u32): i32 {
	const error = must(isAccount(row, from, FREE), NOT_AVAILABLE);
	if (error !== OK) return error;
	account(row).parent = to;
	account(from).accountRows -= 1;
	account(to).accountRows += 1;
	return OK;
}

/** Does it own a row of any table? */
function ownsRows(row: u32): bool {
	const owner = account(row);
	return (owner.processRows | owner.regionRows | owner.grantRows | owner.accountRows) !== 0;
}

/**
 * ACCOUNT_DESTROY(parent, row): find(parent), needs SPLIT; live child else NOT_AVAILABLE; owns no rows else WRONG_STATE. Amounts return to
 * the parent.
 */
export function accountDestroy(caller: u32, slot: u32, row: u32): i32 {
	const parent = objectOf(caller, slot);
	const error =
		findSplit(caller, slot) || must(isAccount(row, parent, LIVE), NOT_AVAILABLE) || must(!ownsRows(row), WRONG_STATE);
	if (error !== OK) return error;
	account(parent).slots += account(row).slots;
	account(parent).cpu += account(row).cpu;
	account(row).state = FREE;
	account(row).generation += 1;
	account(row).slots = 0;
	account(row).cpu = 0;
	account(row).ceiling = 0;
	return OK;
}

/**
 * ACCOUNT_REVOKE(parent, row, destination): find(parent), needs SPLIT; live child else NOT_AVAILABLE; not RETIRED; empty(destination).
 * Every capability to the child is dead; a fresh one.
 */
export function accountRevoke(caller: u32, slot: u32, row: u32, destination: u32): i32 {
	const error =
		findSplit(caller, slot) ||
		must(isAccount(row, objectOf(caller, slot), LIVE), NOT_AVAILABLE) ||
		notRetiredNext(account(row).generation) ||
		empty(caller, destination);
	if (error !== OK) return error;
	account(row).generation += 1;
	put(caller, destination, KIND_ACCOUNT, row, RIGHTS_ACCOUNT, 0);
	return OK;
}

/** ACCOUNT_READ(account, what): find(account); known `what` else INVALID_ARGUMENT. */
export function accountRead(caller: u32, slot: u32, what: u32): i32 {
	const row = objectOf(caller, slot);
	const error = find(caller, slot, KIND_ACCOUNT);
	if (error !== OK) return error;
	if (what === READ_ACCOUNT_SLOTS) return account(row).slots;
	if (what === READ_ACCOUNT_CPU) return account(row).cpu;
	if (what === READ_ACCOUNT_PAGES) return account(row).pages;
	if (what === READ_ACCOUNT_PROCESSES) return account(row).processes;
	if (what === READ_ACCOUNT_CEILING) return account(row).ceiling;
	return INVALID_ARGUMENT;
}
