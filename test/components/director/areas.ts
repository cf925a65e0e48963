/** The areas of the suite, in their order. */
import { accounts } from './areas/accounts.ts';
import { batches } from './areas/batches.ts';
import { budgets } from './areas/budgets.ts';
import { calls } from './areas/calls.ts';
import { capabilities } from './areas/capabilities.ts';
import { faults } from './areas/faults.ts';
import { grants } from './areas/grants.ts';
import { interrupts } from './areas/interrupts.ts';
import { labels } from './areas/labels.ts';
import { loans } from './areas/loans.ts';
import { processes } from './areas/processes.ts';
import { regions } from './areas/regions.ts';
import { scheduling } from './areas/scheduling.ts';
import { signals } from './areas/signals.ts';
import { time } from './areas/time.ts';
import { transfers } from './areas/transfers.ts';
import { waiting } from './areas/waiting.ts';

export const AREAS: u32 = 17;

/** Performs one step of an area; NEXT, IDLE, SLEEP or END. */
export function runStep(area: u32, step: i32): i32 {
	switch (area) {
		case 0:
			return capabilities(step);
		case 1:
			return grants(step);
		case 2:
			return processes(step);
		case 3:
			return calls(step);
		case 4:
			return transfers(step);
		case 5:
			return loans(step);
		case 6:
			return signals(step);
		case 7:
			return regions(step);
		case 8:
			return accounts(step);
		case 9:
			return labels(step);
		case 10:
			return faults(step);
		case 11:
			return scheduling(step);
		case 12:
			return interrupts(step);
		case 13:
			return time(step);
		case 14:
			return batches(step);
		case 15:
			return budgets(step);
		default:
			return waiting(step);
	}
}
