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
import {
	ACCOUNT_CEILING,
	ACCOUNT_CPU,
	ACTIVE_NONE,
	CAPABILITY_BADGE,
	CAPABILITY_GENERATION,
	CAPABILITY_OBJECT,
	PROCESS_ACCOUNT,
	PROCESS_ACTIVE,
	PROCESS_AMOUNT0,
	PROCESS_AMOUNT1,
	PROCESS_AMOUNT2,
	PROCESS_AMOUNT3,
	PROCESS_BUDGET,
	PROCESS_HANDLER,
	PROCESS_HANDLER_BADGE,
	PROCESS_HANDLER_GENERATION,
	PROCESS_PATIENCE,
	PROCESS_PERIOD,
	PROCESS_PRIORITY,
	PROCESS_READY,
	PROCESS_REFILL0_64,
	PROCESS_REFILL1_64,
	PROCESS_REFILL2_64,
	PROCESS_REFILL3_64,
	PROCESS_REFILLS,
	PROCESS_REMAINING,
	PROCESS_WORST_CASE,
} from './layout.ts';
import { insertReady, removeReady } from './ready.ts';
import { account, capability, process, setAccount, setProcess, setProcess64 } from './table.ts';
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
	const row = capability(holder, CAPABILITY_OBJECT);
	if (field === CONFIGURE_PRIORITY) return setPriority(row, value);
	if (field === CONFIGURE_BUDGET) return setBudget(row, value, value2, now);
	if (field === CONFIGURE_WORST_CASE) return setWorstCase(row, value);
	if (field === CONFIGURE_HANDLER) return setHandler(caller, row, value);
	if (field === CONFIGURE_PATIENCE) return setPatience(row, value);
	return INVALID_ARGUMENT;
}

function setPriority(row: u32, priority: u32): i32 {
	if (priority === 0 || priority >= PRIORITIES) return INVALID_ARGUMENT;
	if (priority > account(process(row, PROCESS_ACCOUNT), ACCOUNT_CEILING)) return PRIORITY;
	if (process(row, PROCESS_ACTIVE) !== ACTIVE_NONE) return WRONG_STATE;
	// ---- commit ----
	const ready = process(row, PROCESS_READY) !== 0;
	removeReady(row);
	setProcess(row, PROCESS_PRIORITY, priority);
	if (ready) insertReady(row);
	return OK;
}

/** A new budget does not bring back what was used of the old one: that part comes a period from now. */
function setBudget(row: u32, budget: u32, period: u32, now: u64): i32 {
	if (budget < BUDGET_LEAST || budget > NANOSECONDS_MOST || period < budget) return INVALID_ARGUMENT;
	if (process(row, PROCESS_ACTIVE) !== ACTIVE_NONE) return WRONG_STATE;
	const owner = process(row, PROCESS_ACCOUNT);
	const old = process(row, PROCESS_BUDGET);
	const free = account(owner, ACCOUNT_CPU) + share(old, process(row, PROCESS_PERIOD));
	if (share(budget, period) > free) return QUOTA_EXCEEDED;
	// ---- commit ----
	setAccount(owner, ACCOUNT_CPU, free - share(budget, period));
	const remaining = old === 0 ? budget : min(process(row, PROCESS_REMAINING), budget);
	setProcess(row, PROCESS_BUDGET, budget);
	setProcess(row, PROCESS_PERIOD, period);
	setProcess(row, PROCESS_REMAINING, remaining);
	clearRefills(row);
	addRefill(row, now + period, budget - remaining);
	updateTimer(row);
	return OK;
}

function clearRefills(row: u32): void {
	setProcess(row, PROCESS_REFILLS, 0);
	setProcess64(row, PROCESS_REFILL0_64, 0);
	setProcess64(row, PROCESS_REFILL1_64, 0);
	setProcess64(row, PROCESS_REFILL2_64, 0);
	setProcess64(row, PROCESS_REFILL3_64, 0);
	setProcess(row, PROCESS_AMOUNT0, 0);
	setProcess(row, PROCESS_AMOUNT1, 0);
	setProcess(row, PROCESS_AMOUNT2, 0);
	setProcess(row, PROCESS_AMOUNT3, 0);
}

function setWorstCase(row: u32, nanoseconds: u32): i32 {
	if (nanoseconds === 0 || nanoseconds > NANOSECONDS_MOST) return INVALID_ARGUMENT;
	if (process(row, PROCESS_ACTIVE) !== ACTIVE_NONE) return WRONG_STATE;
	// ---- commit ----
	setProcess(row, PROCESS_WORST_CASE, nanoseconds);
	return OK;
}

function setHandler(caller: u32, row: u32, slot: u32): i32 {
	if (slot === 0) {
		// ---- commit ----
		setProcess(row, PROCESS_HANDLER, 0);
		return OK;
	}
	const gate = find(caller, slot, KIND_GATE);
	const error = lacks(gate, RIGHT_CALL);
	if (error !== OK) return error;
	if (capability(gate, CAPABILITY_BADGE) >= BADGES) return INVALID_ARGUMENT;
	// ---- commit ----
	setProcess(row, PROCESS_HANDLER, capability(gate, CAPABILITY_OBJECT));
	setProcess(row, PROCESS_HANDLER_GENERATION, capability(gate, CAPABILITY_GENERATION));
	setProcess(row, PROCESS_HANDLER_BADGE, capability(gate, CAPABILITY_BADGE));
	return OK;
}

function setPatience(row: u32, patience: u32): i32 {
	if (patience > PATIENCE_MOST) return INVALID_ARGUMENT;
	// ---- commit ----
	setProcess(row, PROCESS_PATIENCE, patience);
	return OK;
}
