/** Mutants of a kernel against the gate, recorded entries and the prover. */

import type { Caller } from '../../verify/mutation/reach.ts';
import { type MutationReport, type ProveMutant, runMutants } from '../../verify/mutation/run.ts';
import { ExecutionError, Executor } from '../../verify/prover/executor.ts';
import { lift, type Subject } from '../../verify/prover/lift.ts';
import type { Material } from '../../verify/prover/prove.ts';
import { solve } from '../../verify/prover/solver.ts';
import { SUBJECTS } from '../../verify/prover/subjects.ts';
import { forgetTerms } from '../../verify/prover/term.ts';
import { NOT_BACKED, WRONG_LENGTH } from '../../verify/prover/world.ts';
import { buildSpecification } from '../build/specification.ts';
import { progress } from '../command.ts';
import { materialFor, proveWith } from './proof.ts';
import { isProved, type Verdict } from './verdict.ts';

/** Random sequences of 60 entries. */
const SEQUENCES = 3000;
/** Mutants between two lines of progress. */
const OFTEN = 50;
/** A mutant that leaves its tables is found at once; what else is wrong with it, refinement tells. */
const PROPERTIES = ['safety', 'refinement'];
/** Seconds to find a state in which an access goes astray. */
const HAZARD_PATIENCE = 20;

export async function tryMutants(kernel: Uint8Array, count: number, seed: number): Promise<MutationReport> {
	return runMutants({
		kernel,
		reference: await buildSpecification(),
		count,
		seed,
		sequences: SEQUENCES,
		prove: await proverAgainst(kernel),
		onMutant: (tried, of) => {
			if (tried % OFTEN === 0) progress(`${tried} of ${of} mutants`);
		},
	});
}

/** What is proved, if a caller is. */
function isOf({ entry, number, others }: Subject, caller: Caller): boolean {
	if (entry !== caller.entry) return false;
	if (caller.number === undefined) return true;
	return caller.number === 'other' ? others !== undefined : number === caller.number;
}

/**
 * Proves mutants of `kernel`. First, that no access leaves its table in any state at all, as it is with the kernel. Then they are held against the kernel, of which it is
 * proved elsewhere that it does what the specification says: what the mistake does not touch is the same formula on both sides, and needs no
 * solver. A mutant that is refuted breaks the specification, one that is proved keeps it.
 */
export async function proverAgainst(kernel: Uint8Array): Promise<ProveMutant> {
	const { invariants } = await materialFor(kernel);
	return async (mutant, callers) => {
		const material = { kernel: mutant, specification: kernel, invariants };
		const subjects = SUBJECTS.filter((subject) => callers.some((caller) => isOf(subject, caller)));
		for (const subject of subjects) {
			const { verdict, why } = await judge(material, subject);
			if (verdict === 'refuted') return { outcome: 'proof', why: `${subject.name}: ${why}` };
			if (verdict === 'unknown') return { outcome: 'survived', why: `nothing is known of ${subject.name}` };
		}
		return {
			outcome: 'equivalent',
			why: `proved for all that execute it: ${subjects.map(({ name }) => name).join(', ')}`,
		};
	};
}

/** One entry of a mutant. What the executor refuses to follow is refuted: such a kernel would have no proof. */
async function judge(material: Material, subject: Subject): Promise<{ verdict: Verdict['verdict']; why: string }> {
	try {
		const astray = await findHazard(material.kernel, subject);
		if (astray !== undefined) return { verdict: 'refuted', why: `not safe in every state: ${astray}` };
		const options = { entries: [subject.name], properties: PROPERTIES, onVerdict: () => undefined };
		const verdicts = await proveWith(material, options);
		const refuted = verdicts.find(({ verdict }) => verdict === 'refuted');
		if (refuted !== undefined)
			return { verdict: 'refuted', why: `${refuted.property}: ${refuted.failures?.[0] ?? ''}` };
		return { verdict: isProved(verdicts) ? 'proved' : 'unknown', why: '' };
	} catch (error) {
		if (!(error instanceof ExecutionError)) throw error;
		return { verdict: 'refuted', why: error.message };
	}
}

/** A hazard that is possible in some state, whatever the invariants say of it. */
async function findHazard(kernel: Uint8Array, subject: Subject): Promise<string | undefined> {
	forgetTerms();
	const { world } = lift(new Executor(kernel), subject);
	for (const { says, condition } of world.hazards) {
		// Of these only invariants tell that they are none.
		if (says === WRONG_LENGTH || says.startsWith(NOT_BACKED)) continue;
		const { answer } = await solve('z3', [condition], [], HAZARD_PATIENCE);
		if (answer === 'sat') return says;
	}
	return undefined;
}
