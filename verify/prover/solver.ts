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

/**
 * How cvc5 goes about it where no values are wanted. It may turn functions into words, and words into single bits, before it starts: with many questions
 * it is 20 times as fast, with some 40 times as slow, so both ways are tried side by side.
 */
const AS_WORDS = ['--ackermann'];
const AS_BITS = ['--bitblast=eager', '--ackermann'];
const AS_THEY_ARE: readonly string[] = [];

/** Ways to go about a question: the first answer counts. What is asked of the machine is a long chain of functions, too long for single bits. */
function waysOf(solver: Solver, text: string, valued: boolean): readonly (readonly string[])[] {
	if (solver === 'z3' || valued) return [AS_THEY_ARE];
	return [text.includes('|machine.') ? AS_WORDS : AS_BITS, AS_THEY_ARE];
}

const ARGUMENTS: Readonly<Record<Solver, readonly string[]>> = {
	z3: ['-in', '-smt2'],
	cvc5: ['--lang=smt2'],
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
	way: readonly string[],
	signal?: AbortSignal,
): Promise<{ output: string; seconds: number }> {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const command = [String(seconds), solver, ...ARGUMENTS[solver], ...way];
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
	const start = performance.now();
	const text = question(assertions, wanted);
	const found = new AbortController();
	const either = signal === undefined ? found.signal : AbortSignal.any([signal, found.signal]);
	const outputs = await Promise.all(
		waysOf(solver, text, wanted.length > 0).map(async (way) => {
			const { output } = await ask(solver, text, patience, way, either);
			const answer = output === '' && either.aborted ? 'stopped' : answerOf(solver, output);
			if (answer === 'sat' || answer === 'unsat') found.abort();
			return { answer, output };
		}),
	);
	const isFound = ({ answer }: { answer: Answer }): boolean => answer === 'sat' || answer === 'unsat';
	const { answer, output } = (outputs.find(isFound) ?? outputs[0]) as (typeof outputs)[number];
	return { answer, seconds: (performance.now() - start) / 1000, values: answer === 'sat' ? valuesOf(output) : [] };
}
