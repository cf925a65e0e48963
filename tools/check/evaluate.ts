/** Evaluates a system file apart from the checker: in a worker with a time and memory limit, so that nothing in it can hang or break the tool. */

import { Worker } from 'node:worker_threads';
import { isRecord, toPlain } from './plain.ts';

/** What a system file may take, milliseconds: it ends one that hangs, on a slow computer too. */
const TIME_LIMIT = 60_000;
const HEAP_MEGABYTES = 128;
/** Node's exit code when a top-level await never settles. */
const UNSETTLED = 13;

/** What came out: plain data, or why there is none. */
export type Evaluation =
	| { readonly kind: 'value'; readonly value: unknown; readonly manifests: Readonly<Record<string, unknown>> }
	| { readonly kind: 'failure'; readonly message: string; readonly line?: number; readonly column?: number };

/** Imports `file` (absolute) and returns its default export as plain data. Never throws. */
export function evaluate(file: string, root: string, timeLimit: number = TIME_LIMIT): Promise<Evaluation> {
	return new Promise((resolve) => {
		const worker = new Worker(new URL('./evaluate-worker.ts', import.meta.url), {
			workerData: { file, root },
			resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
			stdout: true,
			stderr: true,
			execArgv: [],
		});
		const finish = (evaluation: Evaluation): void => {
			clearTimeout(timer);
			resolve(evaluation);
			void worker.terminate();
		};
		const fail = (message: string): void => finish({ kind: 'failure', message });
		const timer = setTimeout(
			() => fail(`evaluating the file took more than ${timeLimit / 1000} s; it must only describe the system`),
			timeLimit,
		);
		worker.once('message', (message: unknown) => finish(examine(message)));
		worker.once('error', (error: Error) => fail(workerTrouble(error)));
		worker.once('exit', (code) => {
			const what = code === UNSETTLED ? 'waits for something that never happens' : 'ended the process';
			fail(`the file ${what}; it must only describe the system`);
		});
	});
}

/** The file shares the worker with evaluate-worker.ts, so what arrives could be anything. */
function examine(message: unknown): Evaluation {
	const stranger = 'the file posts messages of its own; it must only describe the system';
	if (!isRecord(message)) return { kind: 'failure', message: stranger };
	const { kind, value, manifests, message: text, line, column } = message;
	try {
		const plain = toPlain(manifests);
		if (kind === 'value' && isRecord(plain)) return { kind, value: toPlain(value), manifests: plain };
	} catch {
		return { kind: 'failure', message: stranger };
	}
	if (kind !== 'failure' || typeof text !== 'string') return { kind: 'failure', message: stranger };
	return { kind, message: text, ...(typeof line === 'number' ? { line, column: Number(column ?? 1) } : {}) };
}

function workerTrouble(error: Error & { code?: string }): string {
	if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
		return `evaluating the file took more than ${HEAP_MEGABYTES} MiB; it must only describe the system`;
	}
	return `the file cannot be evaluated: ${error.message}`;
}
