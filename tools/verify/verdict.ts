/** The prover's answers, as this command shows them. */

import type { Verdict as Answer } from '../../verify/prover/goal.ts';

/** One field of a row of a table of kernel/layout.ts. */
export interface FieldValue {
	readonly table: string;
	/** Row, or coordinates such as `3, 17` of a capability: holder, slot. */
	readonly row: number | string;
	readonly field: string;
	readonly value: number | string;
}

/** A state that satisfies the invariants, and a call after which something does not hold. */
export interface Counterexample {
	/** The entry with its arguments. */
	readonly call: string;
	/** What matters of the state before and after. */
	readonly before: readonly FieldValue[];
	readonly after: readonly FieldValue[];
	/** What does not hold. */
	readonly says: string;
}

export interface Verdict extends Pick<Answer, 'entry' | 'property' | 'verdict' | 'seconds' | 'solvers'> {
	/** What does not hold, in words, when it is not proved. */
	readonly failures?: readonly string[];
	readonly counterexample?: Counterexample;
}

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
export function explainsNothing({ failures = [], counterexample }: Verdict): boolean {
	return failures.length === 0 && counterexample === undefined;
}
