/**
 * Nothing changes without authority (what the literature calls integrity, or local respect). For an arbitrary row of each table: when a field of it is
 * another one afterwards, one of the reasons below holds. What is missing here follows from invariants: the ready set, the timer tree and the page
 * tables say exactly what processes, mappings and regions say.
 */
import { and, choose, not, or, TRUE } from '../build.ts';
import type { Goal, Property } from '../goal.ts';
import { Path } from '../path.ts';
import { reasonFor } from './reasons.ts';
import { type Change, changesOf } from './rows.ts';
import { Scene } from './scene.ts';

/** Fields that are written many times in one entry, each time for a reason of its own. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(['MAPPING', 'PROCESS.MAPPED']);

/** When a field of the row is written there is a reason. What is known when there is none is put in. */
function goalOf(scene: Scene, change: Change): Goal[] {
	const { lifted, facts } = scene.subjected;
	const reason = reasonFor(change, scene);
	if (reason === undefined) return [];
	const given = Path.root(facts).simplify(reason);
	const unfounded = Path.root([not(given)]);
	const writes = lifted.world.state
		.writes(change.name)
		.map(({ condition, covers }) => and(condition, covers(change.index)));
	const statement = or(not(unfounded.simplify(or(...writes))), given);
	return [{ says: `${change.name} changes only with authority`, statement }];
}

/** The same of each write by itself: against what was there when it was written. */
function goalsOfWrites(scene: Scene, change: Change): Goal[] {
	const { lifted, facts, contents } = scene.subjected;
	const writes = lifted.world.state.writes(change.name);
	return writes.map(({ condition, index, value, covers }, position) => {
		const where = index.length === 0 ? change.index : index;
		const known = Path.root([...facts, condition]);
		const before = writes
			.slice(0, position)
			.reduce(
				(found, earlier) => choose(known.simplify(and(earlier.condition, earlier.covers(where))), earlier.value, found),
				contents(change.cell, where),
			);
		const one = { ...change, index: where, before, after: value };
		const reason = known.simplify(reasonFor(one, scene) ?? TRUE());
		return {
			says: `${change.name} changes only with authority`,
			statement: or(not(and(condition, covers(where))), reason),
		};
	});
}

export const INTEGRITY: Property = {
	name: 'integrity',
	says: 'nothing changes but by a process that has the authority to change it',
	together: 4,
	goals: (subjected) => {
		const scene = new Scene(subjected);
		return changesOf(subjected.lifted).flatMap((change) => {
			const separately = ONE_BY_ONE.has(change.name) || ONE_BY_ONE.has(change.cell.table);
			return separately ? goalsOfWrites(scene, change) : goalOf(scene, change);
		});
	},
};
