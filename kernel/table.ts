/**
 * Access to the tables of layout.ts: the only file of the kernel that loads or stores. Rows and fields, never pointers:
 * a caller has compared the row with the table's count (or holds it from a field whose invariant says so). Every count is a power
 * of two and every row is masked with it, so that no access leaves its table whatever the caller did; on ARM64 the mask and the
 * scaling are one instruction, and knowing the range lets the compiler fold all fields of a row onto one address.
 */
import {
	ACCOUNT_BASE,
	ACCOUNT_COUNT,
	ACCOUNT_STRIDE,
	BLOCK_BASE,
	BLOCK_COUNT,
	BLOCK_L1_64,
	BLOCK_MAPPINGS,
	BLOCK_SLOTS,
	BLOCK_STRIDE,
	CAPABILITY_STRIDE,
	FLOW_BASE,
	GLOBAL_BASE,
	GRANT_BASE,
	GRANT_COUNT,
	GRANT_STRIDE,
	INTERRUPT_BASE,
	INTERRUPT_COUNT,
	INTERRUPT_STRIDE,
	LABELS,
	LEVEL_BASE,
	LEVEL_COUNT,
	LEVEL_READY0_64,
	LEVEL_STRIDE,
	MAPPING_COUNT,
	MAPPING_STRIDE,
	PRIORITIES_BASE,
	PRIORITIES_COUNT,
	PRIORITIES_STRIDE,
	PROCESS_AMOUNT0,
	PROCESS_BASE,
	PROCESS_COUNT,
	PROCESS_REFILL0_64,
	PROCESS_STRIDE,
	REGION_BASE,
	REGION_COUNT,
	REGION_STRIDE,
	SLOTS_MOST,
	TABLES_BASE,
	TABLES_COUNT,
	TABLES_STRIDE,
	TIMER_BASE,
	TIMER_COUNT,
	TIMER_STRIDE,
} from './layout.ts';

import {
	AccountRow,
	CapabilityRow,
	GrantRow,
	InterruptLineRow,
	LevelRow,
	MappingRow,
	ProcessRow,
	RegionRow,
} from './rows.ts';

/** "Never", for times. */
export const NEVER: u64 = u64.MAX_VALUE;

export function global(field: u32): u32 {
	return load<u32>(GLOBAL_BASE + field);
}
export function setGlobal(field: u32, value: u32): void {
	store<u32>(GLOBAL_BASE + field, value);
}
export function global64(field: u32): u64 {
	return load<u64>(GLOBAL_BASE + field);
}
export function setGlobal64(field: u32, value: u64): void {
	store<u64>(GLOBAL_BASE + field, value);
}

/** A process; row 0 is never used. */
export function process(row: u32): ProcessRow {
	return changetype<ProcessRow>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE);
}
/** Zeroes 8 bytes of a process's row: word `index` below PROCESS_STRIDE / 8. */
export function zeroProcess(row: u32, index: u32): void {
	store<u64>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE + (index & 31) * 8, 0);
}
/** Refill `index` (0..3) of a process: when, and how much. */
export function refillTime(row: u32, index: u32): u64 {
	return load<u64>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE + (index & 3) * 8, PROCESS_REFILL0_64);
}
export function setRefillTime(row: u32, index: u32, time: u64): void {
	store<u64>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE + (index & 3) * 8, time, PROCESS_REFILL0_64);
}
export function refillAmount(row: u32, index: u32): u32 {
	return load<u32>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE + (index & 3) * 4, PROCESS_AMOUNT0);
}
export function setRefillAmount(row: u32, index: u32, amount: u32): void {
	store<u32>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE + (index & 3) * 4, amount, PROCESS_AMOUNT0);
}

export function region(row: u32): RegionRow {
	return changetype<RegionRow>(REGION_BASE + (row & (REGION_COUNT - 1)) * REGION_STRIDE);
}
export function account(row: u32): AccountRow {
	return changetype<AccountRow>(ACCOUNT_BASE + (row & (ACCOUNT_COUNT - 1)) * ACCOUNT_STRIDE);
}
/** A counted field of an account, by its offset below ACCOUNT_STRIDE. */
export function amountOf(row: u32, field: u32): u32 {
	return load<u32>(ACCOUNT_BASE + (row & (ACCOUNT_COUNT - 1)) * ACCOUNT_STRIDE + (field & (ACCOUNT_STRIDE - 4)));
}
export function setAmount(row: u32, field: u32, value: u32): void {
	store<u32>(ACCOUNT_BASE + (row & (ACCOUNT_COUNT - 1)) * ACCOUNT_STRIDE + (field & (ACCOUNT_STRIDE - 4)), value);
}
export function grant(row: u32): GrantRow {
	return changetype<GrantRow>(GRANT_BASE + (row & (GRANT_COUNT - 1)) * GRANT_STRIDE);
}
export function interruptLine(row: u32): InterruptLineRow {
	return changetype<InterruptLineRow>(INTERRUPT_BASE + (row & (INTERRUPT_COUNT - 1)) * INTERRUPT_STRIDE);
}

