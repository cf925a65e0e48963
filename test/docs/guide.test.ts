import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { generate } from '../../tools/interfaces/generate.ts';
import { examples, makeHome, placeExample } from './examples.ts';

const files = examples('components.md');
for (const [name, code] of examples('interfaces.md')) files.set(name, code);
// The guide first shows a mistake, and then says how to put it right.
const tally = files.get('apps/tally/component.ts') as string;
const corrected = tally
	.replace(/\/\*\* The only method[^\n]*\nexport const ADD[^\n]*\n/, '')
	.replace(/^/, "import { ADD } from './protocol.ts';\n");

const home = makeHome('guide');
after(() => rmSync(home, { recursive: true }));
const place = (name: string, code: string) => placeExample(home, files, name, code);

// Definitions in the guides have their stubs generated as those in interfaces/ have.
for (const [name, code] of [...files]) {
	if (!name.startsWith('interfaces/')) continue;
	for (const [generated, text] of Object.entries(generate(code, name)))
		files.set(path.join(path.dirname(name), generated), text);
}
for (const [name, code] of files) place(name, code);

const relative = (name: string) => path.relative(PROJECT_ROOT, path.join(home, name));

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
