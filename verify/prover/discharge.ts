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

/** More and more. The last is everything that three steps from row to row lead to. */
const EFFORTS: readonly Try[] = [
	{ rounds: 0, depth: 0, patience: 3 },
	{ rounds: 1, depth: 1, patience: 8 },
	{ rounds: 1, depth: 99, patience: 15 },
	{ rounds: 2, depth: 2, patience: 20 },
	{ rounds: 2, depth: 99, patience: 60 },
	{ rounds: 3, depth: 99, patience: 120 },
];
/** Of a lemma: what it takes longer for is not worth it. */
const FOR_LEMMAS: readonly Try[] = [
	{ rounds: 1, depth: 1, patience: 5 },
	{ rounds: 1, depth: 2, patience: 10 },
];
/** Seconds for a property of an entry, after which nothing more is asked: what is left counts as not answered. */
const LIMIT = 60;
/** Whether something is possible. */
const POSSIBLE: Try = { rounds: 2, depth: 2, patience: 60 };
/** Goals that are asked for in one question, unless their property says how many. */
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

/** Both solvers, side by side. The other one is stopped when one has found a state. */
async function vote(assertions: readonly Term[], patience: number): Promise<Votes> {
	const stop = new AbortController();
	const replies = await Promise.all(
		SOLVERS.map(async (solver) => {
			const { answer, seconds } = await solve(solver, assertions, [], patience, stop.signal);
			if (answer === 'sat') stop.abort();
			return [solver, { answer, seconds }] as const;
		}),
	);
	return Object.fromEntries(replies) as Votes;
}

/** The question whether `condition` is possible, with what the invariants say of the rows in it. */
export function questionOf(subjected: Subjected, property: Property, condition: Term, effort: Effort): Term[] {
	const { statements, assumed, facts } = subjected;
	// Many a goal is true of any state at all.
	if (effort.rounds === 0) return [condition];
	const hypotheses = statements.hypotheses(assumed, [condition], effort);
	const further = property.assumes?.(subjected, condition, effort) ?? [];
	return [...facts, ...hypotheses, ...further, condition];
}

