/**
 * Nothing changes without authority (what the literature calls integrity, or local respect). For an arbitrary row of each table: when a field of it is
 * another one afterwards, one of the reasons below holds. What is missing here follows from invariants: the ready set, the timer tree and the page
 * tables say exactly what processes, mappings and regions say.
 */
import { and, not, or } from '../build.ts';
import type { Goal, Property, Subjected } from '../goal.ts';
import { Path } from '../path.ts';
import type { Term } from '../term.ts';
import { type Change, changesOf } from './rows.ts';
import { reasonFor } from './reasons.ts';
import { Scene } from './scene.ts';

/** When a field of the row is written there is a reason. What is known when there is none is put in. */
function goalOf({ name, index }: Change, reason: Term, { lifted, facts }: Subjected): Goal {
	const given = Path.root(facts).simplify(reason);
	const unfounded = Path.root([not(given)]);
	const writes = lifted.world.state.writes(name).map(({ condition, covers }) => and(condition, covers(index)));
	return { says: `${name} changes only with authority`, statement: or(not(unfounded.simplify(or(...writes))), given) };
}

export const INTEGRITY: Property = {
	name: 'integrity',
	says: 'nothing changes but by a process that has the authority to change it',
	goals: (subjected) => {
		const scene = new Scene(subjected);
		return changesOf(subjected.lifted).flatMap((change): Goal[] => {
			const reason = reasonFor(change, scene);
			return reason === undefined ? [] : [goalOf(change, reason, subjected)];
		});
	},
};
