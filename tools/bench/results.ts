/** Results: shown as a table, and kept, one line of JSON a run, in bench/results/. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../arm64/toolchain.ts';
import { BARS, concerns, type Figures, type Machine, OTHERS, SOURCES } from './figures.ts';

/** One run, as `--json` prints it and as it is kept. */
export type Result = Record<string, number | string>;

/** The commit that was measured, with `+` when files differ from it; `unknown` outside a repository. */
export function commitOf(): string {
	const git = (...parameters: string[]): string =>
		execFileSync('git', parameters, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
	try {
		return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') ? '+' : '');
	} catch {
		return 'unknown';
	}
}

/** Appends the result to its file; returns that file's name. */
export function keepResult(suite: string, machine: string, result: Result): string {
	const folder = path.join(ROOT, 'bench/results');
	const file = path.join(folder, `${suite}-${machine}.jsonl`);
	mkdirSync(folder, { recursive: true });
	appendFileSync(file, `${JSON.stringify(result)}\n`);
	return path.relative(ROOT, file);
}

/** The table for people: each figure with its bar, and whether that is met. */
export function renderTable(machine: Machine, unit: string, figures: Figures): string {
	const rows = [...SOURCES, ...OTHERS].filter(concerns(machine));
	const lines = rows.map(({ key, text }) => {
		const bar = BARS.filter(concerns(machine)).find((other) => other.key === key);
		const judgement = bar === undefined ? '' : `${bar.text}  ${bar.met(figures) ? 'met' : 'NOT MET'}`;
		return `${key.padEnd(20)} ${format(figures[key]).padStart(12)}  ${judgement.padEnd(30)} ${text}`;
	});
	return [`${'figure'.padEnd(20)} ${unit.padStart(12)}  ${'bar'.padEnd(30)} what`, ...lines].join('\n');
}

function format(value: number | undefined): string {
	return value === undefined ? '-' : value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
