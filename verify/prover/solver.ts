/** The two solvers, each a program of its own that reads a question and answers. */
import { spawn, spawnSync } from 'node:child_process';
import { question } from './smtlib.ts';
import type { Term } from './term.ts';

/** `stopped`: it was told to stop before it had an answer. */
export type Answer = 'unsat' | 'sat' | 'unknown' | 'timeout' | 'stopped';
export const SOLVERS = ['z3', 'cvc5'] as const;
export type Solver = (typeof SOLVERS)[number];

export interface Reply {
	readonly answer: Answer;
	/** Wall-clock time. */
	readonly seconds: number;
	/** Values of what was asked for, in order, when the answer is `sat`. */
	readonly values: readonly bigint[];
}

/** Seconds of processor time after which a question counts as not answered. */
export const PATIENCE = 120;
/** What a shell ends with when there is no such program. */
const NOT_FOUND = 127;

/** Where no values are wanted cvc5 does better when it turns functions into words, and words into single bits, before it starts: often 20 times as fast. */
const AS_WORDS = ['--ackermann'];
const AS_BITS = ['--bitblast=eager', '--ackermann'];

/** What is asked of the machine is a long chain of functions: single bits of it are too many. */
function encodingOf(text: string): string[] {
	return text.includes('|machine.') ? AS_WORDS : AS_BITS;
}

const ARGUMENTS: Readonly<Record<Solver, (valued: boolean, text: string) => string[]>> = {
	z3: () => ['-in', '-smt2'],
	cvc5: (valued, text) => ['--lang=smt2', ...(valued ? [] : encodingOf(text))],
};

/** Ends the program after so many seconds of processor time: what else the computer does has no influence on answers. */
const LIMITED = ['-c', 'ulimit -t "$1"; shift; exec "$@"', 'sh'];

/** Name and version of a solver; throws when it is not installed. */
export function versionOf(solver: Solver): string {
	const { stdout, error } = spawnSync(solver, ['--version'], { encoding: 'utf8' });
	if (error !== undefined) throw new Error(`${solver} is needed for proofs: apt-get install ${solver}`);
	return (/version (\d+\.\d+(\.\d+)?)/.exec(stdout)?.[1] ?? stdout.split('\n')[0]) as string;
}

function ask(
	solver: Solver,
	text: string,
	seconds: number,
	valued: boolean,
	signal?: AbortSignal,
): Promise<{ output: string; seconds: number }> {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const command = [String(seconds), solver, ...ARGUMENTS[solver](valued, text)];
		const child = spawn('/bin/sh', [...LIMITED, ...command], { stdio: ['pipe', 'pipe', 'pipe'] });
		const stop = (): void => {
			child.kill('SIGKILL');
		};
		if (signal?.aborted === true) stop();
		signal?.addEventListener('abort', stop, { once: true });
		let output = '';
		child.stdout.setEncoding('utf8').on('data', (piece: string) => {
			output += piece;
		});
		child.stderr.setEncoding('utf8').on('data', (piece: string) => {
			output += piece;
		});
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === NOT_FOUND) reject(new Error(`${solver} is needed for proofs: apt-get install ${solver}`));
			signal?.removeEventListener('abort', stop);
			resolve({ output, seconds: (performance.now() - start) / 1000 });
		});
		child.stdin.on('error', () => undefined);
		child.stdin.end(text);
	});
}

function answerOf(solver: Solver, output: string): Answer {
	const [first = ''] = output.trimStart().split('\n');
	if (first === 'sat' || first === 'unsat' || first === 'unknown') return first;
	if (first === '' || /timeout|interrupted/i.test(first)) return 'timeout';
	throw new Error(`${solver} does not understand a question: ${output.slice(0, 300)}`);
}

/** Values in the solver's output, in order. */
function valuesOf(output: string): bigint[] {
	const values: bigint[] = [];
	for (const [, binary, hexadecimal, bool] of output.matchAll(/ (?:#b([01]+)|#x([0-9a-f]+)|(true|false))\)/g)) {
		if (binary !== undefined) values.push(BigInt(`0b${binary}`));
		else if (hexadecimal !== undefined) values.push(BigInt(`0x${hexadecimal}`));
		else values.push(bool === 'true' ? 1n : 0n);
	}
	return values;
}

/** Can all of `assertions` be true together? Who is told by `signal` to stop has not answered. */
export async function solve(
	solver: Solver,
	assertions: readonly Term[],
	wanted: readonly Term[] = [],
	patience = PATIENCE,
	signal?: AbortSignal,
): Promise<Reply> {
	const { output, seconds } = await ask(solver, question(assertions, wanted), patience, wanted.length > 0, signal);
	const answer = output === '' && signal?.aborted === true ? 'stopped' : answerOf(solver, output);
	return { answer, seconds, values: answer === 'sat' ? valuesOf(output) : [] };
}
