import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { MutationReport, Tally } from '../../verify/mutation/run.ts';
import { renderDocument } from './document.ts';
import { escapeText, renderPage } from './html.ts';
import { keepResult, type Result, readResult } from './result.ts';
import { describeVerdict, explain, renderMatrix, summarise } from './text.ts';
import { TRUSTED } from './trusted.ts';
import { isProved, matrixOf, type Verdict } from './verdict.ts';

const KERNEL = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);

function verdict(entry: string, property: string, answer: Verdict['verdict'] = 'proved', seconds = 1.25): Verdict {
	const vote = { answer: answer === 'proved' ? 'unsat' : 'sat', seconds } as const;
	const solvers = { z3: vote, cvc5: vote };
	return { entry, property, verdict: answer, seconds, solvers, asked: 1, goals: 2, failures: [] };
}

const REFUTED: Verdict = {
	...verdict('COPY', 'refinement', 'refuted'),
	failures: ['CAPABILITY.RIGHTS is as specified'],
	counterexample: {
		call: 'COPY(source=5, destination=9, rights=255, grantRow=0)',
		result: 'OK',
		says: 'the copy has <more> rights',
		before: [
			{ table: 'GLOBAL', row: '', field: 'CURRENT', value: 3 },
			{ table: 'CAPABILITY', row: '3, 5', field: 'KIND', value: 3 },
		],
		further: [{ table: 'GLOBAL', row: '', field: 'BOOTED', value: 1 }],
		after: [{ table: 'CAPABILITY', row: '3, 9', field: 'RIGHTS', value: 255 }],
		asks: [],
		specified: {
			result: 'OK',
			after: [{ table: 'CAPABILITY', row: '3, 9', field: 'RIGHTS', value: 7 }],
			asks: ['mapping(3, 5)'],
		},
		elsewhere: [{ table: 'PROCESS', row: '77', field: 'PENDING', value: 4 }],
	},
};
const VERDICTS = [
	verdict('COPY', 'safety'),
	REFUTED,
	verdict('call', 'safety', 'unknown', 60),
	verdict('call', 'refinement'),
];

const TALLY: Tally = { tried: 100, gate: 2, entries: 80, proof: 10, equivalent: 5, survived: 3, score: 92 / 95 };
const MUTATION: MutationReport = {
	kernelSha256: KERNEL,
	referenceSha256: OTHER,
	seed: 1,
	mutants: 19_000,
	entries: 250_000,
	running: TALLY,
	boot: TALLY,
	byOperator: { relation: TALLY },
	survivors: [
		{
			mutant: {
				key: 'k',
				what: 'i32.ge_u -> i32.gt_u at byte 7 in gate/admit',
				operator: 'relation',
				function: 'gate/admit',
				offset: 7,
			},
			outcome: 'survived',
			why: 'nobody knows',
			boot: false,
		},
	],
	equivalent: [],
	seconds: 60,
};
const RESULT: Result = {
	proofs: {
		kernelSha256: KERNEL,
		specificationSha256: OTHER,
		invariantsSha256: OTHER,
		solvers: { z3: '4.8.12', cvc5: '1.0.3' },
		properties: { safety: 'no trap', refinement: 'as specified' },
		verdicts: VERDICTS,
		seconds: 63,
	},
	bounds: {
		kernelSha256: OTHER,
		entries: [{ entry: 'next', arm64: 3534, wasm: 13_031, measured: 2381, machine: { mapping: 16, back: 1 } }],
	},
	mutation: MUTATION,
	models: {
		kernelSha256: KERNEL,
		configurations: [
			{
				name: 'two',
				says: 'two processes',
				states: 343_813,
				transitions: 1_000_000,
				depth: 9,
				seconds: 8,
				complete: true,
			},
		],
	},
};

test('the matrix has every entry and property, and says what is not proved', () => {
	const matrix = matrixOf(VERDICTS);
	assert.deepEqual(matrix.entries, ['COPY', 'call']);
	assert.deepEqual(matrix.properties, ['safety', 'refinement']);
	const text = renderMatrix(VERDICTS);
	assert.match(text, /^COPY +1\.3 +REFUTED$/m);
	assert.match(text, /^call +UNKNOWN +1\.3$/m);
	assert.equal(summarise(VERDICTS), '4 properties of entries: 2 proved, 1 refuted, 1 unknown');
	assert.match(describeVerdict(REFUTED), /COPY .*refinement .*refuted .*z3 sat 1\.3 s/);
});

