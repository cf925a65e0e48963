/** PROCESS_CONFIGURE: priority, budget, worst case, fault handler, patience. */
import {
	CONFIGURE_BUDGET,
	CONFIGURE_HANDLER,
	CONFIGURE_PATIENCE,
	CONFIGURE_PRIORITY,
	CONFIGURE_WORST_CASE,
} from '../abi/calls.ts';
import { INVALID_ARGUMENT, OK, PRIORITY, QUOTA_EXCEEDED, WRONG_STATE } from '../abi/errors.ts';
import { KIND_GATE, KIND_PROCESS, RIGHT_CALL, RIGHT_CONFIGURE } from '../abi/rights.ts';
import { addRefill } from './budget.ts';
import { find, lacks } from './capability.ts';
import { ACTIVE_NONE } from './layout.ts';
import { insertReady, removeReady } from './ready.ts';
import { account, capability, process } from './table.ts';
import { updateTimer } from './timer.ts';

const PRIORITIES: u32 = 256;
const BUDGET_LEAST: u32 = 1000;
const NANOSECONDS_MOST: u32 = 0x7fffffff;
const BADGES: u32 = 32;
const PATIENCE_MOST: u32 = 255;

/** Part of the machine, in 1/65536, rounded up, that `budget` every `period` amounts to; 0 for a period of 0. */
export function share(budget: u32, period: u32): u32 {
	if (period === 0) return 0;
	return <u32>((((<u64>budget) << 16) + <u64>period - 1) / <u64>period);
}

/** PROCESS_CONFIGURE(process, field, value, value2). */
export function configure(caller: u32, slot: u32, field: u32, value: u32, value2: u32, now: u64): i32 {
	const holder = find(caller, slot, KIND_PROCESS);
	const error = lacks(holder, RIGHT_CONFIGURE);
	if (error !== OK) return error;
	const row = capability(holder).object;
	if (field === CONFIGURE_PRIORITY) return setPriority(row, value);
	if (field === CONFIGURE_BUDGET) return setBudget(row, value, value2, now);
	if (field === CONFIGURE_WORST_CASE) return setWorstCase(row, value);
	if (field === CONFIGURE_HANDLER) return setHandler(caller, row, value);
	if (field === CONFIGURE_PATIENCE) return setPatience(row, value);
	return INVALID_ARGUMENT;
}

function setPriority(row: u32, priority: u32): i32 {
	if (priority === 0 || priority >= PRIORITIES) return INVALID_ARGUMENT;
	if (priority > account(process(row).account).ceiling) return PRIORITY;
	if (process(row).active !== ACTIVE_NONE) return WRONG_STATE;
	// ---- commit ----
	const ready = process(row).ready !== 0;
	removeReady(row);
	process(row).priority = priority;
	if (ready) insertReady(row);
	return OK;
}

/** A new budget does not bring back what was used of the old one: that part comes a period from now. */
function setBudget(row: u32, budget: u32, period: u32, now: u64): i32 {
	if (budget < BUDGET_LEAST || budget > NANOSECONDS_MOST || period < budget) return INVALID_ARGUMENT;
	if (process(row).active !== ACTIVE_NONE) return WRONG_STATE;
	const owner = process(row).account;
	const old = process(row).budget;
	const free = account(owner).cpu + share(old, process(row).period);
	if (share(budget, period) > free) return QUOTA_EXCEEDED;
	// ---- commit ----
	account(owner).cpu = free - share(budget, period);
	const remaining = old === 0 ? budget : min(process(row).remaining, budget);
	process(row).budget = budget;
	process(row).period = period;
	process(row).remaining = remaining;
	clearRefills(row);
	addRefill(row, now + period, budget - remaining);
	updateTimer(row);
	return OK;
}

function clearRefills(row: u32): void {
	process(row).refills = 0;
	process(row).refill0 = 0;
	process(row).refill1 = 0;
	process(row).refill2 = 0;
	process(row).refill3 = 0;
	process(row).amount0 = 0;
	process(row).amount1 = 0;
	process(row).amount2 = 0;
	process(row).amount3 = 0;
}

function setWorstCase(row: u32, nanoseconds: u32): i32 {
	if (nanoseconds === 0 || nanoseconds > NANOSECONDS_MOST) return INVALID_ARGUMENT;
	if (process(row).active !== ACTIVE_NONE) return WRONG_STATE;
	// ---- commit ----
	process(row).worstCase = nanoseconds;
	return OK;
}

function setHandler(caller: u32, row: u32, slot: u32): i32 {
	if (slot === 0) {
		// ---- commit ----
		process(row).handler = 0;
		return OK;
	}
	const gate = find(caller, slot, KIND_GATE);
	const error = lacks(gate, RIGHT_CALL);
	if (error !== OK) return error;
	if (capability(gate).badge >= BADGES) return INVALID_ARGUMENT;
	// ---- commit ----
	process(row).handler = capability(gate).object;
	process(row).handlerGeneration = capability(gate).generation;
	process(row).handlerBadge = capability(gate).badge;
	return OK;
}

function setPatience(row: u32, patience: u32): i32 {
	if (patience > PATIENCE_MOST) return INVALID_ARGUMENT;
	// ---- commit ----
	process(row).patience = patience;
	return OK;
}
