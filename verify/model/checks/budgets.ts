/** Time is neither made nor lost: budgets add up, and a chain of calls spends what the first of it has. */

import { STATE_FREE } from '../../../abi/calls.ts';
import * as layout from '../../../kernel/layout.ts';
import type { Shape } from '../normalise.ts';
import type { Player } from '../player.ts';
import type { Verdict } from './statement.ts';

const REFILLS = 4;

export function checkBudgets(player: Player, { processes }: Shape): Verdict {
	const { kernel } = player;
	for (const row of processes) {
		if (kernel.process(row, layout.PROCESS_STATE) === STATE_FREE) continue;
		let sum = kernel.process(row, layout.PROCESS_REMAINING);
		for (let refill = 0; refill < REFILLS; refill++) sum += kernel.process(row, layout.PROCESS_AMOUNT0 + 4 * refill);
		if (sum !== kernel.process(row, layout.PROCESS_BUDGET))
			return `process ${row}: remaining and refills add up to the budget`;
		if (kernel.process(row, layout.PROCESS_THROTTLED) !== 0) {
			if (kernel.process(row, layout.PROCESS_REMAINING) !== 0)
				return `process ${row}, which is throttled, has no budget`;
			if (kernel.process(row, layout.PROCESS_REFILLS) === 0)
				return `process ${row}, which is throttled, will get a refill`;
		}
		if (overspends(player, row)) return `the calls of process ${row} spend at most what remains of its budget`;
	}
	return undefined;
}

/** Of an activation of its own: what it and those that it called have left, all together, is more than it has. */
function overspends({ kernel, left }: Player, payer: number): boolean {
	if (kernel.process(payer, layout.PROCESS_ACTIVE) !== layout.ACTIVE_OWN) return false;
	if (kernel.process(payer, layout.PROCESS_DEFERRED) !== layout.DEFERRED_NONE) return false;
	if (kernel.process(payer, layout.PROCESS_WAITING) !== 0) return false;
	let sum = 0;
	for (let row = payer, walked = 0; row !== 0 && walked < layout.PROCESS_COUNT; walked++) {
		sum += kernel.current === row ? left : kernel.process(row, layout.PROCESS_LEFT);
		row = kernel.process(row, layout.PROCESS_CALLEE);
	}
	return sum > kernel.process(payer, layout.PROCESS_REMAINING);
}
