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
import { mirrored, type Pair, Symmetry } from './symmetry.ts';
import { includeBudgets, wander } from './wander.ts';
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
	includeBudgets(world.shape, columns);
	wander(world, columns, normaliser);
	for (;;) {
		columns.discover();
		if (world.configuration.alike !== undefined) includeImages(columns, world.configuration.alike);
		columns.layOut();
		try {
			const outcome = new Search(world, limits, columns, normaliser).run();
			return { ...outcome, seconds: (performance.now() - started) / 1000 };
		} catch (error) {
			if (!(error instanceof NewColumns) && !(error instanceof TooManyValues)) throw error;
		}
	}
}

/** What was found, before it is confirmed: actions by number, and the key that each has led to. */
interface Failure {
	readonly statement: string;
	readonly indices: readonly number[];
	readonly keys: readonly Uint32Array[];
}

/** With each word its mirror image. */
function includeImages(columns: Columns, pair: Pair): void {
	for (const index of [...columns.indices]) {
		const image = mirrored(index, pair);
		if (!columns.indices.includes(image)) columns.include(image);
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
	readonly #symmetry: Symmetry | undefined;
	/** Words of the state that was just reached. */
	readonly #next: Uint32Array;
	#transitions = 0;
	#failure: Failure | undefined;

	constructor(world: World, limits: Limits, columns: Columns, normaliser: Normaliser) {
		this.#world = world;
		this.#limits = limits;
		this.#columns = columns;
		this.#normaliser = normaliser;
		this.#store = new Store(columns.width);
		this.#player = new Player(world.kernel);
		this.#values = new Uint32Array(columns.indices.length);
		this.#next = new Uint32Array(columns.indices.length);
		const { alike } = world.configuration;
		if (alike !== undefined) this.#symmetry = new Symmetry(columns.places, alike);
		this.#times = new Uint32Array(world.actions.length);
	}

	run(): Omit<Outcome, 'seconds'> {
		const store = this.#store;
		this.#encode();
		store.add(this.#columns.key, 0, 0);
		const broken = this.#checkNew();
		if (broken !== undefined) throw new Error(`the first state: ${broken}`);
		let expanded = 0;
		while (expanded < store.size && this.#failure === undefined && store.size < this.#limits.states) {
			if (expanded % PROGRESS_EVERY === PROGRESS_EVERY - 1) this.#limits.progress?.(store.size, store.depth(expanded));
			this.#expand(expanded++);
		}
		const found = this.#failure === undefined ? undefined : this.#confirm(this.#failure);
		if (this.#columns.discover()) throw new NewColumns();
		return {
			states: store.size,
			transitions: this.#transitions,
			depth: store.depth(store.size - 1),
			fixpoint: this.#failure === undefined && expanded === store.size,
			words: this.#columns.indices.length,
			bytesPerState: 4 * this.#columns.width,
			found,
		};
	}

	/** Does everything that can happen in a state. */
	#expand(state: number): void {
		const { actions } = this.#world;
		this.#store.read(state, this.#columns.key);
		this.#left = this.#columns.decode(this.#values);
		this.#return();
		for (let index = 0; index < actions.length && this.#failure === undefined; index++) {
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
		this.#encode();
		this.#compareSometimes(index);
		const isNew = this.#store.add(this.#columns.key, state, index);
		const refused = result < 0 && REFUSING.has(action.entry ?? '');
		const changed = isNew && refused ? 'a refused call changes nothing' : undefined;
		this.#fail(statement ?? changed ?? (isNew ? this.#checkNew() : undefined), state, index);
	}

	/** Reads the state that is in memory into the key: or its mirror image. */
	#encode(): void {
		this.#columns.read(this.#next);
		this.#symmetry?.choose(this.#next);
		this.#columns.encode(this.#next, this.#player.left);
	}

	/** Now and then: has anything changed in words that are not part of the states? There it has stayed. */
	#compareSometimes(index: number): void {
		const times = (this.#times[index] as number) + 1;
		this.#times[index] = times;
		if (times <= COMPARED_AT_FIRST || this.#transitions % COMPARE_EVERY === 0) this.#compare();
	}

	#compare(): void {
		if (this.#columns.discover()) throw new NewColumns();
		this.#columns.restore(this.#next);
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

	#fail(statement: Verdict, state: number, index: number): void {
		if (statement === undefined || this.#failure !== undefined) return;
		const keys = [...this.#store.way(state).slice(1), this.#columns.key.slice()];
		this.#failure = { statement, indices: [...this.#store.path(state), index], keys };
	}

	/**
	 * Goes there again from the first state, comparing all memory after each step: what is wrong there is not wrong for a word that was left out. Where
	 * mirror images were taken for one another, this also finds the actions as they really follow one another.
	 */
	#confirm({ statement, indices, keys }: Failure): Found {
		if (this.#columns.discover()) throw new NewColumns();
		const state = new Uint32Array(this.#next.length);
		const actions: Action[] = [];
		this.#player.left = 0;
		for (const [step, key] of keys.entries()) {
			this.#columns.read(state);
			const { left } = this.#player;
			const first = this.#world.actions[indices[step] as number] as Action;
			const taken = [first, ...this.#world.actions].find((action) => this.#leadsTo(action, key, state, left));
			if (taken === undefined) throw new Error(`no action leads to what ${first.title} has led to`);
			actions.push(taken);
		}
		return { statement, actions };
	}

	/** Does the action lead from a state to that key, or to its mirror image? Then it has been done. */
	#leadsTo(action: Action, key: Uint32Array, state: Uint32Array, left: number): boolean {
		const player = this.#player;
		this.#columns.restore(state);
		player.left = left;
		player.now = START;
		if (!player.can(action)) return false;
		player.perform(action);
		this.#normaliser.normalise(player.now - START);
		this.#columns.read(this.#next);
		this.#compare();
		this.#encode();
		return this.#columns.key.every((word, index) => word === key[index]);
	}
}
