/** Nothing that can stand in a system file crashes the checker, or makes it say nonsense. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { judge } from '../../tools/check/check.ts';
import { drawDot } from '../../tools/check/draw/dot.ts';
import { systemGraph } from '../../tools/check/draw/graph.ts';
import { drawSvg } from '../../tools/check/draw/svg.ts';
import { SourceMap, SyntaxMistake } from '../../tools/check/positions.ts';
import { renderPath } from '../../tools/check/report.ts';
import { baseManifests, baseSystem, type Loose } from './base.ts';

const place = { root: PROJECT_ROOT, folder: 'base' };
const source = `export default ${JSON.stringify(baseSystem(), null, '\t')};\n`;

/** Names that mean something in the valid system, so that mutations often fit. */
const words = [
	'log',
	'maker',
	'reader',
	'apps',
	'sheet',
	'secret',
	'plain',
	'read',
	'write',
	'spend',
	'gate',
	'queue',
	'',
];
const anyValue = fc.oneof(
	fc.constantFrom<Loose>(
		...words,
		null,
		undefined,
		true,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		-1,
		0,
		1,
		31,
		255,
		4096,
		2 ** 31,
		2 ** 40,
		{},
		[],
	),
	fc.jsonValue(),
);
const mutation = fc.record({
	where: fc.nat(),
	what: fc.constantFrom('replace', 'delete', 'copy', 'rename'),
	value: anyValue,
	from: fc.nat(),
});

/** Every container in a value with every key in it. */
function places(value: Loose): [container: Loose, key: string][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.keys(value).flatMap((key) => [[value, key] as [Loose, string], ...places(value[key])]);
}

function mutate(
	system: Loose,
	{ where, what, value, from }: { where: number; what: string; value: Loose; from: number },
): void {
	const all = places(system);
	const target = all[where % Math.max(1, all.length)];
	const other = all[from % Math.max(1, all.length)];
	if (target === undefined || other === undefined) return;
	const [container, key] = target;
	if (what === 'delete') delete container[key];
	else if (what === 'copy') container[key] = structuredClone(other[0][other[1]]);
	else if (what === 'rename' && typeof value === 'string' && !Array.isArray(container))
		container[value] = container[key];
	else container[key] = structuredClone(value);
}

function saysSense(system: Loose, manifests: Loose): void {
	const { report, model } = judge(system, manifests, place);
	for (const { message, path } of report.mistakes) {
		assert.doesNotMatch(message, /undefined|NaN|\[object/);
		assert.ok(message.length < 1000, message);
		renderPath(path);
	}
	if (model === undefined) return;
	drawSvg(systemGraph(model));
	drawDot(systemGraph(model));
}

describe('the checker survives', () => {
	test('one to five changes anywhere in a valid system', () => {
		fc.assert(
			fc.property(fc.array(mutation, { minLength: 1, maxLength: 5 }), (mutations) => {
				const system = baseSystem();
				for (const one of mutations) mutate(system, one);
				saysSense(system, baseManifests());
			}),
			{ numRuns: 2000 },
		);
	});

	test('any value in place of a system', () => {
		fc.assert(
			fc.property(anyValue, (value) => saysSense(value, {})),
			{ numRuns: 500 },
		);
	});

	test('manifests that are not there, or different', () => {
		fc.assert(
			fc.property(mutation, (one) => {
				const manifests = baseManifests();
				mutate(manifests, one);
				saysSense(baseSystem(), manifests);
			}),
			{ numRuns: 500 },
		);
	});
});

test('changed source text is either parsed or explained, and every path has a place in it', () => {
	const edit = fc.record({ at: fc.nat(), remove: fc.nat(20), insert: fc.string({ maxLength: 8 }) });
	fc.assert(
		fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
			let text = source;
			for (const { at, remove, insert } of edits) {
				const offset = at % (text.length + 1);
				text = text.slice(0, offset) + insert + text.slice(offset + remove);
			}
			try {
				const { line, column } = new SourceMap(text).find(['components', 'log', 'priority'], 'value');
				assert.ok(line >= 1 && line <= text.split('\n').length && column >= 1);
			} catch (error) {
				assert.ok(error instanceof SyntaxMistake, String(error));
			}
		}),
		{ numRuns: 500 },
	);
});

test('every property of the valid system is found on its own line', () => {
	const map = new SourceMap(source);
	const lines = source.split('\n');
	const { line } = map.find(['components', 'log', 'priority'], 'key');
	assert.match(lines[line - 1] ?? '', /"priority": 200/);
	const badge = map.find(['channels', 1, 'badge'], 'value');
	assert.match(lines[badge.line - 1] ?? '', /"badge": 2/);
	assert.equal(lines[badge.line - 1]?.charAt(badge.column - 1), '2');
});
