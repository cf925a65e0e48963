/** Many entries, proved side by side. */
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Verdict } from './goal.ts';
import { PROPERTIES } from './properties/properties.ts';
import type { Material } from './prove.ts';
import { SUBJECTS } from './subjects.ts';

/** What to prove: everything, unless it is said. */
export interface Work {
	/** Names of SUBJECTS and PROPERTIES. */
	readonly entries?: readonly string[] | undefined;
	readonly properties?: readonly string[] | undefined;
	readonly onVerdict?: (verdict: Verdict) => void;
	/** Threads; as many as there are processors unless given. */
	readonly threads?: number;
}

/** Entries whose proofs are long, so that they do not come last. */
const LONG: readonly string[] = [
	'notifySwitch',
	'interruptSwitch',
	'replySlow',
	'reply',
	'callWith',
	'next',
	'call',
	'callSlow',
];

/** Proves `material.kernel`; the verdicts, in the order in which they were reached. */
export async function proveMany(material: Material, work: Work = {}): Promise<readonly Verdict[]> {
	const names = SUBJECTS.map(({ name }) => name).filter((name) => work.entries?.includes(name) ?? true);
	const queue = [...names.filter((name) => LONG.includes(name)), ...names.filter((name) => !LONG.includes(name))];
	const properties = work.properties ?? PROPERTIES.map(({ name }) => name);
	const verdicts: Verdict[] = [];
	const threads = Math.min(work.threads ?? os.availableParallelism(), queue.length);
	const record = (verdict: Verdict): void => {
		verdicts.push(verdict);
		work.onVerdict?.(verdict);
	};
	await Promise.all(Array.from({ length: threads }, () => serve(material, properties, queue, record)));
	return verdicts;
}

/** One thread takes entries from the queue until it is empty. */
function serve(
	material: Material,
	properties: readonly string[],
	queue: string[],
	record: (verdict: Verdict) => void,
): Promise<void> {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { material, properties } });
	return new Promise((resolve, reject) => {
		const next = (): void => {
			const name = queue.shift();
			if (name !== undefined) worker.postMessage(name);
			else void worker.terminate().then(() => resolve());
		};
		worker.on('message', (verdict: Verdict | undefined) => {
			if (verdict === undefined) next();
			else record(verdict);
		});
		worker.on('error', reject);
		next();
	});
}
