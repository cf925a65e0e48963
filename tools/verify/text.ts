/** Verdicts, counterexamples and figures as text for a terminal. */

import type { MutationReport, Tally } from '../../verify/mutation/run.ts';
import type { EntryBound } from './result.ts';
import { type Counterexample, countVerdicts, type FieldValue, matrixOf, type Verdict } from './verdict.ts';

const SOLVER_WIDTH = 16;

/** Columns as wide as their longest cell; the first is aligned to the left, the others to the right. */
export function renderColumns(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const line = (row: readonly string[]): string =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join('  ');
	return rows.map((row) => line(row).trimEnd()).join('\n');
}

/** One line for a verdict, as it comes. */
export function describeVerdict({ entry, property, verdict, seconds, solvers }: Verdict): string {
	const votes = Object.entries(solvers).map(
		([name, { answer, seconds: own }]) => `${name} ${answer} ${own.toFixed(1)} s`,
	);
	const columns = [entry.padEnd(28), property.padEnd(14), verdict.padEnd(8), `${seconds.toFixed(1)} s`.padStart(8)];
	return `${columns.join(' ')}  ${votes.map((vote) => vote.padEnd(SOLVER_WIDTH)).join('  ')}`.trimEnd();
}

/** Entries by properties: seconds where it is proved, else the verdict. */
export function renderMatrix(verdicts: readonly Verdict[]): string {
	const matrix = matrixOf(verdicts);
	const cell = (entry: string, property: string): string => {
		const found = matrix.at(entry, property);
		if (found === undefined) return '-';
		return found.verdict === 'proved' ? found.seconds.toFixed(1) : found.verdict.toUpperCase();
	};
	const rows = matrix.entries.map((entry) => [entry, ...matrix.properties.map((property) => cell(entry, property))]);
	return renderColumns([['seconds', ...matrix.properties], ...rows]);
}

export function summarise(verdicts: readonly Verdict[]): string {
	const { proved, refuted, unknown } = countVerdicts(verdicts);
	return `${verdicts.length} properties of entries: ${proved} proved, ${refuted} refuted, ${unknown} unknown`;
}

/** What does not hold and, if there is one, the state and the call that show it. */
export function explain({ entry, property, verdict, failures = [], counterexample }: Verdict): string {
	const lines = [`${entry}: ${property} is ${verdict}`, ...failures.map((failure) => `  does not hold: ${failure}`)];
	return [...lines, ...(counterexample === undefined ? [] : explainState(counterexample))].join('\n');
}

function explainState({ call, before, after, says }: Counterexample): string[] {
	const place = ({ table, row, field }: FieldValue): string => `${table}[${row}].${field}`;
	const value = ({ value: given }: FieldValue): string => String(given);
	const afterwards = new Map(after.map((each) => [place(each), value(each)]));
	const places = [...new Set([...before, ...after].map(place))];
	const earlier = new Map(before.map((each) => [place(each), value(each)]));
	const rows = places.map((at) => [at, earlier.get(at) ?? '', afterwards.get(at) ?? '(the same)']);
	const table = renderColumns([['field', 'before', 'after'], ...rows]);
	return [`  ${says}: after ${call}`, ...table.split('\n').map((line) => `    ${line}`)];
}

export function renderBounds(entries: readonly EntryBound[]): string {
	const rows = entries.map(({ entry, arm64, wasm, measured, machine }) => {
		return [entry, String(arm64), measured === 0 ? '-' : String(measured), String(wasm), describeMachine(machine)];
	});
	return renderColumns([
		['entry', 'ARM64 at most', 'measured', 'WebAssembly at most', 'machine functions at most'],
		...rows,
	]);
}

export function describeMachine(machine: EntryBound['machine']): string {
	return Object.entries(machine)
		.map(([name, count]) => (count === 1 ? name : `${name} ${count}`))
		.join(', ');
}

export function percent(score: number): string {
	return `${(100 * score).toFixed(1)} %`;
}

export function renderMutation({ running, boot, survivors }: MutationReport): string {
	const row = (name: string, tally: Tally): string[] => {
		const { tried, gate, entries, proof, equivalent, survived, score } = tally;
		return [name, ...[tried, gate, entries, proof, equivalent, survived].map(String), percent(score)];
	};
	const head = ['mutants', 'tried', 'gate', 'entries', 'proof', 'equivalent', 'survived', 'noticed'];
	const table = renderColumns([head, row('running system', running), row('boot only', boot)]);
	return [table, ...survivors.map(({ mutant, why }) => `survived: ${mutant.what} (${why})`)].join('\n');
}
