/** Budgets: time is neither made nor lost; what was used comes back, in order; nobody hands on more than was given to it. */
import { ACTIVE_NONE, ACTIVE_OWN, DEFERRED_FINISHING, GLOBAL_CAN_SUSPEND } from '../../../kernel/layout.ts';
import { global, process, refillAmount, refillTime } from '../state.ts';
import { allotment } from './helpers.ts';

const REFILLS_MOST: u32 = 4;
const NANOSECONDS_MOST: u32 = 0x7fffffff;
/** Times from here on (292 years) may wrap: of their order nothing is said. */
const FAR: u64 = 1 << 63;

export function budgetInRange(row: u32): bool {
	return process(row).budget <= NANOSECONDS_MOST && process(row).period >= process(row).budget;
}

export function refillsInRange(row: u32): bool {
	return process(row).refills <= REFILLS_MOST;
}

export function remainingAndRefillsAreTheBudget(row: u32): bool {
	const early = <u64>process(row).amount0 + <u64>process(row).amount1;
	const late = <u64>process(row).amount2 + <u64>process(row).amount3;
	return <u64>process(row).remaining + early + late === <u64>process(row).budget;
}

export function refillBringsSomething(row: u32, index: u32): bool {
	return index >= process(row).refills || refillAmount(row, index) !== 0;
}

export function unusedRefillIsZero(row: u32, index: u32): bool {
	return index < process(row).refills || (refillTime(row, index) === 0 && refillAmount(row, index) === 0);
}

export function refillsAreInOrder(row: u32, index: u32): bool {
	if (index + 1 >= process(row).refills) return true;
	return refillTime(row, index) >= FAR || refillTime(row, index) <= refillTime(row, index + 1);
}

/** Where nobody can be suspended, what is left of a borrowed refill is put in front of the others when the activation ends. */
export function borrowedRefillIsBeforeTheOthers(row: u32): bool {
	if (process(row).active !== ACTIVE_OWN || process(row).waiting !== 0) return true;
	if (process(row).patienceUsed === 0 || global(GLOBAL_CAN_SUSPEND) !== 0 || process(row).refills === 0) return true;
	return process(row).startedAt >= FAR || process(row).startedAt <= process(row).refill0;
}

export function throttledHasNoBudget(row: u32): bool {
	return process(row).throttled === 0 || process(row).remaining === 0;
}

export function throttledWillHaveRefill(row: u32): bool {
	return process(row).throttled === 0 || process(row).refills !== 0;
}

export function finishingHasNoBudget(row: u32): bool {
	return process(row).deferred !== DEFERRED_FINISHING || process(row).remaining === 0;
}

export function readyToBeginHasBudget(row: u32): bool {
	if (process(row).ready === 0) return true;
	return (process(row).active !== ACTIVE_NONE && process(row).waiting === 0) || process(row).remaining !== 0;
}

/** Of a suspended activation. */
export function leftWithinAllotment(row: u32): bool {
	if (process(row).active === ACTIVE_NONE || process(row).ready === 0 || process(row).waiting !== 0) return true;
	return process(row).left <= allotment(row);
}

/** What the caller keeps and what it sets aside for the callee is at most what it had: so all of a chain is at most the budget of the one that pays. */
export function donationWithinAllotment(row: u32): bool {
	const callee = process(row).callee;
	if (callee === 0) return true;
	return <u64>process(row).left + <u64>allotment(callee) <= <u64>allotment(row);
}
