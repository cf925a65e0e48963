/** The model checker on every configuration, side by side. */

import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { CONFIGURATIONS } from '../../verify/model/configurations/all.ts';
import { hash } from '../build/cache.ts';
import { buildInvariantsOver } from '../build/invariants.ts';
import { progress } from '../command.ts';
import type { Model, Models } from './result.ts';

/** What one configuration came to, as it is shown. */
function describe({ name, states, transitions, seconds, complete, violated }: Model): string {
	const end = violated ?? (complete ? 'all reachable states' : 'not all reachable states');
	return `${name}: ${states} states, ${transitions} transitions, ${Math.round(seconds)} s: ${end}`;
}

/** Explores every configuration on that kernel, up to `states` states each, on every processor. */
export async function checkModels(kernel: Uint8Array, states: number): Promise<Models> {
	const kernelSha256 = hash(kernel);
	// Compiled once, here; threads find it among what is remembered.
	await buildInvariantsOver();
	const queue = CONFIGURATIONS.map(({ name }) => name);
	const found = new Map<string, Model>();
	const threads = Math.min(os.availableParallelism(), queue.length);
	const work = { kernel, sha256: kernelSha256, states };
	const keep = (model: Model): void => {
		found.set(model.name, model);
		progress(describe(model));
	};
	await Promise.all(Array.from({ length: threads }, () => serve(work, queue, keep)));
	return { kernelSha256, configurations: CONFIGURATIONS.map(({ name }) => found.get(name) as Model) };
}

/** One thread takes configurations until there are none. */
function serve(work: object, queue: string[], keep: (model: Model) => void): Promise<void> {
	const worker = new Worker(new URL('./model-worker.ts', import.meta.url), { workerData: work });
	return new Promise((resolve, reject) => {
		const next = (): void => {
			const name = queue.shift();
			if (name === undefined) void worker.terminate().then(() => resolve());
			else worker.postMessage(name);
		};
		worker.on('message', (message: Model | string) => {
			if (typeof message === 'string') {
				progress(message);
				return;
			}
			keep(message);
			next();
		});
		worker.on('error', reject);
		next();
	});
}
