/** What has been verified, as it is kept in verify/result.json: docs/PROOFS.md and the HTML report are made of it. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Bound } from '../../verify/bounds/wasm.ts';
import type { MutationReport } from '../../verify/mutation/run.ts';
import { PROJECT_ROOT } from '../build/assembly.ts';
import type { Verdict } from './verdict.ts';

/** In the checkout. */
export const RESULT_FILE = path.join(PROJECT_ROOT, 'verify/result.json');

/** Of one kernel: whatever has been done with it. */
interface Section {
	readonly kernelSha256: string;
}

export interface Proofs extends Section {
	readonly specificationSha256: string;
	readonly invariantsSha256: string;
	/** Versions by solver. */
	readonly solvers: Readonly<Record<string, string>>;
	/** One sentence for each property. */
	readonly properties: Readonly<Record<string, string>>;
	readonly verdicts: readonly Verdict[];
	/** Wall-clock time of everything. */
	readonly seconds: number;
}

export interface EntryBound {
	readonly entry: string;
	/** Instructions at most. */
	readonly arm64: number;
	readonly wasm: number;
	/** Most instructions of ARM64 that a run of the bench's system took; 0 = it was not used. */
	readonly measured: number;
	readonly machine: Bound['machine'];
}

export interface Bounds extends Section {
	readonly entries: readonly EntryBound[];
}

/** One configuration of the model checker. */
export interface Model {
	readonly name: string;
	/** What it is about. */
	readonly says: string;
	readonly states: number;
	readonly transitions: number;
	/** Of the farthest state. */
	readonly depth: number;
	readonly seconds: number;
	/** Every reachable state was seen. */
	readonly complete: boolean;
	/** What does not hold in a state that was reached, and the way there. */
	readonly violated?: string;
}

export interface Models extends Section {
	readonly configurations: readonly Model[];
}

export interface Result {
	readonly proofs?: Proofs;
	readonly bounds?: Bounds;
	readonly mutation?: MutationReport;
	readonly models?: Models;
}

/** What is kept; nothing when the file is not there. */
export function readResult(file: string = RESULT_FILE): Result {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Result;
	} catch (error) {
		if ((error as { code?: string }).code === 'ENOENT') return {};
		throw error;
	}
}

/** Keeps the sections of `newer`, and of what was there those that it does not have. */
export function keepResult(newer: Result, file: string = RESULT_FILE): Result {
	const result = { ...readResult(file), ...newer };
	writeFileSync(file, `${JSON.stringify(result, null, '\t')}\n`);
	return result;
}
