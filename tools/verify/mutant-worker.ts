/** Proves mutants in a thread of its own: each thread has its own table of formulas. */

import { parentPort, workerData } from 'node:worker_threads';
import type { Material } from '../../verify/prover/prove.ts';
import { judgeEntry } from './mutant-prover.ts';

const material = workerData as Omit<Material, 'specification'>;

/** An entry, and the mutants of which it is asked. */
interface Task {
	readonly entry: string;
	readonly mutants: readonly { readonly key: string; readonly kernel: Uint8Array }[];
}

parentPort?.on('message', async ({ entry, mutants }: Task) => {
	await judgeEntry(material, entry, mutants, (judgement) => parentPort?.postMessage(judgement));
	parentPort?.postMessage(undefined);
});
