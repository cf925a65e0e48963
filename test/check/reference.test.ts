/** The example in the reference is a valid system. */

import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { checkSystem } from '../../tools/check/check.ts';

test('the example of docs/reference/05-systems.md has no mistakes', async () => {
	const text = await readFile(path.join(PROJECT_ROOT, 'docs/reference/05-systems.md'), 'utf8');
	const example = /```ts\n(.*?)```/s.exec(text)?.[1];
	assert.ok(example);
	const folder = path.join(PROJECT_ROOT, 'build', 'reference', 'example');
	await mkdir(folder, { recursive: true });
	// It stands elsewhere than a real system, so its imports must say where they lead.
	const source = example.replaceAll("'../../", `'${PROJECT_ROOT}/`).replaceAll("'../", `'${PROJECT_ROOT}/systems/`);
	await writeFile(path.join(folder, 'system.ts'), source);
	const { findings } = await checkSystem(path.join(folder, 'system.ts'));
	await rm(path.dirname(folder), { recursive: true });
	assert.deepEqual(findings, []);
});
