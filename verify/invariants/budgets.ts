/** Budgets: time is neither made nor lost; what was used comes back, in order. */

import * as layout from '../../kernel/layout.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

const REFILLS_MOST = 4;

export function checkBudgets(snapshot: Snapshot, report: Report): void {
	for (const row of snapshot.processes()) {
		checkRefills(snapshot, report, row);
		checkDonations(snapshot, report, row);
	}
}

function checkRefills(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	const count = snapshot.process(row, layout.PROCESS_REFILLS);
	const remaining = snapshot.process(row, layout.PROCESS_REMAINING);
	const budget = snapshot.process(row, layout.PROCESS_BUDGET);
	report.holds(count <= REFILLS_MOST, where, 'at most four refills', count);
	report.holds(snapshot.process(row, layout.PROCESS_PERIOD) >= budget, where, 'the period is at least the budget');
	let [sum, previous] = [remaining, 0n];
	for (let index = 0; index < REFILLS_MOST; index++) {
		const time = snapshot.process64(row, layout.PROCESS_REFILL0_64 + 8 * index);
		const amount = snapshot.process(row, layout.PROCESS_AMOUNT0 + 4 * index);
		sum += amount;
		if (index < count) {
			report.holds(amount > 0, where, `refill ${index} brings something`);
			report.holds(time >= previous, where, `refill ${index} is not before the one ahead of it`, time);
			previous = time;
		} else report.holds(time === 0n && amount === 0, where, `refill ${index} is unused`, amount);
	}
	report.equal(where, 'remaining and refills add up to the budget', sum, budget);
	if (snapshot.process(row, layout.PROCESS_THROTTLED) === 0) return;
	report.equal(where, 'throttled means without budget', remaining, 0);
	report.holds(count > 0, where, 'throttled means that a refill will come');
}

/** Along a chain of calls, what is set aside and what was donated is at most the budget of the one that pays. */
function checkDonations(snapshot: Snapshot, report: Report, payer: number): void {
	const own = snapshot.process(payer, layout.PROCESS_ACTIVE) === layout.ACTIVE_OWN;
	if (!own || snapshot.process(payer, layout.PROCESS_DEFERRED) !== layout.DEFERRED_NONE) return;
	let [row, sum] = [payer, 0];
	for (let walked = 0; walked < layout.PROCESS_COUNT && row !== 0 && row < layout.PROCESS_COUNT; walked++) {
		const waits =
			snapshot.process(row, layout.PROCESS_CALLEE) !== 0 || snapshot.process(row, layout.PROCESS_READY) !== 0;
		if (waits && snapshot.process(row, layout.PROCESS_WAITING) === 0) sum += snapshot.process(row, layout.PROCESS_LEFT);
		row = snapshot.process(row, layout.PROCESS_CALLEE);
	}
	const remaining = snapshot.process(payer, layout.PROCESS_REMAINING);
	report.holds(sum <= remaining, `process ${payer}`, `its calls spend at most its remaining ${remaining} ns`, sum);
}
