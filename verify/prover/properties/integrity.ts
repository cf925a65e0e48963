/**
 * Nothing changes without authority (what the literature calls integrity, or local respect). For an arbitrary row of each table: when a field of it is
 * another one afterwards, one of the reasons below holds. What is missing here follows from invariants: the ready set, the timer tree and the page
 * tables say exactly what processes, mappings and regions say.
 */
import { or } from '../build.ts';
import type { Goal, Property } from '../goal.ts';
import { changesOf } from './rows.ts';
import { reasonFor } from './reasons.ts';
import { Scene } from './scene.ts';

export const INTEGRITY: Property = {
	name: 'integrity',
	says: 'nothing changes but by a process that has the authority to change it',
	goals: (subjected) => {
		const scene = new Scene(subjected);
		return changesOf(subjected.lifted).flatMap((change): Goal[] => {
			const reason = reasonFor(change, scene);
			if (reason === undefined) return [];
			return [{ says: `${change.name} changes only with authority`, statement: or(change.kept, reason) }];
		});
	},
};
