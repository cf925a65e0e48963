/** Explores one configuration after the other in a thread of its own. */

import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { CONFIGURATIONS } from '../../verify/model/configurations/all.ts';
import { search } from '../../verify/model/search.ts';
import { traceOf, writeTrace } from '../../verify/model/trace.ts';
import { type Binaries, buildWorld, loadBinaries } from '../../verify/model/world.ts';
import { PROJECT_ROOT } from '../build/assembly.ts';
import type { Model } from './result.ts';

const { kernel, sha256, states } = workerData as { kernel: Uint8Array; sha256: string; states: number };

/** Every state is looked at; the invariants of the proof are evaluated in some, at all rows in fewer. */
const OFTEN = { restEvery: 1, invariantsEvery: 20, everythingEvery: 10_000 };
/** Where traces of what is violated are kept. */
const FOLDER = path.join(PROJECT_ROOT, 'build/model');

let binaries: Promise<Binaries> | undefined;

async function explore(name: string): Promise<Model> {
	binaries ??= loadBinaries({ wasm: kernel, sha256 });
	const configuration = CONFIGURATIONS.find((known) => known.name === name);
	if (configuration === undefined) throw new Error(`there is no configuration ${name}`);
	const progress = (seen: number, depth: number): void => {
		parentPort?.postMessage(`${name}: ${seen} states, depth ${depth}`);
	};
	const outcome = search(buildWorld(configuration, await binaries), { states, ...OFTEN, progress });
	const { transitions, depth, seconds, fixpoint, found } = outcome;
	const model: Model = {
		name,
		says: configuration.says,
		states: outcome.states,
		transitions,
		depth,
		seconds,
		complete: fixpoint,
	};
	if (found === undefined) return model;
	const file = path.join(FOLDER, `${name}.json`);
	writeTrace(file, traceOf(buildWorld(configuration, await binaries), sha256, found));
	const steps = found.actions.map(({ title }) => title);
	return {
		...model,
		violated: `${found.statement}; after: ${steps.join('; ')} (npx tessera run --replay ${path.relative(PROJECT_ROOT, file)})`,
	};
}

parentPort?.on('message', async (name: string) => {
	parentPort?.postMessage(await explore(name));
});
