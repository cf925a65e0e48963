/** Mutants of a kernel against the gate, recorded entries and the prover. */

import { type MutationReport, type ProveMutant, runMutants } from '../../verify/mutation/run.ts';
import { buildSpecification } from '../build/specification.ts';
import { progress } from '../command.ts';
import { prove, subjectsOf } from './proof.ts';

const SEQUENCES = 3000;
/** Mutants between two lines of progress. */
const OFTEN = 100;
/** In this order: a mutant that leaves its tables is found at once. The others would only repeat what refinement says. */
const PROPERTIES = ['safety', 'refinement'];

export async function tryMutants(kernel: Uint8Array, count: number, seed: number): Promise<MutationReport> {
	return runMutants({
		kernel,
		reference: await buildSpecification(),
		count,
		seed,
		sequences: SEQUENCES,
		prove: proveMutant,
		onMutant: (tried, of) => {
			if (tried % OFTEN === 0) progress(`${tried} of ${of} mutants`);
		},
	});
}

/** Entry after entry, until one is refuted. */
const proveMutant: ProveMutant = async (kernel, entries) => {
	let worst: 'proved' | 'unknown' = 'proved';
	for (const { name } of entries.flatMap(subjectsOf)) {
		const verdicts = await prove({ kernel, entries: [name], properties: PROPERTIES, onVerdict: () => undefined });
		if (verdicts.some(({ verdict }) => verdict === 'refuted')) return 'refuted';
		if (verdicts.some(({ verdict }) => verdict === 'unknown')) worst = 'unknown';
	}
	return worst;
};
