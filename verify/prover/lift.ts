/** One entry of a kernel, executed on formulas from a state of which nothing is known. */
import { I64 } from '../../machines/wasm/module.ts';
import { constant, equal, not, variable } from './build.ts';
import type { Executor, Outcome } from './executor.ts';
import { Path } from './path.ts';
import { State } from './state.ts';
import type { Term } from './term.ts';
import { KernelWorld } from './world.ts';

/** An entry, or one call of `system` by its number. */
export interface Subject {
	/** As in verdicts: `reply`, `COPY`. */
	readonly name: string;
	readonly entry: string;
	/** First argument, if it is fixed: the number of a kernel call. */
	readonly number?: number;
	/** What the first argument is not. */
	readonly others?: readonly number[];
	/** Nobody executes. */
	readonly idle?: true;
}

/** What an execution did. */
export interface Lifted extends Outcome {
	readonly world: KernelWorld;
	readonly values: readonly Term[];
}

/** Names of the parameters in verdicts and counterexamples, by position. */
export function argumentsOf(executor: Executor, { entry, number }: Subject): Term[] {
	return executor
		.parameters(entry)
		.map((type, position) =>
			number !== undefined && position === 0
				? constant(number)
				: variable(`argument${position}`, type === I64 ? 64 : 32),
		);
}

/** What is known of the arguments. */
export function argumentFacts({ others = [] }: Subject): Term[] {
	return others.map((number) => not(equal(variable('argument0'), constant(number))));
}

/** Executes `subject`; `facts` are taken for granted from the start. What it branches on is as `decide` says. */
export function lift(
	executor: Executor,
	subject: Subject,
	facts: readonly Term[] = [],
	state = new State(),
	decide?: KernelWorld['decide'],
): Lifted {
	const values = argumentsOf(executor, subject);
	const world = new KernelWorld(state, decide);
	const outcome = executor.run(subject.entry, values, Path.root(facts), world);
	return { ...outcome, world, values };
}
