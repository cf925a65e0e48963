/** The ready set and the timer agree with the processes. Rows in use are below 32. */

import { STATE_FREE } from '../../../abi/calls.ts';
import * as layout from '../../../kernel/layout.ts';
import type { Shape } from '../normalise.ts';
import type { Player } from '../player.ts';
import type { Verdict } from './statement.ts';

export function checkReadySet({ kernel }: Player, { processes }: Shape): Verdict {
	let top = 0;
	for (const row of processes) {
		if (kernel.process(row, layout.PROCESS_STATE) === STATE_FREE) continue;
		const priority = kernel.process(row, layout.PROCESS_PRIORITY);
		const ready = kernel.process(row, layout.PROCESS_READY);
		const bits = kernel.level(priority, layout.LEVEL_READY0_64);
		if (((bits >>> row) & 1) !== ready) return `process ${row} is ready exactly when its bit is set at its priority`;
		if ((kernel.level(priority, layout.LEVEL_GROUPS) & 1) !== (bits === 0 ? 0 : 1)) {
			return `level ${priority} has a group exactly when somebody is ready there`;
		}
		const word = layout.PRIORITIES_BASE + 4 * (priority >>> 5);
		if (((kernel.word(word) >>> (priority & 31)) & 1) !== (bits === 0 ? 0 : 1)) {
			return `priority ${priority} is marked exactly when somebody is ready there`;
		}
		const preferred = kernel.level(priority, layout.LEVEL_IN_PROGRESS);
		if (preferred !== 0 && !isPreferred(kernel, preferred, priority)) {
			return `level ${priority} prefers process ${preferred}, which is ready there and has an activation`;
		}
		if (ready === 1 && priority >= top) top = priority + 1;
	}
	return kernel.global(layout.GLOBAL_TOP) === top ? undefined : 'TOP is 1 + the highest ready priority';
}

function isPreferred(kernel: Player['kernel'], row: number, priority: number): boolean {
	if (row >= layout.PROCESS_COUNT || kernel.process(row, layout.PROCESS_READY) !== 1) return false;
	if (kernel.process(row, layout.PROCESS_PRIORITY) !== priority) return false;
	return kernel.process(row, layout.PROCESS_ACTIVE) !== layout.ACTIVE_NONE;
}

export function checkTimer({ kernel }: Player, { processes }: Shape): Verdict {
	let first = Number.POSITIVE_INFINITY;
	for (const row of processes) {
		const address = layout.PROCESS_BASE + row * layout.PROCESS_STRIDE;
		let waits = Number.POSITIVE_INFINITY;
		if (kernel.process(row, layout.PROCESS_STATE) !== STATE_FREE) {
			waits = kernel.time(address + layout.PROCESS_ALARM_64);
			const throttled = kernel.process(row, layout.PROCESS_THROTTLED) !== 0;
			if (throttled) waits = Math.min(waits, kernel.time(address + layout.PROCESS_REFILL0_64));
		}
		const leaf = kernel.time(layout.TIMER_BASE + (layout.PROCESS_COUNT + row) * layout.TIMER_STRIDE);
		if (leaf !== waits) return `the timer has the time that process ${row} waits for`;
		first = Math.min(first, waits);
	}
	return kernel.alarm === first ? undefined : 'the root of the timer is the first time that anybody waits for';
}
