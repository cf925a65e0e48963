import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { generate } from '../../tools/interfaces/generate.ts';

/** Examples of the guides: code blocks that begin with ```ts file=apps/x/component.ts. A later one with the same name replaces it. */
function examples(guide: string): Map<string, string> {
	const text = readFileSync(path.join(PROJECT_ROOT, 'docs/guide', guide), 'utf8');
	return new Map(
		[...text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, name, code]) => [
			name as string,
			code as string,
		]),
	);
}

const files = examples('components.md');
for (const [name, code] of examples('interfaces.md')) files.set(name, code);
// The guide first shows a mistake, and then says how to put it right.
const tally = files.get('apps/tally/component.ts') as string;
const corrected = tally
	.replace(/\/\*\* The only method[^\n]*\nexport const ADD[^\n]*\n/, '')
	.replace(/^/, "import { ADD } from './protocol.ts';\n");

mkdirSync(path.join(PROJECT_ROOT, 'build/tests'), { recursive: true });
const home = mkdtempSync(path.join(PROJECT_ROOT, 'build/tests/guide-'));
after(() => rmSync(home, { recursive: true }));

/** Writes an example as if the checkout were `home`: imports of what is not an example lead back to the real one. */
function place(name: string, code: string): void {
	const file = path.join(home, name);
	const text = code
		.replaceAll(/(from ')(\.[^']+)(')/g, (_, before: string, target: string, behind: string) => {
			const inside = path.join(path.dirname(name), target);
			if (files.has(inside)) return `${before}${target}${behind}`;
			return `${before}${path.relative(path.dirname(file), path.join(PROJECT_ROOT, inside))}${behind}`;
		})
		.replaceAll(
			/folder: '(apps\/[^']+)'/g,
			(_, folder: string) => `folder: '${path.relative(PROJECT_ROOT, path.join(home, folder))}'`,
		);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
}

// Definitions in the guides have their stubs generated as those in interfaces/ have.
for (const [name, code] of [...files]) {
	if (!name.startsWith('interfaces/')) continue;
	for (const [generated, text] of Object.entries(generate(code, name)))
		files.set(path.join(path.dirname(name), generated), text);
}
for (const [name, code] of files) place(name, code);

function relative(name: string): string {
	return path.relative(PROJECT_ROOT, path.join(home, name));
}

test('the mistake that the guide shows gives the error that it shows', async () => {
	await assert.rejects(buildComponent(relative('apps/tally')), /exports 'ADD'/);
	place('apps/tally/component.ts', corrected);
});

for (const name of files.keys()) {
	if (!name.endsWith('/manifest.ts')) continue;
	test(`example ${path.dirname(name)} builds`, async () => {
		assert.ok((await buildComponent(relative(path.dirname(name)))).wasm.length > 0);
	});
}

/** Runs a system to its end on this machine; what its components have printed. */
function run(name: string): string {
	const words = ['tools/main.ts', 'run', relative(name), '--deterministic'];
	const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: PROJECT_ROOT, encoding: 'utf8' });
	assert.equal(status, 0, stdout + stderr);
	return stdout;
}

for (const [name, code] of files) {
	if (!name.endsWith('/system.ts')) continue;
	test(`example ${path.dirname(name)} prints what it says`, () => {
		const line = /log: \['([^']+)'\]/.exec(code)?.[1] ?? assert.fail('no expectation');
		assert.ok(run(name).includes(line));
	});
}

test('the tally in C does what the one in TypeScript does', () => {
	const system = files.get('systems/tally/system.ts') as string;
	place(
		'systems/tally-c/system.ts',
		system
			.replaceAll('apps/tally/', 'apps/tally-c/')
			.replace("'apps/tally'", "'apps/tally-c'")
			.replace("name: 'tally'", "name: 'tally-c'"),
	);
	assert.match(run('systems/tally-c/system.ts'), /teller: the tally is at 30/);
});
