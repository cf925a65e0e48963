/**
 * What is hidden from a process has no influence on what it sees (step consistency): two runs with the same arguments, from states that differ only
 * in hidden rows, have the same result, ask the same of the machine, execute equally many instructions, and leave everything that is not hidden alike.
 * And neither touches what is hidden. What this means, and which channels remain: docs/reference/covert-channels.md.
 */
import { and, equal, implies, not, or } from '../build.ts';
import {
	contentsOfSecond,
	type Decision,
	decisionOf,
	hiddenBy,
	isSamePlace,
	type Look,
	linesOfControl,
	separation,
	watched,
} from '../contents-of-two.ts';
import type { Goal, Property, Subjected } from '../goal.ts';
import type { Statements } from '../instances.ts';
import { type Lifted, lift } from '../lift.ts';
import { Path } from '../path.ts';
import { State } from '../state.ts';
import { cellOf } from '../tables.ts';
import type { Term } from '../term.ts';
import { anyIndices } from './rows.ts';
import { Scene } from './scene.ts';

/** Entries by which whoever executes acts. */
const OF_CALLERS: ReadonlySet<string> = new Set([
	...['system', 'call', 'callSlow', 'callWith', 'notify', 'reply', 'replySlow'],
	...['wait', 'finish', 'preempt', 'expire', 'fault'],
]);

/** A lemma, and what is known when it is proved. */
interface Lemma extends Goal {
	readonly learn: () => void;
}

/** Two runs of a subject: the statements are those of the second, which is executed again as more is known of it. */
class Two {
	readonly scene: Scene;
	readonly statements: Statements;
	readonly #subjected: Subjected;
	/** Where nothing that is looked at is hidden: conditions of places, by row. */
	readonly #seen = new Map<Term, Set<Term>>();
	/** What conditions of the second run amount to: by place, then by condition. */
	readonly #decided = new Map<Term, Map<Term, Term>>();
	/** Decisions of the latest second run that are not known; those that have been asked for. */
	#open: Decision[] = [];
	readonly #asked = new Set<Term>();
	#second: Lifted | undefined;
	#watched: ReadonlyMap<Term, ReadonlySet<Term>> | undefined;

