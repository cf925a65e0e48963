/**
 * What is hidden from a process has no influence on what it sees (step consistency): two runs with the same arguments, from states that differ only
 * in hidden rows, have the same result, ask the same of the machine, execute equally many instructions, and leave everything that is not hidden alike.
 * And neither touches what is hidden. What this means, and which channels remain: docs/reference/covert-channels.md.
 */
import { and, equal, not, or } from '../build.ts';
import { contentsOfSecond, hiddenBy, linesOfControl, separation } from '../contents-of-two.ts';
import type { Goal, Property, Subjected } from '../goal.ts';
import type { Statements } from '../instances.ts';
import { type Lifted, lift } from '../lift.ts';
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

interface Two {
	readonly scene: Scene;
	readonly second: Lifted;
	readonly statements: Statements;
}

const runs = new WeakMap<Subjected, Two>();

/** Both runs of a subject. */
function twoOf(subjected: Subjected): Two {
	const known = runs.get(subjected);
	if (known !== undefined) return known;
	const scene = new Scene(subjected);
	const contents = contentsOfSecond(subjected.contents, scene.caller);
	const second = lift(subjected.kernel, subjected.subject, subjected.facts, new State(contents));
	const two = { scene, second, statements: subjected.statements.over(new State(contents)) };
	runs.set(subjected, two);
	return two;
}

/** Everything that the two runs leave, field by field. */
function contentsGoals({ lifted }: Subjected, second: Lifted): Goal[] {
	const [one, other] = [lifted.world.state, second.world.state];
	const names = [...new Set([...one.written, ...other.written])];
	return names.flatMap((name): Goal[] => {
		const cell = cellOf(name);
		return anyIndices(cell).flatMap((index): Goal[] => {
			const hidden = hiddenBy(cell.table, index);
			const alike = equal(one.read(cell, index), other.read(cell, index));
			if (hidden === undefined) return [{ says: `${name} does not depend on what is hidden`, statement: alike }];
			const writes = one.writes(name).map(({ condition, covers }) => and(condition, covers(index)));
			return [
				{ says: `${name} of what is not hidden does not depend on what is`, statement: or(hidden, alike) },
				{ says: `${name} of what is hidden stays as it is`, statement: or(not(hidden), not(or(...writes))) },
			];
		});
	});
}

export const NONINTERFERENCE: Property = {
	name: 'noninterference',
	says: 'result, requests to the machine, instruction count and everything visible do not depend on what is hidden',
	together: 4,
	goals: (subjected) => {
		const { subject, lifted } = subjected;
		if (!OF_CALLERS.has(subject.entry) || subject.idle === true) return [];
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
