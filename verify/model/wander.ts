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
const OF_BUDGETS = [
	layout.PROCESS_LEFT,
	layout.PROCESS_THROTTLED,
	layout.PROCESS_REMAINING,
	layout.PROCESS_REFILLS,
	layout.PROCESS_STARTED_AT_64,
];
const WALKS = 4000;
const STEPS = 100;
/** Attempts to find an action that can happen. */
const ATTEMPTS = 20;

/** Budgets run out late, and refills come into use one after the other. */
export function includeBudgets({ processes }: Shape, columns: Columns): void {
	for (const row of processes.filter((each) => each !== INIT)) {
		const base = layout.PROCESS_BASE + row * layout.PROCESS_STRIDE;
		const leaf = layout.TIMER_BASE + (layout.PROCESS_COUNT + row) * layout.TIMER_STRIDE;
		for (const address of [leaf, leaf + 4, ...OF_BUDGETS.map((field) => base + field)]) columns.include(address >>> 2);
		for (let refill = 0; refill < REFILLS; refill++) {
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
