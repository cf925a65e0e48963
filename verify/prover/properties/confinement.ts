/**
 * The flow matrix is mandatory: whoever gives a capability to another process may transfer to its label, and that label may hold what it gets. What a
 * process makes for itself its own label may hold. A new mapping is one that the labels of process and region allow.
 */
import { FLOW_TRANSFER, KIND_NONE } from '../../../abi/rights.ts';
import { and, constant, equal, or, TRUE, variable } from '../build.ts';
import type { Goal, Property } from '../goal.ts';
import type { Term } from '../term.ts';
import { isCopy } from './amplification.ts';
import { onlyUnmaps } from './mappings.ts';
import { Row } from './row.ts';
import { Scene } from './scene.ts';

/** Labels as they are after the execution, which may have made the object. */
function mayHold(scene: Scene, made: Row): Term {
	const [holder] = made.index as [Term, Term];
	const label = scene.after.value('PROCESS.LABEL', holder);
	return scene.says(
		'labelMayHold',
		[label, made.field('KIND'), made.field('OBJECT'), made.field('RIGHTS')],
		scene.after,
	);
}

function capabilityGoal(scene: Scene): Goal {
	const index = [variable('holder', 8), variable('slot', 8)];
	const [before, after] = [new Row('CAPABILITY', index, scene.before), new Row('CAPABILITY', index, scene.after)];
	const [holder] = index as [Term, Term];
	const empty = equal(after.field('KIND'), constant(KIND_NONE));
	const within = and(equal(holder, scene.caller), isCopy(scene, after));
	const labels = [scene.was('PROCESS.LABEL', scene.caller), scene.was('PROCESS.LABEL', holder), FLOW_TRANSFER];
	const transferred = or(equal(holder, scene.caller), scene.says('mayFlow', labels));
	const statement = or(after.same(before), empty, within, and(transferred, mayHold(scene, after)));
	return { says: 'a capability goes only where the matrix lets it go, to whom it lets hold it', statement };
}

function mappingGoal(scene: Scene): Goal {
	const says = 'a new mapping is one that the matrix allows';
	if (onlyUnmaps(scene.after)) return { says, statement: TRUE() };
	const index = [variable('holder', 8), variable('memory', 4)];
	const [before, after] = [new Row('MAPPING', index, scene.before), new Row('MAPPING', index, scene.after)];
	const unused = equal(after.field('RIGHTS'), constant(0));
	const statement = or(after.same(before), unused, scene.says('mappingIsGood', index, scene.after));
	return { says, statement };
}

export const CONFINEMENT: Property = {
	name: 'confinement',
	says: 'capabilities and memory cross between labels only as the flow matrix allows',
	goals: (subjected) => {
		const scene = new Scene(subjected);
		const { written } = scene.after;
		const goals: Goal[] = [];
		if (written.some((name) => name.startsWith('CAPABILITY.'))) goals.push(capabilityGoal(scene));
		if (written.some((name) => name.startsWith('MAPPING.'))) goals.push(mappingGoal(scene));
		return goals;
	},
};
