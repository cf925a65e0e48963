/** Mutants of a kernel, held against the kernel itself, one entry after the other. */

import { AddressError } from '../../verify/prover/address.ts';
import { not } from '../../verify/prover/build.ts';
import { discharge } from '../../verify/prover/discharge.ts';
import { ExecutionError, Executor } from '../../verify/prover/executor.ts';
import type { Property, Subjected } from '../../verify/prover/goal.ts';
import { type Lifted, lift } from '../../verify/prover/lift.ts';
import { sameGoals } from '../../verify/prover/properties/refinement.ts';
import { SAFETY } from '../../verify/prover/properties/safety.ts';
import { type Material, subjectOf } from '../../verify/prover/prove.ts';
import { State } from '../../verify/prover/state.ts';
import { SUBJECTS } from '../../verify/prover/subjects.ts';
import { forgetTerms } from '../../verify/prover/term.ts';

/** Of one entry of a mutant: it is the kernel's, or it is not, or nobody knows. */
export interface EntryJudgement {
	readonly key: string;
	readonly answer: 'same' | 'refuted' | 'unknown';
	readonly why: string;
}

/** Seconds for one entry of one mutant. */
const LIMIT = 40;

/** What the kernel does not do anyway: its own hazards are proved to be none. */
function newHazards(wanted: Lifted): Property {
	const known = new Set(wanted.world.hazards.map(({ condition }) => condition));
	return {
		...SAFETY,
		goals: ({ lifted }) =>
			lifted.world.hazards
				.filter(({ condition }) => !known.has(condition))
				.map(({ says, condition }) => ({ says, statement: not(condition) })),
	};
}

/** A mutant that leaves what the executor understands would have no proof. */
async function judge(kernel: Subjected, binary: Uint8Array): Promise<Omit<EntryJudgement, 'key'>> {
	const { subject, facts, contents, lifted: wanted } = kernel;
	let mutant: Subjected;
	try {
		const executor = new Executor(binary);
		mutant = { ...kernel, kernel: executor, lifted: lift(executor, subject, facts, new State(contents)) };
	} catch (problem) {
		if (!(problem instanceof ExecutionError || problem instanceof AddressError)) throw problem;
		return { answer: 'refuted', why: `${subject.name}: ${problem.message}` };
	}
	const same: Property = { name: 'refinement', says: '', goals: () => sameGoals(mutant.lifted, wanted) };
	let unknown = '';
	for (const property of [newHazards(wanted), same]) {
		const verdict = await discharge(mutant, property, { limit: LIMIT, explained: false });
		const why = `${subject.name}: ${property.name}: ${verdict?.failures[0] ?? ''}`;
		if (verdict?.verdict === 'refuted') return { answer: 'refuted', why };
		if (verdict?.verdict === 'unknown') unknown = why;
	}
	return unknown === '' ? { answer: 'same', why: '' } : { answer: 'unknown', why: unknown };
}

/**
 * What one entry of each mutant does. They are held against the kernel, of which it is proved elsewhere that it does what the specification says: what
 * a mistake does not touch is the same formula on both sides, and needs no solver.
 */
export async function judgeEntry(
	material: Omit<Material, 'specification'>,
	entry: string,
	mutants: readonly { readonly key: string; readonly kernel: Uint8Array }[],
	onJudgement: (judgement: EntryJudgement) => void,
): Promise<void> {
	const subject = SUBJECTS.find(({ name }) => name === entry);
	if (subject === undefined) throw new Error(`the kernel has no entry ${entry}`);
	forgetTerms();
	const reference = subjectOf({ ...material, specification: material.kernel }, subject);
	for (const { key, kernel } of mutants) onJudgement({ key, ...(await judge(reference, kernel)) });
}
