/** What accounts count, and what is never made or lost: the part of each row in each sum. Rows 0 are nobody's. */
import { STATE_FREE } from '../../../abi/calls.ts';
import { MEMORY_DEVICE } from '../../../kernel/layout.ts';
import { account, grant, process, region } from '../state.ts';

const SHARE_BITS: u64 = 16;

/** 1 if `row` is a row that `owner` owns, given who owns it. */
function counts(row: u32, owns: u32, owner: u32): u32 {
	return row !== 0 && owns === owner ? 1 : 0;
}

export function regionRowsOf(row: u32, owner: u32): u32 {
	return counts(row, region(row).owner, owner);
}
export function regionRowsTotal(owner: u32): u32 {
	return account(owner).regionRows;
}

/** Of device memory only the page tables are RAM. */
export function pagesOf(row: u32, owner: u32): u32 {
	if (counts(row, region(row).owner, owner) === 0) return 0;
	return (region(row).kind === MEMORY_DEVICE ? 0 : region(row).pages) + region(row).tablePages;
}
export function pagesTotal(owner: u32): u32 {
	return account(owner).pages;
}

export function processRowsOf(row: u32, owner: u32): u32 {
	return counts(row, process(row).account, owner);
}
export function processRowsTotal(owner: u32): u32 {
	return account(owner).processRows;
}

export function processesOf(row: u32, owner: u32): u32 {
	return process(row).state === STATE_FREE ? 0 : counts(row, process(row).account, owner);
}
export function processesTotal(owner: u32): u32 {
	return account(owner).processes;
}

export function grantRowsOf(row: u32, owner: u32): u32 {
	return counts(row, grant(row).owner, owner);
}
export function grantRowsTotal(owner: u32): u32 {
	return account(owner).grantRows;
}

export function accountRowsOf(row: u32, owner: u32): u32 {
	return counts(row, account(row).parent, owner);
}
export function accountRowsTotal(owner: u32): u32 {
	return account(owner).accountRows;
}

// ---- conserved ----

export function slotsOfAccount(row: u32): u32 {
	return account(row).slots;
}
export function slotsOfProcess(row: u32): u32 {
	return process(row).slots;
}

export function cpuOfAccount(row: u32): u32 {
	return account(row).cpu;
}
/** Part of the machine, in 1/65536, rounded up. */
export function cpuOfProcess(row: u32): u32 {
	const period = <u64>process(row).period;
	if (period === 0) return 0;
	return <u32>((((<u64>process(row).budget) << SHARE_BITS) + period - 1) / period);
}

export function pagesOfAccount(row: u32): u32 {
	return account(row).pages;
}
