/** What must hold of every state: each family says which of its statements is broken first. */

import * as layout from '../../../kernel/layout.ts';
import type { Shape } from '../normalise.ts';
import type { Player } from '../player.ts';

/** A broken statement in words, undefined when all hold. */
export type Verdict = string | undefined;

/** Statements about one state. */
export type Family = (player: Player, shape: Shape) => Verdict;

/** Does the process have something to do that it has not begun? */
export function hasWork({ kernel }: Player, row: number): boolean {
	const pending = kernel.process(row, layout.PROCESS_PENDING);
	return (pending | kernel.process(row, layout.PROCESS_FAULTS) | kernel.process(row, layout.PROCESS_INIT_DUE)) !== 0;
}
