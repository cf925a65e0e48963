/** The inside of `evaluate`: imports the system file and posts its default export as plain data. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Evaluation } from './evaluate.ts';
import { toPlain } from './plain.ts';

const { file, root } = workerData as { file: string; root: string };
parentPort?.postMessage(await run());

async function run(): Promise<Evaluation> {
	try {
		const module: Record<string, unknown> = await import(pathToFileURL(file).href);
		if (!('default' in module))
			return {
				kind: 'failure',
				message: 'the file has no default export; write: export default defineSystem({ ... })',
			};
		const value = toPlain(module.default);
		return { kind: 'value', value, manifests: await manifestsOf(value) };
	} catch (error) {
		return failure(error);
	}
}

/** The default exports of the manifest.ts of every folder that a component names; folders without one are left out. */
async function manifestsOf(system: unknown): Promise<Record<string, unknown>> {
	const manifests: Record<string, unknown> = {};
	const components = (system as { components?: Record<string, { folder?: unknown }> } | undefined)?.components ?? {};
	for (const component of Object.values(components)) {
		const folder = component?.folder;
		if (typeof folder !== 'string' || folder in manifests) continue;
		const module = await import(pathToFileURL(path.join(root, folder, 'manifest.ts')).href).catch(() => undefined);
		if (module !== undefined) manifests[folder] = toPlain(module.default);
	}
	return manifests;
}

/** The message, and the place in the system file if the stack shows one. */
function failure(error: unknown): Evaluation {
	const message = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
	const stack = error instanceof Error ? (error.stack ?? '') : '';
	const frame = stack.split('\n').find((line) => line.includes(pathToFileURL(file).href));
	const place = /:(\d+)(?::(\d+))?\)?$/.exec(frame ?? '');
	const text = `the file cannot be evaluated: ${message}`;
	if (!place) return { kind: 'failure', message: text };
	return { kind: 'failure', message: text, line: Number(place[1]), column: Number(place[2] ?? 1) };
}
