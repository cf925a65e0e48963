/** Breadth-first search through everything that can happen: the first state that breaks a statement is reached by the fewest actions. */

import { badSlot } from './checks/authority.ts';
import { checkEverything, checkInvariants, checkState, checkStep } from './checks/checks.ts';
import { checkRest } from './checks/rest.ts';
import type { Verdict } from './checks/statement.ts';
import { Columns, TooManyValues } from './columns.ts';
import { type Action, REFUSING, START } from './configuration.ts';
import { Normaliser } from './normalise.ts';
import { Player } from './player.ts';
import { Store } from './store.ts';
import { includeRefills, wander } from './wander.ts';
import type { World } from './world.ts';

export interface Limits {
	/** Stop after so many states. */
	readonly states: number;
	/** One in so many new states is also given to checkRest; 1 = all. */
	readonly restEvery: number;
	/** In one of so many new states the invariants of the proof are evaluated at the rows in use; 1 = in all. */
	readonly invariantsEvery: number;
	/** One in so many new states is looked at with all invariants at all rows, and by the project's other checker. */
	readonly everythingEvery: number;
	readonly progress?: (states: number, depth: number) => void;
}

export interface Found {
	/** What is broken. */
	readonly statement: string;
	/** The way there, from the first state. */
	readonly actions: readonly Action[];
}

export interface Outcome {
	readonly states: number;
	readonly transitions: number;
	/** Of the farthest state. */
	readonly depth: number;
	/** Every state that can be reached was looked at. */
	readonly fixpoint: boolean;
	/** From the beginning, searches that were begun again included. */
	readonly seconds: number;
	/** Words of the kernel's memory that change. */
	readonly words: number;
	readonly bytesPerState: number;
	readonly found: Found | undefined;
}

/** All memory is compared after the first executions of each action, and of every so many transitions: it takes longer than an entry. */
const COMPARED_AT_FIRST = 64;
const COMPARE_EVERY = 64;
const RESTS_AT_FIRST = 2000;
const RESTS_EVERY = 32;
const PROGRESS_EVERY = 1 << 16;

/** Thrown when a word that is not part of the states has changed: search again with it. */
class NewColumns extends Error {}

export function search(world: World, limits: Limits): Outcome {
	const { kernel, ranges } = world;
	const normaliser = new Normaliser(kernel.words, world.shape);
	normaliser.normalise(0);
	const started = performance.now();
	const columns = new Columns(kernel.words, ranges);
	includeRefills(world.shape, columns);
	wander(world, columns, normaliser);
	for (;;) {
		columns.discover();
		columns.layOut();
		try {
			const outcome = new Search(world, limits, columns, normaliser).run();
			return { ...outcome, seconds: (performance.now() - started) / 1000 };
		} catch (error) {
			if (!(error instanceof NewColumns) && !(error instanceof TooManyValues)) throw error;
		}
	}
}

class Search {
	readonly #world: World;
	readonly #limits: Limits;
	readonly #columns: Columns;
	readonly #normaliser: Normaliser;
	readonly #store: Store;
	readonly #player: Player;
	/** Words of the state that is being left. */
	readonly #values: Uint32Array;
	#left = 0;
	/** How often each action was executed. */
	readonly #times: Uint32Array;
	/** Words of the state that was just reached. */
	readonly #next: Uint32Array;
	#transitions = 0;
	#found: Found | undefined;

	constructor(world: World, limits: Limits, columns: Columns, normaliser: Normaliser) {
		this.#world = world;
		this.#limits = limits;
		this.#columns = columns;
		this.#normaliser = normaliser;
		this.#store = new Store(columns.width);
		this.#player = new Player(world.kernel);
		this.#values = new Uint32Array(columns.indices.length);
		this.#next = new Uint32Array(columns.indices.length);
		this.#times = new Uint32Array(world.actions.length);
	}

