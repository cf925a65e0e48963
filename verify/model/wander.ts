/** Random walks through a configuration, to learn which words change before the search begins: each that it learns later makes it begin again. */

import * as layout from '../../kernel/layout.ts';
import { INIT } from '../../test/kernel/world.ts';
import { checkRest } from './checks/rest.ts';
import type { Columns } from './columns.ts';
import { type Action, START } from './configuration.ts';
import type { Normaliser, Shape } from './normalise.ts';
import { Player } from './player.ts';
import type { World } from './world.ts';

const REFILLS = 4;
const WALKS = 4000;
const STEPS = 100;
/** Attempts to find an action that can happen. */
const ATTEMPTS = 20;

/** Refills come into use one after the other, the last ones late. */
export function includeRefills({ processes }: Shape, columns: Columns): void {
	for (const row of processes) {
		const base = layout.PROCESS_BASE + row * layout.PROCESS_STRIDE;
		for (let refill = 0; row !== INIT && refill < REFILLS; refill++) {
			columns.include((base + layout.PROCESS_REFILL0_64 + 8 * refill) >>> 2);
			columns.include((base + layout.PROCESS_AMOUNT0 + 4 * refill) >>> 2);
		}
	}
}

/** Adds to `columns` what changed. Memory is as at first before and afterwards. */
export function wander(world: World, columns: Columns, normaliser: Normaliser): void {
	const player = new Player(world.kernel);
	const dice = new Dice();
	for (let walk = 0; walk < WALKS; walk++) {
		player.left = 0;
		for (let step = dice.below(STEPS); step >= 0; step--) {
			player.now = START;
			const action = choose(world, player, dice);
			if (action === undefined) break;
			player.perform(action);
			normaliser.normalise(player.now - START);
		}
		player.now = START;
		if (walk % 2 === 0) checkRest(player, world.shape);
		columns.discover();
	}
}

function choose({ actions }: World, player: Player, dice: Dice): Action | undefined {
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const action = actions[dice.below(actions.length)] as Action;
		if (player.can(action)) return action;
	}
	return undefined;
}

/** Always the same numbers: a search is to be repeatable. */
class Dice {
	#state = 1;

	below(count: number): number {
		this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
		return Math.floor((this.#state / 2 ** 32) * count);
	}
}
