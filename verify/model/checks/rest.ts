/**
 * Liveness, as a bounded closure from every state: if from here on everybody returns as soon as it executes, then all callers resume, everything that
 * was pending is delivered, and the system comes to rest within a bounded number of entries.
 */

import { STATE_FREE } from '../../../abi/calls.ts';
import * as layout from '../../../kernel/layout.ts';
import type { Shape } from '../normalise.ts';
import type { Player } from '../player.ts';
import { hasWork, type Verdict } from './statement.ts';

/** More than any small system needs. */
const ENTRIES_MOST = 300;

export function checkRest(player: Player, { processes }: Shape): Verdict {
	const { kernel } = player;
	if (!comesToRest(player)) return 'when everybody returns, the system comes to rest';
	for (const row of processes) {
		if (kernel.process(row, layout.PROCESS_STATE) === STATE_FREE) continue;
		if (kernel.process(row, layout.PROCESS_CALLEE) !== 0)
			return `when everybody returns, process ${row} resumes from its call`;
		if (hasWork(player, row)) return `when everybody returns, process ${row} is told what is pending`;
		const blocked = kernel.process(row, layout.PROCESS_WAITING) !== 0;
		if (kernel.process(row, layout.PROCESS_ACTIVE) !== layout.ACTIVE_NONE && !blocked) {
			return `when everybody returns, the activation of process ${row} ends`;
		}
	}
	return undefined;
}

function comesToRest(player: Player): boolean {
	for (let made = 0; made < ENTRIES_MOST; made++) {
		if (player.kernel.current !== 0) comesBack(player);
		else if (enterAt(player, 'next') === 0 && !sleeps(player)) return true;
	}
	return false;
}

function comesBack(player: Player): void {
	const { kernel, values } = player;
	values[0] = player.left;
	values[1] = 0;
	const serves = kernel.process(kernel.current, layout.PROCESS_ACTIVE) === layout.ACTIVE_CALL;
	player.enter(serves ? 'reply' : 'finish');
}

function enterAt(player: Player, name: 'next' | 'tick'): number {
	player.values[0] = player.now;
	player.values[1] = 0;
	return player.enter(name);
}

/** Time goes on to the alarm that the machine was told of; false when there is none. */
function sleeps(player: Player): boolean {
	const alarm = player.kernel.time(layout.GLOBAL_BASE + layout.GLOBAL_OUT_ALARM_64);
	if (alarm === Number.POSITIVE_INFINITY) return false;
	player.now = Math.max(player.now, alarm);
	for (let made = 0; made < ENTRIES_MOST && enterAt(player, 'tick') === 1; made++);
	return true;
}
