/** Answers goals: those that are true at sight, the others by both solvers, together first and one by one when that fails. */
import { isTrue, not, or } from './build.ts';
import type { Goal, Property, Subjected, Verdict, Vote } from './goal.ts';
import { SOLVERS, type Solver, solve } from './solver.ts';
import type { Term } from './term.ts';

/** Rounds of instances of the invariants: none, the rows that occur, the rows that those name, and once more before anything counts as refuted. */
const ROUNDS = [0, 1, 2, 3] as const;
/** Seconds for one question. */
const PATIENCE = 60;

type Votes = Record<Solver, Vote>;

function noVotes(): Votes {
	return { z3: { answer: 'unsat', seconds: 0 }, cvc5: { answer: 'unsat', seconds: 0 } };
}

/** Worst of two answers, times added. */
function join(left: Votes, right: Votes): Votes {
	const rank = ['unsat', 'sat', 'unknown', 'timeout'];
	const entries = SOLVERS.map((solver) => {
		const [a, b] = [left[solver], right[solver]];
		const answer = rank.indexOf(a.answer) >= rank.indexOf(b.answer) ? a.answer : b.answer;
		return [solver, { answer, seconds: a.seconds + b.seconds }];
	});
	return Object.fromEntries(entries);
}

function agree(votes: Votes, answer: Vote['answer']): boolean {
	return SOLVERS.every((solver) => votes[solver].answer === answer);
}

/** Both solvers, side by side. */
async function vote(assertions: readonly Term[]): Promise<Votes> {
	const replies = await Promise.all(SOLVERS.map((solver) => solve(solver, assertions, [], PATIENCE)));
	return Object.fromEntries(SOLVERS.map((solver, index) => [solver, replies[index]])) as unknown as Votes;
}

/** The question whether `condition` is possible, with what the invariants say of the rows in it. */
export function questionOf(subjected: Subjected, condition: Term, rounds: number, property?: Property): Term[] {
	const { statements, invariants, facts } = subjected;
	const hypotheses = statements.hypotheses(invariants, [condition], rounds);
	const assumed = property?.assumes?.(subjected, condition, rounds) ?? [];
	return [...facts, ...hypotheses, ...assumed, condition];
}

/** Asks with more and more instances until both solvers say no, or there is nothing left to say. */
async function refute(
	subjected: Subjected,
	property: Property,
	condition: Term,
	rounds: readonly number[],
): Promise<Votes> {
	let votes = noVotes();
	for (const round of rounds) {
		const latest = await vote(questionOf(subjected, condition, round, property));
		votes = { z3: { ...latest.z3 }, cvc5: { ...latest.cvc5 } };
		if (agree(latest, 'unsat')) break;
	}
	return votes;
}

/** Proves goals, together first. */
async function proveAll(
	subjected: Subjected,
	property: Property,
	goals: readonly Goal[],
): Promise<{ votes: Votes; failures: Goal[] }> {
	if (goals.length === 0) return { votes: noVotes(), failures: [] };
	const last = goals.length === 1;
	const votes = await refute(
		subjected,
		property,
		or(...goals.map(({ statement }) => not(statement))),
		last ? ROUNDS : ROUNDS.slice(0, 3),
	);
	if (agree(votes, 'unsat')) return { votes, failures: [] };
	if (last) return { votes, failures: [...goals] };
	const middle = Math.ceil(goals.length / 2);
	const halves = [
		await proveAll(subjected, property, goals.slice(0, middle)),
		await proveAll(subjected, property, goals.slice(middle)),
	];
	const [left, right] = halves as [(typeof halves)[0], (typeof halves)[0]];
	return { votes: join(left.votes, right.votes), failures: [...left.failures, ...right.failures] };
}

/** Proves goals in groups as large as the property says; equal ones once. */
async function proveGroups(
	subjected: Subjected,
	property: Property,
	goals: readonly Goal[],
): Promise<{ votes: Votes; failures: Goal[] }> {
	const distinct = [...new Map(goals.map((goal) => [goal.statement, goal])).values()];
	const size = property.together ?? distinct.length;
	let votes = noVotes();
	const failures: Goal[] = [];
	for (let first = 0; first < distinct.length; first += size) {
		const latest = await proveAll(subjected, property, distinct.slice(first, first + size));
		votes = join(votes, latest.votes);
		failures.push(...latest.failures);
	}
	return { votes, failures };
}

/** Is each goal possible in a state that satisfies the invariants? One solver's model is enough. */
async function findAll(
	subjected: Subjected,
	property: Property,
	goals: readonly Goal[],
): Promise<{ votes: Votes; failures: Goal[] }> {
	let votes = noVotes();
	const failures: Goal[] = [];
	for (const goal of goals) {
		const latest = await vote(questionOf(subjected, goal.statement, 2, property));
		votes = join(votes, latest);
		if (!SOLVERS.some((solver) => latest[solver].answer === 'sat')) failures.push(goal);
	}
	return { votes, failures };
}

/** The verdict on one property of one entry; undefined when the property says nothing of it. */
export async function discharge(subjected: Subjected, property: Property): Promise<Verdict | undefined> {
	const goals = property.goals(subjected);
	if (goals.length === 0) return undefined;
	const start = performance.now();
	const open = property.possible === true ? goals : goals.filter(({ statement }) => !isTrue(statement));
	const { votes, failures } = await (property.possible === true ? findAll : proveGroups)(subjected, property, open);
	const wanted = property.possible === true ? 'unsat' : 'sat';
	const refuted = failures.length > 0 && SOLVERS.some((solver) => votes[solver].answer === wanted);
	return {
		entry: subjected.subject.name,
		property: property.name,
		verdict: failures.length === 0 ? 'proved' : refuted ? 'refuted' : 'unknown',
		seconds: (performance.now() - start) / 1000,
		solvers: votes,
		asked: open.length,
		goals: goals.length,
		failures: failures.map(({ says }) => says),
	};
}
