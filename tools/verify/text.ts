/** Verdicts, counterexamples and figures as text for a terminal. */

import type { MutationReport, Tally } from '../../verify/mutation/run.ts';
import type { Refusal } from '../../verify/prover/goal.ts';
import { fieldName, fieldValue } from './fields.ts';
import type { EntryBound, Models } from './result.ts';
import { countVerdicts, matrixOf, type Verdict } from './verdict.ts';

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
export function explain({ entry, property, verdict, failures, counterexample }: Verdict): string {
	const lines = [`${entry}: ${property} is ${verdict}`, ...failures.map((failure) => `  does not hold: ${failure}`)];
	return [...lines, ...(counterexample === undefined ? [] : explainState(counterexample))].join('\n');
}

/** One line for each field that decides it or changes: before, after, and after what the specification does where that is something else; these first. */
function explainState(refusal: Refusal): string[] {
	const { call, before, further, after, specified, elsewhere = [], says } = refusal;
	const known = new Map([...further, ...before].map((field) => [fieldName(field), field]));
	const fields = new Map([...before, ...after].map((field) => [fieldName(field), field]));
	const wanted = new Map((specified?.after ?? []).map((field) => [fieldName(field), fieldValue(field)]));
	const afterwards = new Map(after.map((field) => [fieldName(field), fieldValue(field)]));
	const rows = [...fields].map(([name, field]) => {
		const old = fieldValue(known.get(name) ?? { ...field, value: 0 });
		const now = afterwards.get(name) ?? old;
		return [name, old, now === old ? '=' : now, differing(now, wanted.get(name) ?? now)];
	});
	const asks = (list: readonly string[]): string => (list.length === 0 ? 'nothing' : list.join(' '));
	const does = [
		['result', '', refusal.result, differing(refusal.result, specified?.result)],
		['asks of the machine', '', asks(refusal.asks), differing(asks(refusal.asks), specified && asks(specified.asks))],
	];
	const table = renderColumns([
		['field', 'before', 'after', specified === undefined ? '' : 'specified'],
		...rows,
		...does,
	]);
	const others = further.filter((field) => !fields.has(fieldName(field))).length;
	return [
		`  ${says}:`,
		`  ${call}`,
		...table.split('\n').map((line) => `    ${line}`),
		...(others > 0 ? [`    ${others} more fields are not zero, as invariants demand; --json lists them`] : []),
		...elsewhere.map(
			(field) => `    in the other run ${fieldName(field)} is ${fieldValue(field)}, which the caller cannot know`,
		),
	];
}

function differing(value: string, wanted: string | undefined): string {
	return wanted === undefined || wanted === value ? '' : wanted;
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

export function renderModels({ configurations }: Models): string {
	const rows = configurations.map(({ name, states, transitions, depth, seconds, complete, violated }) => [
		name,
		...[states, transitions, depth, Math.round(seconds)].map(String),
		violated === undefined ? (complete ? 'all reachable states' : 'not all') : 'VIOLATED',
	]);
	const table = renderColumns([['configuration', 'states', 'transitions', 'depth', 'seconds', ''], ...rows]);
	const violations = configurations.flatMap(({ name, violated }) =>
		violated === undefined ? [] : [`${name}: ${violated}`],
	);
	return [table, ...violations].join('\n');
}