	run(): Omit<Outcome, 'seconds'> {
		const store = this.#store;
		this.#columns.encode(0);
		store.add(this.#columns.key, 0, 0);
		this.#conclude(this.#checkNew(), 0);
		let expanded = 0;
		while (expanded < store.size && this.#found === undefined && store.size < this.#limits.states) {
			if (expanded % PROGRESS_EVERY === PROGRESS_EVERY - 1) this.#limits.progress?.(store.size, store.depth(expanded));
			this.#expand(expanded++);
		}
		if (this.#found !== undefined) this.#confirm(this.#found);
		if (this.#columns.discover()) throw new NewColumns();
		return {
			states: store.size,
			transitions: this.#transitions,
			depth: store.depth(store.size - 1),
			fixpoint: this.#found === undefined && expanded === store.size,
			words: this.#columns.indices.length,
			bytesPerState: 4 * this.#columns.width,
			found: this.#found,
		};
	}

	/** Does everything that can happen in a state. */
	#expand(state: number): void {
		const { actions } = this.#world;
		this.#store.read(state, this.#columns.key);
		this.#left = this.#columns.decode(this.#values);
		this.#return();
		for (let index = 0; index < actions.length && this.#found === undefined; index++) {
			const action = actions[index] as Action;
			if (!this.#player.can(action)) continue;
			this.#step(state, action, index);
			this.#return();
		}
	}

	/** Back to the state that is being left. */
	#return(): void {
		this.#columns.restore(this.#values);
		this.#player.left = this.#left;
		this.#player.now = START;
	}

	#step(state: number, action: Action, index: number): void {
		const player = this.#player;
		const bad = badSlot(player, action);
		const result = player.perform(action);
		const statement = checkStep(player, bad, result);
		this.#normaliser.normalise(player.now - START);
		this.#transitions++;
		this.#columns.encode(player.left);
		this.#compareSometimes(index);
		const isNew = this.#store.add(this.#columns.key, state, index);
		const refused = result < 0 && REFUSING.has(action.entry ?? '');
		if (statement !== undefined) this.#fail(statement, state, index);
		else if (isNew && refused) this.#conclude('a refused call changes nothing', this.#store.size - 1);
		else if (isNew) this.#conclude(this.#checkNew(), this.#store.size - 1);
	}

	/** Now and then: has anything changed in words that are not part of the states? There it has stayed. */
	#compareSometimes(index: number): void {
		const times = (this.#times[index] as number) + 1;
		this.#times[index] = times;
		if (times <= COMPARED_AT_FIRST || this.#transitions % COMPARE_EVERY === 0) this.#compare();
	}

	#compare(): void {
		if (this.#columns.discover()) throw new NewColumns();
		this.#columns.decode(this.#next);
		this.#columns.restore(this.#next);
	}

	/** Goes to a state again, comparing after each step: whatever is wrong there is not wrong for a word that was left out. */
	#confirm({ actions }: Found): void {
		if (this.#columns.discover()) throw new NewColumns();
		this.#player.left = 0;
		for (const action of actions) {
			this.#player.now = START;
			this.#player.perform(action);
			this.#normaliser.normalise(this.#player.now - START);
			this.#columns.encode(this.#player.left);
			this.#compare();
		}
	}

	/** The checks that take long, and that may leave another state in memory. */
	#checkNew(): Verdict {
		const { size } = this.#store;
		const { restEvery, invariantsEvery, everythingEvery } = this.#limits;
		const { invariants } = this.#world;
		const broken = checkState(this.#player, this.#world.shape);
		if (broken !== undefined) return broken;
		const invariant = size % invariantsEvery === 0 ? checkInvariants(invariants) : undefined;
		const everything = size % everythingEvery === 0 ? checkEverything(this.#player, invariants) : undefined;
		if (invariant !== undefined || everything !== undefined) return invariant ?? everything;
		if (size % restEvery !== 0) return undefined;
		this.#player.now = START;
		const rest = checkRest(this.#player, this.#world.shape);
		// It goes on from here into states that may differ in other words.
		if ((size < RESTS_AT_FIRST || size % RESTS_EVERY === 0) && this.#columns.discover()) throw new NewColumns();
		return rest;
	}

	#conclude(verdict: Verdict, state: number): void {
		if (verdict === undefined || this.#found !== undefined) return;
		this.#found = { statement: verdict, actions: this.#actionsTo(state) };
	}

	#fail(statement: string, state: number, index: number): void {
		if (this.#found !== undefined) return;
		this.#found = { statement, actions: [...this.#actionsTo(state), this.#world.actions[index] as Action] };
	}

	#actionsTo(state: number): Action[] {
		return this.#store.path(state).map((index) => this.#world.actions[index] as Action);
	}
}
