/** Answers goals: those that are true at sight, the others by both solvers, a few together first and each alone when that fails. */
import { isTrue, not, or } from './build.ts';
import { describe } from './counterexample.ts';
import type { Goal, Property, Refusal, Subjected, Verdict, Vote } from './goal.ts';
import type { Effort } from './instances.ts';
import { refusalOf } from './refusal.ts';
import { SOLVERS, type Solver, solve } from './solver.ts';
import type { Term } from './term.ts';

/** How much of what the invariants say goes into a question, and how many seconds of processor time each solver may take. */
interface Try extends Effort {
	readonly patience: number;
}

/** Of a few goals together. */
const TOGETHER: readonly Try[] = [
	{ rounds: 1, depth: 1, patience: 5 },
	{ rounds: 1, depth: 99, patience: 10 },
];
/** Of one goal: more and more. The last is everything that three steps from row to row lead to. */
const ALONE: readonly Try[] = [
	{ rounds: 1, depth: 1, patience: 10 },
	{ rounds: 1, depth: 99, patience: 15 },
	{ rounds: 2, depth: 2, patience: 20 },
	{ rounds: 2, depth: 99, patience: 60 },
	{ rounds: 3, depth: 99, patience: 120 },
];
/** Of a lemma: what it takes longer for is not worth it. */
const LEMMA: readonly Try[] = [
	{ rounds: 1, depth: 1, patience: 5 },
	{ rounds: 1, depth: 2, patience: 10 },
];
/** Seconds for a property of an entry, after which nothing more is asked: what is left counts as not answered. */
const LIMIT = 600;
/** Whether something is possible. */
const POSSIBLE: Try = { rounds: 2, depth: 2, patience: 60 };
/** Goals that are tried together. */
const CHUNK = 6;

type Votes = Record<Solver, Vote>;

/** A goal that was not answered as it should be, and what the solvers said of it. */
interface Failure {
	readonly goal: Goal;
	readonly votes: Votes;
}

interface Found {
	readonly votes: Votes;
	readonly failures: readonly Failure[];
}

function noVotes(): Votes {
	return { z3: { answer: 'unsat', seconds: 0 }, cvc5: { answer: 'unsat', seconds: 0 } };
}

/** Worst of the answers, times added. */
function join(left: Found, right: Found): Found {
	const rank = ['unsat', 'sat', 'stopped', 'unknown', 'timeout'];
	const entries = SOLVERS.map((solver) => {
		const [a, b] = [left.votes[solver], right.votes[solver]];
		const answer = rank.indexOf(a.answer) >= rank.indexOf(b.answer) ? a.answer : b.answer;
		return [solver, { answer, seconds: a.seconds + b.seconds }];
	});
	return { votes: Object.fromEntries(entries), failures: [...left.failures, ...right.failures] };
}

function agree(votes: Votes): boolean {
	return SOLVERS.every((solver) => votes[solver].answer === 'unsat');
}

/** Both solvers, side by side. The other one is stopped when one has found a state; with `hasty` as soon as one does not say no. */
async function vote(assertions: readonly Term[], patience: number, hasty: boolean): Promise<Votes> {
	const stop = new AbortController();
	const replies = await Promise.all(
		SOLVERS.map(async (solver) => {
			const { answer, seconds } = await solve(solver, assertions, [], patience, stop.signal);
			if (answer === 'sat' || (hasty && answer !== 'unsat')) stop.abort();
			return [solver, { answer, seconds }] as const;
		}),
	);
	return Object.fromEntries(replies) as Votes;
}

/** The question whether `condition` is possible, with what the invariants say of the rows in it. */
export function questionOf(subjected: Subjected, property: Property, condition: Term, effort: Effort): Term[] {
	const { statements, assumed, facts } = subjected;
	const hypotheses = statements.hypotheses(assumed, [condition], effort);
	const further = property.assumes?.(subjected, condition, effort) ?? [];
	return [...facts, ...hypotheses, ...further, condition];
}

/** Asks with more and more of the invariants until both solvers say no, or there is nothing left to say. */
async function refute(
	subjected: Subjected,
	property: Property,
	goals: readonly Goal[],
	tries: readonly Try[],
): Promise<Found> {
	const condition = or(...goals.map(({ statement }) => not(statement)));
	let earlier = 0;
	let votes = noVotes();
	for (const [index, effort] of tries.entries()) {
		const start = performance.now();
		votes = await vote(questionOf(subjected, property, condition, effort), effort.patience, index < tries.length - 1);
		if (agree(votes)) break;
		if (index < tries.length - 1) earlier += (performance.now() - start) / 1000;
	}
	const failures = agree(votes) ? [] : goals.map((goal) => ({ goal, votes }));
	return { votes: delayed(votes, earlier), failures };
}

/** The same answers, so many seconds later. */
function delayed(votes: Votes, seconds: number): Votes {
	const later = ({ answer, seconds: own }: Vote): Vote => ({ answer, seconds: own + seconds });
	return { z3: later(votes.z3), cvc5: later(votes.cvc5) };
}

/** A solver found a state in which the goal does not hold. */
function isRefuted({ votes }: Failure): boolean {
	return SOLVERS.some((solver) => votes[solver].answer === 'sat');
}

/** How goals are proved. */
interface Manner {
	/** Of each goal by itself, when it could not be proved together with others. */
	readonly alone: readonly Try[];
	/** When one is refuted the others do not matter any more. */
	readonly all: boolean;
	/** By the clock of `performance`; goals that have not been asked for by then are not. */
	readonly end: number;
}

