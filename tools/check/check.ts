/** Judges a whole system: reads the file, evaluates it, applies every rule, and says where each mistake is written. */

import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT_ROOT } from '../build/assembly.ts';
import type { Finding } from '../build/finding.ts';
import { readDescription, type SystemDescription } from './description.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { buildModel, type Model } from './model.ts';
import { type Position, SourceMap, SyntaxMistake } from './positions.ts';
import { type Mistake, Report } from './report.ts';
import { checkAccounts } from './rules/accounts.ts';
import { checkAuthority } from './rules/authority.ts';
import { checkChannels } from './rules/channels.ts';
import { checkDevices } from './rules/devices.ts';
import { checkFaults } from './rules/faults.ts';
import { checkFolders, type Place } from './rules/folders.ts';
import { checkHoles } from './rules/holes.ts';
import { checkLabels } from './rules/labels.ts';
import { checkNames } from './rules/names.ts';
import { checkRegions } from './rules/regions.ts';
import { checkTime } from './rules/time.ts';
import { checkUnused } from './rules/unused.ts';
import { suggestion } from './words.ts';

/** A mistake with its place in the file. */
export interface SystemFinding extends Finding {
	readonly severity: 'error' | 'warning';
}

/** What became of a check. `model` is there when there are no errors. */
export interface CheckResult {
	/** Relative to the checkout. */
	readonly file: string;
	readonly findings: readonly SystemFinding[];
	readonly model?: Model;
	/** Line of the file on which a part of the description is written. */
	readonly lineOf: (part: Mistake['path']) => number;
	/** Gives a mistake its place in the file. */
	readonly locate: (mistake: Mistake) => SystemFinding;
}

const RULES = [
	checkNames,
	checkHoles,
	checkChannels,
	checkTime,
	checkAccounts,
	checkRegions,
	checkDevices,
	checkAuthority,
	checkLabels,
	checkFaults,
	checkUnused,
];

/** Applies every rule to plain data. `manifests` are those found in the components' folders. */
export function judge(
	value: unknown,
	manifests: Readonly<Record<string, unknown>>,
	place: Place,
): { report: Report; model: Model | undefined } {
	const report = new Report();
	const description: SystemDescription | undefined = readDescription(value, report);
	if (description === undefined) return { report, model: undefined };
	checkFolders(description, value, manifests, place, report);
	const model = buildModel(description);
	// Without components everything else would only be a list of unknown names.
	if (model.components.size > 0) for (const rule of RULES) rule(model, report);
	return { report, model };
}

/** The file of a system given by its name (`hello`), its folder, or the file itself; relative to the checkout if it is in there. */
export function systemFile(system: string): string {
	if (/^[A-Za-z0-9-]+$/.test(system)) return path.join('systems', system, 'system.ts');
	const file = path.resolve(system.endsWith('.ts') ? system : path.join(system, 'system.ts'));
	const relative = path.relative(PROJECT_ROOT, file);
	return relative.startsWith('..') ? file : relative;
}

/** Checks one system file (relative to the checkout). Never throws for what the file contains. */
export async function checkSystem(file: string, timeLimit?: number): Promise<CheckResult> {
	const absolute = path.resolve(PROJECT_ROOT, file);
	let source: SourceMap;
	try {
		source = new SourceMap(await readFile(absolute, 'utf8'));
	} catch (error) {
		if (error instanceof SyntaxMistake) return failed(file, `this is not TypeScript: ${error.message}`, error.position);
		return failed(file, `there is no such file${suggestion(file, knownSystems())}`);
	}
	if (!source.hasDefaultExport) {
		return failed(file, 'the file has no default export; write: export default defineSystem({ ... })', {
			line: 1,
			column: 1,
		});
	}
	const evaluation = await evaluate(absolute, PROJECT_ROOT, timeLimit);
	if (evaluation.kind === 'failure') return failedEvaluation(file, evaluation);
	const named = path.basename(absolute) === 'system.ts' ? { folder: path.basename(path.dirname(absolute)) } : {};
	const place = { root: PROJECT_ROOT, ...named };
	const { report, model } = judge(evaluation.value, evaluation.manifests, place);
	const locate = ({ severity, message, path: at, part }: Mistake): SystemFinding => ({
		severity,
		message,
		file,
		...source.find(at, part),
	});
	const findings = report.mistakes.map(locate).toSorted(byPlace);
	const lineOf = (part: Mistake['path']): number => source.find(part, 'key').line;
	return { file, findings, lineOf, locate, ...(model === undefined || report.hasErrors ? {} : { model }) };
}

/** The systems that come with the checkout. */
function knownSystems(): string[] {
	return globSync('systems/*/system.ts', { cwd: PROJECT_ROOT });
}

function failed(file: string, message: string, position?: Position): CheckResult {
	const locate = ({ severity, message: text }: Mistake): SystemFinding => ({ severity, message: text, file });
	return { file, findings: [{ severity: 'error', message, file, ...position }], lineOf: () => 0, locate };
}

function failedEvaluation(
	file: string,
	{ message, line, column }: Extract<Evaluation, { kind: 'failure' }>,
): CheckResult {
	const position = line === undefined ? undefined : { line, column: column ?? 1 };
	return failed(file, message, position ?? { line: 1, column: 1 });
}

function byPlace(left: SystemFinding, right: SystemFinding): number {
	return (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}
