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

export function renderResult({ file, findings }: CheckResult): string {
	const lines = sourceLines(file);
	const blocks = findings.map((finding) => {
		const { severity, message, line, column } = finding;
		const head = renderFinding({ ...finding, message: `${severity}: ${message}` });
		const source = line === undefined ? undefined : lines[line - 1];
		return source === undefined ? head : `${head}\n${excerpt(source, line ?? 1, column ?? 1)}`;
	});
	return [...blocks, `${file}: ${summary(findings)}`].join('\n\n');
}

/** The source line and, below it, a mark at the column. */
function excerpt(source: string, line: number, column: number): string {
	const shown = source.replaceAll('\t', ' ');
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
