import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Which folders a folder may import from, itself left out. An arrow points down this list only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	abi: [],
	kernel: ['abi'],
	machines: ['kernel', 'abi'],
	sdk: ['abi'],
	interfaces: ['abi', 'sdk'],
	drivers: ['abi', 'sdk', 'interfaces'],
	servers: ['abi', 'sdk', 'interfaces'],
	apps: ['abi', 'sdk', 'interfaces'],
	systems: ['abi', 'sdk', 'interfaces', 'drivers', 'servers', 'apps', 'kernel'],
};

/** Paths that a source file imports, relative to the checkout. */
function importsOf(file: string): string[] {
	const text = readFileSync(path.join(ROOT, file), 'utf8');
	return [...text.matchAll(/^(?:import|export)\b[^;]*?from\s+['"](\.[^'"]+)['"]/gm)].map((match) =>
		path.relative(ROOT, path.resolve(ROOT, path.dirname(file), match[1] ?? '')),
	);
}

for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
	test(`${folder}/ imports only from ${[folder, ...allowed].join(', ')}`, () => {
		const files = globSync(`${folder}/**/*.ts`, { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'));
		const wrong = files.flatMap((file) =>
			importsOf(file)
				.filter((target) => ![folder, ...allowed, 'build'].includes(target.split(path.sep)[0] ?? ''))
				.map((target) => `${file} imports ${target}`),
		);
		assert.deepEqual(wrong, []);
	});
}

test('only the table files of the kernel load and store', () => {
	const files = globSync('kernel/*.ts', { cwd: ROOT }).filter(
		(file) => !['table.ts', 'rows.ts'].includes(path.basename(file)),
	);
	const raw = files.filter((file) => /\b(load|store|changetype)</.test(readFileSync(path.join(ROOT, file), 'utf8')));
	assert.deepEqual(raw, []);
});

test('the specification shares nothing with the kernel but its tables', () => {
	const files = globSync('verify/specification/*.ts', { cwd: ROOT });
	const shared = files
		.flatMap((file) => importsOf(file))
		.filter((target) => !target.startsWith('verify/specification/'));
	const others = [...new Set(shared)].filter((target) => !target.startsWith('abi/'));
	assert.deepEqual(others, ['kernel/layout.ts']);
});

test('only the table files of the specification load and store', () => {
	const files = globSync('verify/specification/*.ts', { cwd: ROOT }).filter(
		(file) => !['state.ts', 'rows.ts'].includes(path.basename(file)),
	);
	const raw = files.filter((file) => /\b(load|store|changetype)</.test(readFileSync(path.join(ROOT, file), 'utf8')));
	assert.deepEqual(raw, []);
});
