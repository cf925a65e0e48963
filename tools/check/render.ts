/** Findings as text: place, severity, message, and the line that they are about. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../build/assembly.ts';
import { renderFinding } from '../build/finding.ts';
import type { CheckResult, SystemFinding } from './check.ts';

/** "2 errors, 1 warning" or "no mistakes". */
export function summary(findings: readonly SystemFinding[]): string {
	const count = (severity: SystemFinding['severity']): string => {
		const number = findings.filter((finding) => finding.severity === severity).length;
		return number === 0 ? '' : `${number} ${severity}${number === 1 ? '' : 's'}`;
	};
	const parts = [count('error'), count('warning')].filter((part) => part !== '');
	return parts.length === 0 ? 'no mistakes' : parts.join(', ');
}

/** Every finding with its source line; empty when there are none. */
export function renderFindings({ file, findings }: Pick<CheckResult, 'file' | 'findings'>): string {
	const lines = sourceLines(file);
	const blocks = findings.map((finding) => {
		const { severity, message, line, column } = finding;
		const head = renderFinding({ ...finding, message: `${severity}: ${message}` });
		const source = line === undefined ? undefined : lines[line - 1];
		const shown = source === undefined ? '' : excerpt(source, line ?? 1, column ?? 1);
		return shown === '' ? head : `${head}\n${shown}`;
	});
	return blocks.map((block) => `${block}\n`).join('\n');
}

/** Longer lines are not shown. */
const EXCERPT_MOST = 200;

/** The source line and, below it, a mark at the column. */
function excerpt(source: string, line: number, column: number): string {
	// Also of a file that is not text at all.
	const shown = source.replaceAll('\t', ' ').replace(/[^\x20-\x7e]/g, '?');
	if (shown.length > EXCERPT_MOST) return '';
	const margin = `${line} | `.padStart(8);
	return `${margin}${shown}\n${' '.repeat(margin.length + column - 1)}^`;
}

function sourceLines(file: string): readonly string[] {
	try {
		return readFileSync(path.resolve(PROJECT_ROOT, file), 'utf8').split('\n');
	} catch {
		return [];
	}
}
