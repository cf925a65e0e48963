/**
 * The kernel's state as the specification and the invariants see it: the tables of kernel/layout.ts and nothing else. Every row index is
 * masked with its table's size, so that no access leaves its table, whatever was passed.
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
} from '../../kernel/layout.ts';
import {
	AccountRow,
	CapabilityRow,
	checkRows,
	GrantRow,
	LevelRow,
	LineRow,
	MappingRow,
	ProcessRow,
	RegionRow,
} from './rows.ts';

checkRows();

/** "Never", for times. */
export const NEVER: u64 = u64.MAX_VALUE;

// ---- the GLOBAL row ----
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

// ---- rows ----
export function process(row: u32): ProcessRow {
	return changetype<ProcessRow>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE);
}
export function region(row: u32): RegionRow {
	return changetype<RegionRow>(REGION_BASE + (row & (REGION_COUNT - 1)) * REGION_STRIDE);
}
export function account(row: u32): AccountRow {
	return changetype<AccountRow>(ACCOUNT_BASE + (row & (ACCOUNT_COUNT - 1)) * ACCOUNT_STRIDE);
}
export function grant(row: u32): GrantRow {
	return changetype<GrantRow>(GRANT_BASE + (row & (GRANT_COUNT - 1)) * GRANT_STRIDE);
}
/** An interrupt line. */
export function line(row: u32): LineRow {
	return changetype<LineRow>(INTERRUPT_BASE + (row & (INTERRUPT_COUNT - 1)) * INTERRUPT_STRIDE);
}
/** The ready processes of one priority. */
export function level(priority: u32): LevelRow {
	return changetype<LevelRow>(LEVEL_BASE + (priority & (LEVEL_COUNT - 1)) * LEVEL_STRIDE);
}
function block(holder: u32): u32 {
	return BLOCK_BASE + (holder & (BLOCK_COUNT - 1)) * BLOCK_STRIDE;
}
/** The capability in `slot` of a process's table; slot 0 is empty for ever. */
export function capability(holder: u32, slot: u32): CapabilityRow {
	return changetype<CapabilityRow>(block(holder) + BLOCK_SLOTS + (slot & (SLOTS_MOST - 1)) * CAPABILITY_STRIDE);
}
export function mapping(holder: u32, memory: u32): MappingRow {
	return changetype<MappingRow>(block(holder) + BLOCK_MAPPINGS + (memory & (MAPPING_COUNT - 1)) * MAPPING_STRIDE);
}

// ---- words that are numbered ----
/** Word `word` (0..3) of the 256 processes of one priority, a bit each. */
export function readyWord(priority: u32, word: u32): u64 {
	return load<u64>(LEVEL_BASE + (priority & (LEVEL_COUNT - 1)) * LEVEL_STRIDE + (word & 3) * 8, LEVEL_READY0_64);
}
export function setReadyWord(priority: u32, word: u32, value: u64): void {
	store<u64>(LEVEL_BASE + (priority & (LEVEL_COUNT - 1)) * LEVEL_STRIDE + (word & 3) * 8, value, LEVEL_READY0_64);
}
/** Word `word` (0..3) of the 256 priorities, a bit each. */
export function priorities(word: u32): u64 {
	return load<u64>(PRIORITIES_BASE + (word & (PRIORITIES_COUNT - 1)) * PRIORITIES_STRIDE);
}
export function setPriorities(word: u32, value: u64): void {
	store<u64>(PRIORITIES_BASE + (word & (PRIORITIES_COUNT - 1)) * PRIORITIES_STRIDE, value);
}
/** Refill `index` (0..3) of a process: when, and how much. */
export function refillTime(row: u32, index: u32): u64 {
	return load<u64>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE + (index & 3) * 8, PROCESS_REFILL0_64);
}
export function refillAmount(row: u32, index: u32): u32 {
	return load<u32>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE + (index & 3) * 4, PROCESS_AMOUNT0);
}
export function setRefill(row: u32, index: u32, time: u64, amount: u32): void {
	const address = PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE;
	store<u64>(address + (index & 3) * 8, time, PROCESS_REFILL0_64);
	store<u32>(address + (index & 3) * 4, amount, PROCESS_AMOUNT0);
}
/** Zeroes 8 bytes of a process's row: word `index` below PROCESS_STRIDE / 8. */
export function zeroProcess(row: u32, index: u32): void {
	store<u64>(PROCESS_BASE + (row & (PROCESS_COUNT - 1)) * PROCESS_STRIDE + (index & 31) * 8, 0);
}
/** Node 1 of the tournament tree is the earliest time, node 256 + p the time that process p waits for. */
export function timer(node: u32): u64 {
	return load<u64>(TIMER_BASE + (node & (TIMER_COUNT - 1)) * TIMER_STRIDE);
}
export function setTimer(node: u32, time: u64): void {
	store<u64>(TIMER_BASE + (node & (TIMER_COUNT - 1)) * TIMER_STRIDE, time);
}

// ---- the flow matrix ----
/** Operations that label `subject` may do to label `object`. */
export function operations(subject: u32, object: u32): u32 {
	return load<u8>(FLOW_BASE + (subject & (LABELS - 1)) * LABELS + (object & (LABELS - 1)));
}
export function setOperations(subject: u32, object: u32, allowed: u32): void {
	store<u8>(FLOW_BASE + (subject & (LABELS - 1)) * LABELS + (object & (LABELS - 1)), allowed);
}

// ---- page tables ----
/** First-level descriptor of memory `memory`: windows are 8 GiB, an entry covers 1 GiB. */
export function window(holder: u32, memory: u32): u64 {
	return load<u64>(block(holder) + BLOCK_L1_64 + 64 * ((memory & (MAPPING_COUNT - 1)) + 1));
}
export function setWindow(holder: u32, memory: u32, descriptor: u64): void {
	store<u64>(block(holder) + BLOCK_L1_64 + 64 * ((memory & (MAPPING_COUNT - 1)) + 1), descriptor);
}
/** Entry `entry` of a region's page tables: `table` 0 is its L2 table, 1..16 its L3 tables. */
export function tableEntry(row: u32, table: u32, entry: u32): u64 {
	return load<u64>(TABLES_BASE + (row & (TABLES_COUNT - 1)) * TABLES_STRIDE + (table & 31) * 4096 + (entry & 511) * 8);
}
export function setTableEntry(row: u32, table: u32, entry: u32, descriptor: u64): void {
	const address = TABLES_BASE + (row & (TABLES_COUNT - 1)) * TABLES_STRIDE + (table & 31) * 4096 + (entry & 511) * 8;
	store<u64>(address, descriptor);
}