test('only when everything is proved, everything is proved', () => {
	assert.ok(!isProved(VERDICTS));
	assert.ok(!isProved([]), 'nothing was asked');
	assert.ok(isProved([verdict('call', 'safety')]));
});

test('a counterexample is shown by fields, before and after', () => {
	const text = explain(REFUTED);
	assert.match(text, /^COPY: refinement is refuted$/m);
	assert.match(text, /does not hold: CAPABILITY\.RIGHTS is as specified/);
	assert.match(text, /COPY\(source=5, destination=9, rights=255, grantRow=0\)/);
	assert.match(text, /CAPABILITY\[3, 9\]\.RIGHTS +0 +255 +7$/m);
	assert.match(text, /CAPABILITY\[3, 5\]\.KIND +3 \(region\) +=$/m);
	assert.match(text, /GLOBAL\.CURRENT +3 +=$/m);
	assert.match(text, /result +OK$/m);
	assert.match(text, /asks of the machine +nothing +mapping\(3, 5\)$/m);
	assert.match(text, /1 more fields/);
	assert.match(text, /in the other run PROCESS\[77\]\.PENDING is 4/);
});

test('the document has every part, and says which is of another kernel', () => {
	const text = renderDocument(RESULT, KERNEL);
	for (const part of ['## Proofs', '## Worst cases', '## Mutants', '## Model checking', '## What is trusted']) {
		assert.ok(text.includes(part), part);
	}
	assert.match(text, /The worst cases below are of another kernel, `cdcd/);
	assert.doesNotMatch(text, /The proofs below are of another kernel/);
	assert.match(text, /Not all of 4 properties of entries are proved \(2 proved, 1 refuted, 1 unknown\)/);
	assert.match(text, /\| COPY \| proved 1\.3 \(z3 1\.3, cvc5 1\.3\) \| \*\*refuted\*\* 1\.3 \(z3 1\.3, cvc5 1\.3\) \|/);
	assert.match(text, /They come to 8 statements\. 4 were true at sight/);
	assert.match(text, /\| two \| two processes \| 343813 \| 1000000 \| 9 \| 8 \| yes \|/);
	assert.match(text, /\| next \| 3534 \| 2381 \| 13031 \| mapping 16, back \|/);
	assert.match(text, /\*\*running system\*\* \| 100 \| 2 \| 80 \| 10 \| 5 \| 3 \| 96\.8 %/);
	for (const { what } of TRUSTED) assert.ok(text.includes(what), what);
});

test('the document of nothing claims nothing', () => {
	const text = renderDocument({}, KERNEL);
	assert.match(text, /Of this kernel there are no proofs/);
	assert.doesNotMatch(text, /## Proofs/);
});

test('the page is whole, well-formed, escaped, and loads nothing', () => {
	const page = renderPage(RESULT, KERNEL);
	assert.doesNotMatch(page, /<(script|link|img|iframe)|https?:|url\(|@import/);
	assert.match(page, /the copy has &lt;more&gt; rights/);
	assert.match(page, /<td class="refuted"/);
	assert.match(page, /Of another kernel: <code>cdcd/);
	const open: string[] = [];
	for (const [, closing, name = ''] of page
		.replace(/<!doctype html>|<meta [^>]*>/g, '')
		.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
		if (closing === '') open.push(name);
		else assert.equal(open.pop(), name);
	}
	assert.deepEqual(open, []);
	assert.equal(escapeText(`<a href="x">'&`), '&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
});

test('what was verified before is kept beside what is verified now', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'tessera-'));
	try {
		const file = path.join(folder, 'result.json');
		assert.deepEqual(readResult(file), {});
		keepResult({ mutation: MUTATION }, file);
		keepResult({ bounds: RESULT.bounds as NonNullable<Result['bounds']> }, file);
		assert.deepEqual(Object.keys(readResult(file)).sort(), ['bounds', 'mutation']);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
