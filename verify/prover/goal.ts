/** What is to be proved of an entry, and what came of it. */
import type { FieldValue } from './counterexample.ts';
import type { Executor } from './executor.ts';
import type { Effort, Statement, Statements } from './instances.ts';
import type { Lifted, Subject } from './lift.ts';
import type { Answer, Solver } from './solver.ts';
import type { Contents } from './state.ts';
import type { Term } from './term.ts';

/** A statement that must hold after (or of) an execution from every state that satisfies the invariants. */
export interface Goal {
	/** What is broken when it does not hold, for the reader of a refusal. */
	readonly says: string;
	readonly statement: Term;
}

/** Everything that goals are made of. */
export interface Subjected {
	readonly subject: Subject;
	/** The kernel's execution, from a state of which nothing is known but `facts`. */
	readonly lifted: Lifted;
	readonly facts: readonly Term[];
	/** What the tables contain before it, as formulas. */
	readonly contents: Contents;
	/** Facts that these formulas cannot say, being built in: for states that are shown. */
	readonly leftOut: readonly Term[];
	readonly kernel: Executor;
	readonly specification: Executor;
	readonly statements: Statements;
	readonly invariants: readonly Statement[];
	/** What is taken for granted of the state before: the invariants, and what follows from sums over all rows. */
	readonly assumed: readonly Statement[];
}

/** A property of entries: a name, and its goals for one entry. None: it does not apply to that entry. */
export interface Property {
	readonly name: string;
	/** One sentence for the report. */
	readonly says: string;
	readonly goals: (subjected: Subjected) => readonly Goal[];
	/**
	 * What is proved first, if it can be, round after round until there is nothing more to ask; `proved` is told which of these were. The property's
	 * goals may rest on them.
	 */
	readonly lemmas?: {
		readonly next: (subjected: Subjected) => readonly Goal[];
		readonly proved: (subjected: Subjected, goals: readonly Goal[]) => void;
	};
	/** How many goals are asked for in one question at most; all, unless given. */
	readonly together?: number;
	/** What is assumed beside the invariants when `condition` is to be impossible, with so many rounds of instances. */
	readonly assumes?: (subjected: Subjected, condition: Term, effort: Effort) => readonly Term[];
	/** Instead of being proved, each goal must be possible: against vacuity. */
	readonly possible?: true;
}

/** The answer of one solver to the questions of one property of one entry. */
export interface Vote {
	readonly answer: Answer;
	readonly seconds: number;
}

export interface Verdict {
	readonly entry: string;
	readonly property: string;
	readonly verdict: 'proved' | 'refuted' | 'unknown';
	/** Wall-clock time, executing on formulas left out. */
	readonly seconds: number;
	readonly solvers: Readonly<Record<Solver, Vote>>;
	/** Goals that were not true at sight, and all. */
	readonly asked: number;
	readonly goals: number;
	/** What does not hold, when it is refuted or unknown. */
	readonly failures: readonly string[];
	/** A state and a call after which the first of these does not hold. */
	readonly counterexample?: Refusal;
}

/** A field of a row in a state that is shown; long values as hexadecimal text. */
export interface ShownField extends Omit<FieldValue, 'value'> {
	readonly value: number | string;
}

/** What a call does. */
export interface Effects {
	/** A number, or the name of an error. */
	readonly result: string;
	/** What changes, with its new value. */
	readonly after: readonly ShownField[];
	/** Uses of machine functions, in order, as `mapping(3, 5)`. */
	readonly asks: readonly string[];
}

/** A counterexample, tried on the binary itself. */
export interface Refusal extends Effects {
	/** The entry with its arguments. */
	readonly call: string;
	/** The state before: the fields that decide what is wrong, zero or not. */
	readonly before: readonly ShownField[];
	/** What else is not zero, because other statements about states want it so. */
	readonly further: readonly ShownField[];
	/** What does not hold; and, where the binary did something else, what. */
	readonly says: string;
	/** What the specification does there, when that is something else. */
	readonly specified?: Effects;
	/** Of a statement about two runs: what is hidden from the caller and has another value in the second run. */
	readonly elsewhere?: readonly ShownField[];
}
