/** Activations and calls: nobody is in two places or in none, nobody waits for nothing, no wake-up is lost. */

import { STATE_FREE, STATE_STARTED } from '../../../abi/calls.ts';
import * as layout from '../../../kernel/layout.ts';
import type { Shape } from '../normalise.ts';
import type { Player } from '../player.ts';
import { hasWork, type Verdict } from './statement.ts';

/** What a process that does not run, and is not about to end, has none of. */
const OF_RUNNING = [
	layout.PROCESS_ACTIVE,
	layout.PROCESS_PENDING,
	layout.PROCESS_FAULTS,
	layout.PROCESS_INIT_DUE,
	layout.PROCESS_READY,
	layout.PROCESS_THROTTLED,
];

export function checkActivations(player: Player, { processes }: Shape): Verdict {
	const { kernel } = player;
	for (const row of processes) {
		const state = kernel.process(row, layout.PROCESS_STATE);
		if (state === STATE_FREE) continue;
		const broken = checkLinks(player, row) ?? checkPlace(player, row);
		if (broken !== undefined) return broken;
		if (state === STATE_STARTED || kernel.process(row, layout.PROCESS_DOOMED) !== 0) continue;
		for (const field of OF_RUNNING) {
			if (kernel.process(row, field) !== 0) return `process ${row}, which does not run, has nothing (field ${field})`;
		}
	}
	return checkCurrent(player);
}

/** Both sides know of a call, and it goes up in priority, so that no chain is a circle. */
function checkLinks({ kernel }: Player, row: number): Verdict {
	const callee = kernel.process(row, layout.PROCESS_CALLEE);
	const caller = kernel.process(row, layout.PROCESS_CALLER);
	if (callee !== 0) {
		if (kernel.process(callee, layout.PROCESS_CALLER) !== row)
			return `process ${callee} serves process ${row}, which waits for it`;
		if (kernel.process(callee, layout.PROCESS_PRIORITY) <= kernel.process(row, layout.PROCESS_PRIORITY)) {
			return `process ${callee}, which process ${row} has called, is of higher priority`;
		}
	}
	if (caller !== 0 && kernel.process(caller, layout.PROCESS_CALLEE) !== row) {
		return `process ${caller}, which process ${row} serves, waits for it`;
	}
	const serves = kernel.process(row, layout.PROCESS_ACTIVE) === layout.ACTIVE_CALL;
	const finishes = kernel.process(row, layout.PROCESS_DEFERRED) === layout.DEFERRED_FINISHING;
	return (caller !== 0) === (serves || finishes) ? undefined : `process ${row} has a caller exactly when it serves`;
}

/** Whoever has an activation executes, calls, is ready, is throttled or blocked; whoever has work only is ready or throttled. */
function checkPlace(player: Player, row: number): Verdict {
	const { kernel } = player;
	const ready = kernel.process(row, layout.PROCESS_READY);
	const throttled = kernel.process(row, layout.PROCESS_THROTTLED);
	const waiting = kernel.process(row, layout.PROCESS_WAITING) !== 0;
	const executes = kernel.current === row ? 1 : 0;
	if (kernel.process(row, layout.PROCESS_ACTIVE) !== layout.ACTIVE_NONE && !waiting) {
		const calls = kernel.process(row, layout.PROCESS_CALLEE) === 0 ? 0 : 1;
		// A server may serve while it has no budget for work of its own.
		const serves = kernel.process(row, layout.PROCESS_ACTIVE) === layout.ACTIVE_CALL;
		const places = executes + calls + ready + (serves ? 0 : throttled);
		return places === 1 ? undefined : `process ${row} executes, calls, is ready or is throttled: one of them`;
	}
	const work = waiting ? kernel.process(row, layout.PROCESS_PENDING) !== 0 : hasWork(player, row);
	if (ready + throttled !== (work ? 1 : 0)) return `process ${row} is ready or throttled exactly when it has work`;
	return executes === 0 ? undefined : `process ${row}, which executes, has an activation`;
}

function checkCurrent({ kernel, left }: Player): Verdict {
	const row = kernel.current;
	if (row === 0) return undefined;
	if (kernel.process(row, layout.PROCESS_STATE) !== STATE_STARTED) return `process ${row}, which executes, is started`;
	if (kernel.process(row, layout.PROCESS_HAS_RESULT) !== 0)
		return `process ${row}, which executes, has no result to come`;
	return left >= 0 ? undefined : `process ${row}, which executes, has a limit`;
}
