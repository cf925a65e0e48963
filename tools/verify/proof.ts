/** The prover, with everything that it needs: the kernel, its specification, its invariants. */

import { proveMany } from '../../verify/prover/pool.ts';
import { PROPERTIES } from '../../verify/prover/properties/properties.ts';
import { type Material, prove as proveEntry } from '../../verify/prover/prove.ts';
import { SOLVERS, versionOf } from '../../verify/prover/solver.ts';
import { SUBJECTS } from '../../verify/prover/subjects.ts';
import { buildInvariants } from '../build/invariants.ts';
import { buildSpecification } from '../build/specification.ts';
import type { ProveOptions, Verdict } from './verdict.ts';

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

/** Proves, on every processor. */
export async function prove({ kernel, ...work }: ProveOptions): Promise<readonly Verdict[]> {
	return proveMany(await materialFor(kernel), work);
}

/** One entry after the other in this thread, held against whatever is given. */
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
