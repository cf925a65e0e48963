/** docs/PROOFS.md, from what is kept of the verification. */

import type { MutationReport, Tally } from '../../verify/mutation/run.ts';
import type { Bounds, Models, Proofs, Result } from './result.ts';
import { describeMachine, explain, percent } from './text.ts';
import { TRUSTED } from './trusted.ts';
import { countVerdicts, explainsNothing, isProved, matrixOf, type Verdict } from './verdict.ts';

/** Survivors that are listed by name. */
const SURVIVORS_MOST = 40;

export function renderDocument(result: Result, kernelSha256: string): string {
	const sections = [
		renderHead(result, kernelSha256),
		result.proofs === undefined ? '' : renderProofs(result.proofs),
		result.bounds === undefined ? '' : renderBounds(result.bounds),
		result.mutation === undefined ? '' : renderMutation(result.mutation),
		result.models === undefined ? '' : renderModels(result.models),
		renderTrusted(),
	];
	return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** A table; the first line is its head. */
function table(rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	const [head = [], ...rest] = rows;
	return [line(head), `|${'---|'.repeat(head.length)}`, ...rest.map(line)].join('\n');
}

function renderHead({ proofs, bounds, mutation, models }: Result, kernelSha256: string): string {
	const parts = { proofs, 'worst cases': bounds, mutants: mutation, 'model checking': models };
	const stale = Object.entries(parts).filter(([, part]) => part !== undefined && part.kernelSha256 !== kernelSha256);
	const missing = Object.entries(parts).filter(([, part]) => part === undefined);
	return [
		'# What is proved of the kernel',
		'',
		'Written by `npx tessera verify --write`; the figures are of the last run of each part, on the machine that made it.',
		'',
		`\`kernel.wasm\`: SHA-256 \`${kernelSha256}\`.`,
		...stale.map(([name, part]) => `\nThe ${name} below are of another kernel, \`${part?.kernelSha256}\`.`),
		...missing.map(([name]) => `\nOf this kernel there are no ${name}.`),
	].join('\n');
}

function renderProofs(proofs: Proofs): string {
	const { verdicts, solvers, properties, seconds, specificationSha256, invariantsSha256 } = proofs;
	const matrix = matrixOf(verdicts);
	const { proved, refuted, unknown } = countVerdicts(verdicts);
	const rows = matrix.entries.map((entry) => [entry, ...matrix.properties.map((name) => cell(matrix.at(entry, name)))]);
	const versions = Object.entries(solvers).map(([name, version]) => `${name} ${version}`);
	const failed = verdicts.filter((verdict) => verdict.verdict !== 'proved' && !explainsNothing(verdict));
	const [asked, goals] = [
		verdicts.reduce((sum, verdict) => sum + verdict.asked, 0),
		verdicts.reduce((sum, verdict) => sum + verdict.goals, 0),
	];
	return [
		'## Proofs',
		'',
		`${isProved(verdicts) ? 'All' : 'Not all'} of ${verdicts.length} properties of entries are proved (${proved} proved, ${refuted} refuted, ${unknown} unknown), in ${Math.round(seconds)} s.`,
		`Every question is answered by ${versions.join(' and ')}, which must agree. Specification: SHA-256 \`${specificationSha256}\`; invariants: \`${invariantsSha256}\`.`,
		'',
		...Object.entries(properties).map(([name, says]) => `- **${name}**: ${says}`),
		'',
		`They come to ${goals} statements. ${goals - asked} were true at sight, because both sides are the same formula; ${asked} went to the solvers.`,
		'',
		'Each cell is a verdict: the seconds of the proof and, in brackets, of each solver; "at sight": no solver was needed; "-": the property says nothing of that entry.',
		'',
		table([['entry', ...matrix.properties], ...rows]),
		...failed.flatMap((verdict) => ['', '```', explain(verdict), '```']),
	].join('\n');
}

function cell(verdict: Verdict | undefined): string {
	if (verdict === undefined) return '-';
	const { verdict: given, seconds, solvers, asked } = verdict;
	const votes = Object.entries(solvers).map(([name, { answer, seconds: own }]) =>
		answer === 'unsat' || answer === 'sat' ? `${name} ${own.toFixed(1)}` : `${name} ${answer}`,
	);
	const how = asked === 0 ? 'at sight' : votes.join(', ');
	const time = `${seconds.toFixed(1)} (${how})`;
	return given === 'proved' ? `proved ${time}` : `**${given}** ${time}`;
}

function renderBounds({ entries }: Bounds): string {
	const rows = entries.map(({ entry, arm64, wasm, measured, machine }) => {
		const uses = describeMachine(machine);
		return [entry, String(arm64), measured === 0 ? '-' : String(measured), String(wasm), uses === '' ? '-' : uses];
	});
	return [
		'## Worst cases',
		'',
		'No entry executes more instructions than this, whatever state it is entered in: the longest path through the compiled kernel (`verify/bounds/`). Every loop has a bound that was found',
		'in the machine code itself, or there would be no figure. "Measured" is the most that a run of the bench under QEMU took. Instructions of machine functions are not counted; the last column',
		"says how often each can be used. The bounds in WebAssembly rest on the gate's rule for loops.",
		'',
		table([['entry', 'ARM64, at most', 'measured', 'WebAssembly, at most', 'machine functions, at most'], ...rows]),
	].join('\n');
}

function renderMutation(report: MutationReport): string {
	const { mutants, entries, running, boot, byOperator, survivors, equivalent, seconds, seed } = report;
	const row = (name: string, tally: Tally): string[] => {
		const { tried, gate, entries: byEntries, proof, equivalent: same, survived, score } = tally;
		return [name, ...[tried, gate, byEntries, proof, same, survived].map(String), percent(score)];
	};
	const head = ['mutants', 'tried', 'gate', 'entries', 'proof', 'equivalent', 'survived', 'noticed'];
	const operators = Object.entries(byOperator).map(([name, tally]) => row(name, tally));
	const listed = survivors.slice(0, SURVIVORS_MOST).map(({ mutant, why }) => `- ${mutant.what}: ${why}`);
	const more = survivors.length - listed.length;
	return [
		'## Mutants',
		'',
		`A mutant is the kernel with one mistake in one instruction; there are ${mutants}. A sample of them (seed ${seed}) met the gate, then ${entries} recorded entries of which the specification says what must`,
		`come of them, then the prover; ${seconds} s. "Equivalent" are those of which it is proved, or explained in \`verify/mutation/equivalent.json\`, that they do what the specification says. They do not count.`,
		'',
		table([head, row('**running system**', running), row('**boot only**', boot), ...operators]),
		'',
		`${equivalent.length} are equivalent. Survivors: ${survivors.length}.`,
		...(listed.length > 0 ? ['', ...listed] : []),
		...(more > 0 ? [`- and ${more} more`] : []),
	].join('\n');
}

function renderModels({ configurations }: Models): string {
	const rows = configurations.map((model) => {
		const { name, says, states, transitions, depth, seconds, complete, violated } = model;
		const end = violated === undefined ? (complete ? 'yes' : 'no') : `**violated**: ${violated}`;
		return [name, says, String(states), String(transitions), String(depth), seconds.toFixed(0), end];
	});
	return [
		'## Model checking',
		'',
		'The binary itself, breadth first from the booted state of small systems, whatever their processes and the machine do (`verify/model/`). The statements of `verify/model/checks/`',
		'are checked in every state and of every step; one state in 20 is also held against the invariants of the proof at the rows in use, one in 10,000 at all rows and by the independent checker.',
		'',
		table([
			['configuration', 'what about', 'states', 'transitions', 'depth', 'seconds', 'all reachable states'],
			...rows,
		]),
	].join('\n');
}

function renderTrusted(): string {
	return [
		'## What is trusted',
		'',
		'The proofs say nothing about these, and are worth nothing if one of them is wrong.',
		'',
		table([
			['what', 'why it matters', 'what there is instead of a proof'],
			...TRUSTED.map(({ what, why, instead }) => [what, why, instead]),
		]),
	].join('\n');
}