/** The same answers: their times have been counted. */
function untimed({ z3, cvc5 }: Votes): Votes {
	return { z3: { answer: z3.answer, seconds: 0 }, cvc5: { answer: cvc5.answer, seconds: 0 } };
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

/** The goals of one question that are not proved by it, and the seconds that the solvers took for all. */
interface Answered {
	readonly failures: readonly Failure[];
	readonly seconds: Readonly<Record<Solver, number>>;
}

function both(left: Answered, right: Answered): Answered {
	const seconds = { z3: left.seconds.z3 + right.seconds.z3, cvc5: left.seconds.cvc5 + right.seconds.cvc5 };
	return { failures: [...left.failures, ...right.failures], seconds };
}

/**
 * Asks for goals together. Z3 begins: where it finds a state, the goals that do not hold in it are left out, and the others are asked for again; what it
 * has proved cvc5 must prove too. A question that is too long is asked in halves.
 */
async function ask(subjected: Subjected, property: Property, goals: readonly Goal[], effort: Try): Promise<Answered> {
	const broken = goals.map(({ statement }) => not(statement));
	const question = questionOf(subjected, property, or(...broken), effort);
	const z3 = await solve('z3', question, broken, effort.patience);
	if (z3.answer === 'sat') {
		const votes: Votes = { z3: { answer: 'sat', seconds: z3.seconds }, cvc5: { answer: 'stopped', seconds: 0 } };
		const isBroken = (index: number): boolean => z3.values[index] === 1n;
		// It may have been stopped before it had told the values: then all count as broken.
		const isTold = goals.some((_, index) => isBroken(index));
		const failures = goals.filter((_, index) => !isTold || isBroken(index)).map((goal) => ({ goal, votes }));
		const others = isTold ? goals.filter((_, index) => !isBroken(index)) : [];
		const found = { failures, seconds: { z3: z3.seconds, cvc5: 0 } };
		return others.length === 0 ? found : both(found, await ask(subjected, property, others, effort));
	}
	const cvc5 =
		z3.answer === 'unsat'
			? await solve('cvc5', question, [], effort.patience)
			: ({ answer: 'stopped', seconds: 0 } as const);
	const votes: Votes = {
		z3: { answer: z3.answer, seconds: z3.seconds },
		cvc5: { answer: cvc5.answer, seconds: cvc5.seconds },
	};
	const seconds = { z3: z3.seconds, cvc5: cvc5.seconds };
	if (agree(votes)) return { failures: [], seconds };
	if (goals.length === 1) return { failures: goals.map((goal) => ({ goal, votes })), seconds };
	const middle = goals.length >> 1;
	const first = await ask(subjected, property, goals.slice(0, middle), effort);
	const second = await ask(subjected, property, goals.slice(middle), effort);
	return both({ failures: [], seconds }, both(first, second));
}

/** How goals are proved. */
interface Manner {
	/** One after the other, for the goals that are left. */
	readonly efforts: readonly Try[];
	/** By the clock of `performance`; goals that have not been asked for by then are not. */
	readonly end: number;
}

/** Proves goals, equal ones once, with more and more of what the invariants say. When one is refuted by the last of it, the others do not matter. */
async function proveAll(
	subjected: Subjected,
	property: Property,
	goals: readonly Goal[],
	{ efforts, end }: Manner,
): Promise<Found> {
	const size = property.together ?? CHUNK;
	let left: readonly Goal[] = [...new Map(goals.map((goal) => [goal.statement, goal])).values()];
	let found: Answered = { failures: [], seconds: { z3: 0, cvc5: 0 } };
	for (const effort of efforts) {
		found = { ...found, failures: [] };
		for (let first = 0; first < left.length; first += size) {
			const chunk = left.slice(first, first + size);
			const late = performance.now() > end;
			found = both(found, late ? unanswered(chunk) : await ask(subjected, property, chunk, effort));
			if (effort === EFFORTS.at(-1) && found.failures.some(isRefuted)) break;
		}
		left = found.failures.map(({ goal }) => goal);
	}
	const votes: Votes = {
		z3: { answer: 'unsat', seconds: found.seconds.z3 },
		cvc5: { answer: 'unsat', seconds: found.seconds.cvc5 },
	};
	return found.failures.reduce((sum, failure) => join(sum, { votes: untimed(failure.votes), failures: [failure] }), {
		votes,
		failures: [],
	} as Found);
}

function unanswered(goals: readonly Goal[]): Answered {
	const votes: Votes = { z3: { answer: 'timeout', seconds: 0 }, cvc5: { answer: 'timeout', seconds: 0 } };
	return { failures: goals.map((goal) => ({ goal, votes })), seconds: { z3: 0, cvc5: 0 } };
}

/** Proves what lemmas can be proved. What the solvers say of the others does not count, only the time that it takes. */
async function proveLemmas(subjected: Subjected, property: Property, end: number): Promise<Found> {
	const { lemmas } = property;
	let found: Found = { votes: noVotes(), failures: [] };
	if (lemmas === undefined) return found;
	for (let list = lemmas.next(subjected); list.length > 0; list = lemmas.next(subjected)) {
		const start = performance.now();
		const open = list.filter(({ statement }) => !isTrue(statement));
		const { failures } = await proveAll(subjected, property, open, { efforts: FOR_LEMMAS, end });
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
		const votes = await vote(questionOf(subjected, property, goal.statement, POSSIBLE), POSSIBLE.patience);
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
	const question = questionOf(subjected, property, not(goal.statement), EFFORTS.at(-1) as Try);
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
			: join(lemmas, await proveAll(subjected, property, open, { efforts: EFFORTS, end }));
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