/** Operations that `subject` may do to `object` (labels below LABELS). */
export function flow(subject: u32, object: u32): u32 {
	return load<u8>(FLOW_BASE + (subject & (LABELS - 1)) * LABELS + (object & (LABELS - 1)));
}
export function setFlow(subject: u32, object: u32, operations: u32): void {
	store<u8>(FLOW_BASE + (subject & (LABELS - 1)) * LABELS + (object & (LABELS - 1)), operations);
}

export function level(priority: u32): LevelRow {
	return changetype<LevelRow>(LEVEL_BASE + (priority & (LEVEL_COUNT - 1)) * LEVEL_STRIDE);
}
/** 64 processes of one priority, a bit each: `word` below 4. */
export function readyWord(priority: u32, word: u32): u64 {
	return load<u64>(LEVEL_BASE + (priority & (LEVEL_COUNT - 1)) * LEVEL_STRIDE + (word & 3) * 8, LEVEL_READY0_64);
}
export function setReadyWord(priority: u32, word: u32, value: u64): void {
	store<u64>(LEVEL_BASE + (priority & (LEVEL_COUNT - 1)) * LEVEL_STRIDE + (word & 3) * 8, value, LEVEL_READY0_64);
}

export function priorities(word: u32): u64 {
	return load<u64>(PRIORITIES_BASE + (word & (PRIORITIES_COUNT - 1)) * PRIORITIES_STRIDE);
}
export function setPriorities(word: u32, value: u64): void {
	store<u64>(PRIORITIES_BASE + (word & (PRIORITIES_COUNT - 1)) * PRIORITIES_STRIDE, value);
}

export function timer(node: u32): u64 {
	return load<u64>(TIMER_BASE + (node & (TIMER_COUNT - 1)) * TIMER_STRIDE);
}
export function setTimer(node: u32, value: u64): void {
	store<u64>(TIMER_BASE + (node & (TIMER_COUNT - 1)) * TIMER_STRIDE, value);
}

/** Address of a capability row; `slot` below SLOTS_MOST. Slot 0 stays empty for ever, so that 0 can mean "none". */
export function slotAddress(holder: u32, slot: u32): u32 {
	return (
		BLOCK_BASE +
		(holder & (BLOCK_COUNT - 1)) * BLOCK_STRIDE +
		BLOCK_SLOTS +
		(slot & (SLOTS_MOST - 1)) * CAPABILITY_STRIDE
	);
}
export function capability(address: u32): CapabilityRow {
	return changetype<CapabilityRow>(address);
}

export function mapping(holder: u32, memory: u32): MappingRow {
	const block = BLOCK_BASE + (holder & (BLOCK_COUNT - 1)) * BLOCK_STRIDE;
	return changetype<MappingRow>(block + BLOCK_MAPPINGS + (memory & (MAPPING_COUNT - 1)) * MAPPING_STRIDE);
}

/** Writes the first-level descriptor of window `memory`: windows are 8 GiB, an entry covers 1 GiB. */
export function setWindow(holder: u32, memory: u32, descriptor: u64): void {
	store<u64>(
		BLOCK_BASE + (holder & (BLOCK_COUNT - 1)) * BLOCK_STRIDE + BLOCK_L1_64 + 64 * ((memory & (MAPPING_COUNT - 1)) + 1),
		descriptor,
	);
}
/** Writes a page-table entry of a region: `table` 0 is its L2 table, 1..16 its L3 tables; `entry` below 512. */
export function setTable(row: u32, table: u32, entry: u32, descriptor: u64): void {
	store<u64>(
		TABLES_BASE + (row & (TABLES_COUNT - 1)) * TABLES_STRIDE + (table & 31) * 4096 + (entry & 511) * 8,
		descriptor,
	);
}
