/**
 * The kernel's invariants, checked from outside: a second reading of docs/reference/01-kernel.md that shares nothing with the kernel
 * but kernel/layout.ts. Holds after every kernel entry of a booted system, on every machine.
 */

import { checkAccounts, sumTotals, type Totals } from './accounts.ts';
import { checkBudgets } from './budgets.ts';
import { checkCapabilities } from './capabilities.ts';
import { checkFlow } from './flow.ts';
import { checkGrants } from './grants.ts';
import { checkInterrupts } from './interrupts.ts';
import { checkMappings, checkTables } from './pagetables.ts';
import { checkProcesses } from './processes.ts';
import { checkReady } from './ready.ts';
import { checkRegions } from './regions.ts';
import { Snapshot } from './snapshot.ts';
import { checkTimers } from './timers.ts';
import { Report, type Rule, type Violation } from './violation.ts';

export type { Totals } from './accounts.ts';
export { describe, type Violation } from './violation.ts';

const RULES: readonly Rule[] = [
	checkAccounts,
	checkGrants,
	checkRegions,
	checkTables,
	checkProcesses,
	checkCapabilities,
	checkMappings,
	checkFlow,
	checkReady,
	checkBudgets,
	checkTimers,
	checkInterrupts,
];

/**
 * Every broken invariant of the kernel whose memory this is (from address 0, at a multiple of 8 of its buffer; it is only read).
 * With `totals` (`totalsOf` of the same system just after boot) also that nothing was created or lost since.
 */
export function checkInvariants(memory: Uint8Array, totals?: Totals): Violation[] {
	return checkSnapshot(new Snapshot(memory), totals);
}

/** As `checkInvariants`, for a caller that keeps a Snapshot. */
export function checkSnapshot(snapshot: Snapshot, totals?: Totals): Violation[] {
	const report = new Report();
	for (const rule of RULES) rule(snapshot, report);
	if (totals !== undefined) checkTotals(snapshot, report, totals);
	return report.violations;
}

/** What exists in the whole machine. */
export function totalsOf(memory: Uint8Array): Totals {
	return sumTotals(new Snapshot(memory));
}

function checkTotals(snapshot: Snapshot, report: Report, totals: Totals): void {
	const now = sumTotals(snapshot);
	report.equal('all accounts', 'capability slots are conserved', now.slots, totals.slots);
	report.equal('all accounts', 'CPU share is conserved', now.cpu, totals.cpu);
	report.equal('all accounts', 'pages are conserved', now.pages, totals.pages);
}
