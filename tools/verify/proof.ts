/** The prover, with everything that it needs: the kernel, its specification, its invariants. */

import type { Property } from '../../verify/prover/goal.ts';
import { ERRORS } from '../../verify/prover/properties/errors.ts';
import { INVARIANTS_KEPT } from '../../verify/prover/properties/invariants.ts';
import { REFINEMENT } from '../../verify/prover/properties/refinement.ts';
import { SAFETY } from '../../verify/prover/properties/safety.ts';
import { VACUITY } from '../../verify/prover/properties/vacuity.ts';
import { type Material, prove as proveEntry } from '../../verify/prover/prove.ts';
import { SOLVERS, versionOf } from '../../verify/prover/solver.ts';
import { SUBJECTS } from '../../verify/prover/subjects.ts';
import { buildInvariants } from '../build/invariants.ts';
import { buildSpecification } from '../build/specification.ts';
import type { ProveOptions, Verdict } from './verdict.ts';

/** In the order in which they are proved: what fails early is cheap. */
export const PROPERTIES: readonly Property[] = [SAFETY, ERRORS, REFINEMENT, INVARIANTS_KEPT, VACUITY];

/** Names of what can be proved. */
export const ENTRY_NAMES: readonly string[] = SUBJECTS.map(({ name }) => name);
export const PROPERTY_NAMES: readonly string[] = PROPERTIES.map(({ name }) => name);

/** Versions of the solvers; throws when one is not installed. */
export function solverVersions(): Record<string, string> {
	return Object.fromEntries(SOLVERS.map((solver) => [solver, versionOf(solver)]));
}

/** What a kernel is held against. */
export async function materialFor(kernel: Uint8Array): Promise<Material> {
	const [specification, invariants] = [await buildSpecification(), await buildInvariants()];
	return { kernel, specification, invariants };
}

/** Proves, one entry after the other. */
export async function prove(options: ProveOptions): Promise<readonly Verdict[]> {
	return proveWith(await materialFor(options.kernel), options);
}

/** The same, held against something else. */
export async function proveWith(
	material: Material,
	{ entries, properties, onVerdict }: Omit<ProveOptions, 'kernel'>,
): Promise<readonly Verdict[]> {
	const wanted = PROPERTIES.filter(({ name }) => properties?.includes(name) ?? true);
	const verdicts: Verdict[] = [];
	for (const subject of SUBJECTS.filter(({ name }) => entries?.includes(name) ?? true)) {
		verdicts.push(...(await proveEntry(material, subject, wanted, onVerdict)));
	}
	return verdicts;
}
