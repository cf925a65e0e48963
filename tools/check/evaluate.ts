/** Evaluates a system file apart from the checker: in a worker with a time and memory limit, so that nothing in it can hang or break the tool. */

import { Worker } from 'node:worker_threads';

/** What a system file may take, milliseconds. */
const TIME_LIMIT = 10_000;
const HEAP_MEGABYTES = 128;

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
		worker.once('message', finish);
		worker.once('error', (error: Error) => fail(workerTrouble(error)));
		worker.once('exit', () => fail('the file ended the process; it must only describe the system'));
	});
}

function workerTrouble(error: Error & { code?: string }): string {
	if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
		return `evaluating the file took more than ${HEAP_MEGABYTES} MiB; it must only describe the system`;
	}
	return `the file cannot be evaluated: ${error.message}`;
}
