/** Mutants of a kernel against the gate, recorded entries and the prover. */

import type { Caller } from '../../verify/mutation/reach.ts';
import { type Judgement, type MutationReport, runMutants } from '../../verify/mutation/run.ts';
import type { Subject } from '../../verify/prover/lift.ts';
import { SUBJECTS } from '../../verify/prover/subjects.ts';
import { buildSpecification } from '../build/specification.ts';
import { progress } from '../command.ts';
import { materialFor, proveWith } from './proof.ts';

/** Random sequences of 60 entries. */
const SEQUENCES = 3000;
/** Mutants between two lines of progress. */
const OFTEN = 50;
/** A mutant that leaves its tables is found at once; what else is wrong with it, refinement tells. */
const PROPERTIES = ['safety', 'refinement'];
/** Entries that are asked about one mutant at most: code that all share is tried with a few. */
const CALLERS_MOST = 4;

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
 * Proves mutants of `kernel`. They are held against the kernel, of which it is proved elsewhere that it does what the specification says: what the mistake does not touch
 * is the same formula on both sides, and needs no solver. A mutant that is refuted breaks the specification, one that is proved keeps it.
 */
export async function proverAgainst(
	kernel: Uint8Array,
): Promise<(mutant: Uint8Array, callers: readonly Caller[]) => Promise<Judgement>> {
	const { invariants } = await materialFor(kernel);
	return async (mutant, callers) => {
		const material = { kernel: mutant, specification: kernel, invariants };
		const subjects = SUBJECTS.filter((subject) => callers.some((caller) => isOf(subject, caller)));
		const asked = subjects.slice(0, CALLERS_MOST);
		const unknown: string[] = [];
		for (const { name } of asked) {
			const verdicts = await proveWith(material, {
				entries: [name],
				properties: PROPERTIES,
				onVerdict: () => undefined,
			});
			const refuted = verdicts.find(({ verdict }) => verdict === 'refuted');
			if (refuted !== undefined) {
				return { outcome: 'proof', why: `${name}: ${refuted.property} is refuted: ${refuted.failures?.[0] ?? ''}` };
			}
			if (verdicts.some(({ verdict }) => verdict === 'unknown')) unknown.push(name);
		}
		return summarise(
			asked.map(({ name }) => name),
			unknown,
			subjects.length,
		);
	};
}

/** Entry after entry was asked, and none refuted. */
function summarise(asked: readonly string[], unknown: readonly string[], of: number): Judgement {
	const names = asked.join(', ');
	if (unknown.length > 0) return { outcome: 'survived', why: `nothing is known of ${unknown.join(', ')}` };
	if (asked.length === of) return { outcome: 'equivalent', why: `proved for all that execute it: ${names}` };
	return { outcome: 'survived', why: `proved for ${names}; ${of - asked.length} others were not asked` };
}