	constructor(subjected: Subjected) {
		this.#subjected = subjected;
		this.scene = new Scene(subjected);
		this.statements = subjected.statements.over(this.#state());
	}

	#state(isSeen: (look: Look) => boolean = () => false): State {
		return new State(contentsOfSecond(this.#subjected.contents, this.scene.caller, isSeen));
	}

	/** The second run, as far as it is known to do what the first does. */
	get second(): Lifted {
		if (this.#second !== undefined) return this.#second;
		const { kernel, subject, facts } = this.#subjected;
		const state = this.#state(({ hidden, reached }) => this.#seen.get(hidden)?.has(reached) === true);
		this.#open = [];
		this.#second = lift(kernel, subject, facts, state, (condition, path) => this.#decide(condition, path));
		return this.#second;
	}

	#decide(given: Term, path: Path): Term {
		const condition = path.simplify(given);
		const decision = decisionOf(condition, path.whole);
		if (decision === undefined) return condition;
		const known = this.#decided.get(decision.reached)?.get(condition);
		if (known === undefined) this.#open.push(decision);
		return known ?? condition;
	}

	/** What is to be proved next: first that nothing is looked at that is hidden, then that both runs decide alike, from the start to the end. */
	lemmas(): Lemma[] {
		for (const stage of [() => this.#looks(), () => this.#looksAtPlaces(), () => this.#decisions()]) {
			const fresh = stage().filter(({ statement }) => !this.#asked.has(statement));
			for (const { statement } of fresh) this.#asked.add(statement);
			if (fresh.length > 0) return fresh;
		}
		return [];
	}

	learn(lemmas: readonly Lemma[]): void {
		for (const { learn } of lemmas) learn();
		if (lemmas.length > 0) this.#second = undefined;
	}

	/** Places where the first run looks at rows that could be hidden, by row. */
	get #places(): ReadonlyMap<Term, ReadonlySet<Term>> {
		if (this.#watched !== undefined) return this.#watched;
		const { kernel, subject, facts, contents } = this.#subjected;
		const watching = watched(contents, this.scene.caller);
		lift(kernel, subject, facts, new State(watching.contents));
		const byRow = new Map<Term, Set<Term>>();
		for (const { hidden, reached } of watching.looks) byRow.set(hidden, (byRow.get(hidden) ?? new Set()).add(reached));
		this.#watched = byRow;
		return byRow;
	}

	#lookLemma(hidden: Term, places: Iterable<Term>): Lemma {
		return {
			says: 'nothing that it looks at is hidden',
			statement: not(and(or(...places), hidden)),
			learn: () => {
				const seen = this.#seen.get(hidden) ?? new Set();
				this.#seen.set(hidden, seen);
				for (const place of places) seen.add(place);
			},
		};
	}

	/** No row that the first run looks at is hidden. Where that is so, the second finds the same at the same places. */
	#looks(): Lemma[] {
		return [...this.#places].map(([hidden, places]) => this.#lookLemma(hidden, places));
	}

	/** The same of each place by itself, for rows that are looked at once before it is known that they are not hidden: who owns them. */
	#looksAtPlaces(): Lemma[] {
		return [...this.#places]
			.filter(([hidden, places]) => places.size > 1 && !this.#seen.has(hidden))
			.flatMap(([hidden, places]) => [...places].map((place) => this.#lookLemma(hidden, [place])));
	}

	/** At a place that both runs reach under the same condition, the second decides as if nothing were hidden: as the first does. */
	#decisions(): Lemma[] {
		void this.second;
		return this.#open.filter(isSamePlace).map(({ reached, condition, unhidden }) => ({
			says: 'what is hidden decides nothing',
			statement: implies(reached, equal(condition, unhidden)),
			learn: () => {
				const known = this.#decided.get(reached) ?? new Map<Term, Term>();
				this.#decided.set(reached, known.set(condition, unhidden));
			},
		}));
	}
}

const runs = new WeakMap<Subjected, Two>();

function twoOf(subjected: Subjected): Two {
	const two = runs.get(subjected) ?? new Two(subjected);
	runs.set(subjected, two);
	return two;
}

function concerns({ subject }: Subjected): boolean {
	return OF_CALLERS.has(subject.entry) && subject.idle !== true;
}

/** Everything that the two runs leave, field by field. */
function contentsGoals({ lifted }: Subjected, second: Lifted): Goal[] {
	const [one, other] = [lifted.world.state, second.world.state];
	const names = [...new Set([...one.written, ...other.written])];
	return names.flatMap((name): Goal[] => {
		const cell = cellOf(name);
		return anyIndices(cell).flatMap((index): Goal[] => {
			const hidden = hiddenBy(cell.table, index);
			const found = [one.read(cell, index), other.read(cell, index)] as const;
			if (hidden === undefined)
				return [{ says: `${name} does not depend on what is hidden`, statement: equal(...found) }];
			const seen = Path.root([not(hidden)]);
			const alike = equal(seen.simplify(found[0]), seen.simplify(found[1]));
			const untouched = one.writes(name).map(
				({ condition, covers }): Goal => ({
					says: `${name} of what is hidden stays as it is`,
					statement: not(and(condition, covers(index), hidden)),
				}),
			);
			return [
				{ says: `${name} of what is not hidden does not depend on what is`, statement: or(hidden, alike) },
				...untouched,
			];
		});
	});
}

export const NONINTERFERENCE: Property = {
	name: 'noninterference',
	says: 'result, requests to the machine, instruction count and everything visible do not depend on what is hidden',
	together: 12,
	lemmas: {
		next: (subjected) => (concerns(subjected) ? twoOf(subjected).lemmas() : []),
		proved: (subjected, goals) => twoOf(subjected).learn(goals as readonly Lemma[]),
	},
	goals: (subjected) => {
		const { lifted } = subjected;
		if (!concerns(subjected)) return [];
		const { second } = twoOf(subjected);
		const results = lifted.results.map((result, position) => equal(result, second.results[position] as Term));
		return [
			{ says: 'the result does not depend on what is hidden', statement: and(...results) },
			{
				says: 'what is asked of the machine does not depend on what is hidden',
				statement: equal(lifted.world.history, second.world.history),
			},
			{ says: 'the time that it takes does not depend on what is hidden', statement: equal(lifted.cost, second.cost) },
			...contentsGoals(subjected, second),
		];
	},
	assumes: (subjected, condition, effort) => {
		const { scene, statements } = twoOf(subjected);
		const said = statements.hypotheses(subjected.assumed, [condition], effort);
		const apart = separation([condition, ...said], scene.caller, scene.before, statements.before);
		const lines = linesOfControl(scene.slots, scene.slots, scene.caller, scene.before);
		return [...said, ...apart, ...lines];
	},
};
