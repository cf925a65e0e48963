/** System files that are broken as files, and the places that the checker names. */

import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { checkSystem, systemFile } from '../../tools/check/check.ts';
import { renderFindings } from '../../tools/check/render.ts';

await mkdir(path.join(PROJECT_ROOT, 'build'), { recursive: true });
const folder = await mkdtemp(path.join(PROJECT_ROOT, 'build', 'check-'));
after(() => rm(folder, { recursive: true }));
const DEFINE = pathToFileURL(path.join(PROJECT_ROOT, 'systems/define.ts')).href;

async function check(text: string, timeLimit?: number): Promise<string[]> {
	const file = path.join(folder, 'system.ts');
	await writeFile(file, text);
	const { findings } = await checkSystem(file, timeLimit);
	return findings.map(({ severity, line, column, message }) => `${line}:${column} ${severity} ${message}`);
}

const broken: readonly (readonly [what: string, text: string, says: string])[] = [
	['is empty', '', '1:1 error the file has no default export; write: export default defineSystem({ ... })'],
	[
		'has a syntax error',
		"export default {\n\tname: 'x',\n\tcomponents: {\n};",
		'4:2 error this is not TypeScript: Unexpected token, expected ","',
	],
	[
		'has an unclosed text',
		"export default { name: 'x };",
		'1:24 error this is not TypeScript: Unterminated string constant.',
	],
	[
		'throws',
		"const a = 1;\nif (a) throw new Error('no luck');\nexport default {};",
		'2:14 error the file cannot be evaluated: Error: no luck',
	],
	['throws something odd', 'throw 7;\nexport default {};', '1:1 error the file cannot be evaluated: 7'],
	[
		'uses a name that is nothing',
		'export default defineSystem({});',
		'1:1 error the file cannot be evaluated: ReferenceError: defineSystem is not defined',
	],
	[
		'ends the process',
		'process.exit(3);\nexport default {};',
		'1:1 error the file ended the process; it must only describe the system',
	],
	[
		'exports a function',
		'export default () => {};',
		'1:16 error the default export is a function; it must be an object that describes a system: { ... }',
	],
	[
		'exports nothing',
		'export default undefined;',
		'1:16 error the default export is nothing; it must be an object that describes a system: { ... }',
	],
	[
		'is circular',
		'const a: any = {};\na.a = a;\nexport default a;',
		'1:1 error the file cannot be evaluated: Error: the description is nested more than 12 deep or circular',
	],
	[
		'has an enum',
		'enum A { B }\nexport default {};',
		'1:1 error the file cannot be evaluated: SyntaxError: TypeScript enum is not supported in strip-only mode',
	],
];

for (const [what, text, says] of broken) {
	test(`a file that ${what} is explained`, async () => assert.deepEqual(await check(text), [says]));
}

test('a file that never ends is given up', async () => {
	const says = '1:1 error evaluating the file took more than 0.5 s; it must only describe the system';
	assert.deepEqual(await check('while (true) {}\nexport default {};', 500), [says]);
});

test('a file that eats memory is given up', async () => {
	const says = '1:1 error evaluating the file took more than 128 MiB; it must only describe the system';
	const text =
		'const all: unknown[] = [];\nfor (;;) all.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));\nexport default {};';
	assert.deepEqual(await check(text, 60_000), [says]);
});

test('a file that waits for ever is explained', async () => {
	const says = '1:1 error the file waits for something that never happens; it must only describe the system';
	assert.deepEqual(await check('await new Promise(() => {});\nexport default {};'), [says]);
});

test('a file that answers for the checker is not believed', async () => {
	const post = (message: string): string =>
		`import { parentPort } from 'node:worker_threads';\nparentPort?.postMessage(${message});\nexport default 1;`;
	const says = '1:1 error the file posts messages of its own; it must only describe the system';
	const nonsense = ["{ kind: 'value', value: {}, manifests: null }", "{ kind: 'failure' }", 'null', '[]', "'x'"];
	for (const message of nonsense) assert.deepEqual(await check(post(message)), [says]);
});

