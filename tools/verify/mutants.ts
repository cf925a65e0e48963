/** Mutants of a kernel against the gate, recorded entries and the prover. */

import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Caller } from '../../verify/mutation/reach.ts';
import {
	type Judgement,
	type MutationReport,
	type ProveMutants,
	runMutants,
	type Survivor,
} from '../../verify/mutation/run.ts';
import type { Subject } from '../../verify/prover/lift.ts';
import { SUBJECTS } from '../../verify/prover/subjects.ts';
import { PROJECT_ROOT } from '../build/assembly.ts';
import { hash } from '../build/cache.ts';
import { buildInvariants } from '../build/invariants.ts';
import { buildSpecification } from '../build/specification.ts';
import { progress } from '../command.ts';
import type { EntryJudgement } from './mutant-prover.ts';

/** Random sequences of 60 entries. */
const SEQUENCES = 3000;
/** Mutants between two lines of progress. */
const OFTEN = 50;
/** Mutants that one thread proves at once: their formulas are kept until all are done. */
const BATCH = 12;
/** What the prover has said, one line for each mutant and entry: a run that was stopped goes on here. */
const FOLDER = path.join(PROJECT_ROOT, 'build/mutants');

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
function isOf({ entry, number, others, idle }: Subject, caller: Caller): boolean {
	if (entry !== caller.entry) return false;
	if (caller.number === undefined || idle === true) return true;
	return caller.number === 'other' ? others !== undefined : number === caller.number;
}

/** Entries of a mutant, the shortest first. */
function entriesOf({ callers }: Survivor): string[] {
	const names = callers.flatMap((caller) => SUBJECTS.filter((subject) => isOf(subject, caller)));
	return [...new Set(names.map(({ name }) => name))];
}

/** A mutant and what is known of it. */
interface Case extends Survivor {
	readonly entries: readonly string[];
	readonly known: Map<string, EntryJudgement>;
	/** It is with a thread. */
	busy: boolean;
}

/** Some entry of it is not the kernel's; or there is nothing left to ask. */
function isDone({ entries, known }: Case): boolean {
	return known.size === entries.length || [...known.values()].some(({ answer }) => answer === 'refuted');
}

function judgementOf({ entries, known }: Case): Judgement {
	const all = [...known.values()];
	const refuted = all.find(({ answer }) => answer === 'refuted');
	if (refuted !== undefined) return { outcome: 'proof', why: refuted.why };
	const unknown = all.find(({ answer }) => answer === 'unknown');
	if (unknown !== undefined) return { outcome: 'survived', why: `nothing is known of ${unknown.why}` };
	return { outcome: 'equivalent', why: `proved for all that execute it: ${entries.join(', ')}` };
}

/** The prover against mutants of `kernel`, on every processor. */
export async function proverAgainst(kernel: Uint8Array): Promise<ProveMutants> {
	const material = { kernel, invariants: await buildInvariants() };
	const file = path.join(FOLDER, `${hash(`${hash(kernel)} ${hash(material.invariants)}`).slice(0, 16)}.jsonl`);
	return async (survivors) => {
		const remembered = recall(file);
		const cases = survivors.map((survivor): Case => {
			const entries = entriesOf(survivor);
			const known = new Map(
				entries.flatMap((name) => {
					const judgement = remembered.get(`${survivor.key} ${name}`);
					return judgement === undefined ? [] : [[name, judgement] as const];
				}),
			);
			return { ...survivor, entries, known, busy: false };
		});
		const keep = (entry: string, judgement: EntryJudgement): void => {
			cases.find(({ key }) => key === judgement.key)?.known.set(entry, judgement);
			appendFileSync(file, `${JSON.stringify({ entry, ...judgement })}\n`);
		};
		progress(`${cases.filter((each) => !isDone(each)).length} of ${cases.length} mutants to prove (${file})`);
		const threads = Array.from({ length: os.availableParallelism() }, () => serve(material, cases, keep));
		await Promise.all(threads);
		return cases.map(judgementOf);
	};
}

function recall(file: string): Map<string, EntryJudgement> {
	mkdirSync(path.dirname(file), { recursive: true });
	const lines = existsSync(file)
		? readFileSync(file, 'utf8')
				.split('\n')
				.filter((line) => line !== '')
		: [];
	const known = lines.map((line) => JSON.parse(line) as EntryJudgement & { readonly entry: string });
	return new Map(known.map(({ entry, ...judgement }) => [`${judgement.key} ${entry}`, judgement]));
}

/** The entry that the most mutants wait for, and some of these. */
function nextTask(cases: readonly Case[]): { entry: string; mutants: Case[] } | undefined {
	const free = cases.filter((each) => !each.busy && !isDone(each));
	const waiting = Map.groupBy(free, ({ entries, known }) => entries.find((name) => !known.has(name)) as string);
	const [first] = [...waiting].sort(([, left], [, right]) => right.length - left.length);
	return first === undefined ? undefined : { entry: first[0], mutants: first[1].slice(0, BATCH) };
}

/** One thread takes tasks until there are none. */
function serve(
	material: object,
	cases: readonly Case[],
	keep: (entry: string, judgement: EntryJudgement) => void,
): Promise<void> {
	const worker = new Worker(new URL('./mutant-worker.ts', import.meta.url), { workerData: material });
	return new Promise((resolve, reject) => {
		let task: ReturnType<typeof nextTask>;
		const next = (): void => {
			for (const each of task?.mutants ?? []) each.busy = false;
			task = nextTask(cases);
			if (task === undefined) {
				void worker.terminate().then(() => resolve());
				return;
			}
			for (const each of task.mutants) each.busy = true;
			progress(`${cases.filter((each) => !isDone(each)).length} mutants left; ${task.entry} of ${task.mutants.length}`);
			worker.postMessage({ entry: task.entry, mutants: task.mutants.map(({ key, kernel }) => ({ key, kernel })) });
		};
		worker.on('message', (judgement: EntryJudgement | undefined) => {
			if (judgement === undefined) next();
			else keep(task?.entry as string, judgement);
		});
		worker.on('error', reject);
		next();
	});
}
