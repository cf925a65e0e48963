/** All that is checked of each state and of each step; the other checker of the project looks at every so many states as well. */

import * as layout from '../../../kernel/layout.ts';
import { checkSnapshot, describe } from '../../invariants/check.ts';
import type { Evaluator } from '../../invariants/evaluate.ts';
import type { Shape } from '../normalise.ts';
import type { Player } from '../player.ts';
import { checkActivations } from './activations.ts';
import { checkCopy, checkMemory } from './authority.ts';
import { checkBudgets } from './budgets.ts';
import { checkReadySet, checkTimer } from './ready.ts';
import type { Family, Verdict } from './statement.ts';

const FAMILIES: readonly Family[] = [checkActivations, checkReadySet, checkTimer, checkBudgets, checkMemory];

/** The statements of a state; memory is only read. */
export function checkState(player: Player, shape: Shape): Verdict {
	for (const family of FAMILIES) {
		const broken = family(player, shape);
		if (broken !== undefined) return broken;
	}
	return undefined;
}

/** What must hold of a step: `bad` is a slot that it used and that was not good before it (0: none), `result` that of its entry. */
export function checkStep({ kernel }: Player, bad: number, result: number): Verdict {
	if (bad !== 0 && result >= 0) return `nothing succeeds by the capability in slot ${bad}, which is not good`;
	const copied = checkCopy(kernel);
	if (copied !== undefined) return copied;
	const told = kernel.time(layout.GLOBAL_BASE + layout.GLOBAL_OUT_ALARM_64);
	return told <= kernel.alarm
		? undefined
		: 'the machine is told the first time that anybody waits for, or an earlier one';
}

/** The invariants of the proof, at the rows in use. */
export function checkInvariants(invariants: Evaluator): Verdict {
	return invariants.broken('used')[0]?.text;
}

/** All invariants at all rows, and those of the other checker; takes milliseconds. */
export function checkEverything({ kernel }: Player, invariants: Evaluator): Verdict {
	const [first] = checkSnapshot(kernel);
	return first === undefined ? invariants.broken('all')[0]?.text : describe(first);
}