/**
 * Proves goals, equal ones once: a few together, those that were not proved each by itself, and the rest with more and more patience. They begin with
 * the ones for which a solver found a state, although it knew little of what invariants say.
 */
async function proveAll(
	subjected: Subjected,
	property: Property,
	goals: readonly Goal[],
	{ alone, all, end }: Manner,
): Promise<Found> {
	let found: Found = { votes: noVotes(), failures: [] };
	let left: readonly Goal[] = [...new Map(goals.map((goal) => [goal.statement, goal])).values()];
	for (const size of all ? [property.together ?? CHUNK, 1] : [property.together ?? CHUNK]) {
		const failures: Failure[] = [];
		for (let first = 0; first < left.length; first += size) {
			const chunk = left.slice(first, first + size);
			const late = size === 1 && performance.now() > end;
			const together = late ? unanswered(chunk) : await refute(subjected, property, chunk, TOGETHER);
			if (together.failures.length === 0) found = join(found, together);
			failures.push(...together.failures);
		}
		const suspicious = failures.filter(isRefuted);
		left = [...suspicious, ...failures.filter((failure) => !suspicious.includes(failure))].map(({ goal }) => goal);
	}
	for (const goal of left) {
		const late = performance.now() > end;
		found = join(found, late ? unanswered([goal]) : await refute(subjected, property, [goal], alone));
		if (all && found.failures.some(isRefuted)) break;
	}
	return found;
}

function unanswered(goals: readonly Goal[]): Found {
	const votes: Votes = { z3: { answer: 'timeout', seconds: 0 }, cvc5: { answer: 'timeout', seconds: 0 } };
	return { votes, failures: goals.map((goal) => ({ goal, votes })) };
}

/** Proves what lemmas can be proved. What the solvers say of the others does not count, only the time that it takes. */
async function proveLemmas(subjected: Subjected, property: Property, end: number): Promise<Found> {
	const { lemmas } = property;
	let found: Found = { votes: noVotes(), failures: [] };
	if (lemmas === undefined) return found;
	for (let list = lemmas.next(subjected); list.length > 0; list = lemmas.next(subjected)) {
		const start = performance.now();
		const open = list.filter(({ statement }) => !isTrue(statement));
		const { failures } = await proveAll(subjected, property, open, { alone: LEMMA, all: false, end });
		const failed = new Set(failures.map(({ goal }) => goal.statement));
		lemmas.proved(
			subjected,
			list.filter(({ statement }) => !failed.has(statement)),
		);
		const seconds = (performance.now() - start) / 1000;
		found = { ...found, votes: delayed(found.votes, seconds) };
	}
	return found;
}

/** Is each goal possible in a state that satisfies the invariants? One solver's model is enough. */
async function findAll(subjected: Subjected, property: Property, goals: readonly Goal[]): Promise<Found> {
	let found: Found = { votes: noVotes(), failures: [] };
	for (const goal of goals) {
		const votes = await vote(questionOf(subjected, property, goal.statement, POSSIBLE), POSSIBLE.patience, false);
		const possible = SOLVERS.some((solver) => votes[solver].answer === 'sat');
		found = join(found, { votes, failures: possible ? [] : [{ goal, votes }] });
	}
	return found;
}

/** A state in which the goal does not hold, from a solver that found one; tried on the binary. */
async function explain(
	subjected: Subjected,
	property: Property,
	{ goal, votes }: Failure,
): Promise<Refusal | undefined> {
	if (!isRefuted({ goal, votes })) return undefined;
	const { subject, lifted, leftOut } = subjected;
	const question = questionOf(subjected, property, not(goal.statement), ALONE.at(-1) as Try);
	const example = await describe(subject, lifted, [...question, ...leftOut], SOLVERS, goal.statement);
	return example === undefined ? undefined : refusalOf(subjected, goal, example);
}

/** How long a property of an entry may take, in seconds; and whether a state is wanted in which it does not hold. */
export interface Wish {
	readonly limit?: number;
	readonly explained?: boolean;
}

/** The verdict on one property of one entry; undefined when the property says nothing of it. */
export async function discharge(
	subjected: Subjected,
	property: Property,
	{ limit = LIMIT, explained = true }: Wish = {},
): Promise<Verdict | undefined> {
	const start = performance.now();
	const end = start + limit * 1000;
	const lemmas = await proveLemmas(subjected, property, end);
	const goals = property.goals(subjected);
	if (goals.length === 0) return undefined;
	const open = property.possible === true ? goals : goals.filter(({ statement }) => !isTrue(statement));
	const { votes, failures } =
		property.possible === true
			? await findAll(subjected, property, open)
			: join(lemmas, await proveAll(subjected, property, open, { alone: ALONE, all: true, end }));
	const refuting = property.possible === true ? 'unsat' : 'sat';
	const refuted = failures.find((failure) => SOLVERS.some((solver) => failure.votes[solver].answer === refuting));
	const counterexample =
		refuted !== undefined && property.possible !== true && explained
			? await explain(subjected, property, refuted)
			: undefined;
	return {
		entry: subjected.subject.name,
		property: property.name,
		verdict: failures.length === 0 ? 'proved' : refuted === undefined ? 'unknown' : 'refuted',
		seconds: (performance.now() - start) / 1000,
		solvers: votes,
		asked: open.length,
		goals: goals.length,
		failures: failures.map(({ goal }) => goal.says),
		...(counterexample === undefined ? {} : { counterexample }),
	};
}
