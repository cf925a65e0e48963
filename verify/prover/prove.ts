/** Proves properties of entries: each entry is executed on formulas once, then each property's goals are answered. */
import { CONSEQUENCES, INVARIANTS, PROMISES, SUMS } from '../invariants/catalogue.ts';
import { AddressError } from './address.ts';
import { apply, constant, equal, extract, isConstant, not } from './build.ts';
import { discharge } from './discharge.ts';
import { ExecutionError, Executor } from './executor.ts';
import type { Property, Subjected, Verdict } from './goal.ts';
import { type Statement, Statements } from './instances.ts';
import { argumentFacts, argumentsOf, lift, type Subject } from './lift.ts';
import { Path } from './path.ts';
import { ANYTHING, EXECUTING, NARROWED, State } from './state.ts';
import { cellOf } from './tables.ts';
import { forgetTerms, type Term } from './term.ts';

/** What is proved, and what it is held against. */
export interface Material {
	readonly kernel: Uint8Array;
	readonly specification: Uint8Array;
	readonly invariants: Uint8Array;
}

/** Sums whose parts are counts: pages, which are many, could only be told to be at most the total if they did not wrap. */
const COUNTS = SUMS.filter(({ name }) => name !== 'pages');

/** Of the state before: the invariants, and what adding up all rows gives (verify/invariants/catalogue.ts says why). */
const ASSUMED: readonly Statement[] = [
	...INVARIANTS,
	...CONSEQUENCES,
	...COUNTS.map(({ value, over, total }) => ({ name: value, over: [over, 'account'], atMost: total })),
];

/** Entries that the machine uses on behalf of the process that executes. */
const OF_PROCESSES: ReadonlySet<string> = new Set('system call callWith callSlow notify notifySwitch wait'.split(' '));

/** What the machine promises when it uses an entry (docs/reference/02-machine.md). */
function preconditions(subject: Subject, statements: Statements, values: readonly Term[]): Term[] {
	const state = statements.before;
	const idle = equal(state.value('GLOBAL.CURRENT'), constant(0));
	const executing = subject.idle === true ? [idle] : OF_PROCESSES.has(subject.entry) ? [not(idle)] : [];
	const promised = PROMISES.filter(({ entries }) => entries.includes(subject.entry)).map(({ name, argument }) =>
		statements.instance(name, argument === undefined ? [] : [values[argument] as Term], state),
	);
	const known = Path.root([...executing, ...argumentFacts(subject)]);
	return [...executing, ...argumentFacts(subject), ...promised.map((promise) => known.simplify(promise))];
}

/** What the invariants say of the machine and of the executing process: conditions on the way are simplified with it. */
function knownFromStart(statements: Statements, list: readonly Statement[], facts: readonly Term[]): Term[] {
	const state = statements.before;
	const current = extract(state.value('GLOBAL.CURRENT'), 7, 0);
	const start = Path.root(facts);
	return list
		.filter(({ over }) => over.length === 0 || over.join() === 'process')
		.map(({ name, over }) => start.simplify(statements.instance(name, over.length === 0 ? [] : [current], state)))
		.filter((instance) => !isConstant(instance));
}

/** What `EXECUTING` builds in. */
function checkedBefore(): Term {
	const [epoch, current] = [cellOf('PROCESS.EPOCH'), apply('GLOBAL.CURRENT', 8, [])];
	return equal(ANYTHING(epoch, [current]), ANYTHING(cellOf('GLOBAL.EPOCH'), []));
}

/** The kernel's execution of `subject`, with everything that goals are made of. */
export function subjectOf(material: Material, subject: Subject): Subjected {
	const kernel = new Executor(material.kernel);
	const contents = OF_PROCESSES.has(subject.entry) && subject.idle !== true ? EXECUTING : NARROWED;
	const statements = new Statements(material.invariants, new State(contents));
	const given = preconditions(subject, statements, argumentsOf(kernel, subject));
	const facts = [...given, ...knownFromStart(statements, INVARIANTS, given)];
	return {
		subject,
		kernel,
		facts,
		contents,
		leftOut: contents === EXECUTING ? [checkedBefore()] : [],
		lifted: lift(kernel, subject, facts, new State(contents)),
		specification: new Executor(material.specification),
		statements,
		invariants: INVARIANTS,
		assumed: ASSUMED,
	};
}

/** A kernel that leaves what the executor understands is refuted, and says where. */
function attempt(material: Material, subject: Subject): Subjected | Verdict {
	try {
		return subjectOf(material, subject);
	} catch (problem) {
		if (!(problem instanceof ExecutionError || problem instanceof AddressError)) throw problem;
		const silent = { answer: 'unknown', seconds: 0 } as const;
		const solvers = { z3: silent, cvc5: silent };
		const failures = [`the code cannot be followed: ${problem.message}`];
		const { name: entry } = subject;
		return { entry, property: 'safety', verdict: 'refuted', seconds: 0, solvers, asked: 0, goals: 1, failures };
	}
}

/** Proves `properties` of one entry. Formulas of other entries must no longer be in use. */
export async function prove(
	material: Material,
	subject: Subject,
	properties: readonly Property[],
	onVerdict: (verdict: Verdict) => void = () => undefined,
): Promise<Verdict[]> {
	forgetTerms();
	const subjected = attempt(material, subject);
	if (!('lifted' in subjected)) {
		onVerdict(subjected);
		return [subjected];
	}
	const verdicts: Verdict[] = [];
	for (const property of properties) {
		const verdict = await discharge(subjected, property);
		if (verdict === undefined) continue;
		verdicts.push(verdict);
		onVerdict(verdict);
	}
	return verdicts;
}
