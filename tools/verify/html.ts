/** The verification as one page for a browser: nothing is loaded from anywhere. */

import type { MutationReport, Tally } from '../../verify/mutation/run.ts';
import { STYLE } from './html-style.ts';
import type { Bounds, EntryBound, Models, Proofs, Result } from './result.ts';
import { describeMachine, explain, percent } from './text.ts';
import { TRUSTED } from './trusted.ts';
import { countVerdicts, type Matrix, matrixOf, type Verdict } from './verdict.ts';

/** Text as it may stand between tags and in attributes. */
export function escapeText(text: string): string {
	const entities: Readonly<Record<string, string>> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	};
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** As `escapeText`, with `code` between backticks. */
function prose(text: string): string {
	return escapeText(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}

export function renderPage(result: Result, kernelSha256: string): string {
	const { proofs, bounds, mutation, models } = result;
	const sections = [
		proofs === undefined ? '' : proofSection(proofs, kernelSha256),
		bounds === undefined ? '' : boundSection(bounds, kernelSha256),
		mutation === undefined ? '' : mutationSection(mutation, kernelSha256),
		models === undefined ? '' : modelSection(models, kernelSha256),
		trustedSection(),
	];
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tessera: what is proved of the kernel</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>What is proved of the kernel</h1>
<p>kernel.wasm, SHA-256 <code>${escapeText(kernelSha256)}</code></p>
${tiles(result)}
</header>
<main>
${sections.filter((section) => section !== '').join('\n')}
</main>
</body>
</html>
`;
}

function tiles({ proofs, bounds, mutation, models }: Result): string {
	const found: [string, string, boolean][] = [];
	if (proofs !== undefined) {
		const { proved } = countVerdicts(proofs.verdicts);
		found.push([
			`${proved} of ${proofs.verdicts.length}`,
			'properties of entries proved',
			proved === proofs.verdicts.length,
		]);
	}
	if (mutation !== undefined)
		found.push([percent(mutation.running.score), 'of mistakes noticed', mutation.running.survived === 0]);
	if (bounds !== undefined) {
		const most = Math.max(...bounds.entries.map(({ arm64 }) => arm64));
		found.push([most.toLocaleString('en'), 'ARM64 instructions at most in any entry', true]);
	}
	if (models !== undefined) {
		const states = models.configurations.reduce((sum, each) => sum + each.states, 0);
		const good = models.configurations.every(({ violated }) => violated === undefined);
		found.push([states.toLocaleString('en'), 'states seen by the model checker', good]);
	}
	const tile = ([value, label, good]: [string, string, boolean]): string =>
		`<div class="tile ${good ? 'good' : 'open'}"><b>${escapeText(value)}</b><span>${escapeText(label)}</span></div>`;
	return `<div class="tiles">${found.map(tile).join('')}</div>`;
}

function section(title: string, body: string, of: string, kernelSha256: string): string {
	const stale = of === kernelSha256 ? '' : `<p class="stale">Of another kernel: <code>${escapeText(of)}</code></p>`;
	return `<section><h2>${escapeText(title)}</h2>${stale}${body}</section>`;
}

function proofSection(proofs: Proofs, kernelSha256: string): string {
	const { verdicts, properties, solvers, seconds } = proofs;
	const matrix = matrixOf(verdicts);
	const most = Math.max(1, ...verdicts.map((verdict) => verdict.seconds));
	const versions = Object.entries(solvers).map(([name, version]) => `${name} ${version}`);
	const legend = Object.entries(properties).map(
		([name, says]) => `<li><b>${escapeText(name)}</b> ${escapeText(says)}</li>`,
	);
	const head = `<tr><th scope="col">entry</th>${matrix.properties.map((name) => `<th scope="col">${escapeText(name)}</th>`).join('')}</tr>`;
	const rows = matrix.entries.map((entry) => matrixRow(matrix, entry, most));
	const failed = verdicts.filter(({ verdict }) => verdict !== 'proved');
	const details = failed.map((verdict) => `<pre>${escapeText(explain(verdict))}</pre>`).join('');
	return section(
		'Proofs',
		`<p>${escapeText(versions.join(' and '))} agree on every answer. All of it took ${Math.round(seconds)} seconds. Numbers are seconds; the darker, the longer.</p>
<ul>${legend.join('')}</ul><div class="wide"><table class="matrix"><thead>${head}</thead><tbody>${rows.join('\n')}</tbody></table></div>${details}`,
		proofs.kernelSha256,
		kernelSha256,
	);
}

function matrixRow(matrix: Matrix, entry: string, most: number): string {
	const cells = matrix.properties.map((property) => matrixCell(matrix.at(entry, property), most));
	return `<tr><th scope="row">${escapeText(entry)}</th>${cells.join('')}</tr>`;
}

function matrixCell(verdict: Verdict | undefined, most: number): string {
	if (verdict === undefined) return '<td class="none">–</td>';
	const votes = Object.entries(verdict.solvers).map(
		([name, { answer, seconds }]) => `${name}: ${answer}, ${seconds.toFixed(2)} s`,
	);
	const title = escapeText([`${verdict.entry}, ${verdict.property}: ${verdict.verdict}`, ...votes].join('\n'));
	const text = verdict.verdict === 'proved' ? verdict.seconds.toFixed(1) : verdict.verdict;
	// Times differ by orders of magnitude.
	const depth = Math.round((100 * Math.log1p(verdict.seconds)) / Math.log1p(most));
	return `<td class="${verdict.verdict}" style="--depth:${depth}%" title="${title}">${text}</td>`;
}

function boundSection({ entries, kernelSha256: of }: Bounds, kernelSha256: string): string {
	const most = Math.max(...entries.map(({ arm64 }) => arm64));
	const rows = entries.toSorted((left, right) => right.arm64 - left.arm64).map((entry) => boundRow(entry, most));
	const body = `<p>The longest path through the compiled kernel, in ARM64 instructions; within it the most that was measured. Machine functions are not counted.</p>
<table class="bars"><thead><tr><th scope="col">entry</th><th scope="col">at most</th><th scope="col">measured</th><th scope="col"></th><th scope="col">machine functions, at most</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
	return section('Worst cases', body, of, kernelSha256);
}

function boundRow({ entry, arm64, measured, machine }: EntryBound, most: number): string {
	const width = (count: number): string => `${((100 * count) / most).toFixed(1)}%`;
	const bar = `<div class="bar" style="width:${width(arm64)}"><i style="width:${((100 * measured) / arm64).toFixed(1)}%"></i></div>`;
	const numbers = `<td class="number">${arm64}</td><td class="number">${measured === 0 ? '–' : measured}</td>`;
	return `<tr><th scope="row">${escapeText(entry)}</th>${numbers}<td class="track">${bar}</td><td>${escapeText(describeMachine(machine))}</td></tr>`;
}

function mutationSection(report: MutationReport, kernelSha256: string): string {
	const { running, boot, byOperator, survivors, mutants, entries } = report;
	const rows = [
		tallyRow('running system', running),
		tallyRow('boot only', boot),
		...Object.entries(byOperator).map(([name, tally]) => tallyRow(name, tally)),
	];
	const listed = survivors.map(({ mutant, why }) => `<li>${escapeText(mutant.what)}: ${escapeText(why)}</li>`);
	const details = `<details><summary>${survivors.length} survivors</summary><ul>${listed.join('')}</ul></details>`;
	const body = `<p>${running.tried + boot.tried} of ${mutants} single mistakes, against the gate, ${entries} recorded entries, and the prover.</p>
<table class="bars"><thead><tr><th scope="col">mutants</th><th scope="col">tried</th><th scope="col">noticed</th><th scope="col"></th></tr></thead><tbody>${rows.join('\n')}</tbody></table>
<p class="key"><i class="gate"></i> gate <i class="entries"></i> entries <i class="proof"></i> proof <i class="equivalent"></i> equivalent <i class="survived"></i> survived</p>${details}`;
	return section('Mutants', body, report.kernelSha256, kernelSha256);
}

function tallyRow(name: string, tally: Tally): string {
	const part = (outcome: 'gate' | 'entries' | 'proof' | 'equivalent' | 'survived'): string => {
		const width = ((100 * tally[outcome]) / Math.max(1, tally.tried)).toFixed(2);
		return `<i class="${outcome}" style="width:${width}%" title="${outcome}: ${tally[outcome]}"></i>`;
	};
	const bar = `<div class="stack">${part('gate')}${part('entries')}${part('proof')}${part('equivalent')}${part('survived')}</div>`;
	const numbers = `<td class="number">${tally.tried}</td><td class="number">${percent(tally.score)}</td>`;
	return `<tr><th scope="row">${escapeText(name)}</th>${numbers}<td class="track">${bar}</td></tr>`;
}

function modelSection({ configurations, kernelSha256: of }: Models, kernelSha256: string): string {
	const rows = configurations.map(({ name, says, states, transitions, depth, seconds, complete, violated }) => {
		const numbers = [states, transitions, depth, Math.round(seconds)].map(
			(value) => `<td class="number">${value.toLocaleString('en')}</td>`,
		);
		const end = violated ?? (complete ? 'all reachable states' : 'not all');
		const title = `<th scope="row" title="${escapeText(says)}">${escapeText(name)}</th>`;
		return `<tr>${title}${numbers.join('')}<td${violated === undefined ? '' : ' class="refuted"'}>${escapeText(end)}</td></tr>`;
	});
	const head = ['configuration', 'states', 'transitions', 'depth', 'seconds', ''].map(
		(name) => `<th scope="col">${name}</th>`,
	);
	const body = `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
	return section('Model checking', body, of, kernelSha256);
}

function trustedSection(): string {
	const rows = TRUSTED.map(
		({ what, why, instead }) =>
			`<tr><th scope="row">${prose(what)}</th><td>${prose(why)}</td><td>${prose(instead)}</td></tr>`,
	);
	const head = ['what', 'why it matters', 'what there is instead of a proof'].map(
		(name) => `<th scope="col">${name}</th>`,
	);
	return `<section><h2>What is trusted</h2><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
}