test('a file that does not exist is explained', async () => {
	const { findings } = await checkSystem('systems/helo/system.ts');
	const says = "there is no such file; did you mean 'systems/hello/system.ts'?";
	assert.deepEqual(findings, [{ severity: 'error', message: says, file: 'systems/helo/system.ts' }]);
});

test('systems are found by name, folder and file', () => {
	const expected = path.join('systems', 'hello', 'system.ts');
	assert.equal(systemFile('hello'), expected);
	assert.equal(systemFile(path.join(PROJECT_ROOT, 'systems/hello')), expected);
	assert.equal(systemFile(path.join(PROJECT_ROOT, 'systems/hello/system.ts')), expected);
	assert.equal(systemFile('/nowhere/system.ts'), '/nowhere/system.ts');
});

test('mistakes are found where they are written: in constants, spread objects, calls and lists', async () => {
	const says = await check(`
import { defineSystem } from '${DEFINE}';
const timing = {
	budget: 5,
	period: 1_000_000,
};
const grants = [
	{ to: { component: 'nobody', as: 'log' }, control: ['log'] },
] as const;
export default defineSystem({
	name: '${path.basename(folder)}',
	components: {
		a: {
			folder: 'nowhere',
			manifest: { name: 'a' },
			priority: 'high' as unknown as number,
			...timing,
		},
	},
	grants,
	expect: { exitCode: 0, log: [] },
});
`);
	assert.deepEqual(says, [
		'4:10 error components.a.budget is 5; it must be a whole number from 1000 to 2147483647 (nanoseconds)',
		"8:21 error there is no component 'nobody'; there is 'a'",
		"13:3 warning 'a' has no channel, region or grant: nothing it does can be seen",
		"14:12 error there is no component in 'nowhere' (no nowhere/manifest.ts); make it, or name the folder of one that exists",
		"16:14 error components.a.priority is the text 'high'; it must be a whole number from 1 to 255",
		"20:2 warning no component has the power 'halt', so the system never ends and 'expect' is never met",
	]);
});

test('the text shows the line and marks the column', async () => {
	await check('export default {\n\tname: 7,\n};');
	const { file, findings } = await checkSystem(path.join(folder, 'system.ts'));
	const text = renderFindings({ file, findings: findings.slice(-1) });
	assert.match(text, /system\.ts:2:8: error: name is 7; it must be a text\n {4}2 \| {2}name: 7,\n {15}\^/);
});

test('changed copies of every real system are judged without a crash', async () => {
	const files = globSync('systems/*/system.ts', { cwd: PROJECT_ROOT }).sort();
	const texts = await Promise.all(files.map((file) => readFile(path.join(PROJECT_ROOT, file), 'utf8')));
	const change = fc.record({
		file: fc.nat(texts.length - 1),
		at: fc.nat(),
		remove: fc.nat(12),
		insert: fc.constantFrom('', '0', '-1', "'x'", '{}', '[', 'null'),
	});
	await fc.assert(
		fc.asyncProperty(change, async ({ file, at, remove, insert }) => {
			// Beside the others, so that the imports still lead somewhere.
			const text = (texts[file] ?? '')
				.replaceAll("'../../", `'${PROJECT_ROOT}/`)
				.replaceAll("'../", `'${PROJECT_ROOT}/systems/`);
			const offset = at % text.length;
			const says = await check(text.slice(0, offset) + insert + text.slice(offset + remove), 5000);
			// At least the folder's name is not the system's.
			assert.ok(says.length > 0);
			for (const one of says) assert.match(one, /^\d+:\d+ (error|warning) [^\n]+$/);
		}),
		{ numRuns: 40 },
	);
});

test('only a file called system.ts must have the name of its folder', async () => {
	const file = path.join(folder, 'other.ts');
	await writeFile(file, "export default { name: 'any', components: {}, expect: { exitCode: 0, log: [] } };");
	const { findings } = await checkSystem(file);
	const says = 'a system has at least one component; add one: { name: { folder, manifest, priority, ... } }';
	assert.deepEqual(
		findings.map(({ message }) => message),
		[says],
	);
});
