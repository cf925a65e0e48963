/** The prover's answers as this command counts and arranges them. */

import type { Verdict } from '../../verify/prover/goal.ts';

export type { Verdict } from '../../verify/prover/goal.ts';

export interface ProveOptions {
	readonly kernel: Uint8Array;
	/** Names; all when left out. */
	readonly entries?: readonly string[];
	readonly properties?: readonly string[];
	readonly onVerdict: (verdict: Verdict) => void;
}

/** The prover. */
export type Prove = (options: ProveOptions) => Promise<readonly Verdict[]>;

/** Verdicts as a matrix. */
export interface Matrix {
	readonly entries: readonly string[];
	readonly properties: readonly string[];
	/** The verdict on a property of an entry; undefined where the property says nothing of the entry. */
	at(entry: string, property: string): Verdict | undefined;
}

export function matrixOf(verdicts: readonly Verdict[]): Matrix {
	const cells = new Map(verdicts.map((verdict) => [`${verdict.entry} ${verdict.property}`, verdict]));
	return {
		entries: [...new Set(verdicts.map(({ entry }) => entry))],
		properties: [...new Set(verdicts.map(({ property }) => property))],
		at: (entry, property) => cells.get(`${entry} ${property}`),
	};
}

/** How many of them have each verdict. */
export function countVerdicts(verdicts: readonly Verdict[]): Record<Verdict['verdict'], number> {
	const of = (wanted: Verdict['verdict']) => verdicts.filter(({ verdict }) => verdict === wanted).length;
	return { proved: of('proved'), refuted: of('refuted'), unknown: of('unknown') };
}

/** Something was asked, and everything that was asked is proved. */
export function isProved(verdicts: readonly Verdict[]): boolean {
	return verdicts.length > 0 && verdicts.every(({ verdict }) => verdict === 'proved');
}

/** Is there neither a statement nor a state that shows what is wrong? */
export function explainsNothing({ failures, counterexample }: Verdict): boolean {
	return failures.length === 0 && counterexample === undefined;
}
