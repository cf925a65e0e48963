/** PROCESS_CONFIGURE, from the chapter "Processes" of docs/reference/01-kernel.md. */
import {
	CONFIGURE_BUDGET,
	CONFIGURE_HANDLER,
	CONFIGURE_PATIENCE,
	CONFIGURE_PRIORITY,
	CONFIGURE_WORST_CASE,
} from '../../abi/calls.ts';
import { INVALID_ARGUMENT, OK, PRIORITY, QUOTA_EXCEEDED, WRONG_STATE } from '../../abi/errors.ts';
import { KIND_GATE, KIND_PROCESS, RIGHT_CALL, RIGHT_CONFIGURE } from '../../abi/rights.ts';
import { ACTIVE_NONE } from '../../kernel/layout.ts';
import { addRefill, updateTimer } from './budgets.ts';
import { find, must, needs, objectOf } from './conventions.ts';
import { insertReady, removeReady } from './ready.ts';
import { account, capability, process, setRefill } from './state.ts';

const MICROSECOND: u32 = 1000;
const NANOSECONDS_MOST: u32 = 0x7fffffff;
const HANDLER_BADGES: u32 = 32;
const PRIORITY_MOST: u32 = 255;
const PATIENCE_MOST: u32 = 255;
const REFILLS: u32 = 4;

/** ⌈budget·65536/period⌉, 0 for a period of 0. */
export function share(budget: u32, period: u32): u32 {
	if (period === 0) return 0;
	return <u32>((((<u64>budget) << 16) + <u64>period - 1) / <u64>period);
}

/** PROCESS_CONFIGURE(process, field, value, value2): find(process), needs CONFIGURE; then by field; another field: INVALID_ARGUMENT. */
export function configure(caller: u32, slot: u32, field: u32, value: u32, value2: u32, now: u64): i32 {
	const error = find(caller, slot, KIND_PROCESS) || needs(caller, slot, RIGHT_CONFIGURE);
	if (error !== OK) return error;
	const row = objectOf(caller, slot);
	if (field === CONFIGURE_PRIORITY) return setPriority(row, value);
	if (field === CONFIGURE_BUDGET) return setBudget(row, value, value2, now);
	if (field === CONFIGURE_WORST_CASE) return setWorstCase(row, value);
	if (field === CONFIGURE_HANDLER) return setHandler(caller, row, value);
	if (field === CONFIGURE_PATIENCE) return setPatience(row, value);
	return INVALID_ARGUMENT;
}

/** No activation in progress else WRONG_STATE. */
function idle(row: u32): i32 {
	return must(process(row).active === ACTIVE_NONE, WRONG_STATE);
}

/** PRIORITY: 1..255 else INVALID_ARGUMENT; ≤ account's ceiling else PRIORITY; no activation in progress else WRONG_STATE. */
function setPriority(row: u32, priority: u32): i32 {
	const error =
		must(priority >= 1 && priority <= PRIORITY_MOST, INVALID_ARGUMENT) ||
		must(priority <= account(process(row).account).ceiling, PRIORITY) ||
		idle(row);
	if (error !== OK) return error;
	const ready = process(row).ready !== 0;
	removeReady(row);
	process(row).priority = priority;
	if (ready) insertReady(row);
	return OK;
}

/**
 * BUDGET(budget, period): 1 µs ≤ budget < 2³¹ ns, period ≥ budget else INVALID_ARGUMENT; no activation in progress else WRONG_STATE; share
 * available else QUOTA_EXCEEDED. What was used of an old budget comes back a period from now, not at once.
 */
function setBudget(row: u32, budget: u32, period: u32, now: u64): i32 {
	const owner = process(row).account;
	const old = process(row).budget;
	const available = account(owner).cpu + share(old, process(row).period);
	const error =
		must(budget >= MICROSECOND && budget <= NANOSECONDS_MOST && period >= budget, INVALID_ARGUMENT) ||
		idle(row) ||
		must(share(budget, period) <= available, QUOTA_EXCEEDED);
	if (error !== OK) return error;
	const remaining = old === 0 ? budget : min<u32>(process(row).remaining, budget);
	account(owner).cpu = available - share(budget, period);
	process(row).budget = budget;
	process(row).period = period;
	process(row).remaining = remaining;
	process(row).refills = 0;
	for (let index: u32 = 0; index < REFILLS; index++) setRefill(row, index, 0, 0);
	addRefill(row, now + period, budget - remaining);
	updateTimer(row);
	return OK;
}

/** WORST_CASE: 1..2³¹−1 else INVALID_ARGUMENT; no activation in progress else WRONG_STATE. Accepts calls. */
function setWorstCase(row: u32, nanoseconds: u32): i32 {
	const error = must(nanoseconds >= 1 && nanoseconds <= NANOSECONDS_MOST, INVALID_ARGUMENT) || idle(row);
	if (error !== OK) return error;
	process(row).worstCase = nanoseconds;
	return OK;
}

/** HANDLER(gate): find(gate, Gate), needs CALL; badge < 32 else INVALID_ARGUMENT. Who is told of faults; 0: nobody. */
function setHandler(caller: u32, row: u32, slot: u32): i32 {
	if (slot === 0) {
		process(row).handler = 0;
		return OK;
	}
	const gate = capability(caller, slot);
	const error =
		find(caller, slot, KIND_GATE) ||
		needs(caller, slot, RIGHT_CALL) ||
		must(gate.badge < HANDLER_BADGES, INVALID_ARGUMENT);
	if (error !== OK) return error;
	process(row).handler = gate.object;
	process(row).handlerGeneration = gate.generation;
	process(row).handlerBadge = gate.badge;
	return OK;
}

/** PATIENCE: ≤ 255 else INVALID_ARGUMENT. */
function setPatience(row: u32, patience: u32): i32 {
	const error = must(patience <= PATIENCE_MOST, INVALID_ARGUMENT);
	if (error !== OK) return error;
	process(row).patience = patience;
	return OK;
}
